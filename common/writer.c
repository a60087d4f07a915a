#include "common/writer.h"

#include <errno.h>
#include <poll.h>
#include <stdio.h>
#include <stdlib.h>
#include <unistd.h>

#include "common/decimal.h"
#include "common/escape.h"

enum { FLUSH_SIZE = 64 * 1024 };

/* A column of the output: the tool's own value of that index, or the carried field. */
struct output_column {
	const char *name;
	bool carried;
	size_t index;
};

static int
fail(struct writer *w, int error)
{
	if (!w->failed)
		report_error(w->report, "standard output", 0, "%s", strerror(error));
	w->failed = true;
	w->out.len = 0;
	return -1;
}

static int
write_all(struct writer *w, const char *data, size_t len)
{
	struct pollfd p = {.fd = w->fd, .events = POLLOUT};
	ssize_t n;

	while (len != 0) {
		n = write(w->fd, data, len);
		if (n >= 0) {
			data += n;
			len -= (size_t)n;
		} else if (errno == EAGAIN)
			poll(&p, 1, -1);
		else if (errno != EINTR)
			return fail(w, errno);
	}
	return 0;
}

/* The length of the control character at s that a terminal must not see, or 0: C0 but TAB and LF, DEL, C1. */
static size_t
control_length(const char *s, const char *end)
{
	unsigned char c = (unsigned char)*s;

	if ((c < 0x20 && c != '\t' && c != '\n') || c == 0x7f)
		return 1;
	return c == 0xc2 && s + 1 < end && (unsigned char)s[1] >= 0x80 && (unsigned char)s[1] < 0xa0 ? 2 : 0;
}

/* Writes data with control characters as \xHH. */
static int
write_visible(struct writer *w, const char *data, size_t len)
{
	const char *end = data + len, *plain = data;
	char hex[5];
	size_t n;

	for (; data < end; data += n != 0 ? n : 1) {
		n = control_length(data, end);
		if (n == 0)
			continue;
		if (write_all(w, plain, (size_t)(data - plain)) == -1)
			return -1;
		for (size_t i = 0; i < n; i++) {
			snprintf(hex, sizeof(hex), "\\x%02x", (unsigned char)data[i]);
			if (write_all(w, hex, 4) == -1)
				return -1;
		}
		plain = data + n;
	}
	return write_all(w, plain, (size_t)(end - plain));
}

static int
flush(struct writer *w)
{
	int status = 0;

	if (w->out.len != 0)
		status = w->visible ? write_visible(w, w->out.data, w->out.len) : write_all(w, w->out.data, w->out.len);
	w->out.len = 0;
	return status;
}

/* Appends bytes, a part at a time where they are many, so that the buffer need not hold a second copy of a huge text. */
static int
put(struct writer *w, const char *data, size_t len, bool escape)
{
	size_t n;

	while (len > 0) {
		n = len;
		if (len > w->flush_size) {
			n = w->flush_size;
			while (n > w->flush_size - 4 && ((unsigned char)data[n] & 0xc0) == 0x80)
				n--;
			if (flush(w) == -1)
				return -1;
		}
		if ((escape ? escape_append(&w->out, data, n) : buf_append(&w->out, data, n)) == -1)
			return fail(w, errno);
		data += n;
		len -= n;
	}
	return 0;
}

static char *
append_slice(char *out, struct slice s)
{
	if (s.len != 0)
		memcpy(out, s.data, s.len);
	return out + s.len;
}

static int
put_number(struct writer *w, uint64_t number)
{
	char text[DECIMAL_SIZE];

	return put(w, text, (size_t)(decimal_append(text, number) - text), false);
}

