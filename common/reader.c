#include "common/reader.h"

#include <errno.h>
#include <stdlib.h>
#include <strings.h>

#include "common/escape.h"
#include "common/reader_private.h"
#include "common/sandbox.h"
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

void
reader_error(struct reader *r, const struct row *row, const char *cause)
{
	report_error(r->report, row->file, row->line, "%s", cause);
}

/* Reports why the FILE is left out; frees the cause. */
static void
refuse_file(struct reader *r, char *cause)
{
	report_error(r->report, r->file.name, r->format == FORMAT_TEXT ? 0 : 1, "%s", cause);
	if (cause != columns_no_memory)
		free(cause);
}

/* What is said of a FILE once it is read. */
static void
end_file(struct reader *r)
{
	enum { MESSAGES = 10 };

	if (r->malformed > MESSAGES)
		report_error(r->report, r->file.name, 0, "%zu more malformed rows left out", r->malformed - MESSAGES);
	if (r->lines.invalid != 0 && !r->args->strict)
		report_warning(r->report, r->file.name, 0, "%zu invalid UTF-8 sequence%s replaced by U+FFFD",
		    r->lines.invalid, r->lines.invalid == 1 ? "" : "s");
	operand_close(&r->file);
	r->file_open = false;
}

/* Splits the names of -F at commas into r->fields. */
static int
split_names(struct reader *r, const char *names)
{
	size_t n;

	r->n_fields = 0;
	for (;; names++) {
		n = strcspn(names, ",");
		if (array_reserve(&r->fields, &r->fields_cap, r->n_fields + 1, sizeof(*r->fields)) == -1)
			return -1;
		r->fields[r->n_fields++] = (struct slice){names, n};
		names += n;
		if (*names == '\0')
			return 0;
	}
}

/* Reads a CSV file's header into r->fields, and keeps it in r->header_line, its fields ended by NUL. Returns 1, 0 where there is none, -1. */
static int
csv_header(struct reader *r)
{
	struct slice *raw;
	size_t line, begin, total = 0;
	enum csv_status status = csv_record_next(&r->csv, &r->lines, &raw, &r->n_fields, &line);

	if (status == CSV_RECORD_END)
		return 0;
	if (status != CSV_RECORD_OK) {
		report_error(r->report, r->file.name, line, "%s", status == CSV_RECORD_ERROR ? strerror(errno) :
		    "the header is malformed");
		return -1;
	}
	for (size_t i = 0; i < r->n_fields; i++)
		total += 2 * raw[i].len;
	r->escaped.len = 0;
	if (array_reserve(&r->fields, &r->fields_cap, r->n_fields, sizeof(*r->fields)) == -1 ||
	    buf_reserve(&r->escaped, total) == -1)
		return record_no_memory(r), -1;
	for (size_t i = 0; i < r->n_fields; i++) {
		if (buf_append(&r->header_line, raw[i].data, raw[i].len) == -1 || buf_byte(&r->header_line, '\0') == -1)
			return record_no_memory(r), -1;
		begin = r->escaped.len;
		escape_append(&r->escaped, raw[i].data, raw[i].len);
		r->fields[i] = (struct slice){r->escaped.data == NULL ? "" : r->escaped.data + begin, r->escaped.len - begin};
	}
	return 1;
}

static int
tsv_header(struct reader *r)
{
	struct slice line;
	size_t terminator;
	int got = lines_next(&r->lines, &line, &terminator);

	if (got == 0)
		return 0;
	if (got == -1) {
		report_error(r->report, r->file.name, 0, "%s", errno == EFBIG ? "the header is larger than --max-document" : strerror(errno));
		return -1;
	}
	if (buf_append(&r->header_line, line.data, line.len) == -1)
		return record_no_memory(r), -1;
	if (record_escape_returns(r, &line) == -1 || record_split(r, line) == -1)
		return record_no_memory(r), -1;
	return 1;
}

/* Whether a line is a TSV header that holds the column text. */
static bool
looks_like_header(struct slice line)
{
	const char *p = line.data, *end = p + line.len, *tab;
	size_t n;

	for (;;) {
		tab = p == end ? NULL : memchr(p, '\t', (size_t)(end - p));
		n = (size_t)((tab != NULL ? tab : end) - p);
		if (n == 4 && memcmp(p, "text", 4) == 0)
			return true;
		if (tab == NULL)
			return false;
		p = tab + 1;
	}
}

/* Returns 0, or -1 where the FILE cannot be read (reported). */
static int
detect_format(struct reader *r)
{
	const struct args *a = r->args;
	size_t n = strlen(r->file.name);
	struct slice line;

	r->format = a->format;
	if (a->format != FORMAT_AUTO)
		return 0;
	if (n >= 4 && strcasecmp(r->file.name + n - 4, ".csv") == 0) {
		r->format = FORMAT_CSV;
		return 0;
	}
	r->format = FORMAT_TEXT;
	if (a->fields != NULL || a->text_column != NULL || a->id_column != NULL) {
		r->format = FORMAT_TSV;
		return 0;
	}
	switch (lines_peek(&r->lines, &line)) {
	case 1:
		if (looks_like_header(line))
			r->format = FORMAT_TSV;
		return 0;
	case -1:
		if (errno == EFBIG)
			return record_malformed(r, r->lines.number, "a line larger than --max-document is left out") == RECORD_FATAL ? -1 : 0;
		report_error(r->report, r->file.name, 0, "%s", strerror(errno));
		return -1;
	default:
		return 0;
	}
}

