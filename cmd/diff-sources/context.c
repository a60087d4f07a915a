#include "cmd/diff-sources/context.h"

#include <stdlib.h>
#include <string.h>

#include "common/linear.h"

/* Of differences, which are given with MARGIN added. */
enum { MARGIN = 1000 };

enum { LIMITS = 16 };

/* Upper bounds of the bins that a value is put in. */
static const struct bins {
	size_t n;
	uint16_t limits[LIMITS];
} bins[SCALES_N] = {
	[SCALE_FINE] = {15, {50, 100, 150, 200, 250, 300, 350, 400, 450, 500, 550, 600, 700, 800, 900}},
	[SCALE_COARSE] = {11, {50, 100, 150, 200, 250, 300, 400, 500, 600, 700, 850}},
	[SCALE_RELATED] = {13, {20, 40, 60, 80, 100, 130, 160, 200, 250, 300, 400, 550, 700}},
	[SCALE_LIKENESS] = {8, {100, 150, 200, 250, 300, 400, 500, 700}},
	[SCALE_BITS] = {11, {2, 4, 6, 8, 11, 14, 18, 23, 30, 40, 60}},
	[SCALE_BITS_COARSE] = {9, {4, 8, 11, 14, 18, 23, 30, 40, 60}},
	[SCALE_LENGTHS] = {7, {2, 4, 6, 8, 12, 16, 24}},
	[SCALE_LENGTHS_COARSE] = {4, {3, 5, 8, 12}},
	[SCALE_PLACE] = {7, {30, 60, 100, 150, 200, 300, 500}},
	[SCALE_COVERED] = {10, {300, 400, 500, 600, 700, 800, 900, 1000, 1100, 1200}},
	[SCALE_PROBABILITY] = {10, {50, 100, 200, 300, 400, 500, 600, 700, 800, 900}},
	[SCALE_MARGIN] = {11, {500, 700, 800, 900, 950, 1000, 1050, 1100, 1200, 1300, 1500}},
	[SCALE_MARGIN_COARSE] = {5, {800, 950, 1000, 1050, 1200}},
};

/* Notes for each value how many limits it reaches. */
static void
open_scales(struct context *x)
{
	for (size_t s = 0; s < SCALES_N; s++)
		for (size_t value = 0, reached = 0; value < SCALE; value++) {
			while (reached < bins[s].n && value >= bins[s].limits[reached])
				reached++;
			x->scales[s][value] = (uint8_t)reached;
		}
	x->has_scales = true;
}

static uint32_t
bin(const struct context *x, enum scale s, uint64_t value)
{
	return x->scales[s][value < SCALE ? value : SCALE - 1];
}

static uint32_t
least(uint64_t a, uint64_t b)
{
	return (uint32_t)(a < b ? a : b);
}

static uint32_t
most(uint64_t a, uint64_t b)
{
	return (uint32_t)(a > b ? a : b);
}

static void
rival(struct rivals *r, uint16_t score)
{
	if (score > r->best) {
		r->second = r->best;
		r->best = score;
	} else if (score > r->second) {
		r->second = score;
	}
}

/* The best likeness of its row with another: of equally good ones, itself stands for one. */
static uint32_t
other(const struct rivals *r, uint16_t own)
{
	return own == r->best ? r->second : r->best;
}

/* For each row of b, the links of the backbone on either side of it. */
static void
find_near(struct context *x)
{
	const struct point *points = x->chain.points;
	uint32_t last = 0;
	size_t k = 0;

	for (size_t b = 0; b < x->b->n; b++) {
		x->near[b].before = last;
		for (; k < x->candidates->first[b + 1]; k++)
			if (points[k].inside)
				last = (uint32_t)k + 1;
	}
	last = 0;
	k = x->candidates->n;
	for (size_t b = x->b->n; b-- > 0;) {
		x->near[b].behind = last;
		for (; k > x->candidates->first[b]; k--)
			if (points[k - 1].inside)
				last = (uint32_t)k;
	}
}

/* What a link weighs in the backbone: likeness squared, and evidence up to some 190 bits. */
static uint64_t
chain_weight(const struct candidate *c)
{
	return (uint64_t)c->score * c->score * least(c->shared, 3000) / 1000 + 1;
}

static uint64_t
total(const struct row_weight *w, size_t n)
{
	uint64_t sum = 0;

	for (size_t i = 0; i < n; i++)
		sum += w[i].words;
	return sum;
}

