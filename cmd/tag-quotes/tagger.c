#include "cmd/tag-quotes/tagger.h"

#include <stdlib.h>

#include "cmd/tag-quotes/link.h"
#include "cmd/tag-quotes/quote_kind.h"
#include "cmd/tag-quotes/speaker.h"
#include "common/utf8.h"

#define NONE UINT32_MAX

/* A paragraph of more bytes than twice this is read in blocks, so that the memory for its tokens is bounded. */
#define BLOCK ((size_t)1 << 20)

/* The tokens of a quote with its marks. */
static struct token_span
with_marks(const struct passage *p, const struct quoted_tokens *q)
{
	struct token_span s = {q->first, q->end};

	if (s.first > 0 && tag_at(p, (ptrdiff_t)s.first - 1) == TAG_OPEN)
		s.first--;
	if (tag_at(p, s.end) == TAG_CLOSE)
		s.end++;
	return s;
}

static struct quotation *
push_quotation(struct tagger *g, uint32_t paragraph, enum quotation_type type, struct span content)
{
	if (array_reserve(&g->quotations, &g->cap, g->n + 1, sizeof(*g->quotations)) == -1)
		return NULL;
	g->quotations[g->n] = (struct quotation){.content = content, .paragraph = paragraph, .type = (uint8_t)type};
	return &g->quotations[g->n++];
}

static void
set_attribution(struct quotation *q, const struct attribution *a)
{
	q->speaker = a->speaker;
	q->cue = a->cue;
	q->number = a->number;
	if (a->speaker.end > a->speaker.start)
		q->how = HOW_ADJACENT;
}

static int
emit_clauses(struct tagger *g, uint32_t paragraph)
{
	const struct passage *p = &g->passage;

	for (size_t i = 0; i < g->clauses.n; i++) {
		struct clause *c = &g->clauses.list[i];
		bool mixed = false;
		struct quotation *q;

		for (uint32_t k = c->span.first; k < c->span.end && !mixed; k++)
			mixed = p->quote_of[k] != 0;
		q = push_quotation(g, paragraph, mixed ? QUOTATION_MIXED : QUOTATION_INDIRECT, attribution_span(p, c->span));
		if (q == NULL)
			return -1;
		set_attribution(q, attributions_of(&g->attributions, c->cue));
		q->why = c->after ? "cue, clause" : "clause, cue";
	}
	return 0;
}

/* A name alone behind a quote: "…," Lavrov. "…" — Commissioner Starks. Returns false where there is none. */
static bool
name_behind(const struct passage *p, const struct quoted_tokens *q, struct token_span *s)
{
	uint32_t i = q->end;
	enum tag t;

	while (tag_at(p, i) == TAG_CLOSE)
		i++;
	if (tag_at(p, i) == TAG_DASH)
		i++;
	t = tag_at(p, i);
	if (i == q->end || (t != TAG_NAME && t != TAG_TITLE) || !phrase_next(p, i, (uint32_t)p->tokens.n, s) || s->first != i)
		return false;
	t = tag_at(p, s->end);
	return t == TAG_NONE || t == TAG_STOP;
}

/* Carries the speaker of the quotation before, of this paragraph or the last. */
static void
carry(struct tagger *g, struct quotation *q, bool continues)
{
	const struct quotation *before = &g->last;

	if (before->content.end == 0 || before->paragraph + 1 < q->paragraph)
		return;
	q->speaker = before->speaker;
	q->cue = before->cue;
	if (continues)
		q->number = before->number;
	if (q->speaker.end > q->speaker.start)
		q->how = HOW_CARRIED;
}

/* A quotation over paragraphs that names its speaker only now: so does what stands of it before. */
static void
carry_back(struct tagger *g, struct quotation *q, const struct attribution *a)
{
	uint32_t number = q->number;

	for (size_t i = g->first_carried; i < g->n; i++) {
		struct quotation *c = &g->quotations[i];

		if (c->number != number)
			continue;
		set_attribution(c, a);
		c->number = number;
		if (c != q)
			c->how = HOW_CARRIED;
	}
	q->why = "marks, cue";
}

