/* tag-quotes: finds quotations and reported speech, and who speaks. */
#include <stdlib.h>
#include <string.h>

#include "cmd/tag-quotes/layout.h"
#include "cmd/tag-quotes/tagger.h"
#include "common/document.h"
#include "common/filter.h"
#include "common/sandbox.h"

enum {
	OPTION_EXPLAIN = 256,
	OPTION_SPANS
};

enum column {
	COLUMN_DOC, COLUMN_PAR, COLUMN_SENT, COLUMN_QUOTE, COLUMN_START, COLUMN_END, COLUMN_TYPE, COLUMN_SPEAKER, COLUMN_CUE,
	COLUMN_NAME, COLUMN_HOW, COLUMN_SPEAKER_START, COLUMN_SPEAKER_END, COLUMN_CUE_START, COLUMN_CUE_END, COLUMN_WHY,
	COLUMN_TEXT, COLUMNS
};

static const char *const column_names[COLUMNS] = {"doc", "par", "sent", "quote", "start", "end", "type", "speaker", "cue",
    "name", "how", "speaker_start", "speaker_end", "cue_start", "cue_end", "why", "text"};
static const char *const type_names[QUOTATION_TYPES] = {"direct", "partial", "mixed", "indirect", "scare"};
static const char *const how_names[] = {"none", "adjacent", "carried", "pronoun"};

struct command_line {
	struct slice language;
	unsigned types;		/* 1 << enum quotation_type */
	bool all, spans, explain;
	enum column columns[COLUMNS];
	size_t n_columns;
};

static const struct option_spec option_table[] = {
	{'k', "types", "TYPES", "only these, joined by commas (default direct,partial,mixed,indirect; also scare)"},
	{'l', "lang", "LANG", "the language, en or de (default en); a lang column overrides it"},
	{'a', "all", NULL, "every row of the input, cut into segments; type is none outside quotations"},
	{OPTION_SPANS, "spans", NULL, "columns speaker_start, speaker_end, cue_start, cue_end: where these stand"},
	{OPTION_EXPLAIN, "explain", NULL, "a column why: the pattern that found it"},
};

static const char *
set_types(struct command_line *c, const char *list)
{
	size_t n, i;

	c->types = 0;
	for (;; list += n + 1) {
		n = strcspn(list, ",");
		for (i = 0; i < QUOTATION_TYPES; i++)
			if (strlen(type_names[i]) == n && memcmp(type_names[i], list, n) == 0)
				break;
		if (i == QUOTATION_TYPES)
			return "a type is none of direct, partial, mixed, indirect, scare";
		c->types |= 1u << i;
		if (list[n] == '\0')
			return NULL;
	}
}

static const char *
set_option(void *self, int letter, const char *argument)
{
	struct command_line *c = self;

	switch (letter) {
	case 'a':
		c->all = true;
		break;
	case 'k':
		return set_types(c, argument);
	case 'l':
		c->language = slice_of(argument);
		return lexicon_knows(argument, strlen(argument)) ? NULL : "the languages are en and de";
	case OPTION_EXPLAIN:
		c->explain = true;
		break;
	case OPTION_SPANS:
		c->spans = true;
		break;
	}
	return NULL;
}

/* A program's state: what it was told, and the memory that every document uses again. */
struct program {
	struct filter filter;
	struct command_line line;
	struct document document;
	struct layout layout;
	struct tagger tagger;
	struct pieces pieces;
	struct buf name;
};

static struct value
slice_value(const struct program *g, struct span s)
{
	return value_text(g->layout.text.data + s.start, s.end - s.start);
}

/* "A and B" where a speaker is two persons. Memory running out leaves the first. */
static struct value
name_value(struct program *g, const struct quotation *q)
{
	const char *text = g->layout.text.data;

	if (q->name_end.end == q->name_end.start)
		return slice_value(g, q->name);
	g->name.len = 0;
	if (buf_append(&g->name, text + q->name.start, q->name.end - q->name.start) == -1 ||
	    buf_append(&g->name, text + q->joint.start, q->joint.end - q->joint.start) == -1 ||
	    buf_append(&g->name, text + q->name_end.start, q->name_end.end - q->name_end.start) == -1)
		return slice_value(g, q->name);
	return value_text(g->name.data, g->name.len);
}

/* The offsets of a span in the paragraph where it stands. */
static void
set_span(const struct program *g, struct value *v, struct span s)
{
	size_t i;

	if (s.end == s.start)
		return;
	i = layout_paragraph(&g->layout, s.start);
	v[0] = value_number(layout_offset(&g->layout, g->document.rows, i, s.start));
	v[1] = value_number(layout_offset(&g->layout, g->document.rows, i, s.end));
}

