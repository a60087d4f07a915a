/* Runs the tools' main functions inside one process, on bytes in memory. */
#ifndef TESTS_FUZZ_HARNESS_H
#define TESTS_FUZZ_HARNESS_H

#include <stddef.h>
#include <stdint.h>

#include "common/buf.h"

/* The main functions, renamed when they are compiled for this. */
int strip_boilerplate_main(int, char **);
int split_sentences_main(int, char **);
int tag_quotes_main(int, char **);
int diff_sources_main(int, char **);

/*
 * Runs a main function with the arguments in options (separated by spaces) on
 * size bytes of standard input, and puts its standard output in *out. Reads
 * move chunk bytes at most, where that is not 0. Returns its status, and stops
 * the process where that is none of 0, 1, 2.
 */
int run_tool(int (*tool_main)(int, char **), const char *options, const char *data, size_t size, size_t chunk, struct buf *out);

/* Stops the process with a message unless the condition holds. */
#define REQUIRE(condition) require(condition, #condition, __FILE__, __LINE__)
void require(bool condition, const char *text, const char *file, int line);

/* Checks that out is whole rows of as many fields as the header, of valid UTF-8 and valid escapes. */
void require_rows(const struct buf *out);

#endif
