#include <check.h>
#include <fcntl.h>
#include <pty.h>
#include <stdio.h>
#include <stdlib.h>
#include <sys/wait.h>
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

START_TEST(numbers_of_every_length)
{
	static const char *const only[] = {"n"};
	static const uint64_t numbers[] = {0, 9, 10, 99, 100, 999, 1000, 1090, 9999, 10000, 99999, 100000, UINT64_MAX};
	struct writer w;
	const struct writer_options options = {.no_header = true};
	struct value v;

	ck_assert_int_eq(writer_open(&w, open_output(), only, 1, NULL, &options, &report), 0);
	for (size_t i = 0; i < sizeof(numbers) / sizeof(numbers[0]); i++) {
		v = value_number(numbers[i]);
		ck_assert_int_eq(writer_row(&w, &v, NULL), 0);
	}
	ck_assert_int_eq(writer_close(&w), 0);
	expect_output("0\n9\n10\n99\n100\n999\n1000\n1090\n9999\n10000\n99999\n100000\n18446744073709551615\n");
}
END_TEST

START_TEST(no_column_of_its_own_is_needed)
{
	static const char *const only[] = {"x"};
	struct writer w;
	const struct writer_options options = {.flush_size = 8};
	struct value v = value_number(7);

	ck_assert_int_eq(writer_open(&w, open_output(), NULL, 0, &carried, &options, &report), 0);
	ck_assert_int_eq(writer_row(&w, NULL, fields), 0);
	ck_assert_int_eq(writer_close(&w), 0);
	expect_output("k\tn\nK\thidden\n");
	ck_assert_int_eq(writer_open(&w, open_output(), only, 1, &carried, &options, &report), 0);
	ck_assert_int_eq(writer_row(&w, &v, fields), 0);
	ck_assert_int_eq(writer_close(&w), 0);
	expect_output("x\tk\tn\n7\tK\thidden\n");
}
END_TEST

/* Fields that just fill the buffer, and go beyond, between numbers. */
START_TEST(rows_about_as_long_as_the_buffer)
{
	static const char digits[] = "0123456789";
	struct writer w;
	const struct writer_options options = {.columns = "doc,n,text", .no_header = true, .flush_size = 8};
	struct value v[4] = {value_string(""), value_number(UINT64_MAX), {.kind = VALUE_EMPTY}, {.kind = VALUE_EMPTY}};
	char expected[64];

	for (size_t i = 0; i <= 10; i++)
		for (size_t k = 0; k <= 10; k++) {
			v[0] = value_field((struct slice){digits, i});
			v[3] = value_field((struct slice){digits, k});
			ck_assert_int_eq(writer_open(&w, open_output(), own, 4, NULL, &options, &report), 0);
			ck_assert_int_eq(writer_row(&w, v, NULL), 0);
			ck_assert_int_eq(writer_close(&w), 0);
			snprintf(expected, sizeof(expected), "%.*s\t18446744073709551615\t%.*s\n", (int)i, digits, (int)k, digits);
			expect_output(expected);
		}
}
END_TEST

/* A buffer with a maximum stands for memory that runs out, at any byte of a row. */
START_TEST(a_row_for_which_memory_runs_out_is_told)
{
	struct writer w;
	const struct writer_options options = {.no_header = true};
	struct value v[] = {value_text("\t", 1), value_number(123), value_milli(1045), value_text("a\tb\\", 4)};

	for (size_t max = 1; max < 26; max++) {
		ck_assert_int_eq(writer_open(&w, open_output(), own, 4, &carried, &options, &report), 0);
		w.out.max = max;
		ck_assert_int_eq(writer_row(&w, v, fields), max < 22 ? -1 : 0);
		ck_assert_int_eq(writer_close(&w), max < 22 ? -1 : 0);
		ck_assert_int_eq(report.status, max < 22 ? 1 : 0);
		expect_output(max < 22 ? "" : "\\t\t123\t1.045\tK\ta\\tb\\\\\n");
	}
}
END_TEST

