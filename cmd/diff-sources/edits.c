#include "cmd/diff-sources/edits.h"

#include <stdlib.h>
#include <string.h>

enum {
	DIFFERENCES_MAX = 256,
	SMALL_WORD = 3	/* bytes */
};

/* What is left of two runs. */
struct runs {
	const struct token *a, *b;
	int32_t n_a, n_b;
};

/* A path that ends at token x of a on diagonal k (x - y) after d differences. */
struct path {
	int32_t x, k, d;
};

int
edits_add(struct edits *e, uint32_t a, uint32_t a_end, uint32_t b, uint32_t b_end)
{
	if (e->n > 0 && e->list[e->n - 1].a_end == a) {
		e->list[e->n - 1].a_end = a_end;
		e->list[e->n - 1].b_end = b_end;
		return 0;
	}
	if (array_reserve(&e->list, &e->list_cap, e->n + 1, sizeof *e->list) != 0)
		return -1;
	e->list[e->n++] = (struct hunk){a, a_end, b, b_end};
	return 0;
}

/* Where the best paths of d differences stand, by diagonal: that of k at (d + k) / 2; -1 where there is none. */
static int32_t *
reach(struct edits *e, int32_t d)
{
	return &e->reach[(size_t)d * ((size_t)d + 1) / 2];
}

/*
 * Where the d-th difference leads onto diagonal k: over a token of b from the
 * diagonal above, or of a from the one below. before is where those of d - 1 stand.
 */
static inline int32_t
step(const int32_t *before, const struct runs *r, int32_t d, int32_t k, bool *over_a)
{
	int32_t i = (d + k) / 2, down = k < d ? before[i] : -1, right = k > -d ? before[i - 1] : -1;

	down = down >= 0 && down - k <= r->n_b ? down : -1;
	right = right >= 0 && right < r->n_a ? right + 1 : -1;
	*over_a = right > down;
	return *over_a ? right : down;
}

/* Finds the path to the end of both runs, or the one that comes furthest within DIFFERENCES_MAX. */
static struct path
search(struct edits *e, const struct runs *r)
{
	const struct token *a = r->a, *b = r->b;
	const int32_t *before = NULL;
	struct path best = {0, 0, 0};
	bool over_a;

	for (int32_t d = 0; d <= DIFFERENCES_MAX; d++) {
		int32_t *now = reach(e, d);
		int64_t furthest = -1;

		for (int32_t k = -d; k <= d; k += 2) {
			int32_t x = d == 0 ? 0 : step(before, r, d, k, &over_a);

			while (x >= 0 && x < r->n_a && x - k < r->n_b && a[x].key == b[x - k].key)
				x++;
			now[(d + k) / 2] = x;
			if (x >= 0 && 2 * (int64_t)x - k > furthest) {
				furthest = 2 * (int64_t)x - k;
				best = (struct path){x, k, d};
			}
		}
		if (best.x == r->n_a && best.x - best.k == r->n_b)
			break;
		before = now;
	}
	return best;
}

/* Adds the differences of a path that begins at tokens a and b. */
static int
follow(struct edits *e, const struct runs *r, struct path p, uint32_t a, uint32_t b)
{
	int32_t k = p.k;
	bool over_a[DIFFERENCES_MAX + 1];
	uint32_t x[DIFFERENCES_MAX + 1], y[DIFFERENCES_MAX + 1];

	for (int32_t d = p.d; d > 0; d--) {
		int32_t to = step(reach(e, d - 1), r, d, k, &over_a[d]);

		x[d] = a + (uint32_t)(to - over_a[d]);
		y[d] = b + (uint32_t)(to - k - !over_a[d]);
		k += over_a[d] ? -1 : 1;
	}
	for (int32_t d = 1; d <= p.d; d++)
		if (edits_add(e, x[d], x[d] + over_a[d], y[d], y[d] + !over_a[d]) != 0)
			return -1;
	return 0;
}

/* Whether tokens with equal keys differ in a way that is shown. */
static bool
differs(const struct token *a, const struct token *b)
{
	if (token_equal(a, b))
		return false;
	/* a capital that only the beginning of a sentence gives */
	return !((a->initial || b->initial) && a->len == b->len && a->capital != b->capital &&
	    memcmp(a->text + 1, b->text + 1, a->len - 1) == 0);
}

/* Adds a hunk for each pair of tokens that are equal in their keys only, behind the others. Returns how many, or -1. */
static int64_t
add_unlike(struct edits *e, const struct token *a, size_t n_a, const struct token *b)
{
	size_t n = e->n, k = 0;
	int64_t unlike = 0;
	uint32_t j = 0;

	for (uint32_t i = 0; i < n_a; i++, j++) {
		for (; k < n && e->list[k].a == i; k++) {
			i = e->list[k].a_end;
			j = e->list[k].b_end;
		}
		if (i == n_a || !differs(&a[i], &b[j]))
			continue;
		if (array_reserve(&e->list, &e->list_cap, e->n + 1, sizeof *e->list) != 0)
			return -1;
		e->list[e->n++] = (struct hunk){i, i + 1, j, j + 1};
		unlike++;
	}
	return unlike;
}

