/* The blocks of the scan: every version against its definition, and positions in order. */
#include <check.h>
#include <string.h>

#include "cmd/split-sentences/scan.h"

static uint64_t
next_random(uint64_t *state)
{
	*state = *state * 6364136223846793005u + 1442695040888963407u;
	return *state >> 33;
}

static void
compare(scan_function *function)
{
	enum { BLOCKS = 3 };
	static const char likely[] = " .!?:;\n\tAZ@[az\xc3\xe2\xe3\xd0";
	unsigned char text[BLOCKS * SCAN_BLOCK + 1];
	uint64_t state = 7, got[BLOCKS], expected[BLOCKS];

	if (function == NULL)
		return;
	for (int round = 0; round < 8000; round++) {
		for (size_t i = 0; i < sizeof(text); i++)
			if (round % 2)
				text[i] = (unsigned char)next_random(&state);
			else
				text[i] = (unsigned char)likely[next_random(&state) % sizeof(likely)];
		for (int gaps = SCAN_CAPITALS; gaps <= SCAN_ALL; gaps++)
			for (int semicolons = 0; semicolons < 2; semicolons++) {
				function(got, text, BLOCKS, (enum scan_gaps)gaps, semicolons != 0);
				scan_blocks_plain(expected, text, BLOCKS, (enum scan_gaps)gaps, semicolons != 0);
				ck_assert_mem_eq(got, expected, sizeof(got));
			}
	}
}

START_TEST(test_versions_agree)
{
	compare(scan_blocks_sse2());
	compare(scan_blocks_avx2());
	compare(scan_blocks_neon());
}
END_TEST

/* A mark is found wherever it stands, and nothing behind the limit. */
START_TEST(test_positions)
{
	char text[1000];
	struct scan scan = {0};

	for (size_t at = 0; at < sizeof(text); at++) {
		memset(text, 'x', sizeof(text));
		text[at] = '.';
		scan_begin(&scan, text, sizeof(text), SCAN_CAPITALS, false);
		ck_assert_uint_eq(scan_next(&scan, 0, at), at);
		ck_assert_uint_eq(scan_next(&scan, at, sizeof(text)), at);
		ck_assert_uint_eq(scan_next(&scan, at + 1, sizeof(text)), sizeof(text));
	}
}
END_TEST

/* Every position is found from any other, far ahead too. */
START_TEST(test_jumps)
{
	char text[3000];
	struct scan scan = {0};

	memset(text, '.', sizeof(text));
	for (size_t step = 1; step < sizeof(text); step += 61) {
		scan_begin(&scan, text, sizeof(text), SCAN_CAPITALS, false);
		for (size_t at = 0; at < sizeof(text); at += step)
			ck_assert_uint_eq(scan_next(&scan, at, sizeof(text)), at);
	}
}
END_TEST

START_TEST(test_gaps)
{
	static const char text[] = "an apple and An \xc3\xa9t\xc3\xa9; x";
	struct scan scan = {0};

	scan_begin(&scan, text, strlen(text), SCAN_CAPITALS, false);
	ck_assert_uint_eq(scan_next(&scan, 0, strlen(text)), 12);
	ck_assert_uint_eq(scan_next(&scan, 13, strlen(text)), 15);
	ck_assert_uint_eq(scan_next(&scan, 16, strlen(text)), strlen(text));
	scan_begin(&scan, text, strlen(text), SCAN_ALL, true);
	ck_assert_uint_eq(scan_next(&scan, 0, strlen(text)), 2);
	ck_assert_uint_eq(scan_next(&scan, 16, strlen(text)), 21);
}
END_TEST

Suite *suite_sentence_scan(void);

Suite *
suite_sentence_scan(void)
{
	Suite *s = suite_create("sentence_scan");
	TCase *t = tcase_create("sentence_scan");

	tcase_add_test(t, test_versions_agree);
	tcase_add_test(t, test_positions);
	tcase_add_test(t, test_jumps);
	tcase_add_test(t, test_gaps);
	suite_add_tcase(s, t);
	return s;
}
