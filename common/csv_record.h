/* CSV records (RFC 4180, through libcsv) out of physical lines. */
#ifndef COMMON_CSV_RECORD_H
#define COMMON_CSV_RECORD_H

#include <csv.h>
#include <stdbool.h>
#include <stddef.h>

#include "common/buf.h"
#include "common/lines.h"

/* Zero-initialise it and call csv_record_init(). */
struct csv_record {
	size_t max;		/* bytes of one record */

	/* private */
	struct csv_parser parser;
	struct buf bytes;
	size_t *ends;		/* of the fields in bytes */
	size_t n, ends_cap;
	struct slice *fields;
	size_t fields_cap;
	struct slice rest;	/* of the line, not yet parsed */
	bool complete, failed, finished;
};

enum csv_status {
	CSV_RECORD_END,		/* of the file */
	CSV_RECORD_OK,
	CSV_RECORD_QUOTE,	/* a quotation mark where none may stand: the line is skipped */
	CSV_RECORD_OPEN,	/* the file ended within quotation marks */
	CSV_RECORD_LONG,	/* a record longer than max: it ends the file, since nothing tells where the next begins */
	CSV_RECORD_ERROR	/* errno tells: EFBIG as lines_next(), anything else ends the file */
};

/* Makes ready for the first record of a file. */
void csv_record_init(struct csv_record *, size_t max);

/*
 * Reads the next record, empty lines passed over. *fields are its *n fields,
 * unquoted, until the next call. *first_line is the number of the line that it
 * begins on. A line end is LF, CRLF or CR.
 */
enum csv_status csv_record_next(struct csv_record *, struct lines *, struct slice **fields, size_t *n, size_t *first_line);

void csv_record_free(struct csv_record *);

#endif
