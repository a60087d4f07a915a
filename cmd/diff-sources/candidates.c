#include "cmd/diff-sources/candidates.h"

#include <stdlib.h>
#include <string.h>

enum {
	POSTINGS_MAX = 64,	/* a term in more rows of a than this finds none; */
	POSTINGS_MIN = 16,	/* in a long document, than this, */
	POSTINGS_ALL = 16384,	/* and between the two so that rows times postings are this */
	BEFORE = 2, BEHIND = 6,	/* open rows of a looked at before and behind the one expected */
	STRONG = 400,		/* likeness of one of these from which no other is looked for, */
	WEAK = 150		/* and below which the rest count for nothing */
};

/* A search under way. */
struct search {
	struct candidates *out;
	struct terms *t;
	const struct side *a, *b;
	uint32_t expected;	/* the row of a behind the one that the last row of b was found to be like */
};

static uint16_t
share(uint64_t part, uint64_t whole)
{
	return (uint16_t)(whole == 0 ? 0 : part * 1000 / whole);
}

/* How alike rows a and b are, which have this in common. */
static struct candidate
weigh(const struct terms *t, uint32_t a, uint32_t b, struct bag_common common)
{
	const struct row_weight *wa = &t->a.weights[a], *wb = &t->b.weights[b];
	struct candidate c = {.a = a, .b = b};
	uint32_t high;

	c.shared = common.words > UINT32_MAX / 2 ? UINT32_MAX / 2 : (uint32_t)common.words;
	c.words = share(2 * common.words, wa->words + wb->words);
	c.pairs = share(2 * common.pairs, wa->pairs + wb->pairs);
	c.pairs = c.pairs < 1000 ? c.pairs : 1000; /* repeated ones may count too often */
	c.in_a = share(common.words, wa->words);
	c.in_b = share(common.words, wb->words);
	c.rare = (uint16_t)(common.rare > UINT16_MAX ? UINT16_MAX : common.rare);
	high = c.in_a > c.in_b ? c.in_a : c.in_b;
	c.score = (uint16_t)((5u * c.words + 2u * c.pairs + 3 * high) / 10);
	return c;
}

/* Holds row a against the row of b that is in the bag. */
static struct candidate
measure(struct search *h, uint32_t a, uint32_t b)
{
	struct candidate c = weigh(h->t, a, b, bag_hold(&h->out->bag, h->a, a));
	const struct side_row *x = &h->a->rows[a], *y = &h->b->rows[b];

	c.same = x->canonical == y->canonical && side_same(x->text, y->text);
	if (c.same)
		c.score = 1000;
	return c;
}

static int
add(struct candidates *cs, struct candidate c)
{
	if (array_reserve(&cs->list, &cs->list_cap, cs->n + 1, sizeof *cs->list) != 0)
		return -1;
	cs->list[cs->n++] = c;
	return 0;
}

/* Adds row b and the row of a that it is paired with: they have all in common. */
static int
add_paired(struct candidates *cs, const struct terms *t, uint32_t b)
{
	uint32_t a = t->equal.of_b[b] - 1;
	uint64_t words = t->a.weights[a].words;

	return add(cs, (struct candidate){.a = a, .b = b, .shared = words > UINT32_MAX / 2 ? UINT32_MAX / 2 : (uint32_t)words,
	    .words = 1000, .pairs = 1000, .in_a = 1000, .in_b = 1000, .score = 1000, .same = true});
}

static struct sketch
sketch_of(const struct side *s, uint32_t row)
{
	return sketch_make(s->words + s->rows[row].first_word, s->rows[row].n_words);
}

/*
 * Looks at the open rows of a where row b is to be expected. If one of them is
 * much alike, adds those that are not too little alike. Returns 1, or 0 where
 * there is no such row, or -1.
 */
static int
look_nearby(struct search *h, uint32_t b)
{
	const struct term_side *ts = &h->t->a;
	size_t at = h->expected < h->a->n ? ts->open_at[h->expected] : ts->n_open;
	size_t begin = at > BEFORE ? at - BEFORE : 0, end = at + BEHIND < ts->n_open ? at + BEHIND : ts->n_open;
	struct sketch own = sketch_of(h->b, b);
	struct candidate near[BEFORE + BEHIND];
	uint32_t expected = 0;
	uint16_t best = 0;
	size_t n = 0;

	for (size_t k = begin; k < end; k++) {
		if (!sketch_alike(&own, &h->out->sketches[k]))
			continue;
		near[n] = measure(h, ts->open[k], b);
		if (near[n].score > best) {
			best = near[n].score;
			expected = near[n].a + 1;
		}
		n += near[n].score >= WEAK;
	}
	if (best < STRONG)
		return 0;
	h->expected = expected;
	for (size_t i = 0; i < n; i++)
		if (add(h->out, near[i]) != 0)
			return -1;
	return 1;
}

