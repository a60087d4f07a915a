#include <check.h>
#include <getopt.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>

#include "common/args.h"

Suite *suite_args(void);

static char last_own;

static const char *
own_option(void *self, int letter, const char *argument)
{
	(void)self;
	last_own = (char)letter;
	return argument == NULL || strcmp(argument, "bad") == 0 ? "will not do" : NULL;
}

static const struct option_spec own[] = {
	{'o', "own", "VALUE", "an option of the tool"},
	{'q', "quiet", NULL, "another"},
};
static const struct command command = {"tool", "Does it.", own, 2, own_option};
static const struct command bare = {"bare", "Does less.", NULL, 0, own_option};

/* Messages and help go nowhere; getopt_long(3) begins anew. */
static void
set_up(void)
{
	ck_assert_ptr_nonnull(freopen("/dev/null", "w", stderr));
	ck_assert_ptr_nonnull(freopen("/dev/null", "w", stdout));
}

/* Reads a command line of words parted by spaces. */
static int
parse(struct args *a, const struct command *c, const char *line)
{
	static char words[256];
	static char *argv[32];
	int argc = 0;

	snprintf(words, sizeof(words), "tool %s", line);
	for (char *p = strtok(words, " "); p != NULL; p = strtok(NULL, " "))
		argv[argc++] = p;
	argv[argc] = NULL;
	optind = 0;
	return args_parse(a, c, NULL, argc, argv);
}

START_TEST(every_shared_option_is_taken)
{
	struct args a;

	ck_assert_int_eq(parse(&a, &command, "-f tsv -F x,text -t x -i y -d Z -w -c doc -H --max-document 3k --line-buffered "
	    "--strict --progress -o good one two"), -1);
	ck_assert_int_eq((int)a.format, FORMAT_TSV);
	ck_assert_str_eq(a.fields, "x,text");
	ck_assert_str_eq(a.text_column, "x");
	ck_assert_str_eq(a.id_column, "y");
	ck_assert_str_eq(a.doc, "Z");
	ck_assert_str_eq(a.columns, "doc");
	ck_assert(a.wrapped && a.no_header && a.line_buffered && a.strict && a.progress);
	ck_assert_uint_eq(a.max_document, 3072);
	ck_assert_uint_eq(a.n_files, 2);
	ck_assert_str_eq(a.files[1], "two");
	ck_assert_int_eq(last_own, 'o');
	ck_assert_int_eq(parse(&a, &command, "--files0-from x -f text"), -1);
	ck_assert_str_eq(a.files0_from, "x");
	ck_assert_uint_eq(a.max_document, 1 << 30);
	ck_assert_int_eq(parse(&a, &command, "-f csv --max-document 2G"), -1);
	ck_assert_int_eq((int)a.format, FORMAT_CSV);
	ck_assert_uint_eq(a.max_document, (size_t)2 << 30);
}
END_TEST

START_TEST(bad_usage_ends_with_status_2)
{
	static const char *const lines[] = {
		"-f html", "--max-document k", "--max-document 0", "--max-document -1", "--max-document 3T",
		"--max-document 12345678901234567890123456789", "--max-document 9999999999G", "-o bad", "-q", "-Z", "-HZ", "--nothing", "--strict=1", "-t", "--own",
		"-f text -F text", "-f text -t body", "-f text -i id", "--files0-from x y",
	};
	struct args a;

	for (size_t i = 0; i < sizeof(lines) / sizeof(lines[0]); i++)
		ck_assert_msg(parse(&a, &command, lines[i]) == 2, "%s", lines[i]);
}
END_TEST

START_TEST(help_and_version_end_with_status_0)
{
	struct args a;

	ck_assert_int_eq(parse(&a, &command, "--help"), 0);
	ck_assert_int_eq(parse(&a, &bare, "-h"), 0);
	ck_assert_int_eq(parse(&a, &command, "--version -Z"), 0);
}
END_TEST

START_TEST(help_that_cannot_be_written_is_an_error)
{
	struct args a;

	for (int mode = 0; mode < 2; mode++) {
		ck_assert_ptr_nonnull(freopen("/dev/full", "w", stdout));
		setvbuf(stdout, NULL, mode == 0 ? _IOFBF : _IONBF, mode == 0 ? BUFSIZ : 0);
		ck_assert_int_eq(parse(&a, &command, "--help"), 1);
		ck_assert_int_eq(parse(&a, &command, "--version"), 1);
	}
}
END_TEST

Suite *
suite_args(void)
{
	Suite *s = suite_create("args");
	TCase *t = tcase_create("args");

	tcase_add_checked_fixture(t, set_up, NULL);
	tcase_add_test(t, every_shared_option_is_taken);
	tcase_add_test(t, bad_usage_ends_with_status_2);
	tcase_add_test(t, help_and_version_end_with_status_0);
	tcase_add_test(t, help_that_cannot_be_written_is_an_error);
	suite_add_tcase(s, t);
	return s;
}
