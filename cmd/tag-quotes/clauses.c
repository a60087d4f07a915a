#include "cmd/tag-quotes/clauses.h"

#include <stdlib.h>

#include "common/buf.h"

/* Clauses that coincide are looked for among so many before. */
#define NEAR 8

static int
find_all(struct clauses *g, const struct passage *p)
{
	struct clause found[2];
	size_t n;

	g->n = 0;
	for (size_t k = 0; k < p->n_cues; k++) {
		n = clause_find(p, p->cues[k], found);
		if (array_reserve(&g->list, &g->cap, g->n + n, sizeof(*g->list)) == -1)
			return -1;
		for (size_t i = 0; i < n; i++) {
			uint32_t quote = p->quote_of[found[i].span.first];

			/* A quote alone is no clause beside it. */
			if (quote == 0 || quote != p->quote_of[found[i].span.end - 1])
				g->list[g->n++] = found[i];
		}
	}
	return 0;
}

/* Whether cue k, which need not have a clause that is told, has the subject of cue c before it: "said … and suggested". */
static bool
shares_subject(const struct passage *p, uint32_t c, uint32_t k)
{
	return p->tokens.t[k].cue >= CUE_SURE && tag_at(p, k) == tag_at(p, c) && tag_at(p, cue_lead(p, k)) == TAG_AND;
}

/* Ends a clause, the ith, where one of a cue beside its own begins; it is weighed anew. */
static void
clip(struct clauses *g, const struct passage *p, size_t i)
{
	struct clause *c = &g->list[i];
	uint32_t end = c->span.end;

	for (size_t k = i + 1; c->after && k < g->n && g->list[k].cue < c->span.end; k++)
		if (g->list[k].after && g->list[k].probability >= CLAUSE_LEAST && g->list[k].cue > c->span.first)
			clause_clip(p, c->cue, g->list[k].cue, &c->span);
	for (size_t k = cue_index(p, c->span.first + 1); c->after && k < p->n_cues && p->cues[k] < c->span.end; k++)
		if (shares_subject(p, c->cue, p->cues[k]))
			clause_clip(p, c->cue, p->cues[k], &c->span);
	if (c->span.end != end) {
		c->choice.span = c->span;
		c->probability = clause_weigh(p, &c->choice);
	}
}

/* Clips the clauses and keeps those that are likely enough. */
static void
clip_all(struct clauses *g, const struct passage *p)
{
	size_t n = 0;

	for (size_t i = 0; i < g->n; i++) {
		clip(g, p, i);
		if (g->list[i].probability >= CLAUSE_LEAST)
			g->list[n++] = g->list[i];
	}
	g->n = n;
}

/* Whether two clauses are the same words for the most part. */
static bool
coincide(struct token_span a, struct token_span b)
{
	uint32_t first = a.first > b.first ? a.first : b.first, end = a.end < b.end ? a.end : b.end;
	uint32_t start = a.first < b.first ? a.first : b.first, last = a.end > b.end ? a.end : b.end;

	return end > first && 10 * (end - first) >= 6 * (last - start);
}

/* Of clauses that coincide keeps the likeliest: "said in a statement" has two cues. */
static void
thin(struct clauses *g)
{
	size_t n = 0;

	for (size_t i = 0; i < g->n; i++) {
		struct clause c = g->list[i];
		size_t k = n;

		while (k > 0 && k + NEAR > n && !coincide(g->list[k - 1].span, c.span))
			k--;
		if (k == 0 || k + NEAR <= n)
			g->list[n++] = c;
		else if (c.probability > g->list[k - 1].probability)
			g->list[k - 1] = c;
	}
	g->n = n;
}

/* Of two clauses around a quote the one that somebody says, then the shorter. */
static bool
better_around(const struct passage *p, const struct clause *a, const struct clause *b)
{
	bool said = p->tokens.t[a->cue].cue >= 80, other = p->tokens.t[b->cue].cue >= 80;

	return said != other ? said : a->span.end - a->span.first < b->span.end - b->span.first;
}

/* Notes for each quote that clause i holds whole that it does, unless it is in a better one. */
static void
place(struct clauses *g, const struct passage *p, uint32_t i)
{
	struct token_span s = g->list[i].span;

	for (uint32_t k = s.first; k < s.end; k++) {
		uint32_t q = p->quote_of[k] - 1;
		const struct clause *other;

		if (p->quote_of[k] == 0 || p->quotes[q].first < s.first || p->quotes[q].end > s.end + 1)
			continue;
		other = clauses_around(g, q);
		if (other == NULL || better_around(p, &g->list[i], other))
			g->around_of[q] = i;
	}
}

int
clauses_find(struct clauses *g, const struct passage *p)
{
	if (array_reserve(&g->around_of, &g->around_cap, p->n_quotes, sizeof(*g->around_of)) == -1 || find_all(g, p) == -1)
		return -1;
	clip_all(g, p);
	thin(g);
	for (size_t q = 0; q < p->n_quotes; q++)
		g->around_of[q] = CLAUSES_NONE;
	for (uint32_t i = 0; i < g->n; i++)
		place(g, p, i);
	return 0;
}

const struct clause *
clauses_around(const struct clauses *g, size_t quote)
{
	return g->around_of[quote] == CLAUSES_NONE ? NULL : &g->list[g->around_of[quote]];
}

void
clauses_free(struct clauses *g)
{
	free(g->list);
	free(g->around_of);
}
