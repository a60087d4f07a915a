/*
 * What the parts of the reader share: reader_file.c (FILEs, their format and
 * columns), record.c (the records of a FILE), reader.c (rows and documents).
 */
#ifndef COMMON_READER_PRIVATE_H
#define COMMON_READER_PRIVATE_H

#include "common/columns.h"
#include "common/csv_record.h"
#include "common/lines.h"
#include "common/operands.h"
#include "common/progress.h"
#include "common/reader.h"

struct reader {
	const struct args *args;
	struct report *report;
	struct progress progress;

	/* the stream */
	struct operands operands;
	enum { SANDBOX_NONE, SANDBOX_OPENING, SANDBOX_CLOSED } sandbox;
	struct header header;
	bool has_header;	/* a FILE has told the columns */
	bool stopped, failed;	/* nothing more is read; because of an error */
	bool no_memory;		/* which was that memory ran out */
	const char *boundary_name;
	ptrdiff_t boundary;	/* index of the carried column that ends a document, or -1 */

	/* the FILE being read */
	struct operand file;
	bool file_open, file_is_new;
	enum format format;
	struct lines lines;
	struct csv_record csv;
	struct columns columns;
	struct buf header_line;	/* the header as it stands, to know it again; empty with -F */
	struct buf file_doc;	/* the FILE's id, escaped */
	size_t record;		/* number of the last record, from 1, malformed ones too */
	size_t malformed;

	/* the record being taken apart */
	struct slice *fields;	/* as they stand in the FILE, escaped */
	size_t n_fields, fields_cap;
	struct slice *carried;	/* as header.names */
	struct buf escaped, text, record_doc;
	struct row row;
	struct slice rest;	/* of a text that is split into paragraphs */
	bool splitting;

	/* the document being read */
	struct buf last_doc, last_boundary;
	size_t par;
	bool first_is_due;	/* the document begun has given no row yet */
	bool cut;		/* the document of the last row lacks its end */
};

/* Opens the next FILE that can be read, and learns its format and columns. Returns 1, 0 at the end, -1 on an error that ends all (reported). */
int reader_file_next(struct reader *);

/* Closes the FILE that has been read, and says what there is to say of it. */
void reader_file_end(struct reader *);

enum record {
	RECORD_ROW,	/* r->row is filled in, or r->rest where r->splitting */
	RECORD_NONE,	/* nothing there, or malformed and reported */
	RECORD_END,	/* of the FILE */
	RECORD_FATAL	/* nothing more can be read (reported) */
};

/* Reads the next record of the FILE, by its format. */
enum record record_read(struct reader *);

/* Splits a TSV line into r->fields. Returns 0, or -1 with errno ENOMEM. */
int record_split(struct reader *, struct slice line);

/* A CR inside a TSV line is a byte of its field: writes it, in r->escaped, as the escape that it should have been. As record_split(). */
int record_escape_returns(struct reader *, struct slice *line);

/* Reports a malformed record at line of the FILE. Returns what record_read() is then to return. */
enum record record_malformed(struct reader *, size_t line, const char *cause);

/* Reports that memory ran out, which ends the stream. */
enum record record_no_memory(struct reader *);

#endif
