/* split-sentences: one row a sentence. */
#include <errno.h>
#include <fcntl.h>
#include <stdio.h>
#include <stdlib.h>
#include <unistd.h>

#include "cmd/split-sentences/own.h"
#include "cmd/split-sentences/sentence.h"
#include "cmd/split-sentences/sentence_model.h"
#include "common/filter.h"
#include "common/utf8.h"

enum { OPTION_EXPLAIN = 256 };

enum column { COLUMN_DOC, COLUMN_PAR, COLUMN_SENT, COLUMN_START, COLUMN_END, COLUMN_WHY, COLUMN_TEXT, COLUMNS };

static const char *const plain_columns[] = {"doc", "par", "sent", "start", "end", "text"};
static const char *const explain_columns[COLUMNS] = {"doc", "par", "sent", "start", "end", "why", "text"};

static const struct option_spec option_table[] = {
	{'l', "lang", "LANG", "the language, by its ISO 639-1 code (default en); a lang column overrides it"},
	{'x', "abbreviations", "FILE", "further abbreviations, one a line; # starts a comment"},
	{'u', "unpunctuated", NULL, "look for ends of sentences without a mark too"},
	{OPTION_EXPLAIN, "explain", NULL, "a column why: what ended the sentence"},
};

/* A program's state. */
struct program {
	struct filter filter;
	struct segmenter segmenter;
	struct slice language;	/* of -l */
	char code[8];		/* of the segmenter's language */
	bool explain, warned;
	uint64_t sent;
};

/* Reads a file of abbreviations. Returns NULL, or the cause why it cannot. */
static const char *
read_abbreviations(struct program *g, const char *name)
{
	struct buf text = {0}, repaired = {0};
	size_t count = 0;
	ssize_t n = -1;
	int fd = open(name, O_RDONLY | O_CLOEXEC), error = errno;

	while (fd != -1 && buf_reserve(&text, BUFSIZ) == 0 && (n = read(fd, text.data + text.len, BUFSIZ)) > 0)
		text.len += (size_t)n;
	if (fd != -1) {
		error = errno;
		close(fd);
	}
	if (n == 0 && (utf8_repair(&repaired, text.data, text.len, &count) == -1 ||
	    own_abbreviations(&g->segmenter.own, repaired.data, repaired.len) == -1)) {
		error = ENOMEM;
		n = -1;
	}
	buf_free(&text);
	buf_free(&repaired);
	return n == 0 ? NULL : strerror(error);
}

static const char *
set_option(void *self, int letter, const char *argument)
{
	struct program *g = self;

	switch (letter) {
	case 'l':
		g->language = slice_of(argument);
		break;
	case 'u':
		g->segmenter.unpunctuated = true;
		break;
	case 'x':
		return read_abbreviations(g, argument);
	case OPTION_EXPLAIN:
		g->explain = true;
		break;
	}
	return NULL;
}

/* Sets the segmenter to the language of the row. Returns 0, or -1 where memory ran out. */
static int
set_language(struct program *g, const struct row *row)
{
	struct slice code = row->lang.len != 0 ? row->lang : g->language;
	int known;

	if (slice_equal(code, slice_of(g->code)))
		return 0;
	known = segmenter_language(&g->segmenter, code);
	if (known == 0 && !g->warned) {
		report_warning(&g->filter.report, row->file, row->line, "no rules for the language '%.*s': those that hold everywhere apply",
		    (int)code.len, code.data);
		g->warned = true;
	}
	snprintf(g->code, sizeof(g->code), "%.*s", (int)code.len, code.data);
	return known == -1 ? -1 : 0;
}

/* "mark", "item", "end", or "model:+3.2" with the score in units of log odds. */
static struct value
why(const struct sentence *sentence, char text[32])
{
	static const char *const names[] = {"end", "mark", "model", "item"};
	int32_t tenths, size;

	if (sentence->reason != REASON_MODEL)
		return value_string(names[sentence->reason]);
	tenths = 10 * sentence->score / sentence->model->scale;
	size = abs(tenths);
	snprintf(text, 32, "model:%c%d.%d", tenths < 0 ? '-' : '+', size / 10, size % 10);
	return value_string(text);
}

static int
split_row(struct program *g, const struct row *row)
{
	struct value v[COLUMNS] = {value_field(row->doc), value_number(row->par), value_number(0), value_number(0), value_number(0)};
	struct value *text = &v[COLUMN_WHY + g->explain];
	int (*put)(struct writer *, const struct value *, const struct slice *) = writer_row;
	struct sentence sentence;
	char reason[32];

	if (row->first)
		g->sent = 0;
	*text = value_slice(row, 0, 0);
	sentence_begin(&g->segmenter, row->text.data, row->text.len);
	while (sentence_next(&g->segmenter, &sentence)) {
		v[COLUMN_SENT].u.number = ++g->sent;
		v[COLUMN_START].u.number = row->start + sentence.start;
		v[COLUMN_END].u.number = row->start + sentence.end;
		if (g->explain)
			v[COLUMN_WHY] = why(&sentence, reason);
		text->u.bytes.data = row->text.data + sentence.start;
		text->u.bytes.len = sentence.end - sentence.start;
		if (put(&g->filter.writer, v, row->fields) == -1)
			return -1;
		put = writer_row_more;
	}
	return 0;
}

int
main(int argc, char **argv)
{
	static const struct command command = {"split-sentences", "writes a row for each sentence", option_table,
	    sizeof(option_table) / sizeof(option_table[0]), set_option};
	struct program g = {.segmenter = {.model = &sentence_model, .gap_model = &gap_model}};
	struct row row;

	g.language = slice_of("en");
	if (!filter_args(&g.filter, &command, &g, argc, argv) || !filter_reader(&g.filter, NULL) ||
	    !filter_writer(&g.filter, g.explain ? explain_columns : plain_columns, g.explain ? COLUMNS : COLUMNS - 1, true)) {
		segmenter_free(&g.segmenter);
		return g.filter.report.status;
	}
	writer_repeats(&g.filter.writer, COLUMN_SENT);
	while (reader_next(g.filter.reader, &row) == 1) {
		if (set_language(&g, &row) == -1) {
			reader_error(g.filter.reader, &row, "out of memory");
			break;
		}
		if (split_row(&g, &row) == -1)
			break;
	}
	segmenter_free(&g.segmenter);
	return filter_close(&g.filter);
}