int
context_open(struct context *x, const struct candidates *cs, const struct terms *t, const struct side *a, const struct side *b)
{
	x->candidates = cs;
	x->terms = t;
	x->a = a;
	x->b = b;
	if (!x->has_scales)
		open_scales(x);
	chain_clear(&x->chain);
	if (array_reserve(&x->rivals_a, &x->rivals_a_cap, a->n, sizeof *x->rivals_a) != 0 ||
	    array_reserve(&x->rivals_b, &x->rivals_b_cap, b->n, sizeof *x->rivals_b) != 0 ||
	    array_reserve(&x->near, &x->near_cap, b->n, sizeof *x->near) != 0)
		return -1;
	for (size_t i = 0; i < a->n; i++)
		x->rivals_a[i] = (struct rivals){0, 0};
	for (size_t i = 0; i < b->n; i++)
		x->rivals_b[i] = (struct rivals){0, 0};
	for (size_t i = 0; i < cs->n; i++) {
		const struct candidate *c = &cs->list[i];

		rival(&x->rivals_a[c->a], c->score);
		rival(&x->rivals_b[c->b], c->score);
		if (chain_add(&x->chain, c->b, c->a, chain_weight(c)) != 0)
			return -1;
	}
	if (chain_mark(&x->chain, a->n, false) != 0)
		return -1;
	find_near(x);
	x->total_a = total(t->a.weights, a->n);
	x->total_b = total(t->b.weights, b->n);
	x->backbone = 0;
	for (size_t i = 0; i < cs->n; i++)
		if (x->chain.points[i].inside)
			x->backbone += cs->list[i].shared;
	return 0;
}

/* How much the two sides have in common without candidate i, in thousandths of the smaller one. */
static uint64_t
relation(const struct context *x, size_t i)
{
	const struct candidate *c = &x->candidates->list[i];
	uint64_t rest_a = x->total_a - x->terms->a.weights[c->a].words, rest_b = x->total_b - x->terms->b.weights[c->b].words;
	uint64_t rest = rest_a < rest_b ? rest_a : rest_b, common = x->backbone - (x->chain.points[i].inside ? c->shared : 0);

	if (x->a->n < 2 || x->b->n < 2)
		return 0;
	return common * 1000 / (rest == 0 ? 1 : rest);
}

/* Where a candidate stands to the backbone: 0 across it, 1 at a row of one of its links, 2 in its order; and how many rows off. */
struct stand {
	uint32_t order, distance;
};

static uint64_t
apart(int64_t x, int64_t y)
{
	return (uint64_t)(x < y ? y - x : x - y);
}

static struct stand
stand(const struct context *x, const struct candidate *c)
{
	const struct near *n = &x->near[c->b];
	const struct candidate *list = x->candidates->list;
	int64_t a = c->a, b = c->b;
	int64_t before_a = -1, before_b = -1, behind_a = (int64_t)x->a->n, behind_b = (int64_t)x->b->n;
	struct stand s = {0, 0};

	if (n->before != 0) {
		before_a = list[n->before - 1].a;
		before_b = list[n->before - 1].b;
	}
	if (n->behind != 0) {
		behind_a = list[n->behind - 1].a;
		behind_b = list[n->behind - 1].b;
	}
	s.order = a > before_a && a < behind_a ? 2 : a == before_a || a == behind_a;
	if (s.order == 0)
		s.distance = least(apart(a, before_a), apart(a, behind_a));
	else
		s.distance = least(apart(a - before_a, b - before_b), apart(behind_a - a, behind_b - b));
	s.distance = least(s.distance, 6);
	return s;
}

/* Likeness of the rows around a candidate's: [1 + db][1 + da] of those da and db further on, 0 where they are no candidates. */
struct around {
	uint32_t score[3][3];
};

static struct around
around(const struct context *x, const struct candidate *c)
{
	const struct candidates *cs = x->candidates;
	struct around near = {{{0}}};

	for (uint32_t i = c->b == 0; i < 3 && c->b + i - 1 < x->b->n; i++)
		for (uint32_t k = cs->first[c->b + i - 1]; k < cs->first[c->b + i]; k++) {
			uint32_t column = cs->list[k].a + 1 - c->a;

			if (column < 3)
				near.score[i][column] = cs->list[k].score;
		}
	return near;
}

