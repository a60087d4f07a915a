#include "cmd/diff-sources/links.h"

#include <stdlib.h>
#include <string.h>

/* Probabilities in thousandths: of a link to be looked at, to be one, to be a further one; and what rows that are equal have at least. */
enum { LOOK = 20, FIRST = 400, FURTHER = 450, EQUAL = 950 };

/* The share of a row in its links, summed, up to which they are parts of it. */
enum { OVERLAP = 1300 };

static int
descending(const void *x, const void *y)
{
	uint64_t a = *(const uint64_t *)x, b = *(const uint64_t *)y;

	return (a < b) - (a > b);
}

static int
ascending(const void *x, const void *y)
{
	const struct link *p = x, *q = y;

	if (p->a != q->a)
		return p->a < q->a ? -1 : 1;
	return (p->b > q->b) - (p->b < q->b);
}

/*
 * A place in the order: the probability on top, then the model's score, then
 * the candidate's number from behind, so that equals stand in the order of b.
 */
static uint64_t
place(int probability, int32_t score, size_t i)
{
	return (uint64_t)probability << 54 | (uint64_t)((int64_t)score + (1 << 21)) << 32 | (UINT32_MAX - (uint32_t)i);
}

size_t
links_candidate(const struct links *l, size_t k)
{
	return UINT32_MAX - (uint32_t)l->order[k];
}

static void
cover_row(struct linked *r, uint32_t other, uint16_t share, bool same)
{
	if (r->n == 0 || other < r->low)
		r->low = other;
	if (r->n == 0 || other > r->high)
		r->high = other;
	r->n++;
	r->explained = r->explained > 2000 ? r->explained : r->explained + share;
	r->same |= same;
}

int
links_accept(struct links *l, size_t i)
{
	const struct candidate *c = &l->context->candidates->list[i];

	if (array_reserve(&l->list, &l->list_cap, l->n + 1, sizeof *l->list) != 0)
		return -1;
	l->list[l->n++] = (struct link){.a = c->a, .b = c->b, .score = c->score < 1000 || c->same ? c->score : 999, .op = c->same ? LINK_SAME : LINK_EDITED};
	cover_row(&l->a[c->a], c->b, c->in_a, c->same);
	cover_row(&l->b[c->b], c->a, c->in_b, c->same);
	return 0;
}

/* Scores the candidates and puts the likely ones in order. */
static int
order(struct links *l)
{
	uint32_t features[LINK_FEATURES];
	size_t n = l->context->candidates->n;

	if (array_reserve(&l->order, &l->order_cap, n, sizeof *l->order) != 0)
		return -1;
	l->n_order = 0;
	for (size_t i = 0; i < n; i++) {
		int32_t score;
		int p;

		context_features(l->context, i, features);
		score = linear_score(&diff_link_model, features, LINK_FEATURES);
		p = linear_probability(&diff_link_model, score);
		if (l->context->candidates->list[i].same && p < EQUAL)
			p = EQUAL;
		if (p >= LOOK)
			l->order[l->n_order++] = place(p, score, i);
	}
	if (l->n_order > 0)
		qsort(l->order, l->n_order, sizeof *l->order, descending);
	return 0;
}

int
links_first(struct links *l, const struct context *x)
{
	size_t rows_a = x->a->n, rows_b = x->b->n;

	l->context = x;
	l->n = 0;
	if (array_reserve(&l->a, &l->a_cap, rows_a, sizeof *l->a) != 0 ||
	    array_reserve(&l->b, &l->b_cap, rows_b, sizeof *l->b) != 0 ||
	    order(l) != 0)
		return -1;
	for (size_t i = 0; i < rows_a; i++)
		l->a[i] = (struct linked){0};
	for (size_t i = 0; i < rows_b; i++)
		l->b[i] = (struct linked){0};
	for (size_t k = 0; k < l->n_order && l->order[k] >> 54 >= FIRST; k++) {
		size_t i = links_candidate(l, k);
		const struct candidate *c = &x->candidates->list[i];

		if (l->a[c->a].n == 0 && l->b[c->b].n == 0 && links_accept(l, i) != 0)
			return -1;
	}
	return 0;
}

bool
links_open(const struct links *l, size_t i, struct cover *v)
{
	const struct candidate *c = &l->context->candidates->list[i];
	bool a_linked = l->a[c->a].n != 0, b_linked = l->b[c->b].n != 0;
	const struct linked *r = a_linked ? &l->a[c->a] : &l->b[c->b];
	uint32_t other = a_linked ? c->b : c->a, low, high;

	if (a_linked == b_linked)
		return false;
	low = other < r->low ? r->low - other : other - r->low;
	high = other < r->high ? r->high - other : other - r->high;
	*v = (struct cover){.explained = r->explained, .distance = low < high ? low : high, .same = r->same, .a_linked = a_linked};
	return true;
}

static int
link_further(struct links *l)
{
	uint32_t features[FURTHER_FEATURES];
	struct cover v;

	for (size_t k = 0; k < l->n_order; k++) {
		size_t i = links_candidate(l, k);

		if (!links_open(l, i, &v))
			continue;
		v.probability = (uint32_t)(l->order[k] >> 54);
		context_further(l->context, i, &v, features);
		if (linear_probability(&diff_further_model, linear_score(&diff_further_model, features, FURTHER_FEATURES)) >= FURTHER &&
		    links_accept(l, i) != 0)
			return -1;
	}
	return 0;
}

/* Whether a row's links are its parts, more or less, and do not each hold the same of it, as a lead and its headline do. */
static bool
in_parts(const struct linked *r)
{
	return r->n > 1 && r->explained <= OVERLAP;
}

/*
 * A link to a row of b that has several is merged; of those left, each is split
 * where its row of a has several. Rows that are equal stay the same.
 */
static void
name_ops(struct links *l)
{
	for (size_t i = 0, end; i < l->n; i = end) {
		size_t single = 0;

		for (end = i; end < l->n && l->list[end].a == l->list[i].a; end++)
			single += !in_parts(&l->b[l->list[end].b]);
		for (size_t k = i; k < end; k++)
			if (l->list[k].op != LINK_SAME)
				l->list[k].op = in_parts(&l->b[l->list[k].b]) ? LINK_MERGED :
				    single > 1 && in_parts(&l->a[l->list[k].a]) ? LINK_SPLIT : LINK_EDITED;
	}
}

/* Links outside the longest run in which neither side goes back are moved. */
static int
find_moved(struct links *l)
{
	chain_clear(&l->chain);
	for (size_t i = 0; i < l->n; i++)
		if (chain_add(&l->chain, l->list[i].a, l->list[i].b, 1) != 0)
			return -1;
	if (chain_mark(&l->chain, l->context->b->n, true) != 0)
		return -1;
	for (size_t i = 0; i < l->n; i++)
		l->list[i].moved = !l->chain.points[i].inside;
	return 0;
}

int
links_find(struct links *l, const struct context *x)
{
	if (links_first(l, x) != 0 || link_further(l) != 0)
		return -1;
	if (l->n > 0)
		qsort(l->list, l->n, sizeof *l->list, ascending);
	name_ops(l);
	return find_moved(l);
}

void
links_free(struct links *l)
{
	free(l->list);
	free(l->a);
	free(l->b);
	free(l->order);
	chain_free(&l->chain);
	*l = (struct links){0};
}
