#include "cmd/tag-quotes/tagger.h"

#include <stdlib.h>

#include "cmd/tag-quotes/clause.h"
#include "cmd/tag-quotes/link.h"
#include "cmd/tag-quotes/quote_kind.h"
#include "cmd/tag-quotes/speaker.h"
#include "common/utf8.h"

#define TH(n) (getenv(n)?(int)(atof(getenv(n))*1000):150)
#define NONE UINT32_MAX

/* A reported clause and its cue. */
struct clause {
	struct token_span span;
	uint32_t cue;
	bool after;
};

/* What a cue says of all that it reports. */
struct attribution {
	struct span speaker, cue;
	uint32_t number;
};

static struct span
span_in_text(const struct passage *p, struct token_span s)
{
	return (struct span){p->tokens.t[s.first].start, token_end(&p->tokens.t[s.end - 1])};
}

/* The cue as it is written: "according to" is one. */
static struct span
cue_text(const struct passage *p, uint32_t c)
{
	struct token_span s = {c, c + 1};

	if (tag_at(p, (ptrdiff_t)c + 1) == TAG_TO && p->tokens.t[c].tag == TAG_ING && p->tokens.t[c].cue >= 90)
		s.end++;
	return span_in_text(p, s);
}

/* The attribution of cue c, made when it is first asked for. Returns its index plus one, or 0 where memory ran out. */
static uint32_t
attribute(struct tagger *g, uint32_t c, struct token_span content)
{
	struct passage *p = &g->passage;
	struct attribution *a;
	struct token_span speaker;

	if (g->attribution_of[c] != 0)
		return g->attribution_of[c];
	if (array_reserve(&g->attributions, &g->attributions_cap, g->n_attributions + 1, sizeof(*g->attributions)) == -1)
		return 0;
	a = &g->attributions[g->n_attributions++];
	*a = (struct attribution){.cue = cue_text(p, c), .number = ++g->last_number};
	if (speaker_find(p, c, content, &speaker))
		a->speaker = span_in_text(p, speaker);
	g->attribution_of[c] = (uint32_t)g->n_attributions;
	return g->attribution_of[c];
}

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

static int
push_clause(struct tagger *g, uint32_t cue, struct token_span span, bool after)
{
	const struct passage *p = &g->passage;
	uint32_t first = p->quote_of[span.first], last = p->quote_of[span.end - 1];

	/* A quote alone is no clause beside it. */
	if (first != 0 && first == last)
		return 0;
	if (array_reserve(&g->clauses, &g->clauses_cap, g->n_clauses + 1, sizeof(*g->clauses)) == -1)
		return -1;
	g->clauses[g->n_clauses++] = (struct clause){span, cue, after};
	return 0;
}

static int
find_clauses(struct tagger *g)
{
	const struct passage *p = &g->passage;
	struct token_span span;

	g->n_clauses = 0;
	for (uint32_t c = 0; c < p->tokens.n; c++) {
		if (!cue_is_candidate(p, c))
			continue;
		if (clause_before(p, c, &span) > TH("TQ_B") && push_clause(g, c, span, false) == -1)
			return -1;
		if (clause_after(p, c, &span) > TH("TQ_A") && push_clause(g, c, span, true) == -1)
			return -1;
	}
	return 0;
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

	for (size_t i = 0; i < g->n_clauses; i++) {
		struct clause *c = &g->clauses[i];
		uint32_t a = attribute(g, c->cue, c->span);
		bool mixed = false;
		struct quotation *q;

		if (a == 0)
			return -1;
		for (uint32_t k = c->span.first; k < c->span.end && !mixed; k++)
			mixed = p->quote_of[k] != 0;
		q = push_quotation(g, paragraph, mixed ? QUOTATION_MIXED : QUOTATION_INDIRECT, span_in_text(p, c->span));
		if (q == NULL)
			return -1;
		set_attribution(q, &g->attributions[a - 1]);
		q->why = c->after ? "cue, clause" : "clause, cue";
	}
	return 0;
}

/* The shortest clause that a quote lies in, or NULL. */
static const struct clause *
clause_around(const struct tagger *g, size_t quote)
{
	return g->around_of[quote] == NONE ? NULL : &g->clauses[g->around_of[quote]];
}