/* Adds the rows of a that share most with row b, of those touched, in the order of a. */
static int
keep_best(struct search *h, uint32_t b, size_t n_touched)
{
	struct candidates *cs = h->out;
	const struct terms *t = h->t;
	uint32_t best[CANDIDATES_A_ROW], a;
	uint64_t value[CANDIDATES_A_ROW], v;
	size_t n = 0, k;

	for (size_t i = 0; i < n_touched; i++) {
		const struct row_weight *wa = &t->a.weights[cs->touched[i]], *wb = &t->b.weights[b];
		uint64_t all = wa->words + wa->pairs + wb->words + wb->pairs;

		a = cs->touched[i];
		/* containment counts too: a short row within a long one, either way */
		v = (uint64_t)cs->sums[a] * 100000;
		cs->sums[a] = 0;
		if (n == CANDIDATES_A_ROW && v <= value[n - 1] * (all + 256))
			continue;
		v /= all + 256;
		for (k = n < CANDIDATES_A_ROW ? n++ : n - 1; k > 0 && value[k - 1] < v; k--) {
			value[k] = value[k - 1];
			best[k] = best[k - 1];
		}
		value[k] = v;
		best[k] = a;
	}
	while (n > 1 && value[n - 1] < value[0] / 3)
		n--;
	for (size_t i = 1; i < n; i++) {
		a = best[i];
		for (k = i; k > 0 && best[k - 1] > a; k--)
			best[k] = best[k - 1];
		best[k] = a;
	}
	for (size_t i = 0; i < n; i++)
		if (add(cs, measure(h, best[i], b)) != 0)
			return -1;
	return 0;
}

/* In how many rows of a document of n rows a term may be. */
static uint32_t
postings_limit(size_t n)
{
	size_t limit = POSTINGS_ALL / (n + 1);

	return (uint32_t)(limit > POSTINGS_MAX ? POSTINGS_MAX : limit < POSTINGS_MIN ? POSTINGS_MIN : limit);
}

/* Makes what a search in all open rows of a needs, at the first. */
static int
open_postings(struct search *h)
{
	struct candidates *cs = h->out;

	if (cs->has_postings)
		return 0;
	cs->has_postings = true;
	if (postings_make(&cs->postings, &h->t->a, h->a) != 0 ||
	    array_reserve(&cs->sums, &cs->sums_cap, h->a->n, sizeof *cs->sums) != 0 ||
	    array_reserve(&cs->touched, &cs->touched_cap, h->a->n, sizeof *cs->touched) != 0)
		return -1;
	if (h->a->n > 0)
		memset(cs->sums, 0, h->a->n * sizeof *cs->sums);
	return 0;
}

/* Adds the open rows of a that share most with row b, which is in the bag. */
static int
look_everywhere(struct search *h, uint32_t b)
{
	struct candidates *cs = h->out;
	const struct postings *p = &cs->postings;
	uint32_t limit = postings_limit(h->t->a.n_open);
	size_t n = 0;

	if (open_postings(h) != 0)
		return -1;
	for (uint32_t k = 0; k < cs->bag.n_words; k++) {
		size_t place = postings_place(p, cs->bag.terms[k].stem);

		if (p->first[place + 1] - p->first[place] > limit)
			continue;
		for (uint32_t i = p->first[place]; i < p->first[place + 1]; i++) {
			uint32_t row = p->rows[i];

			if (cs->sums[row] == 0)
				cs->touched[n++] = row;
			cs->sums[row] += cs->bag.terms[k].weight;
		}
	}
	return keep_best(h, b, n);
}

/* Adds the candidates of row b. */
static int
look(struct search *h, uint32_t b)
{
	uint32_t paired = h->t->equal.of_b[b];
	int found;

	if (paired != 0) {
		h->expected = paired;
		return add_paired(h->out, h->t, b);
	}
	if (bag_fill(&h->out->bag, h->t, h->b, b) != 0)
		return -1;
	h->t->b.weights[b] = h->out->bag.weight;
	found = look_nearby(h, b);
	return found != 0 ? found < 0 ? -1 : 0 : look_everywhere(h, b);
}

int
candidates_find(struct candidates *cs, struct terms *t, const struct side *a, const struct side *b)
{
	struct search h = {cs, t, a, b, 0};

	cs->n = 0;
	cs->has_postings = false;
	if (array_reserve(&cs->first, &cs->first_cap, b->n + 1, sizeof *cs->first) != 0 ||
	    array_reserve(&cs->sketches, &cs->sketches_cap, t->a.n_open, sizeof *cs->sketches) != 0)
		return -1;
	for (size_t k = 0; k < t->a.n_open; k++)
		cs->sketches[k] = sketch_of(a, t->a.open[k]);
	for (uint32_t i = 0; i < b->n; i++) {
		cs->first[i] = (uint32_t)cs->n;
		if (look(&h, i) != 0)
			return -1;
	}
	cs->first[b->n] = (uint32_t)cs->n;
	return 0;
}

void
candidates_free(struct candidates *cs)
{
	bag_free(&cs->bag);
	postings_free(&cs->postings);
	free(cs->list);
	free(cs->first);
	free(cs->sketches);
	free(cs->sums);
	free(cs->touched);
	*cs = (struct candidates){0};
}
