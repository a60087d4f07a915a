#include <check.h>
#include <errno.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <sys/resource.h>
#include <unistd.h>

#include "common/operands.h"

Suite *suite_operands(void);

START_TEST(standard_input_is_the_only_file_where_none_is_named)
{
	struct operands o;
	struct operand p;

	ck_assert_int_eq(operands_open(&o, NULL, 0, NULL), 0);
	ck_assert_int_eq(operands_next(&o, &p), 1);
	ck_assert_str_eq(p.name, "-");
	ck_assert_int_eq(p.fd, STDIN_FILENO);
	ck_assert(o.at_end);
	operand_close(&p);
	ck_assert_int_eq(operands_next(&o, &p), 0);
	operands_close(&o);
}
END_TEST

START_TEST(a_few_are_opened_ahead)
{
	static char null[] = "/dev/null", nowhere[] = "/nowhere";
	char *files[40];
	struct operands o;
	struct operand p;

	for (size_t i = 0; i < 40; i++)
		files[i] = i % 2 == 0 ? null : nowhere;
	ck_assert_int_eq(operands_open(&o, files, 40, NULL), 0);
	for (size_t i = 0; i < 30; i++) {
		ck_assert_int_eq(operands_next(&o, &p), 1);
		ck_assert(o.n_ahead < OPERANDS_AHEAD);
		ck_assert_int_eq(o.at_end, i >= 32);
		ck_assert_int_eq(p.error, i % 2 == 0 ? 0 : ENOENT);
		ck_assert_int_eq(p.fd == -1, i % 2);
		operand_close(&p);
	}
	/* Those that are open and were not asked for are closed. */
	operands_close(&o);
}
END_TEST

/* Where descriptors run out, those that are open ahead are read first; all the same each is opened in the end. */
START_TEST(few_descriptors)
{
	static char null[] = "/dev/null";
	char *files[40];
	struct rlimit usual, few, none;
	struct operands o;
	struct operand p;

	for (size_t i = 0; i < 40; i++)
		files[i] = null;
	ck_assert_int_eq(getrlimit(RLIMIT_NOFILE, &usual), 0);
	few = none = usual;
	few.rlim_cur = 8;
	none.rlim_cur = 3;
	ck_assert_int_eq(setrlimit(RLIMIT_NOFILE, &few), 0);
	ck_assert_int_eq(operands_open(&o, files, 40, NULL), 0);
	for (size_t i = 0; i < 40; i++) {
		ck_assert_int_eq(operands_next(&o, &p), 1);
		ck_assert_int_eq(p.error, 0);
		ck_assert(!o.at_end || i > 30);
		operand_close(&p);
	}
	ck_assert(o.at_end);
	ck_assert_int_eq(operands_next(&o, &p), 0);
	operands_close(&o);
	ck_assert_int_eq(setrlimit(RLIMIT_NOFILE, &none), 0);
	ck_assert_int_eq(operands_open(&o, files, 1, NULL), 0);
	ck_assert_int_eq(operands_next(&o, &p), 1);
	ck_assert_int_eq(p.error, EMFILE);
	operand_close(&p);
	operands_close(&o);
	ck_assert_int_eq(setrlimit(RLIMIT_NOFILE, &usual), 0);
}
END_TEST

START_TEST(names_come_from_a_file)
{
	char name[] = "/tmp/newsutils-operands-XXXXXX";
	int fd = mkstemp(name);
	struct operands o;
	struct operand p;

	ck_assert_int_eq((int)write(fd, "/dev/null\0" "a\nb\0" "-", 15), 15);
	close(fd);
	ck_assert_int_eq(operands_open(&o, NULL, 0, name), 0);
	ck_assert_str_eq(o.names_name, name);
	ck_assert_int_eq(operands_next(&o, &p), 1);
	ck_assert_str_eq(p.name, "/dev/null");
	operand_close(&p);
	ck_assert_int_eq(operands_next(&o, &p), 1);
	ck_assert_str_eq(p.name, "a\nb");
	operand_close(&p);
	ck_assert_int_eq(operands_next(&o, &p), 1);
	ck_assert_str_eq(p.name, "-");
	operand_close(&p);
	ck_assert_int_eq(operands_next(&o, &p), 0);
	operands_close(&o);
	unlink(name);
}
END_TEST

START_TEST(names_that_cannot_be_read)
{
	struct operands o;
	struct operand p;

	ck_assert_int_eq(operands_open(&o, NULL, 0, "/nowhere"), -1);
	ck_assert_int_eq(errno, ENOENT);
	ck_assert_int_eq(operands_open(&o, NULL, 0, "/"), 0);
	ck_assert_int_eq(operands_next(&o, &p), -1);
	ck_assert_int_eq(errno, EISDIR);
	operands_close(&o);
}
END_TEST

START_TEST(names_come_from_standard_input)
{
	struct operands o;
	struct operand p;

	ck_assert_ptr_nonnull(freopen("/dev/null", "r", stdin));
	ck_assert_int_eq(operands_open(&o, NULL, 0, "-"), 0);
	ck_assert_int_eq(operands_next(&o, &p), 0);
	operands_close(&o);
	ck_assert_int_eq(fileno(stdin), STDIN_FILENO);
}
END_TEST

Suite *
suite_operands(void)
{
	Suite *s = suite_create("operands");
	TCase *t = tcase_create("operands");

	tcase_add_test(t, standard_input_is_the_only_file_where_none_is_named);
	tcase_add_test(t, a_few_are_opened_ahead);
	tcase_add_test(t, few_descriptors);
	tcase_add_test(t, names_come_from_a_file);
	tcase_add_test(t, names_that_cannot_be_read);
	tcase_add_test(t, names_come_from_standard_input);
	suite_add_tcase(s, t);
	return s;
}
