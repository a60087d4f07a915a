#include "common/reader.h"

#include <errno.h>
#include <stdlib.h>

#include "common/escape.h"
#include "common/reader_private.h"
#include "common/utf8.h"

const struct header *
reader_header(const struct reader *r)
{
	return &r->header;
}

size_t
reader_max_document(const struct reader *r)
{
	return r->args->max_document;
}

bool
reader_was_cut(struct reader *r)
{
	bool cut = r->cut;

	r->cut = false;
	return cut;
}

void
reader_error(struct reader *r, const struct row *row, const char *cause)
{
	report_error(r->report, row->file, row->line, "%s", cause);
}

struct reader *
reader_open(const struct args *args, const char *boundary, struct report *report)
{
	struct reader *r = calloc(1, sizeof(*r));
	int got = -1;

	if (r == NULL) {
		report_error(report, NULL, 0, "out of memory");
		return NULL;
	}
	r->args = args;
	r->report = report;
	r->boundary_name = boundary;
	r->boundary = -1;
	r->file.fd = -1;
	r->lines.max = args->max_document;
	progress_open(&r->progress, args->progress);
	if (operands_open(&r->operands, args->files, args->n_files, args->files0_from) == -1)
		report_error(report, args->files0_from, 0, "%s", strerror(errno));
	else if ((got = reader_file_next(r)) == 1 && boundary != NULL)
		r->boundary = header_find(&r->header, boundary);
	r->failed = got == -1;
	r->stopped = !r->file_open;
	if (!r->no_memory && (r->carried = calloc(r->header.n + 1, sizeof(*r->carried))) == NULL)
		record_no_memory(r);
	if (!r->no_memory)
		return r;
	reader_close(r);
	return NULL;
}

/* Finds the next paragraph of a text that is split, at line ends or with -w at blank lines. */
static bool
next_paragraph(struct reader *r, struct slice *paragraph)
{
	char *p, *end, *lf, *begin = NULL, *stop = NULL;

	p = (char *)(uintptr_t)r->rest.data;
	end = p + r->rest.len;
	while (p < end) {
		lf = memchr(p, '\n', (size_t)(end - p));
		if (lf == NULL)
			lf = end;
		size_t len = (size_t)(lf - p);

		if (len > 0 && lf < end && p[len - 1] == '\r')
			len--;
		if (utf8_trim(p, len).len == 0) {
			if (begin != NULL)
				break;
		} else if (begin == NULL) {
			begin = p;
			stop = p + len;
		} else {
			/* The line end becomes one space; what was CRLF loses its CR. */
			*stop = ' ';
			memmove(stop + 1, p, len);
			stop += 1 + len;
		}
		p = lf + (lf < end);
		if (begin != NULL && !r->args->wrapped)
			break;
	}
	r->rest = (struct slice){p, (size_t)(end - p)};
	if (begin == NULL)
		return false;
	*paragraph = (struct slice){begin, (size_t)(stop - begin)};
	return true;
}

/* Remembers s in *last. Returns whether it is another than before, or -1 with errno ENOMEM. */
static int
changed(struct buf *last, struct slice s)
{
	if (slice_equal(s, (struct slice){last->data, last->len}))
		return 0;
	last->len = 0;
	return buf_append(last, s.data, s.len) == -1 ? -1 : 1;
}

/* Tells whether the record begins a document, and numbers paragraphs from 1 there. Returns 0, or -1. */
static int
begin_record(struct reader *r)
{
	struct row *row = &r->row;
	int doc = changed(&r->last_doc, row->doc), boundary = 0;

	if (r->boundary != -1)
		boundary = changed(&r->last_boundary, row->fields[r->boundary]);
	if (doc == -1 || boundary == -1)
		return -1;
	row->file = r->file.name;
	if (r->file_is_new || doc || boundary) {
		r->first_is_due = true;
		r->par = 0;
		r->progress.documents++;
	}
	r->file_is_new = false;
	progress_tick(&r->progress, r->lines.bytes);
	return 0;
}

/* Gives a row away; the first one of a document is marked, however many records without text stood before it. */
static void
deliver(struct reader *r, struct row *row)
{
	*row = r->row;
	row->first = r->first_is_due;
	r->first_is_due = false;
}

/* The next paragraph of a record that holds several. */
static bool
split_row(struct reader *r, struct row *row)
{
	struct slice paragraph;

	if (!next_paragraph(r, &paragraph)) {
		r->splitting = false;
		return false;
	}
	r->row.text = paragraph;
	r->row.par = ++r->par;
	r->row.plain = !escape_needed(paragraph.data, paragraph.len);
	deliver(r, row);
	return true;
}

int
reader_next(struct reader *r, struct row *row)
{
	int got;

	while (!r->stopped) {
		if (r->splitting && split_row(r, row))
			return 1;
		if (!r->file_open && (got = reader_file_next(r)) != 1) {
			r->stopped = true;
			r->failed = got == -1;
			return got;
		}
		switch (record_read(r)) {
		case RECORD_END:
			reader_file_end(r);
			continue;
		case RECORD_FATAL:
			reader_file_end(r);
			r->stopped = r->failed = true;
			return -1;
		case RECORD_NONE:
			continue;
		default:
			break;
		}
		if (begin_record(r) == -1) {
			record_no_memory(r);
			r->stopped = r->failed = true;
			return -1;
		}
		if (r->splitting)
			continue;
		if (r->format == FORMAT_TEXT)
			r->row.par = ++r->par;
		if (!r->row.plain)
			r->row.plain = !escape_needed(r->row.text.data, r->row.text.len);
		deliver(r, row);
		return 1;
	}
	return r->failed ? -1 : 0;
}

void
reader_close(struct reader *r)
{
	progress_close(&r->progress, r->lines.bytes);
	if (r->file_open)
		operand_close(&r->file);
	operands_close(&r->operands);
	lines_free(&r->lines);
	csv_record_free(&r->csv);
	columns_free(&r->columns);
	for (size_t i = 0; i < r->header.n; i++)
		free(r->header.names[i]);
	free(r->header.names);
	free(r->fields);
	free(r->carried);
	buf_free(&r->header_line);
	buf_free(&r->file_doc);
	buf_free(&r->escaped);
	buf_free(&r->text);
	buf_free(&r->record_doc);
	buf_free(&r->last_doc);
	buf_free(&r->last_boundary);
	free(r);
}
