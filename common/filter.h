/* What the main function of every tool opens and closes: arguments, reader, writer, exit status. */
#ifndef COMMON_FILTER_H
#define COMMON_FILTER_H

#include <stdbool.h>
#include <stddef.h>

#include "common/args.h"
#include "common/reader.h"
#include "common/report.h"
#include "common/writer.h"

struct filter {
	struct args args;
	struct report report;
	struct reader *reader;
	struct writer writer;
};

/*
 * Reads the command line. Returns true to go on; false to end with the status
 * in report.status.
 */
bool filter_args(struct filter *, const struct command *, void *self, int argc, char **argv);

/* Opens the reader (boundary as reader_open()). Returns true, or false to end with report.status. */
bool filter_reader(struct filter *, const char *boundary);

/* Opens the writer on standard output with a tool's own columns; carry tells whether the input's go through. Returns as filter_reader(). */
bool filter_writer(struct filter *, const char *const *own, size_t n_own, bool carry);

/* As filter_writer(), but the columns to carry are given, which may be fewer than the input's; NULL for none. */
bool filter_writer_carrying(struct filter *, const char *const *own, size_t n_own, const struct header *carried);

/* Closes both and returns the exit status. */
int filter_close(struct filter *);

#endif
