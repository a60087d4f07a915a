/* Rows to bytes: header, chosen columns, escapes, flushing and write errors. */
#ifndef COMMON_WRITER_H
#define COMMON_WRITER_H

#include <stdbool.h>
#include <stddef.h>
#include <stdint.h>

#include "common/buf.h"
#include "common/report.h"
#include "common/row.h"

enum value_kind {
	VALUE_EMPTY,	/* a missing value */
	VALUE_FIELD,	/* bytes in the form of the stream already */
	VALUE_TEXT,	/* bytes that may need escaping */
	VALUE_NUMBER,	/* a whole number */
	VALUE_MILLI	/* thousandths, written with three decimals */
};

/* What a tool puts in one of its own columns. */
struct value {
	enum value_kind kind;
	union {
		struct slice bytes;
		uint64_t number;
	} u;
};

static inline struct value
value_field(struct slice s)
{
	return (struct value){.kind = VALUE_FIELD, .u.bytes = s};
}

static inline struct value
value_text(const char *data, size_t len)
{
	return (struct value){.kind = VALUE_TEXT, .u.bytes = {data, len}};
}

/* A string constant without bytes to escape. */
static inline struct value
value_string(const char *s)
{
	return (struct value){.kind = VALUE_FIELD, .u.bytes = slice_of(s)};
}

static inline struct value
value_number(uint64_t n)
{
	return (struct value){.kind = VALUE_NUMBER, .u.number = n};
}

static inline struct value
value_milli(uint64_t n)
{
	return (struct value){.kind = VALUE_MILLI, .u.number = n};
}

/* The bytes [start, end) of a row's text. */
static inline struct value
value_slice(const struct row *row, size_t start, size_t end)
{
	return (struct value){.kind = row->plain ? VALUE_FIELD : VALUE_TEXT,
	    .u.bytes = {row->text.data + start, end - start}};
}

struct writer_options {
	const char *columns;	/* -c: names joined by commas, or NULL for all */
	bool no_header, line_buffered;
	size_t flush_size;	/* bytes gathered before a write; 0 for the usual */
};

struct output_column;

/* The longest beginning of a row that is kept for the next. */
enum { WRITER_PREFIX = 64 };

struct writer {
	int fd;
	bool line_buffered, visible, failed;
	size_t flush_size;
	struct buf out;
	struct output_column *columns;
	size_t n;
	size_t room;		/* what a short row may take */
	size_t repeated;	/* leading columns that writer_row_more() finds as they were */
	char prefix[WRITER_PREFIX];	/* those of the last row, with their TABs */
	size_t prefix_len;	/* 0 where they are not kept */
	struct report *report;
};

/*
 * Prepares to write to fd: own are the n_own columns of the tool, carried (may
 * be NULL) those of the input, which stand before an own column "text" where
 * that is the last and at the end otherwise, less those that own has too (a
 * warning each). Writes the header unless told not to. Returns 0, or -1 where a
 * name in options->columns is unknown or repeated or memory ran out (reported,
 * nothing written: bad usage).
 */
int writer_open(struct writer *, int fd, const char *const *own, size_t n_own,
    const struct header *carried, const struct writer_options *, struct report *);

/* True where the column own[i] is written at all: else its value need not be made. */
bool writer_wants(const struct writer *, size_t i);

/*
 * Writes one row: n_own values, and the carried fields of an input row (may be
 * NULL where nothing is carried). A write error is reported once; the writer
 * then drops what it is given. Returns 0, or -1 after an error.
 */
int writer_row(struct writer *, const struct value *own, const struct slice *carried);

/*
 * writer_row() for a further row of the same input row: the values of the
 * columns that writer_repeats() told of, and the carried fields, are as they
 * were in the row before.
 */
int writer_row_more(struct writer *, const struct value *own, const struct slice *carried);

/* Tells that the first n_own columns of the tool stay as they are over the rows of one input row. */
void writer_repeats(struct writer *, size_t n_own);

/* Writes what is left, closes fd and frees the memory. Returns 0, or -1 after an error (reported). */
int writer_close(struct writer *);

#endif
