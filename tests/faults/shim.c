/*
 * A library for LD_PRELOAD that makes calls fail or fall short:
 *
 *	FAULT_CALL=malloc|read|write|close FAULT_AT=K	the K-th such call fails, once (malloc: calloc and realloc too)
 *	FAULT_ERRNO=N					with this errno (default EIO; ENOMEM for malloc)
 *	FAULT_FOREVER=1					and so do all after it
 *	FAULT_SHORT=N					no read or write moves more than N bytes
 *	FAULT_INTERRUPT=1				every other read and write fails with EINTR
 *	FAULT_COUNT_FD=FD				at the end the number of such calls is written to FD
 */
#include <errno.h>
#include <stdbool.h>
#include <stdint.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <sys/syscall.h>
#include <unistd.h>

void *__libc_malloc(size_t);
void *__libc_calloc(size_t, size_t);
void *__libc_realloc(void *, size_t);

static const char *fault_call;
static long fault_at, fault_short;
static int fault_errno;
static bool fault_forever, fault_interrupt;
static int count_fd = -1;
static long count, transfers;

static long
number(const char *name, long otherwise)
{
	const char *value = getenv(name);

	return value != NULL ? strtol(value, NULL, 10) : otherwise;
}

__attribute__((constructor)) static void
begin(void)
{
	const char *call = getenv("FAULT_CALL");

	fault_at = number("FAULT_AT", 0);
	fault_short = number("FAULT_SHORT", 0);
	fault_interrupt = number("FAULT_INTERRUPT", 0) != 0;
	fault_forever = number("FAULT_FOREVER", 0) != 0;
	count_fd = (int)number("FAULT_COUNT_FD", -1);
	fault_errno = (int)number("FAULT_ERRNO", call != NULL && strcmp(call, "malloc") == 0 ? ENOMEM : EIO);
	fault_call = call;
}

__attribute__((destructor)) static void
end(void)
{
	char text[32];
	int n = snprintf(text, sizeof(text), "%ld\n", count);

	if (count_fd >= 0)
		syscall(SYS_write, count_fd, text, (size_t)n);
}

static bool
fails(const char *call)
{
	if (fault_call == NULL || strcmp(call, fault_call) != 0)
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
	if (!fault_interrupt || transfers++ % 2 != 0)
		return false;
	errno = EINTR;
	return true;
}

static size_t
shortened(size_t n)
{
	return fault_short > 0 && n > (size_t)fault_short ? (size_t)fault_short : n;
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

ssize_t
read(int fd, void *data, size_t size)
{
	if (interrupted() || fails("read"))
		return -1;
	return syscall(SYS_read, fd, data, shortened(size));
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
