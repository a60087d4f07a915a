#include <check.h>
#include <errno.h>
#include <stdio.h>
#include <stdlib.h>
#include <unistd.h>

#include "common/csv_record.h"

Suite *suite_csv_record(void);

static struct lines lines;
static struct csv_record record;

/* Starts on a file that holds len bytes, with the same most for a line and a record. */
static void
begin(const char *content, size_t len, size_t max)
{
	FILE *f = tmpfile();

	ck_assert_ptr_nonnull(f);
	fwrite(content, 1, len, f);
	fflush(f);
	lseek(fileno(f), 0, SEEK_SET);
	lines = (struct lines){.max = max};
	lines_open(&lines, fileno(f));
	csv_record_init(&record, max);
}

/* The next record: its status, the line that it begins on, and its fields, parted by bars. */
static void
expect(enum csv_status status, size_t line, const char *fields)
{
	struct slice *f = NULL;
	struct buf got = {0};
	size_t n = 0, first_line;

	ck_assert_int_eq((int)csv_record_next(&record, &lines, &f, &n, &first_line), (int)status);
	if (status == CSV_RECORD_OK) {
		for (size_t i = 0; i < n; i++) {
			buf_append(&got, "|", i != 0);
			buf_append(&got, f[i].data, f[i].len);
		}
		ck_assert_msg(slice_equal((struct slice){got.data, got.len}, slice_of(fields)), "%.*s", (int)got.len, got.data);
	}
	if (status != CSV_RECORD_END)
		ck_assert_uint_eq(first_line, line);
	buf_free(&got);
}

static void
tear_down(void)
{
	lines_free(&lines);
	csv_record_free(&record);
}

#define BEGIN(content, max) begin(content, sizeof(content) - 1, max)

START_TEST(records_span_lines)
{
	BEGIN(",\n\na,\"b\n\nc\",d\r\n\"x\"\"y\"\re, f \nlast,\"\"", 100);
	expect(CSV_RECORD_OK, 1, "|");
	expect(CSV_RECORD_OK, 3, "a|b\n\nc|d");
	expect(CSV_RECORD_OK, 6, "x\"y");
	expect(CSV_RECORD_OK, 6, "e| f ");
	expect(CSV_RECORD_OK, 7, "last|");
	expect(CSV_RECORD_END, 0, "");
	expect(CSV_RECORD_END, 0, "");
}
END_TEST

START_TEST(a_stray_mark_loses_its_line)
{
	BEGIN("a\"b,c\n\"d\"e,f\ng\n", 100);
	expect(CSV_RECORD_QUOTE, 1, "");
	expect(CSV_RECORD_QUOTE, 2, "");
	expect(CSV_RECORD_OK, 3, "g");
	expect(CSV_RECORD_END, 0, "");
}
END_TEST

START_TEST(an_open_mark_loses_the_rest)
{
	BEGIN("a\n\"b\nc\n", 100);
	expect(CSV_RECORD_OK, 1, "a");
	expect(CSV_RECORD_OPEN, 2, "");
	expect(CSV_RECORD_END, 0, "");
}
END_TEST

START_TEST(a_line_too_long_between_records_is_passed_over)
{
	BEGIN("a\n0123456789012345678901234567890123456789\nb\n", 20);
	expect(CSV_RECORD_OK, 1, "a");
	errno = 0;
	expect(CSV_RECORD_ERROR, 1, "");
	ck_assert_int_eq(errno, EFBIG);
	expect(CSV_RECORD_OK, 3, "b");
}
END_TEST

START_TEST(a_record_too_long_ends_the_file)
{
	BEGIN("\"a\n0123456789012345678901234567890123456789\n\"\n", 20);
	expect(CSV_RECORD_LONG, 1, "");
	lines_free(&lines);
	BEGIN("\"0123456789\n0123456789\n\"\nb\n", 20);
	expect(CSV_RECORD_LONG, 1, "");
}
END_TEST

Suite *
suite_csv_record(void)
{
	Suite *s = suite_create("csv_record");
	TCase *t = tcase_create("csv_record");

	tcase_add_checked_fixture(t, NULL, tear_down);
	tcase_add_test(t, records_span_lines);
	tcase_add_test(t, a_stray_mark_loses_its_line);
	tcase_add_test(t, an_open_mark_loses_the_rest);
	tcase_add_test(t, a_line_too_long_between_records_is_passed_over);
	tcase_add_test(t, a_record_too_long_ends_the_file);
	suite_add_tcase(s, t);
	return s;
}
