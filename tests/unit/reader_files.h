/* FILEs for a reader, and what it makes of them. */
#ifndef TESTS_UNIT_READER_FILES_H
#define TESTS_UNIT_READER_FILES_H

#include <check.h>

#include "common/reader.h"

/* What a reader is opened with; each test begins with no FILE and a maximum of 1 MiB. */
extern struct args args;
extern struct report report;

/* Adds an operand as it stands, or a FILE of that name with this content, of which there may be four in all. */
void add_operand(const char *);
void add_bytes(const char *name, const char *content, size_t len);
void add_file(const char *name, const char *content);

/* Appends a row as a line: * where it begins a document, the last part of doc, par, sent, start, the fields and the text, escaped. */
void print_row(struct buf *out, const struct row *, const struct header *);

/* Checks all rows of the FILEs, as print_row() has them, and the status. */
void expect_rows(const char *expected, int status);

/* A suite of the n tests, in a folder of its own for the FILEs. */
Suite *reader_suite(const char *name, const TTest *const *tests, size_t n);

#endif
