/* A row of the stream, and the columns that it carries. */
#ifndef COMMON_ROW_H
#define COMMON_ROW_H

#include <stdbool.h>
#include <stddef.h>
#include <stdint.h>

#include "common/buf.h"

/*
 * The columns of the stream that a tool may carry through, in the order of the
 * first input: all but doc, par, start, end and text, which have members of
 * their own in the row. sent and lang are among them.
 */
struct header {
	char **names;
	size_t n;
	bool has_doc, has_par, has_start;
};

/* The index of the column called name, or -1. */
ptrdiff_t header_find(const struct header *, const char *name);

/*
 * One paragraph, or a part of one. Slices belong to the reader, which keeps
 * them until its next row, or to the document that holds the row.
 *
 * doc and fields are in the form of the stream (TAB, LF, CR and backslash
 * escaped). text is unescaped well-formed UTF-8; plain tells that it holds no
 * byte to escape, so that any slice of it is also in the form of the stream.
 * start is the offset of text in its paragraph, in bytes.
 */
struct row {
	const char *file;	/* for messages */
	size_t line;		/* in file, from 1 */
	bool first;		/* of its document */
	bool plain;
	struct slice doc;
	uint64_t par, sent;	/* sent is 0 where there is none */
	size_t start;
	struct slice lang;	/* empty where there is none */
	struct slice text;
	const struct slice *fields; /* as header.names */
};

#endif
