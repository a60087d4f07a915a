#include <check.h>
#include <fcntl.h>
#include <pty.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <unistd.h>

#include "common/progress.h"
#include "common/report.h"

Suite *suite_report(void);

static char got[16384];
static int output[2];

/* What is written to standard error lands in a pipe. */
static void
set_up(void)
{
	setprogname("tool");
	ck_assert_int_eq(pipe2(output, O_NONBLOCK), 0);
	dup2(output[1], STDERR_FILENO);
}

static const char *
messages(void)
{
	ssize_t n = read(output[0], got, sizeof(got) - 1);

	got[n == -1 ? 0 : n] = '\0';
	return got;
}

START_TEST(messages_name_their_place)
{
	struct report r = {.error_status = 2};

	report_warning(&r, "a", 3, "%s", "odd");
	ck_assert_str_eq(messages(), "tool: a:3: warning: odd\n");
	ck_assert_int_eq(r.status, 0);
	report_error(&r, NULL, 0, "%d", 7);
	ck_assert_str_eq(messages(), "tool: 7\n");
	ck_assert_int_eq(r.status, 2);
	report_error(&r, "a", 0, "bad");
	ck_assert_str_eq(messages(), "tool: a: bad\n");
}
END_TEST

START_TEST(control_characters_are_visible)
{
	struct report r = {.error_status = 1};

	report_error(&r, "a\033[2J\n\x7f", 0, "%s", "\xc2\x9b" "\xff \xc3\xa9 \xef\xbf\xbd");
	ck_assert_str_eq(messages(), "tool: a\\x1b[2J\\x0a\\x7f: \\xc2\\x9b\\xff \xc3\xa9 \xef\xbf\xbd\n");
}
END_TEST

START_TEST(what_is_too_long_is_cut)
{
	struct report r = {.error_status = 1};
	char *name = malloc(100001);
	size_t n;

	memset(name, '\001', 100000);
	name[100000] = '\0';
	report_error(&r, name, 12, "%s", name);
	n = strlen(messages());
	ck_assert_uint_gt(n, 4000);
	ck_assert_uint_lt(n, 10000);
	ck_assert_int_eq(got[n - 1], '\n');
	ck_assert_ptr_nonnull(strstr(got, ":12: \\x01"));
	free(name);
}
END_TEST

/* Moves the clock on, as far as the meter knows. */
static void
wait_seconds(struct progress *p, time_t n)
{
	p->begun.tv_sec -= n;
	p->last.tv_sec -= n;
}

START_TEST(a_meter_that_is_asked_for)
{
	struct progress p;

	progress_open(&p, true);
	p.documents = 3;
	progress_tick(&p, 1000000);
	ck_assert_str_eq(messages(), "");
	wait_seconds(&p, 1);
	progress_tick(&p, 1000000);
	ck_assert_str_eq(messages(), "");
	progress_tick(&p, 2000000);
	ck_assert_ptr_nonnull(strstr(messages(), "\rtool: 2.0 MB, 3 documents, "));
	progress_close(&p, 4000000);
	ck_assert_ptr_nonnull(strstr(messages(), "\rtool: 4.0 MB, 3 documents, "));
	ck_assert_int_eq(got[strlen(got) - 1], '\n');
	progress_close(&p, 4000000);
	ck_assert_str_eq(messages(), "");
}
END_TEST

START_TEST(no_meter_in_a_pipe)
{
	struct progress p;

	progress_open(&p, false);
	wait_seconds(&p, 10);
	progress_tick(&p, 1000000);
	progress_close(&p, 1000000);
	ck_assert_str_eq(messages(), "");
}
END_TEST

START_TEST(a_meter_by_itself_on_a_terminal)
{
	struct progress p;
	int terminal, slave;

	ck_assert_int_eq(openpty(&terminal, &slave, NULL, NULL, NULL), 0);
	dup2(slave, STDERR_FILENO);
	output[0] = terminal;
	fcntl(terminal, F_SETFL, O_NONBLOCK);
	progress_open(&p, false);
	wait_seconds(&p, 1);
	progress_tick(&p, 1000000);
	ck_assert_str_eq(messages(), "");
	progress_close(&p, 1000000);
	ck_assert_str_eq(messages(), "");
	wait_seconds(&p, 2);
	progress_tick(&p, 2000000);
	ck_assert_ptr_nonnull(strstr(messages(), "2.0 MB"));
}
END_TEST

Suite *
suite_report(void)
{
	Suite *s = suite_create("report");
	TCase *t = tcase_create("report");

	tcase_add_checked_fixture(t, set_up, NULL);
	tcase_add_test(t, messages_name_their_place);
	tcase_add_test(t, control_characters_are_visible);
	tcase_add_test(t, what_is_too_long_is_cut);
	tcase_add_test(t, a_meter_that_is_asked_for);
	tcase_add_test(t, no_meter_in_a_pipe);
	tcase_add_test(t, a_meter_by_itself_on_a_terminal);
	suite_add_tcase(s, t);
	return s;
}
