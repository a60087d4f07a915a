/*
 * measure COMMAND [ARG ...]: runs a command and prints on standard error, as one line, its processor time in
 * milliseconds, its peak memory in KiB and its exit status (128 and more: ended by a signal).
 */
#include <err.h>
#include <stdio.h>
#include <sys/resource.h>
#include <sys/wait.h>
#include <unistd.h>

static long
milliseconds(struct timeval t)
{
	return t.tv_sec * 1000 + t.tv_usec / 1000;
}

int
main(int argc, char **argv)
{
	struct rusage usage;
	pid_t child;
	int status;

	if (argc < 2)
		errx(2, "usage: measure COMMAND [ARG ...]");
	child = fork();
	if (child == -1)
		err(2, "fork");
	if (child == 0) {
		execvp(argv[1], argv + 1);
		err(127, "%s", argv[1]);
	}
	if (wait4(child, &status, 0, &usage) == -1)
		err(2, "wait4");
	fprintf(stderr, "%ld %ld %d\n", milliseconds(usage.ru_utime) + milliseconds(usage.ru_stime), usage.ru_maxrss,
	    WIFEXITED(status) ? WEXITSTATUS(status) : 128 + WTERMSIG(status));
	return 0;
}
