/* Bytes to rows: text, TSV or CSV from files, one paragraph or part of one at a time. */
#ifndef COMMON_READER_H
#define COMMON_READER_H

#include <stdbool.h>
#include <stddef.h>
#include <stdint.h>

#include "common/args.h"
#include "common/buf.h"
#include "common/report.h"
#include "common/row.h"

struct reader;

/*
 * Opens the first operand that can be read and learns the columns of the
 * stream from it, which reader_header() then tells. An operand that cannot be
 * read is reported and passed over, now and later. boundary is the name of a
 * column whose change ends a document, as a change of doc does, or NULL. The
 * args and report must outlive the reader. Returns NULL where memory ran out
 * (reported).
 */
struct reader *reader_open(const struct args *, const char *boundary, struct report *);

/* The columns of the stream. They are the reader's and stay as they are until it is closed. */
const struct header *reader_header(const struct reader *);

/*
 * Reads the next paragraph, or part of one, into *row; what it points to stays
 * until the next call. A malformed record is reported and passed over. Returns
 * 1, 0 at the end of the stream, or -1 on an error after which nothing more is
 * read (reported).
 */
int reader_next(struct reader *, struct row *row);

/*
 * Tells, once, that the document of the row before the last call of
 * reader_next() lacks its end: reading its FILE failed (reported).
 */
bool reader_was_cut(struct reader *);

/* What args.max_document says, for those who gather a document. */
size_t reader_max_document(const struct reader *);

/* Reports an error at a row's place. */
void reader_error(struct reader *, const struct row *, const char *cause);

void reader_close(struct reader *);

#endif