static int
put_value(struct writer *w, const struct value *v)
{
	char milli[] = ".000";

	switch (v->kind) {
	case VALUE_FIELD:
		return put(w, v->u.bytes.data, v->u.bytes.len, false);
	case VALUE_TEXT:
		return put(w, v->u.bytes.data, v->u.bytes.len, true);
	case VALUE_NUMBER:
		return put_number(w, v->u.number);
	case VALUE_MILLI:
		milli[1] = (char)('0' + v->u.number / 100 % 10);
		milli[2] = (char)('0' + v->u.number / 10 % 10);
		milli[3] = (char)('0' + v->u.number % 10);
		return put_number(w, v->u.number / 1000) == -1 ? -1 : put(w, milli, 4, false);
	default:
		return 0;
	}
}

static int
flush_row(struct writer *w)
{
	return w->line_buffered || w->out.len >= w->flush_size ? flush(w) : 0;
}

static int
end_row(struct writer *w)
{
	return buf_byte(&w->out, '\n') == -1 ? fail(w, errno) : flush_row(w);
}

/* Remembers what rows of the same input row begin with, where it is short. */
static void
keep_prefix(struct writer *w, const char *row, const char *out)
{
	w->prefix_len = out - row <= WRITER_PREFIX ? (size_t)(out - row) : 0;
	memcpy(w->prefix, row, w->prefix_len);
}

/*
 * Writes the row at once where all of it is plain and short, as it mostly is.
 * Returns false where it is not, and nothing is written.
 */
static bool
put_plain_row(struct writer *w, const struct value *own, const struct slice *carried, bool more)
{
	const struct output_column *c = w->columns, *last = c + w->n, *repeated = c + w->repeated;
	struct slice s;
	char *row, *out, *limit;

	if (w->out.cap - w->out.len < w->room && buf_reserve(&w->out, w->room) == -1)
		return false;
	row = out = w->out.data + w->out.len;
	if (more && w->prefix_len != 0) {
		memcpy(out, w->prefix, WRITER_PREFIX);
		out += w->prefix_len;
		c = repeated;
	}
	limit = out + w->flush_size;
	for (; c < last; c++) {
		if (c == repeated)
			keep_prefix(w, row, out);
		enum value_kind kind = c->carried ? VALUE_FIELD : own[c->index].kind;

		if (kind == VALUE_NUMBER)
			out = decimal_append(out, own[c->index].u.number);
		else if (kind == VALUE_FIELD) {
			s = c->carried ? carried[c->index] : own[c->index].u.bytes;
			if (out >= limit || s.len > (size_t)(limit - out))
				return false;
			out = append_slice(out, s);
		} else if (kind != VALUE_EMPTY)
			return false;
		*out++ = '\t';
	}
	out[-1] = '\n';
	w->out.len = (size_t)(out - w->out.data);
	return true;
}

static int
put_row(struct writer *w, const struct value *own, const struct slice *carried, bool more)
{
	const struct output_column *c = w->columns;
	int status;

	if (w->failed)
		return -1;
	if (put_plain_row(w, own, carried, more))
		return flush_row(w);
	for (size_t i = 0; i < w->n; i++) {
		if (i != 0 && buf_byte(&w->out, '\t') == -1)
			return fail(w, errno);
		status = c[i].carried ? put(w, carried[c[i].index].data, carried[c[i].index].len, false) :
		    put_value(w, &own[c[i].index]);
		if (status == -1)
			return -1;
	}
	return end_row(w);
}

int
writer_row(struct writer *w, const struct value *own, const struct slice *carried)
{
	w->prefix_len = 0;
	return put_row(w, own, carried, false);
}

int
writer_row_more(struct writer *w, const struct value *own, const struct slice *carried)
{
	return put_row(w, own, carried, true);
}

void
writer_repeats(struct writer *w, size_t n_own)
{
	for (w->repeated = 0; w->repeated < w->n; w->repeated++)
		if (!w->columns[w->repeated].carried && w->columns[w->repeated].index >= n_own)
			break;
}

static int
write_header(struct writer *w)
{
	for (size_t i = 0; i < w->n; i++)
		if ((i != 0 && buf_byte(&w->out, '\t') == -1) ||
		    buf_append(&w->out, w->columns[i].name, strlen(w->columns[i].name)) == -1)
			return fail(w, errno);
	return end_row(w);
}

