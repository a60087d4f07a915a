#include <check.h>
#include <pty.h>
#include <stdlib.h>
#include <string.h>
#include <sys/wait.h>
#include <unistd.h>

#include "common/document.h"
#include "tests/unit/reader_files.h"

Suite *suite_document(void);

/* Rows of a document stay whole after the FILE that they came from is closed. */
START_TEST(documents_are_gathered)
{
	struct document d = {0};
	struct reader *r;

	add_file("a", "doc\tpar\tk\tlang\ttext\nA\t1\tv\ten\tone\nA\t2\tw\tde\ttwo\\n\nB\t1\t\t\tthree\n");
	add_file("b", "doc\tpar\tk\tlang\ttext\nB\t1\tu\t\tfour\n");
	r = reader_open(&args, NULL, &report);
	ck_assert_int_eq(document_next(&d, r), 1);
	ck_assert_uint_eq(d.n, 2);
	ck_assert(slice_equal(d.rows[1].text, slice_of("two\n")));
	ck_assert(slice_equal(d.rows[1].fields[0], slice_of("w")));
	ck_assert(slice_equal(d.rows[1].lang, slice_of("de")));
	ck_assert(slice_equal(d.rows[1].doc, slice_of("A")));
	ck_assert_int_eq(document_next(&d, r), 1);
	ck_assert_uint_eq(d.n, 1);
	ck_assert_str_eq(d.rows[0].file, args.files[0]);
	ck_assert(slice_equal(d.rows[0].text, slice_of("three")));
	ck_assert_int_eq(document_next(&d, r), 1);
	ck_assert(slice_equal(d.rows[0].text, slice_of("four")));
	ck_assert_int_eq(document_next(&d, r), 0);
	reader_close(r);
	document_free(&d);
}
END_TEST

START_TEST(a_directory_is_no_text)
{
	struct document d = {0};
	struct reader *r;

	args.format = FORMAT_TEXT;
	add_file("a", "x\n");
	add_operand("/");
	r = reader_open(&args, NULL, &report);
	ck_assert_int_eq(document_next(&d, r), 1);
	ck_assert_str_eq(d.rows[0].file, args.files[0]);
	ck_assert_int_eq(document_next(&d, r), 0);
	ck_assert_int_eq(report.status, 1);
	document_free(&d);
	reader_close(r);
}
END_TEST

START_TEST(a_document_too_large_is_left_out)
{
	struct document d = {0};
	struct reader *r;

	args.max_document = 100;
	add_file("a", "doc\tpar\ttext\nA\t1\tThis is a text of some forty bytes or so.\nA\t2\tThis is a text of some forty bytes or so.\n"
	    "A\t3\tThis is a text of some forty bytes or so.\nB\t1\tshort\n");
	r = reader_open(&args, NULL, &report);
	ck_assert_int_eq(document_next(&d, r), 1);
	ck_assert(slice_equal(d.rows[0].text, slice_of("short")));
	ck_assert_int_eq(document_next(&d, r), 0);
	ck_assert_int_eq(report.status, 1);
	reader_close(r);
	document_free(&d);
}
END_TEST

/* The maximum falls into the name of the FILE, then the id, the language, the text, a field. */
START_TEST(documents_too_large_by_any_part)
{
	struct document d = {0};
	struct reader *r;
	size_t whole;

	add_file("a", "doc\tpar\tk\tlang\ttext\nAaaaa\t1\tkkkkk\ten\tttttt\nAaaaa\t2\tkkkkk\ten\tttttt\n");
	whole = strlen(args.files[0]) + 1 + 5 + 2 * (2 + 5 + 5 + 2);
	for (args.max_document = 25; args.max_document < whole + 3; args.max_document++) {
		int status;
		pid_t child = fork();

		if (child == 0) {
			r = reader_open(&args, NULL, &report);
			ck_assert_int_eq(document_next(&d, r), args.max_document >= whole);
			reader_close(r);
			document_free(&d);
			exit(0);
		}
		ck_assert_int_eq(waitpid(child, &status, 0), child);
		ck_assert_int_eq(status, 0);
	}
}
END_TEST

/* Standard input gives this, and then fails, as a terminal does that is gone. */
static void
fail_after(const char *content)
{
	struct termios raw = {.c_cflag = CS8 | CREAD};
	int master, slave;

	ck_assert_int_eq(openpty(&master, &slave, NULL, &raw, NULL), 0);
	ck_assert_int_eq((int)write(slave, content, strlen(content)), (int)strlen(content));
	close(slave);
	dup2(master, STDIN_FILENO);
	close(master);
}

START_TEST(a_document_without_its_end_is_left_out)
{
	static const struct { const char *content; size_t whole, max; } cases[] = {
		{"doc\tpar\ttext\nA\t1\t12345678901234567890\nA\t2\t12345678901234567890\nA\t3\tx\n", 0, 40},
		{"doc\tpar\ttext\nA\t1\tx\nB\t1\ty\n", 1, 0}, {"doc\tpar\ttext\nA\t1\tx\nB\t1\ty", 0, 0},
		{"doc\ttext\nA\tx\nB\t\n", 1, 0}, {"text\nx\ny\n", 2, 0},
	};
	struct document d;
	struct reader *r;

	for (size_t i = 0; i < sizeof(cases) / sizeof(cases[0]); i++) {
		pid_t child = fork();
		int status;

		if (child == 0) {
			fail_after(cases[i].content);
			add_operand("-");
			args.format = FORMAT_TSV;
			if (cases[i].max != 0)
				args.max_document = cases[i].max;
			add_file("last", cases[i].max == 0 ? cases[i].content : "doc\tpar\ttext\nB\t1\tx\n");
			r = reader_open(&args, NULL, &report);
			d = (struct document){0};
			for (size_t k = 0; k < cases[i].whole; k++) {
				ck_assert_int_eq(document_next(&d, r), 1);
				ck_assert_str_eq(d.rows[0].file, "-");
			}
			ck_assert_int_eq(document_next(&d, r), 1);
			ck_assert_str_eq(d.rows[0].file, args.files[1]);
			ck_assert_int_eq(report.status, 1);
			document_free(&d);
			reader_close(r);
			exit(0);
		}
		ck_assert_int_eq(waitpid(child, &status, 0), child);
		ck_assert_int_eq(status, 0);
	}
}
END_TEST

Suite *
suite_document(void)
{
	const TTest *const tests[] = {
		documents_are_gathered, a_directory_is_no_text, a_document_too_large_is_left_out,
		documents_too_large_by_any_part, a_document_without_its_end_is_left_out,
	};

	return reader_suite("document", tests, sizeof(tests) / sizeof(tests[0]));
}
