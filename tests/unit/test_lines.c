#include <check.h>
#include <errno.h>
#include <fcntl.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <sys/wait.h>
#include <unistd.h>

#include "common/lines.h"

Suite *suite_lines(void);

/* A descriptor open for reading on a file that holds len bytes of s. */
static int
file_of(const char *s, size_t len)
{
	FILE *f = tmpfile();
	int fd;

	ck_assert_ptr_nonnull(f);
	ck_assert_uint_eq(fwrite(s, 1, len, f), len);
	ck_assert_int_eq(fflush(f), 0);
	fd = dup(fileno(f));
	fclose(f);
	lseek(fd, 0, SEEK_SET);
	return fd;
}

static void
expect(struct lines *l, const char *line, size_t len, size_t terminator)
{
	struct slice got;
	size_t t;

	ck_assert_int_eq(lines_next(l, &got, &t), 1);
	ck_assert_uint_eq(got.len, len);
	ck_assert_mem_eq(got.data, line, len);
	ck_assert_uint_eq(t, terminator);
}

static void
expect_end(struct lines *l)
{
	struct slice got;
	size_t t;

	ck_assert_int_eq(lines_next(l, &got, &t), 0);
	ck_assert_int_eq(lines_next(l, &got, &t), 0);
}

START_TEST(line_ends_and_bom)
{
	static const char s[] = "\xef\xbb\xbf" "a\r\n\nb\rc\n\r\nlast";
	struct lines l = {.max = 1000};
	int fd = file_of(s, sizeof(s) - 1);

	lines_open(&l, fd);
	expect(&l, "a", 1, 2);
	expect(&l, "", 0, 1);
	expect(&l, "b\rc", 3, 1);
	expect(&l, "", 0, 2);
	expect(&l, "last", 4, 0);
	ck_assert_uint_eq(l.number, 5);
	expect_end(&l);
	close(fd);
	lines_free(&l);
}
END_TEST

START_TEST(nothing_in_an_empty_file)
{
	struct lines l = {.max = 1000};
	int fd = file_of("", 0);

	lines_open(&l, fd);
	expect_end(&l);
	close(fd);
	lines_free(&l);
}
END_TEST

START_TEST(a_peeked_line_comes_again)
{
	struct lines l = {.max = 1000};
	struct slice line;
	int fd = file_of("one\ntwo", 7);

	lines_open(&l, fd);
	ck_assert_int_eq(lines_peek(&l, &line), 1);
	ck_assert_int_eq(lines_peek(&l, &line), 1);
	ck_assert_uint_eq(line.len, 3);
	expect(&l, "one", 3, 1);
	expect(&l, "two", 3, 0);
	ck_assert_int_eq(lines_peek(&l, &line), 0);
	expect_end(&l);
	close(fd);
	lines_free(&l);
}
END_TEST

START_TEST(invalid_bytes_are_replaced_and_counted)
{
	struct lines l = {.max = 1000};
	int fd = file_of("a\xff\nb\n\xe2\x82\n", 7 + 1);

	lines_open(&l, fd);
	expect(&l, "a\xef\xbf\xbd", 4, 1);
	expect(&l, "b", 1, 1);
	expect(&l, "\xef\xbf\xbd", 3, 1);
	ck_assert_uint_eq(l.invalid, 2);
	expect_end(&l);
	close(fd);
	lines_free(&l);
}
END_TEST

START_TEST(a_line_too_long_is_skipped)
{
	size_t len = 500000;
	char *s = malloc(len);
	struct lines l = {.max = 1000};
	struct slice line;
	size_t t;
	int fd;

	memset(s, 'x', len);
	memcpy(s, "a\n", 2);
	memcpy(s + len - 3, "\nb\n", 3);
	fd = file_of(s, len);
	lines_open(&l, fd);
	expect(&l, "a", 1, 1);
	errno = 0;
	ck_assert_int_eq(lines_next(&l, &line, &t), -1);
	ck_assert_int_eq(errno, EFBIG);
	ck_assert_uint_eq(l.number, 2);
	expect(&l, "b", 1, 1);
	expect_end(&l);
	ck_assert_uint_lt(l.block.cap, len);
	close(fd);
	lines_free(&l);
	free(s);
}
END_TEST

START_TEST(lines_of_every_length_round_the_block)
{
	struct lines l = {.max = 1 << 20};
	size_t len = 0, cap = 3 * 131072 + 4096, widths[] = {131071, 1, 131072, 0, 131073, 7};
	char *s = malloc(cap);
	int fd;

	for (size_t i = 0; i < 6; i++) {
		memset(s + len, 'a' + (int)i, widths[i]);
		len += widths[i];
		s[len++] = '\n';
	}
	fd = file_of(s, len);
	lines_open(&l, fd);
	for (size_t i = 0, at = 0; i < 6; at += widths[i] + 1, i++)
		expect(&l, s + at, widths[i], 1);
	expect_end(&l);
	ck_assert_uint_eq(l.bytes, len);
	close(fd);
	lines_free(&l);
	free(s);
}
END_TEST

START_TEST(a_directory_is_an_error)
{
	struct lines l = {.max = 1000};
	struct slice line;
	size_t t;
	int fd = open("/", O_RDONLY);

	lines_open(&l, fd);
	ck_assert_int_eq(lines_next(&l, &line, &t), -1);
	ck_assert_int_eq(errno, EISDIR);
	expect_end(&l);
	close(fd);
	lines_free(&l);
}
END_TEST

