#include <check.h>
#include <fcntl.h>
#include <stdio.h>
#include <stdlib.h>
#include <unistd.h>

#include "common/writer.h"

Suite *suite_writer(void);

static const char *const own[] = {"doc", "n", "score", "text"};
static char *carried_names[] = {(char[]){"k"}, (char[]){"n"}};
static const struct header carried = {.names = carried_names, .n = 2};
static const struct slice fields[] = {{"K", 1}, {"hidden", 6}};
static struct report report;
static char name[] = "/tmp/newsutils-writer-XXXXXX";

static int
open_output(void)
{
	int fd;

	report = (struct report){.error_status = 1};
	ck_assert_ptr_nonnull(freopen("/dev/null", "w", stderr));
	memcpy(name + sizeof(name) - 7, "XXXXXX", 6);
	fd = mkstemp(name);
	ck_assert_int_ne(fd, -1);
	return fd;
}

static void
expect_output(const char *expected)
{
	char got[4096];
	int fd = open(name, O_RDONLY);
	ssize_t n = read(fd, got, sizeof(got) - 1);

	ck_assert_int_ge((int)n, 0);
	got[n] = '\0';
	ck_assert_str_eq(got, expected);
	close(fd);
	unlink(name);
}

START_TEST(rows_hold_own_and_carried_columns)
{
	struct writer w;
	const struct writer_options options = {0};
	struct value v[] = {value_string("A"), value_number(1234567890123), value_milli(45), value_text("a\tb\\", 4)};
	struct value empty[4] = {{.kind = VALUE_EMPTY}};

	ck_assert_int_eq(writer_open(&w, open_output(), own, 4, &carried, &options, &report), 0);
	ck_assert_int_eq(writer_row(&w, v, fields), 0);
	v[1] = value_number(0);
	v[2] = value_milli(1000);
	ck_assert_int_eq(writer_row(&w, v, fields), 0);
	ck_assert_int_eq(writer_row(&w, empty, fields), 0);
	ck_assert_int_eq(writer_close(&w), 0);
	expect_output("doc\tn\tscore\tk\ttext\nA\t1234567890123\t0.045\tK\ta\\tb\\\\\nA\t0\t1.000\tK\ta\\tb\\\\\n\t\t\tK\t\n");
	ck_assert_int_eq(report.status, 0);
}
END_TEST

START_TEST(columns_are_chosen)
{
	struct writer w;
	const struct writer_options options = {.columns = "k,doc", .no_header = true};
	struct value v[] = {value_string("A"), value_number(1), value_milli(45), value_string("t")};

	ck_assert_int_eq(writer_open(&w, open_output(), own, 4, &carried, &options, &report), 0);
	ck_assert(writer_wants(&w, 0));
	ck_assert(!writer_wants(&w, 3));
	ck_assert_int_eq(writer_row(&w, v, fields), 0);
	ck_assert_int_eq(writer_close(&w), 0);
	expect_output("K\tA\n");
}
END_TEST

/* A text far larger than the buffer goes out in parts: the same bytes, and not a second copy in memory. */
START_TEST(a_huge_text_is_not_copied)
{
	enum { SIZE = 1 << 20 };
	struct writer w;
	const struct writer_options options = {.columns = "text", .no_header = true};
	char *text = malloc(SIZE), *got = malloc(2 * SIZE);
	struct value v[4] = {{.kind = VALUE_EMPTY}};
	int fd;

	for (size_t i = 0; i + 3 <= SIZE; i += 3)
		memcpy(text + i, "\xe2\x82\xac", 3);
	memset(text + SIZE - SIZE % 3, 'x', SIZE % 3);
	text[SIZE / 2 / 3 * 3] = '\t';
	text[SIZE / 2 / 3 * 3 + 1] = text[SIZE / 2 / 3 * 3 + 2] = 'y';
	ck_assert_int_eq(writer_open(&w, open_output(), own, 4, NULL, &options, &report), 0);
	v[3] = value_text(text, SIZE);
	ck_assert_int_eq(writer_row(&w, v, NULL), 0);
	ck_assert_uint_lt(w.out.cap, SIZE / 2);
	ck_assert_int_eq(writer_close(&w), 0);
	fd = open(name, O_RDONLY);
	ck_assert_int_eq((int)read(fd, got, 2 * SIZE), SIZE + 2);
	ck_assert_mem_eq(got, text, SIZE / 2 / 3 * 3);
	ck_assert_mem_eq(got + SIZE / 2 / 3 * 3, "\\ty", 3);
	ck_assert_mem_eq(got + SIZE / 2 / 3 * 3 + 2, text + SIZE / 2 / 3 * 3 + 1, SIZE - SIZE / 2 / 3 * 3 - 1);
	close(fd);
	unlink(name);
	free(text);
	free(got);
}
END_TEST

START_TEST(a_failed_write_is_told_once)
{
	struct writer w;
	const struct writer_options options = {.line_buffered = true};
	struct value v[] = {value_string("A"), value_number(1), value_milli(45), value_string("t")};

	close(open_output());
	unlink(name);
	ck_assert_int_eq(writer_open(&w, open("/dev/full", O_WRONLY), own, 4, NULL, &options, &report), 0);
	ck_assert_int_eq(report.status, 1);
	report.status = 0;
	ck_assert_int_eq(writer_row(&w, v, NULL), -1);
	ck_assert_int_eq(writer_close(&w), -1);
	ck_assert_int_eq(report.status, 0);
}
END_TEST

START_TEST(unknown_and_repeated_columns_are_refused)
{
	static const char *const lists[] = {"doc,nothing", "doc,doc", "", "doc,,text"};
	struct writer w;

	for (size_t i = 0; i < 4; i++) {
		struct writer_options options = {.columns = lists[i]};

		ck_assert_int_eq(writer_open(&w, open_output(), own, 4, &carried, &options, &report), -1);
		writer_close(&w);
		expect_output("");
	}
}
END_TEST

Suite *
suite_writer(void)
{
	Suite *s = suite_create("writer");
	TCase *t = tcase_create("writer");

	tcase_add_test(t, rows_hold_own_and_carried_columns);
	tcase_add_test(t, columns_are_chosen);
	tcase_add_test(t, a_huge_text_is_not_copied);
	tcase_add_test(t, a_failed_write_is_told_once);
	tcase_add_test(t, unknown_and_repeated_columns_are_refused);
	suite_add_tcase(s, t);
	return s;
}