static int
compare(const void *p, const void *q)
{
	const struct hunk *x = p, *y = q;

	if (x->a != y->a)
		return x->a < y->a ? -1 : 1;
	return (x->b > y->b) - (x->b < y->b);
}

/* Joins hunks that touch. */
static void
close_up(struct edits *e)
{
	size_t n = e->n;

	e->n = 0;
	for (size_t i = 0; i < n; i++) {
		struct hunk h = e->list[i];

		edits_add(e, h.a, h.a_end, h.b, h.b_end);
	}
}

/* Adds the hunks of long runs that begin at tokens x of a and y of b. */
static int
add_long(struct edits *e, const struct token *a, size_t n_a, const struct token *b, size_t n_b)
{
	uint32_t x = 0, y = 0;

	if (array_reserve(&e->reach, &e->reach_cap, (DIFFERENCES_MAX + 1) * (DIFFERENCES_MAX + 2) / 2, sizeof *e->reach) != 0)
		return -1;
	while (x < n_a || y < n_b) {
		struct runs r = {a + x, b + y, (int32_t)(n_a - x), (int32_t)(n_b - y)};
		struct path p = search(e, &r);

		if (follow(e, &r, p, x, y) != 0)
			return -1;
		x += (uint32_t)p.x;
		y += (uint32_t)(p.x - p.k);
	}
	return 0;
}

int
edits_find(struct edits *e, const struct token *a, size_t n_a, const struct token *b, size_t n_b)
{
	size_t begin = 0, end = 0, rest_a, rest_b;
	int64_t unlike;

	e->n = 0;
	while (begin < n_a && begin < n_b && a[begin].key == b[begin].key)
		begin++;
	while (end < n_a - begin && end < n_b - begin && a[n_a - 1 - end].key == b[n_b - 1 - end].key)
		end++;
	rest_a = n_a - begin - end;
	rest_b = n_b - begin - end;
	if ((rest_a <= EDITS_SHORT ? edits_of_short : add_long)(e, a + begin, rest_a, b + begin, rest_b) != 0)
		return -1;
	for (size_t i = 0; i < e->n; i++) {
		struct hunk *h = &e->list[i];

		*h = (struct hunk){h->a + (uint32_t)begin, h->a_end + (uint32_t)begin, h->b + (uint32_t)begin, h->b_end + (uint32_t)begin};
	}
	unlike = add_unlike(e, a, n_a, b);
	if (unlike > 0) {
		qsort(e->list, e->n, sizeof *e->list, compare);
		close_up(e);
	}
	return unlike < 0 ? -1 : 0;
}

/* Whether the token may be taken into a change on both its sides. */
static bool
is_small(const struct token *t)
{
	return t->kind == TOKEN_PUNCTUATION || (t->kind == TOKEN_WORD && t->len <= SMALL_WORD && !t->capital);
}

static bool
replaces(const struct hunk *h)
{
	return h->a < h->a_end && h->b < h->b_end;
}

void
edits_join(struct edits *e, const struct token *a)
{
	size_t n = e->n;

	e->n = 0;
	for (size_t i = 0; i < n; i++) {
		struct hunk *last = e->n > 0 ? &e->list[e->n - 1] : NULL, h = e->list[i];

		if (last != NULL && h.a - last->a_end == 1 && is_small(&a[last->a_end]) && replaces(last) && replaces(&h)) {
			last->a_end = h.a_end;
			last->b_end = h.b_end;
		} else {
			e->list[e->n++] = h;
		}
	}
}

int
edits_copy(struct edits *to, const struct edits *from)
{
	if (array_reserve(&to->list, &to->list_cap, from->n, sizeof *to->list) != 0)
		return -1;
	if (from->n > 0)
		memcpy(to->list, from->list, from->n * sizeof *to->list);
	to->n = from->n;
	return 0;
}

void
edits_cut(struct edits *e, char side, uint32_t begin, uint32_t end)
{
	size_t n = e->n;

	e->n = 0;
	for (size_t i = 0; i < n; i++) {
		struct hunk h = e->list[i];
		uint32_t *p = side == 'b' ? &h.b : &h.a, *p_end = side == 'b' ? &h.b_end : &h.a_end;

		if (*p == *p_end ? *p > end || (*p <= begin && begin != 0) : *p >= end || *p_end <= begin)
			continue;
		if (*p < begin) { /* what stands on the other side instead goes with where it begins */
			*p = begin;
			if (side == 'b')
				h.a = h.a_end;
			else
				h.b = h.b_end;
		}
		if (*p_end > end)
			*p_end = end;
		e->list[e->n++] = h;
	}
}

void
edits_free(struct edits *e)
{
	free(e->list);
	free(e->reach);
	free(e->table);
	*e = (struct edits){0};
}
