#include "tests/fuzz/harness.h"

#include <fcntl.h>
#include <getopt.h>
#include <stdio.h>
#include <stdlib.h>
#include <sys/mman.h>
#include <sys/syscall.h>
#include <unistd.h>

#include "common/escape.h"
#include "common/utf8.h"

static size_t read_chunk;

/* The linker's --wrap=read sends the tools' reads here. */
ssize_t __wrap_read(int, void *, size_t);

ssize_t
__wrap_read(int fd, void *data, size_t size)
{
	return syscall(SYS_read, fd, data, read_chunk != 0 && size > read_chunk ? read_chunk : size);
}

void
require(bool condition, const char *text, const char *file, int line)
{
	if (condition)
		return;
	dprintf(2, "%s:%d: does not hold: %s\n", file, line, text);
	abort();
}

/* Puts a file in memory that holds the data in place of descriptor fd. */
static int
memory_file(int fd, const char *data, size_t size)
{
	int memory = memfd_create("fuzz", 0);

	REQUIRE(memory != -1 && (size == 0 || write(memory, data, size) == (ssize_t)size));
	lseek(memory, 0, SEEK_SET);
	if (fd != -1) {
		dup2(memory, fd);
		close(memory);
	}
	return memory;
}

static void
take_output(int memory, struct buf *out)
{
	off_t size = lseek(memory, 0, SEEK_END);

	out->len = 0;
	REQUIRE(size >= 0 && buf_reserve(out, (size_t)size + 1) == 0);
	REQUIRE(pread(memory, out->data, (size_t)size, 0) == (ssize_t)size);
	out->len = (size_t)size;
}

int
run_tool(int (*tool_main)(int, char **), const char *options, const char *data, size_t size, size_t chunk, struct buf *out)
{
	char text[256], *argv[32] = {(char[]){"tool"}};
	int argc = 1, status, output = memory_file(-1, "", 0), standard_output = dup(STDOUT_FILENO);

	snprintf(text, sizeof(text), "%s", options);
	for (char *p = strtok(text, " "); p != NULL && argc < 31; p = strtok(NULL, " "))
		argv[argc++] = p;
	memory_file(STDIN_FILENO, data, size);
	dup2(output, STDOUT_FILENO);
	optind = 0;
	read_chunk = chunk;
	status = tool_main(argc, argv);
	read_chunk = 0;
	dup2(standard_output, STDOUT_FILENO);
	close(standard_output);
	take_output(output, out);
	close(output);
	REQUIRE(status >= 0 && status <= 2);
	return status;
}

static size_t
count_tabs(const char *p, const char *end)
{
	size_t n = 0;

	for (; p < end; p++)
		n += *p == '\t';
	return n;
}

void
require_rows(const struct buf *out)
{
	const char *p = out->data, *end = p + out->len, *lf;
	size_t fields = 0;

	REQUIRE(utf8_valid_prefix(p, out->len) == out->len);
	REQUIRE(out->len == 0 || end[-1] == '\n');
	for (bool first = true; p < end; p = lf + 1, first = false) {
		lf = memchr(p, '\n', (size_t)(end - p));
		if (first)
			fields = count_tabs(p, lf);
		REQUIRE(count_tabs(p, lf) == fields);
		REQUIRE(memchr(p, '\r', (size_t)(lf - p)) == NULL);
		REQUIRE(escape_valid(p, (size_t)(lf - p)));
	}
}

int LLVMFuzzerInitialize(int *, char ***);

/* Messages of the tools are of no interest here. */
int
LLVMFuzzerInitialize(int *argc, char ***argv)
{
	(void)argc;
	(void)argv;
	if (getenv("FUZZ_VERBOSE") == NULL)
		stderr = fopen("/dev/null", "w");
	return 0;
}