static int
emit_quote(struct tagger *g, uint32_t paragraph, size_t n)
{
	const struct passage *p = &g->passage;
	const struct quoted_tokens *tokens = &p->quotes[n];
	const struct clause *around = clauses_around(&g->clauses, n);
	struct slice trimmed = utf8_trim(p->text + tokens->quoted->start, tokens->content_end - tokens->quoted->start);
	size_t start = (size_t)(trimmed.data - p->text);
	struct quotation *q = push_quotation(g, paragraph, (enum quotation_type)g->kinds[n], (struct span){start, start + trimmed.len});
	struct token_span name;

	if (q == NULL)
		return -1;
	q->why = "marks";
	if (g->kinds[n] == QUOTATION_SCARE) {
		q->number = ++g->last_number;
		return 0;
	}
	if (tokens->quoted->continues) {
		carry(g, q, true);
		if (g->last.how != HOW_ADJACENT && g->link_of[n] != NONE)
			carry_back(g, q, attributions_of(&g->attributions, g->link_of[n]));
	} else if (around != NULL || g->link_of[n] != NONE) {
		set_attribution(q, attributions_of(&g->attributions, around != NULL ? around->cue : g->link_of[n]));
		q->why = around != NULL ? "marks in a clause" : "marks, cue";
	} else if (name_behind(p, tokens, &name)) {
		q->speaker = attribution_span(p, name);
		q->how = HOW_ADJACENT;
		q->why = "marks, name";
	} else if (g->kinds[n] == QUOTATION_DIRECT || p->lexicon->german) {
		/* German goes on reporting in the subjunctive, fragments and all. */
		carry(g, q, false);
	}
	if (q->number == 0)
		q->number = ++g->last_number;
	if (q->type == QUOTATION_DIRECT || q->speaker.end > q->speaker.start)
		g->last = *q;
	if (!tokens->quoted->continues)
		g->first_carried = (size_t)(q - g->quotations);
	return 0;
}

/* A quote inside another. */
static int
emit_inner(struct tagger *g, uint32_t paragraph, const struct quoted *quoted)
{
	struct quotation *q = push_quotation(g, paragraph, QUOTATION_DIRECT, (struct span){quoted->start, quoted->end});

	if (q == NULL)
		return -1;
	q->inner = true;
	q->number = ++g->last_number;
	q->why = "marks in marks";
	return 0;
}

static int
compare_quotations(const void *a, const void *b)
{
	const struct quotation *x = a, *y = b;

	if (x->content.start != y->content.start)
		return x->content.start < y->content.start ? -1 : 1;
	if (x->content.end != y->content.end)
		return x->content.end > y->content.end ? -1 : 1;
	return (x->type > y->type) - (x->type < y->type);
}

static int
reserve_paragraph(struct tagger *g)
{
	const struct passage *p = &g->passage;

	if (attributions_begin(&g->attributions, p) == -1 ||
	    array_reserve(&g->link_of, &g->link_of_cap, p->n_quotes, sizeof(*g->link_of)) == -1 ||
	    array_reserve(&g->kinds, &g->kinds_cap, p->n_quotes, sizeof(*g->kinds)) == -1)
		return -1;
	return 0;
}

/* What kind each quote is, and its cue. */
static void
judge_quotes(struct tagger *g)
{
	const struct passage *p = &g->passage;

	for (size_t i = 0; i < g->clauses.n; i++)
		attributions_note(&g->attributions, g->clauses.list[i].cue, g->clauses.list[i].span);
	for (size_t q = 0; q < p->n_quotes; q++) {
		struct link link = link_find(p, q);

		g->kinds[q] = (uint8_t)quote_kind(p, q, &link);
		g->link_of[q] = NONE;
		if (g->kinds[q] == QUOTATION_SCARE || clauses_around(&g->clauses, q) != NULL || link.odds <= LINK_LEAST)
			continue;
		g->link_of[q] = link.cue;
		attributions_note(&g->attributions, link.cue, with_marks(p, &p->quotes[q]));
	}
}

static int
tag_passage(struct tagger *g, uint32_t paragraph, const struct quoted *quoted, size_t n_quoted)
{
	size_t n = g->n;

	if (reserve_paragraph(g) == -1 || clauses_find(&g->clauses, &g->passage) == -1)
		return -1;
	judge_quotes(g);
	if (attributions_find(&g->attributions, &g->passage, &g->last_number) == -1)
		return -1;
	for (size_t q = 0; q < g->passage.n_quotes; q++)
		if (emit_quote(g, paragraph, q) == -1)
			return -1;
	for (size_t i = 0; i < n_quoted; i++)
		if (quoted[i].depth > 0 && emit_inner(g, paragraph, &quoted[i]) == -1)
			return -1;
	if (emit_clauses(g, paragraph) == -1)
		return -1;
	/* Sorting moves the first piece of a quotation that goes on within its paragraph. */
	if (g->first_carried > n)
		g->first_carried = n;
	if (g->n - n > 1)
		qsort(g->quotations + n, g->n - n, sizeof(*g->quotations), compare_quotations);
	return 0;
}