START_TEST(a_plain_row_for_which_memory_runs_out_is_told)
{
	struct writer w;
	const struct writer_options options = {.no_header = true};
	struct value v[4] = {{.kind = VALUE_EMPTY}};

	for (size_t max = 1; max < 7; max++) {
		ck_assert_int_eq(writer_open(&w, open_output(), own, 4, &carried, &options, &report), 0);
		w.out.max = max;
		ck_assert_int_eq(writer_row(&w, v, fields), max < 6 ? -1 : 0);
		ck_assert_int_eq(writer_close(&w), max < 6 ? -1 : 0);
		expect_output(max < 6 ? "" : "\t\t\tK\t\n");
	}
}
END_TEST

START_TEST(a_write_that_fails_within_a_huge_text_is_told)
{
	static char text[1000];
	struct writer w;
	const struct writer_options options = {.no_header = true, .flush_size = 64};
	struct value v[4] = {{.kind = VALUE_EMPTY}};

	memset(text, 'x', sizeof(text));
	v[3] = value_text(text, sizeof(text));
	close(open_output());
	unlink(name);
	ck_assert_int_eq(writer_open(&w, open("/dev/full", O_WRONLY), own, 4, NULL, &options, &report), 0);
	ck_assert_int_eq(writer_row(&w, v, NULL), -1);
	ck_assert_int_eq(writer_close(&w), -1);
	ck_assert_int_eq(report.status, 1);
}
END_TEST

static const char controls[] = "a\033[2J\x7f\xc2\x80\xc2\x9f\xc2\xa0\xc3\x80\b\xc2";

START_TEST(a_terminal_sees_no_control_character)
{
	static const char expected[] = "doc\ttext\r\n\ta\\x1b[2J\\x7f\\xc2\\x80\\xc2\\x9f\xc2\xa0\xc3\x80\\x08\xc2\r\n";
	char got[sizeof(expected)] = "";
	struct writer w;
	const struct writer_options options = {.columns = "doc,text"};
	struct value v[4] = {{.kind = VALUE_EMPTY}};
	int terminal, slave;
	ssize_t n;

	close(open_output());
	unlink(name);
	ck_assert_int_eq(openpty(&terminal, &slave, NULL, NULL, NULL), 0);
	ck_assert_int_eq(writer_open(&w, slave, own, 4, NULL, &options, &report), 0);
	v[3] = value_text(controls, sizeof(controls) - 1);
	ck_assert_int_eq(writer_row(&w, v, NULL), 0);
	for (size_t len = 0; len < sizeof(expected) - 1; len += (size_t)n) {
		n = read(terminal, got + len, sizeof(got) - 1 - len);
		ck_assert_int_gt((int)n, 0);
	}
	ck_assert_str_eq(got, expected);
	ck_assert_int_eq(writer_close(&w), 0);
}
END_TEST

START_TEST(a_terminal_that_is_gone_is_told)
{
	static const char *const texts[] = {"plain", "a\033", "\033"};
	struct writer w;
	const struct writer_options options = {.columns = "text", .no_header = true};
	struct value v[4] = {{.kind = VALUE_EMPTY}};
	int terminal, slave;

	for (size_t i = 0; i < 3; i++) {
		close(open_output());
		unlink(name);
		ck_assert_int_eq(openpty(&terminal, &slave, NULL, NULL, NULL), 0);
		ck_assert_int_eq(writer_open(&w, slave, own, 4, NULL, &options, &report), 0);
		close(terminal);
		v[3] = value_text(texts[i], strlen(texts[i]));
		ck_assert_int_eq(writer_row(&w, v, NULL), -1);
		writer_close(&w);
		ck_assert_int_eq(report.status, 1);
	}
}
END_TEST

