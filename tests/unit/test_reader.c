#include <check.h>
#include <stdlib.h>
#include <string.h>
#include <sys/wait.h>
#include <unistd.h>

#include "tests/unit/reader_files.h"

Suite *suite_reader(void);

START_TEST(text_is_a_paragraph_a_line)
{
	add_file("a", "One.\n\n \t\nTwo\\ \ttabs.\r\nlast");
	add_file("b", "\xef\xbb\xbfother\n");
	expect_rows("*a 1,0,0 [One.]\na 2,0,0 [Two\\\\ \\ttabs.]\na 3,0,0 [last]\n*b 1,0,0 [other]\n", 0);
}
END_TEST

START_TEST(wrapped_text_ends_at_blank_lines)
{
	args.wrapped = true;
	add_file("a", "One\r\ntwo\nthree\n\n\nfour\n  \nfive");
	expect_rows("*a 1,0,0 [One two three]\na 2,0,0 [four]\na 3,0,0 [five]\n", 0);
}
END_TEST

START_TEST(a_line_too_large_is_left_out)
{
	char line[4096];

	memset(line, 'x', sizeof(line));
	memcpy(line, "a\n", 2);
	memcpy(line + sizeof(line) - 3, "\nb\n", 3);
	args.max_document = 1000;
	add_bytes("a", line, sizeof(line));
	expect_rows("*a 1,0,0 [a]\na 2,0,0 [b]\n", 1);
}
END_TEST

START_TEST(nul_bytes_pass)
{
	add_bytes("a", "a\0b\nc\n", 6);
	struct reader *r = reader_open(&args, NULL, &report);
	struct row row;

	ck_assert_int_eq(reader_next(r, &row), 1);
	ck_assert_uint_eq(row.text.len, 3);
	ck_assert_mem_eq(row.text.data, "a\0b", 3);
	reader_close(r);
}
END_TEST

START_TEST(strict_stops_at_invalid_utf8)
{
	args.strict = true;
	add_file("a", "good\nb\xff\nlost\n");
	expect_rows("*a 1,0,0 [good]\n", 1);
}
END_TEST

START_TEST(a_directory_is_left_out)
{
	add_operand("/");
	add_file("a", "x\n");
	expect_rows("*a 1,0,0 [x]\n", 1);
}
END_TEST

START_TEST(a_first_line_too_large_is_left_out)
{
	args.max_document = 8;
	add_file("a", "0123456789\nx\n");
	add_file("b", "\ny\n");
	expect_rows("*a 1,0,0 [x]\n*b 1,0,0 [y]\n", 1);
}
END_TEST

START_TEST(strict_stops_at_a_first_line_too_large)
{
	args.max_document = 8;
	args.strict = true;
	add_file("a", "0123456789\nx\n");
	add_file("b", "y\n");
	expect_rows("", 1);
}
END_TEST

START_TEST(wrapped_text_too_large_is_left_out)
{
	args.wrapped = true;
	args.max_document = 10;
	add_file("a", "0123456789ab\n\n1234\n12345\n123456\n\nx\ny\n01234567890\n");
	add_file("b", "z\n01234567890\n");
	expect_rows("*a 1,0,0 [123456]\na 2,0,0 [x y]\n*b 1,0,0 [z]\n", 1);
}
END_TEST

/* Writes content into a pipe step bytes at a time, and reads the pipe. */
static void
read_in_steps(const char *content, size_t len, size_t step, struct buf *out)
{
	struct reader *r;
	struct row row;
	int ends[2];
	pid_t child;

	ck_assert_int_eq(pipe(ends), 0);
	child = fork();
	if (child == 0) {
		for (size_t i = 0; i < len; i += step)
			if (write(ends[1], content + i, len - i < step ? len - i : step) == -1)
				_exit(1);
		_exit(0);
	}
	close(ends[1]);
	dup2(ends[0], STDIN_FILENO);
	close(ends[0]);
	add_operand("-");
	out->len = 0;
	r = reader_open(&args, NULL, &report);
	while (reader_next(r, &row) == 1)
		print_row(out, &row, reader_header(r));
	reader_close(r);
	waitpid(child, NULL, 0);
}

/* A process for each step, since a reader gives up what a second one would need. */
START_TEST(chunks_change_nothing)
{
	static const char content[] = "\xef\xbb\xbf" "doc\tk\ttext\r\nA\t\\N\tone\\n\xe2\x80\x9ctwo\xe2\x80\x9d\r\nA\tv\tthr\xf0\x9f\x98" "ee\n\nB\tx\\\\\tz\n"
	    "doc\tk\ttext\nC\ty\tlast";
	static const char expected[] = "*A 1,0,0 k= [one]\nA 2,0,0 k= [\xe2\x80\x9ctwo\xe2\x80\x9d]\nA 3,0,0 k=v [thr\xef\xbf\xbd" "ee]\n"
	    "*B 1,0,0 k=x\\\\ [z]\n*C 1,0,0 k=y [last]\n";
	struct buf out = {0};
	int status;

	for (size_t step = 1; step <= sizeof(content); step += step < 12 ? 1 : 40) {
		pid_t child = fork();

		if (child == 0) {
			read_in_steps(content, sizeof(content) - 1, step, &out);
			_exit(!slice_equal((struct slice){out.data, out.len}, slice_of(expected)));
		}
		ck_assert_int_eq(waitpid(child, &status, 0), child);
		ck_assert_int_eq(status, 0);
	}
}
END_TEST

Suite *
suite_reader(void)
{
	const TTest *const tests[] = {
		text_is_a_paragraph_a_line, wrapped_text_ends_at_blank_lines, a_line_too_large_is_left_out, nul_bytes_pass,
		strict_stops_at_invalid_utf8, a_directory_is_left_out, a_first_line_too_large_is_left_out,
		strict_stops_at_a_first_line_too_large, wrapped_text_too_large_is_left_out, chunks_change_nothing,
	};

	return reader_suite("reader", tests, sizeof(tests) / sizeof(tests[0]));
}
