#include "common/csv_record.h"

#include <errno.h>
#include <stdlib.h>

/* The parser's state between records, as libcsv numbers it. */
enum { ROW_NOT_BEGUN = 0 };

/* libcsv trims unquoted blanks unless told that nothing is one. */
static int
never_space(unsigned char c)
{
	(void)c;
	return 0;
}

static void
field_done(void *data, size_t len, void *self)
{
	struct csv_record *r = self;

	if (r->failed)
		return;
	if (array_reserve(&r->ends, &r->ends_cap, r->n + 1, sizeof(*r->ends)) == -1 ||
	    buf_append(&r->bytes, data, len) == -1) {
		r->failed = true;
		return;
	}
	r->ends[r->n++] = r->bytes.len;
}

static void
record_done(int terminator, void *self)
{
	(void)terminator;
	((struct csv_record *)self)->complete = true;
}

static void
restart(struct csv_record *r)
{
	csv_free(&r->parser);
	r->rest.len = 0;
	r->finished = false;
	csv_init(&r->parser, CSV_STRICT | CSV_STRICT_FINI);
	csv_set_space_func(&r->parser, never_space);
	csv_set_blk_size(&r->parser, 4096);
}

void
csv_record_init(struct csv_record *r, size_t max)
{
	r->max = max;
	restart(r);
}

/* The part of the line up to and with its first line end, so that a call of the parser ends one record at the most. */
static struct slice
take_piece(struct csv_record *r)
{
	struct slice piece = r->rest;
	const char *cr = memchr(piece.data, '\r', piece.len);

	if (cr != NULL)
		piece.len = (size_t)(cr - piece.data) + 1;
	r->rest.data += piece.len;
	r->rest.len -= piece.len;
	return piece;
}

static enum csv_status
parse(struct csv_record *r, struct slice piece)
{
	if (csv_parse(&r->parser, piece.data, piece.len, field_done, record_done, r) != piece.len) {
		if (csv_error(&r->parser) == CSV_EPARSE) {
			restart(r);
			return CSV_RECORD_QUOTE;
		}
		errno = ENOMEM;
		return CSV_RECORD_ERROR;
	}
	if (!r->failed)
		return CSV_RECORD_OK;
	errno = ENOMEM;
	return CSV_RECORD_ERROR;
}

static enum csv_status
finish(struct csv_record *r)
{
	if (r->finished)
		return CSV_RECORD_END;
	r->finished = true;
	if (csv_fini(&r->parser, field_done, record_done, r) != 0)
		return CSV_RECORD_OPEN;
	if (r->failed) {
		errno = ENOMEM;
		return CSV_RECORD_ERROR;
	}
	return r->complete ? CSV_RECORD_OK : CSV_RECORD_END;
}

/* Feeds pieces of lines until a record is complete or something ends it. */
static enum csv_status
read_record(struct csv_record *r, struct lines *l, size_t *first_line)
{
	enum csv_status status = CSV_RECORD_OK;
	struct slice piece;
	size_t terminator, pending = 0;
	int got;

	while (status == CSV_RECORD_OK && !r->complete) {
		if (r->rest.len == 0) {
			got = lines_next(l, &r->rest, &terminator);
			if (got == 0)
				return finish(r);
			if (got == -1)
				return errno == EFBIG && r->parser.pstate != ROW_NOT_BEGUN ? CSV_RECORD_LONG : CSV_RECORD_ERROR;
			r->rest.len += terminator;
		}
		if (r->parser.pstate == ROW_NOT_BEGUN) {
			*first_line = l->number;
			pending = 0;
		}
		piece = take_piece(r);
		pending += piece.len;
		if (pending > r->max)
			return CSV_RECORD_LONG;
		status = parse(r, piece);
	}
	return status;
}

enum csv_status
csv_record_next(struct csv_record *r, struct lines *l, struct slice **fields, size_t *n, size_t *first_line)
{
	enum csv_status status;
	size_t begin = 0;

	r->n = r->bytes.len = 0;
	r->complete = r->failed = false;
	*first_line = l->number;
	status = read_record(r, l, first_line);
	if (status != CSV_RECORD_OK)
		return status;
	if (array_reserve(&r->fields, &r->fields_cap, r->n, sizeof(*r->fields)) == -1)
		return CSV_RECORD_ERROR;
	for (size_t i = 0; i < r->n; i++) {
		r->fields[i] = (struct slice){r->bytes.data == NULL ? "" : r->bytes.data + begin, r->ends[i] - begin};
		begin = r->ends[i];
	}
	*fields = r->fields;
	*n = r->n;
	return CSV_RECORD_OK;
}

void
csv_record_free(struct csv_record *r)
{
	csv_free(&r->parser);
	buf_free(&r->bytes);
	free(r->ends);
	free(r->fields);
}