/* Learns the columns of a TSV or CSV file. Returns 1, 0 where the FILE is empty, -1 where it is left out (reported). */
static int
learn_columns(struct reader *r)
{
	char *cause;
	int got;

	r->header_line.len = 0;
	if (r->format == FORMAT_CSV && csv_record_init(&r->csv, r->args->max_document) == -1)
		return record_no_memory(r), -1;
	if (r->args->fields != NULL)
		got = split_names(r, r->args->fields) == -1 ? (record_no_memory(r), -1) : 1;
	else
		got = r->format == FORMAT_CSV ? csv_header(r) : tsv_header(r);
	if (got != 1)
		return got;
	cause = columns_set(&r->columns, r->fields, r->n_fields, r->args);
	if (cause == NULL && !r->has_header) {
		if (columns_to_header(&r->columns, &r->header) == -1)
			return record_no_memory(r), -1;
		r->has_header = true;
		if (r->columns.replaced_text || r->columns.replaced_doc)
			report_warning(r->report, r->file.name, 1, "column '%s' is left out: '%s' takes its place",
			    r->columns.replaced_text ? "text" : "doc",
			    r->columns.replaced_text ? r->args->text_column : r->args->id_column);
	}
	if (cause == NULL)
		cause = columns_match(&r->columns, &r->header);
	if (cause == NULL)
		return 1;
	refuse_file(r, cause);
	return -1;
}

static int
learn_text(struct reader *r)
{
	if (r->has_header && r->header.n != 0) {
		report_error(r->report, r->file.name, 0, "text without the columns that the first FILE has");
		return -1;
	}
	r->has_header = true;
	return 1;
}

/* The FILE's id: what -d says, or its name, repaired and escaped. */
static int
set_file_doc(struct reader *r)
{
	struct buf repaired = {0};
	const char *name = r->args->doc != NULL ? r->args->doc : r->file.name;
	size_t count = 0;
	int status = -1;

	r->file_doc.len = 0;
	if (utf8_repair(&repaired, name, strlen(name), &count) == 0)
		status = escape_append(&r->file_doc, repaired.data, repaired.len);
	buf_free(&repaired);
	return status;
}

/* Before the first byte is read: nothing but reading FILEs is left; after the last FILE is open, not even that. */
static void
give_up_opening(struct reader *r)
{
	bool last = r->operands.at_end;

	if (r->sandbox == (last ? SANDBOX_CLOSED : SANDBOX_OPENING))
		return;
	sandbox_enter(last);
	r->sandbox = last ? SANDBOX_CLOSED : SANDBOX_OPENING;
}

/* Opens the next FILE that can be read. Returns 1, 0 at the end, -1 on an error that ends all. */
static int
next_file(struct reader *r)
{
	int got;

	while ((got = operands_next(&r->operands, &r->file)) == 1) {
		give_up_opening(r);
		r->record = r->malformed = 0;
		lines_open(&r->lines, r->file.fd);
		if (r->file.fd == -1)
			report_error(r->report, r->file.name[0] == '\0' ? "''" : r->file.name, 0, "%s", strerror(r->file.error));
		else if (set_file_doc(r) == -1)
			return record_no_memory(r), -1;
		else if (detect_format(r) == 0) {
			got = r->format == FORMAT_TEXT ? learn_text(r) : learn_columns(r);
			if (got == 1) {
				r->file_open = r->file_is_new = true;
				return 1;
			}
		}
		operand_close(&r->file);
	}
	if (got == -1)
		report_error(r->report, r->operands.names_name, 0, "%s", strerror(errno));
	return got;
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
	else if ((got = next_file(r)) == 1 && boundary != NULL)
		r->boundary = header_find(&r->header, boundary);
	r->failed = got == -1;
	r->stopped = !r->file_open;
	r->carried = calloc(r->header.n + 1, sizeof(*r->carried));
	if (r->carried == NULL) {
		report_error(report, NULL, 0, "out of memory");
		reader_close(r);
		return NULL;
	}
	return r;
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
	if (r->file_is_new || doc || boundary || (r->splitting && r->record_doc.len != 0)) {
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
		if (!r->file_open && (got = next_file(r)) != 1) {
			r->stopped = true;
			r->failed = got == -1;
			return got;
		}
		switch (record_read(r)) {
		case RECORD_END:
			end_file(r);
			continue;
		case RECORD_FATAL:
			end_file(r);
			r->stopped = r->failed = true;
			return -1;
		case RECORD_NONE:
			continue;
		case RECORD_ROW:
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
	if (r == NULL)
		return;
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