/* Notes for each quote the shortest clause around it. A clause is of bounded length, so this is linear. */
static void
place_clauses(struct tagger *g)
{
	const struct passage *p = &g->passage;

	for (size_t q = 0; q < p->n_quotes; q++)
		g->around_of[q] = NONE;
	for (size_t i = 0; i < g->n_clauses; i++) {
		struct token_span s = g->clauses[i].span;

		for (uint32_t k = s.first; k < s.end; k++) {
			uint32_t q = p->quote_of[k] - 1;
			const struct clause *other;

			if (p->quote_of[k] == 0 || p->quotes[q].first < s.first || p->quotes[q].end > s.end + 1)
				continue;
			other = clause_around(g, q);
			if (other == NULL || s.end - s.first < other->span.end - other->span.first)
				g->around_of[q] = (uint32_t)i;
		}
	}
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

static int
emit_quote(struct tagger *g, uint32_t paragraph, size_t n)
{
	const struct passage *p = &g->passage;
	const struct quoted_tokens *tokens = &p->quotes[n];
	const struct clause *around = clause_around(g, n);
	struct slice trimmed = utf8_trim(p->text + tokens->quoted->start, tokens->content_end - tokens->quoted->start);
	size_t start = (size_t)(trimmed.data - p->text);
	struct quotation *q = push_quotation(g, paragraph, (enum quotation_type)g->kinds[n], (struct span){start, start + trimmed.len});
	struct token_span name;
	uint32_t a;

	if (q == NULL)
		return -1;
	q->why = "marks";
	if (g->kinds[n] == QUOTATION_SCARE) {
		q->number = ++g->last_number;
		return 0;
	}
	if (tokens->quoted->continues) {
		carry(g, q, true);
	} else if (around != NULL || g->link_of[n] != NONE) {
		a = around != NULL ? attribute(g, around->cue, around->span) :
		    attribute(g, g->link_of[n], with_marks(p, tokens));
		if (a == 0)
			return -1;
		set_attribution(q, &g->attributions[a - 1]);
		q->why = around != NULL ? "marks in a clause" : "marks, cue";
	} else if (name_behind(p, tokens, &name)) {
		q->speaker = span_in_text(p, name);
		q->how = HOW_ADJACENT;
		q->why = "marks, name";
	} else if (g->kinds[n] == QUOTATION_DIRECT) {
		carry(g, q, false);
	}
	if (q->number == 0)
		q->number = ++g->last_number;
	if (q->type == QUOTATION_DIRECT || q->speaker.end > q->speaker.start)
		g->last = *q;
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
tag_paragraph(struct tagger *g, uint32_t paragraph, const struct quoted *quoted, size_t n_quoted)
{
	struct passage *p = &g->passage;
	size_t n = g->n;

	g->n_attributions = 0;
	if (p->tokens.n == 0)
		return 0;
	if (array_reserve(&g->attribution_of, &g->attribution_of_cap, p->tokens.n, sizeof(uint32_t)) == -1 ||
	    array_reserve(&g->link_of, &g->link_of_cap, p->n_quotes, sizeof(uint32_t)) == -1 ||
	    array_reserve(&g->around_of, &g->around_of_cap, p->n_quotes, sizeof(uint32_t)) == -1 ||
	    array_reserve(&g->kinds, &g->kinds_cap, p->n_quotes, 1) == -1 || find_clauses(g) == -1)
		return -1;
	place_clauses(g);
	memset(g->attribution_of, 0, p->tokens.n * sizeof(uint32_t));
	for (size_t q = 0; q < p->n_quotes; q++) {
		g->kinds[q] = (uint8_t)quote_kind(p, &p->quotes[q]);
		if (g->kinds[q] == QUOTATION_SCARE || !link_find(p, q, &g->link_of[q]))
			g->link_of[q] = NONE;
	}
	for (size_t q = 0; q < p->n_quotes; q++)
		if (emit_quote(g, paragraph, q) == -1)
			return -1;
	for (size_t i = 0; i < n_quoted; i++)
		if (quoted[i].depth > 0 && emit_inner(g, paragraph, &quoted[i]) == -1)
			return -1;
	if (emit_clauses(g, paragraph) == -1)
		return -1;
	if (g->n - n > 1)
		qsort(g->quotations + n, g->n - n, sizeof(*g->quotations), compare_quotations);
	return 0;
}

int
tagger_run(struct tagger *g, const char *text, const struct paragraph *paragraphs, const struct slice *languages, size_t n)
{
	size_t q = 0, m;

	g->n = 0;
	g->last_number = 0;
	g->last = (struct quotation){0};
	if ((g->english.slots == NULL && lexicon_load(&g->english, "en", 2) == -1) ||
	    (g->german.slots == NULL && lexicon_load(&g->german, "de", 2) == -1) ||
	    marks_pair(&g->marks, text, paragraphs, n) == -1)
		return -1;
	names_begin(&g->names, text);
	for (size_t i = 0; i < n; i++) {
		bool german = languages[i].len == 2 && memcmp(languages[i].data, "de", 2) == 0;

		for (m = q; m < g->marks.n && g->marks.quoted[m].paragraph == i; m++)
			;
		if (passage_read(&g->passage, german ? &g->german : &g->english, text, &paragraphs[i], g->marks.quoted + q, m - q) == -1 ||
		    tag_paragraph(g, (uint32_t)i, g->marks.quoted + q, m - q) == -1 || names_read(&g->names, &g->passage, (uint32_t)i) == -1)
			return -1;
		q = m;
	}
	return names_resolve(&g->names, g->quotations, g->n);
}

void
tagger_free(struct tagger *g)
{
	free(g->quotations);
	free(g->clauses);
	free(g->attributions);
	free(g->attribution_of);
	free(g->link_of);
	free(g->around_of);
	free(g->kinds);
	lexicon_free(&g->english);
	lexicon_free(&g->german);
	marks_free(&g->marks);
	passage_free(&g->passage);
	names_free(&g->names);
	*g = (struct tagger){0};
}