/* Numbers the quotations in the order in which they begin. */
static int
renumber(struct tagger *g)
{
	uint32_t n = 0;

	if (array_reserve(&g->numbers, &g->numbers_cap, (size_t)g->last_number + 1, sizeof(*g->numbers)) == -1)
		return -1;
	memset(g->numbers, 0, ((size_t)g->last_number + 1) * sizeof(*g->numbers));
	for (size_t i = 0; i < g->n; i++) {
		uint32_t *number = &g->numbers[g->quotations[i].number];

		if (*number == 0)
			*number = ++n;
		g->quotations[i].number = *number;
	}
	return 0;
}

/* Where the block that starts at an offset ends: behind a stop if one is near, else at a space, else between characters. */
static size_t
block_end(const char *text, size_t start, size_t end)
{
	size_t i, space = 0;

	if (end - start <= 2 * BLOCK)
		return end;
	for (i = start + BLOCK; i < start + 2 * BLOCK; i++) {
		if (text[i] != ' ')
			continue;
		space = i;
		if (text[i - 1] == '.')
			break;
	}
	if (space != 0)
		return space;
	while (((unsigned char)text[i] & 0xc0) == 0x80)
		i--;
	return i;
}

/* Tags a paragraph of n marks, block by block. */
static int
tag_blocks(struct tagger *g, const struct lexicon *l, const char *text, const struct paragraph *p, uint32_t index,
    const struct quoted *quoted, size_t n)
{
	struct paragraph block = {p->start, p->start};
	size_t q = 0, m;

	for (; block.end < p->end; block.start = block.end, q = m) {
		const struct quoted *first = n > q ? quoted + q : NULL;

		block.end = block_end(text, block.start, p->end);
		for (m = q; m < n && (quoted[m].open < block.end || block.end == p->end); m++)
			;
		if (passage_read(&g->passage, l, text, &block, first, m - q) == -1 ||
		    tag_passage(g, index, first, m - q) == -1 || names_read(&g->names, &g->passage, index) == -1)
			return -1;
	}
	return 0;
}

/* The lexicon of a language, loaded when it is first wanted; NULL where memory ran out. */
static const struct lexicon *
lexicon_of(struct tagger *g, struct slice language)
{
	bool german = slice_equal(language, slice_of("de"));
	struct lexicon *l = german ? &g->german : &g->english;

	return l->words.slots != NULL || lexicon_load(l, german ? "de" : "en", 2) == 0 ? l : NULL;
}

int
tagger_run(struct tagger *g, const char *text, const struct paragraph *paragraphs, const struct slice *languages, size_t n)
{
	const struct lexicon *l;
	size_t q = 0, m;

	g->n = 0;
	g->last_number = 0;
	g->last = (struct quotation){0};
	g->first_carried = 0;
	l = lexicon_of(g, slice_of("en"));
	if (l == NULL || marks_pair(&g->marks, text, paragraphs, n) == -1)
		return -1;
	names_begin(&g->names, l, text);
	for (size_t i = 0; i < n; i++, q = m) {
		l = lexicon_of(g, languages[i]);
		if (l == NULL)
			return -1;
		for (m = q; m < g->marks.n && g->marks.quoted[m].paragraph == i; m++)
			;
		if (tag_blocks(g, l, text, &paragraphs[i], (uint32_t)i, m > q ? &g->marks.quoted[q] : NULL, m - q) == -1)
			return -1;
	}
	if (names_resolve(&g->names, g->quotations, g->n) == -1)
		return -1;
	return renumber(g);
}

void
tagger_free(struct tagger *g)
{
	free(g->quotations);
	free(g->link_of);
	free(g->kinds);
	free(g->numbers);
	clauses_free(&g->clauses);
	attributions_free(&g->attributions);
	lexicon_free(&g->english);
	lexicon_free(&g->german);
	marks_free(&g->marks);
	passage_free(&g->passage);
	names_free(&g->names);
	*g = (struct tagger){0};
}