static bool
is_own(const char *const *own, size_t n_own, const char *name)
{
	for (size_t i = 0; i < n_own; i++)
		if (strcmp(own[i], name) == 0)
			return true;
	return false;
}

/* Lists all columns in the order of the output: own ones, carried ones, and text last. */
static struct output_column *
all_columns(const char *const *own, size_t n_own, const struct header *carried, size_t *n, struct report *report)
{
	size_t n_carried = carried != NULL ? carried->n : 0;
	bool text_last = n_own != 0 && strcmp(own[n_own - 1], "text") == 0;
	struct output_column *c = calloc(n_own + n_carried + 1, sizeof(*c));

	*n = 0;
	if (c == NULL)
		return NULL;
	for (size_t i = 0; i < n_own - text_last; i++)
		c[(*n)++] = (struct output_column){own[i], false, i};
	for (size_t i = 0; i < n_carried; i++) {
		if (!is_own(own, n_own, carried->names[i]))
			c[(*n)++] = (struct output_column){carried->names[i], true, i};
		else if (strcmp(carried->names[i], "sent") != 0)
			report_warning(report, NULL, 0, "column '%s' of the input is replaced", carried->names[i]);
	}
	if (text_last)
		c[(*n)++] = (struct output_column){"text", false, n_own - 1};
	return c;
}

/* Puts the columns that list names, in its order, in place of all. Returns 0, or -1 (reported). */
static int
choose(struct writer *w, const char *list)
{
	struct output_column *chosen = NULL;
	size_t n = 0, cap = 0, len, i;

	for (;; list++) {
		len = strcspn(list, ",");
		for (i = 0; i < w->n; i++)
			if (strlen(w->columns[i].name) == len && memcmp(w->columns[i].name, list, len) == 0)
				break;
		for (size_t k = 0; k < n && i < w->n; k++)
			if (strcmp(chosen[k].name, w->columns[i].name) == 0) {
				report_error(w->report, NULL, 0, "-c: column '%s' stands twice", chosen[k].name);
				free(chosen);
				return -1;
			}
		if (i == w->n || array_reserve(&chosen, &cap, n + 1, sizeof(*chosen)) == -1) {
			report_error(w->report, NULL, 0, i == w->n ? "-c: no column '%.*s'" : "out of memory", (int)len, list);
			free(chosen);
			return -1;
		}
		chosen[n++] = w->columns[i];
		list += len;
		if (*list == '\0')
			break;
	}
	free(w->columns);
	w->columns = chosen;
	w->n = n;
	return 0;
}

int
writer_open(struct writer *w, int fd, const char *const *own, size_t n_own, const struct header *carried,
    const struct writer_options *options, struct report *report)
{
	*w = (struct writer){.fd = fd, .report = report};
	w->visible = isatty(fd);
	w->line_buffered = options->line_buffered || w->visible;
	w->flush_size = options->flush_size != 0 ? options->flush_size : FLUSH_SIZE;
	w->columns = all_columns(own, n_own, carried, &w->n, report);
	if (w->columns == NULL) {
		report_error(report, NULL, 0, "out of memory");
		return -1;
	}
	if (options->columns != NULL && choose(w, options->columns) == -1) {
		free(w->columns);
		w->columns = NULL;
		w->n = 0;
		return -1;
	}
	w->room = WRITER_PREFIX + w->flush_size + w->n * (DECIMAL_SIZE + 1);
	if (!options->no_header)
		write_header(w);
	return 0;
}

bool
writer_wants(const struct writer *w, size_t i)
{
	for (size_t k = 0; k < w->n; k++)
		if (!w->columns[k].carried && w->columns[k].index == i)
			return true;
	return false;
}

int
writer_close(struct writer *w)
{
	if (!w->failed)
		flush(w);
	if (close(w->fd) == -1 && errno != EINTR)
		fail(w, errno);
	free(w->columns);
	buf_free(&w->out);
	return w->failed ? -1 : 0;
}
