#include <errno.h>
#include <stdio.h>
#include <stdlib.h>

#include "common/escape.h"
#include "common/reader_private.h"
#include "common/utf8.h"

/* How many malformed rows of a FILE get a message each. */
enum { MESSAGES = 10 };

enum record
record_malformed(struct reader *r, size_t line, const char *cause)
{
	if (r->malformed++ < MESSAGES)
		report_error(r->report, r->file.name, line, "%s", cause);
	return r->args->strict ? RECORD_FATAL : RECORD_NONE;
}

enum record
record_no_memory(struct reader *r)
{
	report_error(r->report, r->file.name, 0, "out of memory");
	r->no_memory = true;
	return RECORD_FATAL;
}

/* What a failed lines_next() comes to. */
static enum record
read_failed(struct reader *r)
{
	char cause[96];

	if (errno == ENOMEM)
		return record_no_memory(r);
	if (errno != EFBIG) {
		report_error(r->report, r->file.name, 0, "%s", strerror(errno));
		/* Where each record is a document, the last one is whole. */
		r->cut = !r->file_is_new && !r->first_is_due && r->record_doc.len == 0;
		return RECORD_END;
	}
	snprintf(cause, sizeof(cause), "a line larger than --max-document (%zu bytes) is left out", r->args->max_document);
	return record_malformed(r, r->lines.number, cause);
}

static bool
is_missing(struct slice s)
{
	return s.len == 2 && s.data[0] == '\\' && s.data[1] == 'N';
}

/* The first TAB from p on, or NULL, by a loop, which is faster than a call where the field is short. */
static const char *
find_near_tab(const char *p, const char *end)
{
	enum { NEAR = 12 };

	for (const char *near = end - p > NEAR ? p + NEAR : end; p < near; p++)
		if (*p == '\t')
			return p;
	return p == end ? NULL : memchr(p, '\t', (size_t)(end - p));
}

int
record_split(struct reader *r, struct slice line)
{
	const char *p = line.data, *end = p + line.len, *tab;

	r->n_fields = 0;
	for (;;) {
		if (r->n_fields == r->fields_cap &&
		    array_reserve(&r->fields, &r->fields_cap, r->n_fields + 1, sizeof(*r->fields)) == -1)
			return -1;
		if (p != end && r->n_fields + 1 == r->columns.n)
			tab = memchr(p, '\t', (size_t)(end - p));
		else
			tab = find_near_tab(p, end);
		r->fields[r->n_fields++] = (struct slice){p, (size_t)((tab != NULL ? tab : end) - p)};
		if (tab == NULL)
			return 0;
		p = tab + 1;
	}
}

/* Reads a whole number of at most 18 digits. */
static bool
parse_number(struct slice s, uint64_t *number)
{
	*number = 0;
	if (s.len == 0 || s.len > 18)
		return false;
	for (size_t i = 0; i < s.len; i++) {
		if (s.data[i] < '0' || s.data[i] > '9')
			return false;
		*number = *number * 10 + (uint64_t)(s.data[i] - '0');
	}
	return true;
}

static struct slice
field_of(const struct reader *r, enum role role)
{
	size_t i = r->columns.role[role];

	return i < r->n_fields ? r->fields[i] : (struct slice){"", 0};
}

/* Reads a column of whole numbers, 0 where there is none; a missing value will do but for par. */
static inline bool
number_of(const struct reader *r, enum role role, uint64_t *number)
{
	*number = 0;
	if (r->columns.role[role] == r->columns.n)
		return true;
	return (field_of(r, role).len == 0 && role != ROLE_PAR) || parse_number(field_of(r, role), number);
}

static enum record
bad_number(struct reader *r, enum role role)
{
	struct slice s = field_of(r, role);
	char cause[160];

	snprintf(cause, sizeof(cause), "column '%s': '%.*s' is not a whole number", r->columns.names[r->columns.role[role]],
	    s.len > 60 ? 60 : (int)s.len, s.data);
	return record_malformed(r, r->row.line, cause);
}

/* The document's id, in the form of the stream. */
static int
set_doc(struct reader *r)
{
	char number[32];
	int n;

	if (r->columns.role[ROLE_DOC] != r->columns.n) {
		r->row.doc = field_of(r, ROLE_DOC);
		return 0;
	}
	r->row.doc = (struct slice){r->file_doc.data, r->file_doc.len};
	r->record_doc.len = 0;
	if (r->columns.role[ROLE_PAR] != r->columns.n)
		return 0;
	n = snprintf(number, sizeof(number), ":%zu", r->record);
	if (buf_append(&r->record_doc, r->file_doc.data, r->file_doc.len) == -1 ||
	    buf_append(&r->record_doc, number, (size_t)n) == -1)
		return -1;
	r->row.doc = (struct slice){r->record_doc.data, r->record_doc.len};
	return 0;
}

