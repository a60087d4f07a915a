#include <errno.h>
#include <stdlib.h>
#include <strings.h>

#include "common/escape.h"
#include "common/reader_private.h"
#include "common/sandbox.h"
#include "common/utf8.h"

/* Reports why the FILE is left out; frees the cause. */
static void
refuse_file(struct reader *r, char *cause)
{
	if (cause == columns_no_memory) {
		record_no_memory(r);
		return;
	}
	report_error(r->report, r->file.name, 1, "%s", cause);
	free(cause);
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

/* Reports why the first line cannot be read. Returns -1. */
static int
first_line_failed(struct reader *r)
{
	if (errno == ENOMEM)
		record_no_memory(r);
	else
		report_error(r->report, r->file.name, 0, "%s", errno == EFBIG ? "the header is larger than --max-document" : strerror(errno));
	return -1;
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
	if (status == CSV_RECORD_ERROR)
		return first_line_failed(r);
	if (status != CSV_RECORD_OK) {
		report_error(r->report, r->file.name, line, "the header is malformed");
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
	if (got == -1)
		return first_line_failed(r);
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
	int got;

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
	got = lines_peek(&r->lines, &line);
	if (got == 1 && looks_like_header(line))
		r->format = FORMAT_TSV;
	return got == -1 && errno != EFBIG ? first_line_failed(r) : 0;
}

/* Learns the columns of a TSV or CSV file. Returns 1, 0 where the FILE is empty, -1 where it is left out (reported). */
static int
learn_columns(struct reader *r)
{
	char *cause;
	int got;

	r->header_line.len = 0;
	if (r->format == FORMAT_CSV)
		csv_record_init(&r->csv, r->args->max_document);
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

int
reader_file_next(struct reader *r)
{
	int got;

	while ((got = operands_next(&r->operands, &r->file)) == 1) {
		give_up_opening(r);
		r->record = r->malformed = 0;
		lines_open(&r->lines, r->file.fd);
		if (r->file.fd == -1)
			report_error(r->report, r->file.name[0] == '\0' ? "''" : r->file.name, 0, "%s", strerror(r->file.error));
		else if (set_file_doc(r) == -1)
			record_no_memory(r);
		else if (detect_format(r) == 0) {
			got = r->format == FORMAT_TEXT ? learn_text(r) : learn_columns(r);
			if (got == 1) {
				r->file_open = r->file_is_new = true;
				return 1;
			}
		}
		operand_close(&r->file);
		if (r->no_memory)
			return -1;
	}
	if (got == -1 && errno == ENOMEM)
		record_no_memory(r);
	else if (got == -1)
		report_error(r->report, r->operands.names_name, 0, "%s", strerror(errno));
	return got;
}

void
reader_file_end(struct reader *r)
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