static int
write_piece(struct program *g, const struct piece *piece)
{
	const struct row *row = &g->document.rows[piece->row];
	const struct quotation *q = piece->quotation;
	struct value v[COLUMNS] = {0}, chosen[COLUMNS];

	v[COLUMN_DOC] = value_field(row->doc);
	v[COLUMN_PAR] = value_number(row->par);
	if (row->sent != 0)
		v[COLUMN_SENT] = value_number(row->sent);
	v[COLUMN_START] = value_number(row->start + piece->start);
	v[COLUMN_END] = value_number(row->start + piece->end);
	v[COLUMN_TYPE] = value_string(q != NULL ? type_names[q->type] : "none");
	v[COLUMN_TEXT] = value_slice(row, piece->start, piece->end);
	if (q != NULL) {
		v[COLUMN_QUOTE] = value_number(q->number);
		v[COLUMN_SPEAKER] = slice_value(g, q->speaker);
		v[COLUMN_CUE] = slice_value(g, q->cue);
		v[COLUMN_NAME] = name_value(g, q);
		v[COLUMN_HOW] = value_string(how_names[q->how]);
		v[COLUMN_WHY] = value_string(q->why);
		if (g->line.spans) {
			set_span(g, &v[COLUMN_SPEAKER_START], q->speaker);
			set_span(g, &v[COLUMN_CUE_START], q->cue);
		}
	}
	for (size_t i = 0; i < g->line.n_columns; i++)
		chosen[i] = v[g->line.columns[i]];
	return writer_row(&g->filter.writer, chosen, row->fields);
}

/* Leaves the quotations that are asked for, and numbers them anew. */
static void
select_types(struct program *g)
{
	struct tagger *t = &g->tagger;
	size_t n = 0;

	for (size_t i = 0; i < t->n; i++)
		if (g->line.types & 1u << t->quotations[i].type && (g->line.all || !t->quotations[i].inner))
			t->quotations[n++] = t->quotations[i];
	t->n = n;
}

static int
write_document(struct program *g)
{
	const struct tagger *t = &g->tagger;
	size_t first = 0, end;

	for (size_t i = 0; i < g->layout.n; i++) {
		for (end = first; end < t->n && t->quotations[end].paragraph == i; end++)
			;
		if (pieces_cut(&g->pieces, &g->layout, g->document.rows, i, t->quotations + first, end - first) == -1 ||
		    (g->line.all && pieces_fill(&g->pieces, &g->layout, g->document.rows, i) == -1))
			return -1;
		first = end;
		for (size_t k = 0; k < (g->line.all ? g->pieces.n_all : g->pieces.n); k++)
			write_piece(g, g->line.all ? &g->pieces.all[k] : &g->pieces.p[k]);
	}
	return 0;
}

static int
tag_document(struct program *g)
{
	const struct document *d = &g->document;

	if (layout_build(&g->layout, d->rows, d->n, g->line.language) == -1 ||
	    tagger_run(&g->tagger, g->layout.text.data, g->layout.paragraphs, g->layout.languages, g->layout.n) == -1)
		return -1;
	select_types(g);
	return write_document(g);
}

/* Chooses the columns that the options ask for. */
static size_t
choose_columns(struct command_line *c, const char **names)
{
	for (int i = 0; i < COLUMNS; i++) {
		if ((i >= COLUMN_SPEAKER_START && i <= COLUMN_CUE_END && !c->spans) || (i == COLUMN_WHY && !c->explain))
			continue;
		c->columns[c->n_columns] = (enum column)i;
		names[c->n_columns++] = column_names[i];
	}
	return c->n_columns;
}

int
main(int argc, char **argv)
{
	static const struct command command = {"tag-quotes", "finds quotations and reported speech, and who speaks",
	    option_table, sizeof(option_table) / sizeof(option_table[0]), set_option};
	static struct program g;
	const char *names[COLUMNS];

	g.line.types = ((1u << QUOTATION_TYPES) - 1) & ~(1u << QUOTATION_SCARE);
	g.line.language = slice_of("en");
	if (!filter_args(&g.filter, &command, &g.line, argc, argv) || !filter_reader(&g.filter, NULL) ||
	    !filter_writer(&g.filter, names, choose_columns(&g.line, names), true))
		return g.filter.report.status;
	while (document_next(&g.document, g.filter.reader) == 1 && !g.filter.writer.failed)
		if (tag_document(&g) == -1) {
			report_error(&g.filter.report, NULL, 0, "out of memory");
			break;
		}
	document_free(&g.document);
	layout_free(&g.layout);
	tagger_free(&g.tagger);
	pieces_free(&g.pieces);
	buf_free(&g.name);
	return filter_close(&g.filter);
}
