#include <check.h>
#include <stdlib.h>

#include "common/escape.h"

Suite *suite_escape(void);

static void
check_escape(const char *raw, size_t len, const char *escaped)
{
	struct buf out = {0}, back = {0};

	ck_assert_int_eq(escape_append(&out, raw, len), 0);
	ck_assert_uint_eq(out.len, strlen(escaped));
	ck_assert_mem_eq(out.data, escaped, out.len);
	ck_assert(escape_valid(out.data, out.len));
	ck_assert_int_eq(unescape_append(&back, out.data, out.len), 0);
	ck_assert_uint_eq(back.len, len);
	ck_assert_mem_eq(back.data, raw, len);
	buf_free(&out);
	buf_free(&back);
}

START_TEST(four_bytes_are_escaped)
{
	check_escape("a\tb\nc\rd\\e", 9, "a\\tb\\nc\\rd\\\\e");
	check_escape("\\N", 2, "\\\\N");
	check_escape("x", 1, "x");
}
END_TEST

START_TEST(need_is_seen_at_every_place)
{
	char s[100];

	for (size_t i = 0; i < sizeof(s); i++) {
		memset(s, 'x', sizeof(s));
		ck_assert(!escape_needed(s, sizeof(s)));
		s[i] = '\t';
		ck_assert(escape_needed(s, sizeof(s)));
		ck_assert(!escape_needed(s, i));
	}
}
END_TEST

START_TEST(other_backslashes_are_refused)
{
	ck_assert(!escape_valid("a\\q", 3));
	ck_assert(!escape_valid("a\\", 2));
	ck_assert(!escape_valid("\\N", 2));
	ck_assert(escape_valid("\\\\\\n", 4));
}
END_TEST

START_TEST(escape_and_unescape_are_inverse)
{
	static const char alphabet[] = "ab\t\n\r\\\0\xc3";
	struct buf out = {0}, back = {0};
	char raw[64];

	srand(1);
	for (int round = 0; round < 2000; round++) {
		size_t len = (size_t)rand() % sizeof(raw);

		for (size_t i = 0; i < len; i++)
			raw[i] = alphabet[(size_t)rand() % (sizeof(alphabet) - 1)];
		out.len = back.len = 0;
		ck_assert_int_eq(escape_append(&out, raw, len), 0);
		ck_assert(out.len == 0 || (!memchr(out.data, '\t', out.len) && !memchr(out.data, '\n', out.len)));
		ck_assert(escape_valid(out.data, out.len));
		ck_assert_int_eq(unescape_append(&back, out.data, out.len), 0);
		ck_assert(slice_equal((struct slice){back.data, back.len}, (struct slice){raw, len}));
	}
	buf_free(&out);
	buf_free(&back);
}
END_TEST

/* A buffer with a maximum may be full at any byte: each is told, and nothing stands behind the maximum. */
START_TEST(a_full_buffer_is_told)
{
	static const char raw[] = "ab\tc\\d", escaped[] = "ab\\tc\\\\d";

	for (size_t max = 1; max <= 8; max++) {
		struct buf out = {.max = max}, back = {.max = max};

		ck_assert_int_eq(escape_append(&out, raw, 6), max >= 8 ? 0 : -1);
		ck_assert_uint_le(out.cap, max);
		ck_assert_int_eq(unescape_append(&back, escaped, 8), max >= 6 ? 0 : -1);
		buf_free(&out);
		buf_free(&back);
	}
}
END_TEST

START_TEST(a_backslash_at_the_end_is_kept)
{
	struct buf out = {0};

	ck_assert_int_eq(unescape_append(&out, "a\\", 2), 0);
	ck_assert(slice_equal((struct slice){out.data, out.len}, (struct slice){"a\\", 2}));
	buf_free(&out);
}
END_TEST

Suite *
suite_escape(void)
{
	Suite *s = suite_create("escape");
	TCase *t = tcase_create("escape");

	tcase_add_test(t, four_bytes_are_escaped);
	tcase_add_test(t, need_is_seen_at_every_place);
	tcase_add_test(t, other_backslashes_are_refused);
	tcase_add_test(t, escape_and_unescape_are_inverse);
	tcase_add_test(t, a_full_buffer_is_told);
	tcase_add_test(t, a_backslash_at_the_end_is_kept);
	suite_add_tcase(s, t);
	return s;
}