/* How far apart the rows stand in their documents, in thousandths. */
static uint64_t
displacement(const struct context *x, const struct candidate *c)
{
	return apart((int64_t)(1000 * (2 * (uint64_t)c->a + 1) / (2 * x->a->n)), (int64_t)(1000 * (2 * (uint64_t)c->b + 1) / (2 * x->b->n)));
}

void
context_values(const struct context *x, size_t i, uint8_t *out)
{
	const struct candidate *c = &x->candidates->list[i];
	struct stand s = stand(x, c);
	bool inside = x->chain.points[i].inside;
	uint32_t r = bin(x, SCALE_RELATED, relation(x, i)), words = bin(x, SCALE_FINE, c->words), evidence = c->shared / 16;
	uint32_t over_a = MARGIN + c->score - other(&x->rivals_a[c->a], c->score);
	uint32_t over_b = MARGIN + c->score - other(&x->rivals_b[c->b], c->score);
	uint32_t m = bin(x, SCALE_MARGIN, least(over_a, over_b));
	struct around near = around(x, c);
	uint32_t next = near.score[2][2], previous = near.score[0][0];
	uint32_t near_a = most(near.score[1][0], near.score[1][2]), near_b = most(near.score[0][1], near.score[2][1]);
	const uint32_t values[LINK_FEATURES] = {
		words,
		bin(x, SCALE_FINE, c->pairs),
		bin(x, SCALE_COARSE, most(c->in_a, c->in_b)),
		bin(x, SCALE_COARSE, least(c->in_a, c->in_b)),
		least(c->rare, 8),
		r,
		s.order * 8 + s.distance,
		inside,
		m,
		bin(x, SCALE_COARSE, most(previous, next)),
		bin(x, SCALE_COARSE, least(previous, next)),
		bin(x, SCALE_COARSE, most(near_a, near_b)),
		bin(x, SCALE_LENGTHS, least(x->a->rows[c->a].n_words, x->b->rows[c->b].n_words)),
		bin(x, SCALE_BITS, evidence),
		bin(x, SCALE_PLACE, displacement(x, c)),
		(r / 2 * 2 + inside) * 16 + bin(x, SCALE_LIKENESS, c->score),
		r / 2 * 4 + s.order,
		words / 2 * 16 + m / 2,
		bin(x, SCALE_MARGIN_COARSE, over_a) * 8 + bin(x, SCALE_MARGIN_COARSE, over_b),
		s.order * 16 + bin(x, SCALE_BITS_COARSE, evidence),
		c->same,
	};

	for (uint32_t k = 0; k < LINK_FEATURES; k++)
		out[k] = (uint8_t)values[k];
}

uint32_t
context_feature(uint32_t k, uint8_t value)
{
	return linear_feature(k + 1, value);
}

void
context_features(const struct context *x, size_t i, uint32_t *f)
{
	uint8_t values[LINK_FEATURES];

	context_values(x, i, values);
	for (uint32_t k = 0; k < LINK_FEATURES; k++)
		f[k] = context_feature(k, values[k]);
}

void
context_further(const struct context *x, size_t i, const struct cover *v, uint32_t *f)
{
	const struct candidate *c = &x->candidates->list[i];
	uint32_t own = v->a_linked ? c->in_b : c->in_a, linked = v->a_linked ? c->in_a : c->in_b;
	uint32_t near = least(v->distance, 3);
	const uint32_t values[FURTHER_FEATURES - LINK_FEATURES] = {
		bin(x, SCALE_COARSE, own),
		bin(x, SCALE_COARSE, linked),
		bin(x, SCALE_COARSE, v->explained),
		least(v->distance, 4),
		bin(x, SCALE_COVERED, linked + v->explained) * 4 + near,
		(uint32_t)v->same,
		bin(x, SCALE_COARSE, own) * 4 + near,
		bin(x, SCALE_PROBABILITY, v->probability),
		bin(x, SCALE_LENGTHS_COARSE, v->a_linked ? x->b->rows[c->b].n_words : x->a->rows[c->a].n_words),
	};

	context_features(x, i, f);
	for (uint32_t k = 0; k < FURTHER_FEATURES - LINK_FEATURES; k++)
		f[LINK_FEATURES + k] = linear_feature(LINK_FEATURES + k + 1, values[k]);
}

void
context_free(struct context *x)
{
	chain_free(&x->chain);
	free(x->rivals_a);
	free(x->rivals_b);
	free(x->near);
	*x = (struct context){0};
}