/* Takes all but the text out of the fields. */
static enum record
interpret(struct reader *r)
{
	struct row *row = &r->row;
	uint64_t start, end;

	if (set_doc(r) == -1)
		return record_no_memory(r);
	if (!number_of(r, ROLE_PAR, &row->par))
		return bad_number(r, ROLE_PAR);
	if (!number_of(r, ROLE_SENT, &row->sent))
		return bad_number(r, ROLE_SENT);
	if (!number_of(r, ROLE_START, &start))
		return bad_number(r, ROLE_START);
	if (!number_of(r, ROLE_END, &end))
		return bad_number(r, ROLE_END);
	row->start = (size_t)start;
	row->lang = field_of(r, ROLE_LANG);
	for (size_t i = 0; i < r->header.n; i++)
		r->carried[i] = r->fields[r->columns.carried[i]];
	row->fields = r->carried;
	r->splitting = r->columns.role[ROLE_PAR] == r->columns.n;
	if (r->splitting)
		r->rest = row->text;
	return RECORD_ROW;
}

static enum record
wrong_count(struct reader *r)
{
	char cause[96];

	snprintf(cause, sizeof(cause), "%zu field%s where the header has %zu", r->n_fields,
	    r->n_fields == 1 ? "" : "s", r->columns.n);
	return record_malformed(r, r->row.line, cause);
}

int
record_escape_returns(struct reader *r, struct slice *line)
{
	const char *p = line->data, *end = p + line->len, *cr;

	if (line->len == 0 || memchr(p, '\r', line->len) == NULL)
		return 0;
	r->escaped.len = 0;
	while ((cr = memchr(p, '\r', (size_t)(end - p))) != NULL) {
		if (buf_append(&r->escaped, p, (size_t)(cr - p)) == -1 || buf_append(&r->escaped, "\\r", 2) == -1)
			return -1;
		p = cr + 1;
	}
	if (buf_append(&r->escaped, p, (size_t)(end - p)) == -1)
		return -1;
	*line = (struct slice){r->escaped.data, r->escaped.len};
	return 0;
}

/* Checks the escapes of a line that has a backslash, empties missing values, and unescapes the text. */
static enum record
unescape_fields(struct reader *r)
{
	struct slice *text;
	char cause[160];

	for (size_t i = 0; i < r->n_fields; i++) {
		if (is_missing(r->fields[i]))
			r->fields[i].len = 0;
		else if (!escape_valid(r->fields[i].data, r->fields[i].len)) {
			snprintf(cause, sizeof(cause), "column '%.80s': a backslash that begins no escape", r->columns.names[i]);
			return record_malformed(r, r->row.line, cause);
		}
	}
	text = &r->fields[r->columns.role[ROLE_TEXT]];
	r->row.text = *text;
	if (text->len == 0 || memchr(text->data, '\\', text->len) == NULL)
		return RECORD_ROW;
	r->text.len = 0;
	if (unescape_append(&r->text, text->data, text->len) == -1)
		return record_no_memory(r);
	r->row.text = (struct slice){r->text.data, r->text.len};
	r->row.plain = false;
	return RECORD_ROW;
}

static enum record
read_tsv(struct reader *r)
{
	struct slice line;
	size_t terminator;
	enum record status;
	int got = lines_next(&r->lines, &line, &terminator);

	if (got != 1)
		return got == 0 ? RECORD_END : read_failed(r);
	if (r->header_line.len != 0 && slice_equal(line, (struct slice){r->header_line.data, r->header_line.len}))
		return RECORD_NONE;
	r->record++;
	r->row.line = r->lines.number;
	if ((r->lines.escapes && record_escape_returns(r, &line) == -1) || record_split(r, line) == -1)
		return record_no_memory(r);
	if (r->n_fields != r->columns.n)
		return wrong_count(r);
	r->row.text = r->fields[r->columns.role[ROLE_TEXT]];
	r->row.plain = true;
	if (r->lines.escapes && (status = unescape_fields(r)) != RECORD_ROW)
		return status;
	return interpret(r);
}

/*
 * Turns what libcsv gave into the form that a TSV line has: everything but the
 * text escaped. There is room for as many fields as the header has.
 */
static int
escape_fields(struct reader *r, const struct slice *raw)
{
	size_t begin, total = 0;

	r->escaped.len = 0;
	for (size_t i = 0; i < r->n_fields; i++)
		total += 2 * raw[i].len;
	if (buf_reserve(&r->escaped, total) == -1)
		return -1;
	for (size_t i = 0; i < r->n_fields; i++) {
		r->fields[i] = is_missing(raw[i]) ? (struct slice){"", 0} : raw[i];
		if (i == r->columns.role[ROLE_TEXT] || !escape_needed(r->fields[i].data, r->fields[i].len))
			continue;
		begin = r->escaped.len;
		escape_append(&r->escaped, raw[i].data, raw[i].len);
		r->fields[i] = (struct slice){r->escaped.data + begin, r->escaped.len - begin};
	}
	return 0;
}

