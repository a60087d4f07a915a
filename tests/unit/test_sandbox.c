#include <check.h>
#include <errno.h>
#include <fcntl.h>
#include <stdio.h>
#include <stdlib.h>
#include <sys/socket.h>
#include <sys/wait.h>
#include <time.h>
#include <unistd.h>

#include "common/sandbox.h"

Suite *suite_sandbox(void);

#ifndef NO_SANDBOX

/* Runs what in a process of its own, after it has entered the sandbox. Returns its status. */
static int
inside(bool no_open, int (*what)(void))
{
	pid_t child = fork();
	int status;

	ck_assert_int_ne(child, -1);
	if (child == 0) {
		sandbox_enter(false);
		if (no_open)
			sandbox_enter(true);
		_exit(what());
	}
	ck_assert_int_eq(waitpid(child, &status, 0), child);
	ck_assert(WIFEXITED(status));
	return WEXITSTATUS(status);
}

/* 0 where a call failed with EPERM, as what is given up must. */
static int
refused(long result)
{
	return result == -1 && errno == EPERM ? 0 : 1;
}

static int
open_to_read(void)
{
	return open("/etc/passwd", O_RDONLY) == -1;
}

static int
reading_is_refused(void)
{
	return refused(open("/etc/passwd", O_RDONLY));
}

static int
writing_is_refused(void)
{
	return refused(open("/tmp/newsutils-sandbox", O_WRONLY | O_CREAT, 0600)) | refused(open("/dev/null", O_RDWR)) |
	    refused(truncate("/tmp/newsutils-sandbox", 0)) | refused(unlink("/tmp/newsutils-sandbox"));
}

static int
sockets_are_refused(void)
{
	return refused(socket(AF_INET, SOCK_STREAM, 0)) | refused(socket(AF_UNIX, SOCK_DGRAM, 0));
}

static int
programs_are_refused(void)
{
	return refused(execl("/bin/true", "true", (char *)NULL)) | refused(fork());
}

/* What a filter does all day. */
static int
work_goes_on(void)
{
	char *p = malloc(10 << 20);
	int fd[2] = {-1, -1};

	if (p == NULL || pipe(fd) == 0)
		return 1;
	p[5 << 20] = 'x';
	p = realloc(p, 20 << 20);
	fprintf(stderr, "%s", "");
	free(p);
	return write(STDOUT_FILENO, "", 0) != 0;
}

/* Milliseconds that the least costly of a few entries takes. */
static int
is_cheap(void)
{
	struct timespec begin, end;
	long least = 1000, ms;

	for (int i = 0; i < 10; i++) {
		clock_gettime(CLOCK_MONOTONIC, &begin);
		sandbox_enter(true);
		clock_gettime(CLOCK_MONOTONIC, &end);
		ms = (end.tv_sec - begin.tv_sec) * 1000 + (end.tv_nsec - begin.tv_nsec) / 1000000;
		if (ms < least)
			least = ms;
	}
	return (int)least;
}

START_TEST(entering_costs_next_to_nothing)
{
	ck_assert_int_lt(inside(false, is_cheap), 2);
}
END_TEST

START_TEST(files_may_be_read_until_the_last_is_open)
{
	ck_assert_int_eq(inside(false, open_to_read), 0);
	ck_assert_int_eq(inside(true, reading_is_refused), 0);
}
END_TEST

START_TEST(nothing_else_is_left)
{
	for (int no_open = 0; no_open < 2; no_open++) {
		ck_assert_int_eq(inside(no_open, writing_is_refused), 0);
		ck_assert_int_eq(inside(no_open, sockets_are_refused), 0);
		ck_assert_int_eq(inside(no_open, programs_are_refused), 0);
	}
}
END_TEST

START_TEST(work_is_not_hindered)
{
	ck_assert_int_eq(inside(true, work_goes_on), 0);
}
END_TEST

#endif

Suite *
suite_sandbox(void)
{
	Suite *s = suite_create("sandbox");
	TCase *t = tcase_create("sandbox");

#ifndef NO_SANDBOX
	tcase_add_test(t, files_may_be_read_until_the_last_is_open);
	tcase_add_test(t, nothing_else_is_left);
	tcase_add_test(t, entering_costs_next_to_nothing);
	tcase_add_test(t, work_is_not_hindered);
#endif
	suite_add_tcase(s, t);
	return s;
}