/* A pipe that does not block is waited for. */
START_TEST(an_empty_pipe_is_waited_for)
{
	struct lines l = {.max = 1000};
	int ends[2];
	pid_t child;

	ck_assert_int_eq(pipe2(ends, O_NONBLOCK), 0);
	child = fork();
	if (child == 0) {
		for (const char *p = "one\ntwo"; *p != '\0'; p++) {
			usleep(10000);
			if (write(ends[1], p, 1) != 1)
				_exit(1);
		}
		_exit(0);
	}
	close(ends[1]);
	lines_open(&l, ends[0]);
	expect(&l, "one", 3, 1);
	expect(&l, "two", 3, 0);
	expect_end(&l);
	waitpid(child, NULL, 0);
	close(ends[0]);
	lines_free(&l);
}
END_TEST

START_TEST(a_last_line_too_long_is_told)
{
	static const char s[] = "a\n0123456789";
	struct lines l = {.max = 5};
	struct slice line;
	size_t t;
	int fd = file_of(s, sizeof(s) - 1);

	lines_open(&l, fd);
	expect(&l, "a", 1, 1);
	for (int i = 0; i < 2; i++) {
		errno = 0;
		ck_assert_int_eq(lines_peek(&l, &line), -1);
		ck_assert_int_eq(errno, EFBIG);
	}
	errno = 0;
	ck_assert_int_eq(lines_next(&l, &line, &t), -1);
	ck_assert_int_eq(errno, EFBIG);
	ck_assert_int_eq(lines_next(&l, &line, &t), 0);
	close(fd);
	lines_free(&l);
}
END_TEST

START_TEST(a_huge_line_without_an_end_is_told)
{
	size_t len = 1 << 20, t;
	char *s = malloc(len);
	struct lines l = {.max = 1000};
	struct slice line;
	int fd;

	memset(s, 'x', len);
	fd = file_of(s, len);
	lines_open(&l, fd);
	errno = 0;
	ck_assert_int_eq(lines_next(&l, &line, &t), -1);
	ck_assert_int_eq(errno, EFBIG);
	expect_end(&l);
	close(fd);
	lines_free(&l);
	free(s);
}
END_TEST

START_TEST(a_bom_alone_is_an_empty_line)
{
	struct lines l = {.max = 1000};
	int fd = file_of("\xef\xbb\xbf", 3);

	lines_open(&l, fd);
	expect(&l, "", 0, 0);
	expect_end(&l);
	close(fd);
	lines_free(&l);
}
END_TEST

/* A line of the very size that is allowed, its LF in the next block, and one byte more. */
START_TEST(the_longest_line_is_whole)
{
	size_t len = 200000;
	char *s = malloc(len + 2);
	struct slice line;
	size_t t;
	int fd;

	memset(s, 'x', len);
	memcpy(s + len, "\n\n", 2);
	fd = file_of(s, len + 2);
	for (size_t max = len - 1; max < len + 3; max++) {
		struct lines l = {.max = max};

		lseek(fd, 0, SEEK_SET);
		lines_open(&l, fd);
		ck_assert_int_eq(lines_next(&l, &line, &t), max > len ? 1 : -1);
		expect(&l, "", 0, 1);
		expect_end(&l);
		lines_free(&l);
	}
	close(fd);
	free(s);
}
END_TEST

/* A CR or a backslash is told of its line alone, in every block, one in a line end not at all. */
START_TEST(escapes_are_told)
{
	enum { LINES = 60000 };
	static const char *const kinds[] = {"plain\n", "a\\b\n", "plain\r\n", "a\rb\n", "\\\r\n", "\n"};
	static const bool escapes[] = {false, true, false, true, true, false};
	struct buf text = {0};
	struct lines l = {.max = 1000};
	struct slice line;
	size_t terminator;
	int fd;

	for (unsigned i = 0; i < LINES; i++)
		ck_assert_int_eq(buf_append(&text, kinds[i / 7 % 6], strlen(kinds[i / 7 % 6])), 0);
	fd = file_of(text.data, text.len);
	lines_open(&l, fd);
	for (unsigned i = 0; i < LINES; i++) {
		ck_assert_int_eq(lines_next(&l, &line, &terminator), 1);
		ck_assert_int_eq(l.escapes, escapes[i / 7 % 6]);
	}
	expect_end(&l);
	close(fd);
	lines_free(&l);
	buf_free(&text);
}
END_TEST

Suite *
suite_lines(void)
{
	Suite *s = suite_create("lines");
	TCase *t = tcase_create("lines");

	tcase_add_test(t, line_ends_and_bom);
	tcase_add_test(t, escapes_are_told);
	tcase_add_test(t, nothing_in_an_empty_file);
	tcase_add_test(t, a_peeked_line_comes_again);
	tcase_add_test(t, invalid_bytes_are_replaced_and_counted);
	tcase_add_test(t, a_line_too_long_is_skipped);
	tcase_add_test(t, lines_of_every_length_round_the_block);
	tcase_add_test(t, a_directory_is_an_error);
	tcase_add_test(t, an_empty_pipe_is_waited_for);
	tcase_add_test(t, a_last_line_too_long_is_told);
	tcase_add_test(t, a_huge_line_without_an_end_is_told);
	tcase_add_test(t, a_bom_alone_is_an_empty_line);
	tcase_add_test(t, the_longest_line_is_whole);
	suite_add_tcase(s, t);
	return s;
}