/* Whether a record is the header again: one line that is equal to it. */
static bool
is_csv_header(const struct reader *r, const struct slice *raw, size_t n)
{
	if (r->header_line.len == 0 || n != r->columns.n)
		return false;
	const char *p = r->header_line.data, *end = p + r->header_line.len;

	for (size_t i = 0; i < n; i++) {
		if ((size_t)(end - p) < raw[i].len + 1 || memcmp(p, raw[i].data, raw[i].len) != 0 || p[raw[i].len] != '\0')
			return false;
		p += raw[i].len + 1;
	}
	return p == end;
}

static enum record
read_csv(struct reader *r)
{
	struct slice *raw;
	enum csv_status status = csv_record_next(&r->csv, &r->lines, &raw, &r->n_fields, &r->row.line);

	switch (status) {
	case CSV_RECORD_OK:
		break;
	case CSV_RECORD_END:
		return RECORD_END;
	case CSV_RECORD_QUOTE:
		r->record++;
		return record_malformed(r, r->lines.number, "a quotation mark inside a field (RFC 4180 wants it doubled, and the field in quotation marks)");
	case CSV_RECORD_OPEN:
		record_malformed(r, r->row.line, "a quotation mark that is never closed: the rest of the file is left out");
		return r->args->strict ? RECORD_FATAL : RECORD_END;
	case CSV_RECORD_LONG:
		record_malformed(r, r->row.line, "a record larger than --max-document: the rest of the file is left out");
		return r->args->strict ? RECORD_FATAL : RECORD_END;
	default:
		return read_failed(r);
	}
	if (is_csv_header(r, raw, r->n_fields))
		return RECORD_NONE;
	r->record++;
	if (r->n_fields != r->columns.n)
		return wrong_count(r);
	if (escape_fields(r, raw) == -1)
		return record_no_memory(r);
	r->row.text = r->fields[r->columns.role[ROLE_TEXT]];
	r->row.plain = false;
	return interpret(r);
}

/* A row of a text file. */
static enum record
text_row(struct reader *r, struct slice text)
{
	r->row.doc = (struct slice){r->file_doc.data, r->file_doc.len};
	r->row.text = text;
	r->row.plain = false;
	r->row.par = r->row.sent = 0;
	r->row.start = 0;
	r->row.lang = (struct slice){"", 0};
	r->row.fields = r->carried;
	return RECORD_ROW;
}

/* Lines up to a blank one, with a space in place of each line end. */
static enum record
read_wrapped(struct reader *r)
{
	struct slice line;
	size_t terminator, last = 0;
	int got;

	r->text.len = 0;
	while ((got = lines_next(&r->lines, &line, &terminator)) == 1) {
		if (utf8_trim(line.data, line.len).len == 0) {
			if (r->text.len != 0)
				break;
			continue;
		}
		if (r->text.len == 0)
			r->row.line = r->lines.number;
		else {
			r->text.data[last] = ' ';
			r->text.len = last + 1;
		}
		if (line.len >= r->args->max_document - r->text.len) {
			errno = EFBIG;
			return read_failed(r);
		}
		if (buf_append(&r->text, line.data, line.len) == -1 || buf_byte(&r->text, ' ') == -1)
			return record_no_memory(r);
		last = r->text.len - 1;
	}
	if (got == -1 && r->text.len == 0)
		return read_failed(r);
	if (got == -1)
		read_failed(r);
	if (r->text.len == 0)
		return RECORD_END;
	return text_row(r, (struct slice){r->text.data, last});
}

static enum record
read_text(struct reader *r)
{
	struct slice line;
	size_t terminator;
	int got;

	if (r->args->wrapped)
		return read_wrapped(r);
	got = lines_next(&r->lines, &line, &terminator);
	if (got != 1)
		return got == 0 ? RECORD_END : read_failed(r);
	r->row.line = r->lines.number;
	/* The first byte of most paragraphs tells that they are not blank. */
	if (line.len == 0 || ((utf8_ascii_class[line.data[0] & 0x7f] & CH_SPACE || (line.data[0] & 0x80)) &&
	    utf8_trim(line.data, line.len).len == 0))
		return RECORD_NONE;
	return text_row(r, line);
}

enum record
record_read(struct reader *r)
{
	enum record status;

	r->splitting = false;
	switch (r->format) {
	case FORMAT_TSV:
		status = read_tsv(r);
		break;
	case FORMAT_CSV:
		status = read_csv(r);
		break;
	default:
		status = read_text(r);
	}
	if (r->args->strict && r->lines.invalid != 0 && status != RECORD_FATAL) {
		report_error(r->report, r->file.name, r->lines.number, "invalid UTF-8");
		return RECORD_FATAL;
	}
	return status;
}
