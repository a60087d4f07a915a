#include "common/document.h"

#include <errno.h>
#include <stdint.h>
#include <stdlib.h>

/*
 * While a document grows its bytes may move, so slices are kept as offsets into
 * them (in the pointer) until it is whole.
 */
static int
keep(struct document *d, struct slice *s)
{
	size_t offset = d->bytes.len;

	if (buf_append(&d->bytes, s->data, s->len) == -1)
		return -1;
	s->data = (const char *)(uintptr_t)offset;
	return 0;
}

/* The name of the FILE, which the reader forgets at its end; it stands first. */
static int
keep_file(struct document *d, const struct row *row)
{
	return buf_append(&d->bytes, row->file, strlen(row->file) + 1);
}

static void
place(const struct document *d, struct slice *s)
{
	s->data = s->len == 0 ? "" : d->bytes.data + (uintptr_t)s->data;
}

static int
add(struct document *d, const struct row *row, size_t n_fields)
{
	struct row *r;

	if (array_reserve(&d->rows, &d->rows_cap, d->n + 1, sizeof(*d->rows)) == -1 ||
	    array_reserve(&d->fields, &d->fields_cap, (d->n + 1) * n_fields, sizeof(*d->fields)) == -1)
		return -1;
	r = &d->rows[d->n];
	*r = *row;
	if ((d->n == 0 && (keep_file(d, r) == -1 || keep(d, &r->doc) == -1)) || keep(d, &r->lang) == -1 || keep(d, &r->text) == -1)
		return -1;
	for (size_t i = 0; i < n_fields; i++) {
		struct slice *s = &d->fields[d->n * n_fields + i];

		*s = row->fields[i];
		if (keep(d, s) == -1)
			return -1;
	}
	d->n++;
	return 0;
}

/* Turns offsets into pointers, now that nothing moves any more. */
static void
finish(struct document *d, size_t n_fields)
{
	for (size_t i = 0; i < d->n; i++) {
		struct row *r = &d->rows[i];

		r->file = d->bytes.data;
		if (i == 0)
			place(d, &r->doc);
		else
			r->doc = d->rows[0].doc;
		place(d, &r->lang);
		place(d, &r->text);
		for (size_t k = 0; k < n_fields; k++)
			place(d, &d->fields[i * n_fields + k]);
		r->fields = n_fields == 0 ? NULL : d->fields + i * n_fields;
	}
}

/* Passes over the rest of a document that is too large. Returns as reader_next(). */
static int
skip(struct document *d, struct reader *reader)
{
	int got;

	reader_error(reader, &d->ahead, "the document is larger than --max-document and left out");
	while ((got = reader_next(reader, &d->ahead)) == 1 && !d->ahead.first)
		continue;
	d->has_ahead = got == 1;
	d->n = d->bytes.len = 0;
	return got;
}

/* Leaves out what there is of a document that lacks its end: nothing that is said of a part need be true of the whole. */
static void
leave_out(struct document *d, struct reader *reader)
{
	struct row begin = {.file = d->bytes.data, .line = d->rows[0].line};

	reader_error(reader, &begin, "the document that begins here lacks its end and is left out");
	d->n = d->bytes.len = 0;
}

int
document_next(struct document *d, struct reader *reader)
{
	size_t n_fields = reader_header(reader)->n;
	int got = 1;

	d->n = d->bytes.len = 0;
	d->bytes.max = reader_max_document(reader);
	if (!d->has_ahead)
		got = reader_next(reader, &d->ahead);
	for (;;) {
		if (reader_was_cut(reader) && d->n != 0)
			leave_out(d, reader);
		if (got != 1 || (d->ahead.first && d->n != 0))
			break;
		if (add(d, &d->ahead, n_fields) == 0)
			got = reader_next(reader, &d->ahead);
		else if (errno == EFBIG)
			got = skip(d, reader);
		else {
			reader_error(reader, &d->ahead, "out of memory");
			got = -1;
		}
	}
	d->has_ahead = got == 1;
	if (got == -1 || d->n == 0)
		return got == -1 ? -1 : 0;
	finish(d, n_fields);
	return 1;
}

void
document_swap(struct document *x, struct document *y)
{
	struct document z = *x;

	*x = *y;
	*y = z;
	y->ahead = x->ahead;
	y->has_ahead = x->has_ahead;
	x->ahead = z.ahead;
	x->has_ahead = z.has_ahead;
}

void
document_free(struct document *d)
{
	free(d->rows);
	free(d->fields);
	buf_free(&d->bytes);
}