/* A pipe that does not block, and a reader that is slow to begin: nothing is lost. */
START_TEST(a_full_pipe_is_waited_for)
{
	enum { ROWS = 20000 };
	struct writer w;
	const struct writer_options options = {.columns = "n", .no_header = true};
	struct value v[4] = {{.kind = VALUE_EMPTY}};
	int ends[2], status;
	pid_t child;

	close(open_output());
	unlink(name);
	ck_assert_int_eq(pipe2(ends, O_NONBLOCK), 0);
	child = fork();
	if (child == 0) {
		size_t total = 0;
		char got[4096];
		ssize_t n;

		close(ends[1]);
		usleep(100000);
		fcntl(ends[0], F_SETFL, 0);
		while ((n = read(ends[0], got, sizeof(got))) > 0)
			total += (size_t)n;
		_exit(total != ROWS * 11);
	}
	close(ends[0]);
	ck_assert_int_eq(writer_open(&w, ends[1], own, 4, NULL, &options, &report), 0);
	v[1] = value_number(1234567890);
	for (size_t i = 0; i < ROWS; i++)
		ck_assert_int_eq(writer_row(&w, v, NULL), 0);
	ck_assert_int_eq(writer_close(&w), 0);
	ck_assert_int_eq(waitpid(child, &status, 0), child);
	ck_assert_int_eq(status, 0);
}
END_TEST

/* What rows of one input row share comes out as it would if each were written whole, however long it is. */
START_TEST(rows_that_repeat_their_beginning)
{
	const struct writer_options options = {.no_header = true, .columns = "k,doc,n,text"};
	struct value v[] = {value_string("A"), value_number(1), value_milli(0), value_text("a\tb", 3)};
	char document[WRITER_PREFIX + 1], expected[600];
	struct writer w;

	memset(document, 'd', WRITER_PREFIX);
	document[WRITER_PREFIX] = '\0';
	ck_assert_int_eq(writer_open(&w, open_output(), own, 4, &carried, &options, &report), 0);
	writer_repeats(&w, 1);
	ck_assert_int_eq(writer_row(&w, v, fields), 0);
	v[3] = value_text("x", 1);
	ck_assert_int_eq(writer_row_more(&w, v, fields), 0);
	v[3] = value_string("y");
	ck_assert_int_eq(writer_row(&w, v, fields), 0);
	v[1] = value_number(2);
	ck_assert_int_eq(writer_row_more(&w, v, fields), 0);
	v[3] = value_text("a\tb", 3);
	ck_assert_int_eq(writer_row_more(&w, v, fields), 0);
	v[0] = value_string(document);
	v[3] = value_string("z");
	ck_assert_int_eq(writer_row(&w, v, fields), 0);
	ck_assert_int_eq(writer_row_more(&w, v, fields), 0);
	/* nothing but what repeats */
	writer_repeats(&w, 4);
	v[0] = value_string("A");
	ck_assert_int_eq(writer_row(&w, v, fields), 0);
	ck_assert_int_eq(writer_row_more(&w, v, fields), 0);
	ck_assert_int_eq(writer_close(&w), 0);
	snprintf(expected, sizeof(expected), "K\tA\t1\ta\\tb\nK\tA\t1\tx\nK\tA\t1\ty\nK\tA\t2\ty\nK\tA\t2\ta\\tb\n"
	    "K\t%s\t2\tz\nK\t%s\t2\tz\nK\tA\t2\tz\nK\tA\t2\tz\n", document, document);
	expect_output(expected);
}
END_TEST

Suite *
suite_writer(void)
{
	Suite *s = suite_create("writer");
	TCase *t = tcase_create("writer");

	tcase_add_test(t, rows_hold_own_and_carried_columns);
	tcase_add_test(t, rows_that_repeat_their_beginning);
	tcase_add_test(t, columns_are_chosen);
	tcase_add_test(t, a_huge_text_is_not_copied);
	tcase_add_test(t, a_failed_write_is_told_once);
	tcase_add_test(t, unknown_and_repeated_columns_are_refused);
	tcase_add_test(t, numbers_of_every_length);
	tcase_add_test(t, no_column_of_its_own_is_needed);
	tcase_add_test(t, rows_about_as_long_as_the_buffer);
	tcase_add_test(t, a_row_for_which_memory_runs_out_is_told);
	tcase_add_test(t, a_plain_row_for_which_memory_runs_out_is_told);
	tcase_add_test(t, a_write_that_fails_within_a_huge_text_is_told);
	tcase_add_test(t, a_terminal_sees_no_control_character);
	tcase_add_test(t, a_terminal_that_is_gone_is_told);
	tcase_add_test(t, a_full_pipe_is_waited_for);
	suite_add_tcase(s, t);
	return s;
}
