/*
 * A library for LD_PRELOAD that makes calls of a program's main function fail or fall short:
 *
 *	FAULT_CALL=malloc|open|read|write|close FAULT_AT=K	the K-th such call fails, once (malloc: calloc and realloc too;
 *							those of a FILE that fopen() gave are among them)
 *	FAULT_ERRNO=NAME				with this error (default EIO; ENOMEM for malloc)
 *	FAULT_FOREVER=1					and so do all after it
 *	FAULT_SHORT=N					no read or write moves more than N bytes
 *	FAULT_INTERRUPT=1				every other read and write fails with EINTR
 *	FAULT_COUNT_FD=FD				at the end the number of such calls is written to FD
 */
#include <dlfcn.h>
#include <errno.h>
#include <fcntl.h>
#include <stdarg.h>
#include <stdbool.h>
#include <stdint.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <sys/syscall.h>
#include <unistd.h>

typedef int main_function(int, char **, char **);

void *__libc_malloc(size_t);
void *__libc_calloc(size_t, size_t);
void *__libc_realloc(void *, size_t);
int __libc_start_main(main_function *, int, char **, void (*)(void), void (*)(void), void (*)(void), void *);

static main_function *program_main;
static bool in_main;
static const char *fault_call;
static long fault_at, fault_short;
static int fault_errno;
static bool fault_forever, fault_interrupt;
static long count, transfers;

static long
number(const char *name, long otherwise)
{
	const char *value = getenv(name);

	return value != NULL ? strtol(value, NULL, 10) : otherwise;
}

static int
error_number(const char *name)
{
	for (int e = 1; e < 200; e++)
		if (strerrorname_np(e) != NULL && strcmp(strerrorname_np(e), name) == 0)
			return e;
	fprintf(stderr, "faults: no error %s\n", name);
	_exit(99);
}

/* What runs before and after it is left alone: a library's start, the counts of a build that measures coverage. */
static int
main_with_faults(int argc, char **argv, char **environment)
{
	const char *name = getenv("FAULT_ERRNO");
	char text[32];
	long fd = number("FAULT_COUNT_FD", -1);
	int status, n;

	fault_call = getenv("FAULT_CALL");
	fault_at = number("FAULT_AT", 0);
	fault_short = number("FAULT_SHORT", 0);
	fault_interrupt = number("FAULT_INTERRUPT", 0) != 0;
	fault_forever = number("FAULT_FOREVER", 0) != 0;
	if (name != NULL)
		fault_errno = error_number(name);
	else
		fault_errno = fault_call != NULL && strcmp(fault_call, "malloc") == 0 ? ENOMEM : EIO;
	in_main = true;
	status = program_main(argc, argv, environment);
	in_main = false;
	n = snprintf(text, sizeof(text), "%ld\n", count);
	if (fd >= 0)
		syscall(SYS_write, fd, text, (size_t)n);
	return status;
}

int
__libc_start_main(main_function *main, int argc, char **argv, void (*init)(void), void (*fini)(void), void (*loader_fini)(void), void *stack_end)
{
	void *symbol = dlsym(RTLD_NEXT, "__libc_start_main");
	__typeof__(&__libc_start_main) start;

	memcpy(&start, &symbol, sizeof(start));
	program_main = main;
	return start(main_with_faults, argc, argv, init, fini, loader_fini, stack_end);
}

static bool
fails(const char *call)
{
	if (!in_main || fault_call == NULL || strcmp(call, fault_call) != 0)
		return false;
	count++;
	if (count != fault_at && !(fault_forever && fault_at != 0 && count > fault_at))
		return false;
	errno = fault_errno;
	return true;
}

static bool
interrupted(void)
{
	if (!in_main || !fault_interrupt || transfers++ % 2 != 0)
		return false;
	errno = EINTR;
	return true;
}

static size_t
shortened(size_t n)
{
	return in_main && fault_short > 0 && n > (size_t)fault_short ? (size_t)fault_short : n;
}

void *
malloc(size_t size)
{
	return fails("malloc") ? NULL : __libc_malloc(size);
}

void *
calloc(size_t n, size_t size)
{
	return fails("malloc") ? NULL : __libc_calloc(n, size);
}

void *
realloc(void *old, size_t size)
{
	return fails("malloc") ? NULL : __libc_realloc(old, size);
}

void *
reallocarray(void *old, size_t n, size_t size)
{
	if (size != 0 && n > SIZE_MAX / size) {
		errno = ENOMEM;
		return NULL;
	}
	return realloc(old, n * size);
}

int
open(const char *path, int flags, ...)
{
	mode_t mode = 0;
	va_list ap;

	if (flags & O_CREAT) {
		va_start(ap, flags);
		mode = va_arg(ap, mode_t);
		va_end(ap);
	}
	return fails("open") ? -1 : (int)syscall(SYS_openat, AT_FDCWD, path, flags, mode);
}

ssize_t
read(int fd, void *data, size_t size)
{
	if (interrupted() || fails("read"))
		return -1;
	return syscall(SYS_read, fd, data, shortened(size));
}

static ssize_t
cookie_read(void *cookie, char *data, size_t size)
{
	return read((int)(intptr_t)cookie, data, size);
}

static int
cookie_close(void *cookie)
{
	return close((int)(intptr_t)cookie);
}

/* A FILE to read calls what is here; the C library's own would not. */
FILE *
fopen(const char *path, const char *mode)
{
	static const cookie_io_functions_t calls = {.read = cookie_read, .close = cookie_close};
	int fd;

	if (!in_main || mode[0] != 'r') {
		void *symbol = dlsym(RTLD_NEXT, "fopen");
		__typeof__(&fopen) real;

		memcpy(&real, &symbol, sizeof(real));
		return real(path, mode);
	}
	fd = open(path, O_RDONLY | O_CLOEXEC);
	return fd == -1 ? NULL : fopencookie((void *)(intptr_t)fd, "r", calls);
}

ssize_t
write(int fd, const void *data, size_t size)
{
	if (fd != STDERR_FILENO && (interrupted() || fails("write")))
		return -1;
	return syscall(SYS_write, fd, data, shortened(size));
}

int
close(int fd)
{
	if (fails("close")) {
		syscall(SYS_close, fd);
		errno = fault_errno;
		return -1;
	}
	return (int)syscall(SYS_close, fd);
}
