#include "cmd/diff-sources/equal.h"

#include <stdlib.h>
#include <string.h>

/* A kind of rows, by canonical hash: how many unpaired ones each side has, and one more than the first of these in a. */
struct kind {
	uint64_t hash;
	uint32_t a, b, first;
};

/* The kind of rows with this hash, or a free slot. */
static struct kind *
find_kind(const struct equal *q, uint64_t hash)
{
	size_t i = (size_t)hash & (q->slots - 1);

	while (q->kinds[i].a != 0 && q->kinds[i].hash != hash)
		i = (i + 1) & (q->slots - 1);
	return &q->kinds[i];
}

/* Pairs two rows if both are there and unpaired, and they are equal. */
static void
pair(struct equal *q, const struct side *a, size_t i, const struct side *b, size_t k)
{
	if (i >= a->n || k >= b->n || q->of_a[i] != 0 || q->of_b[k] != 0 || a->rows[i].canonical != b->rows[k].canonical ||
	    !side_same(a->rows[i].text, b->rows[k].text))
		return;
	q->of_a[i] = (uint32_t)k + 1;
	q->of_b[k] = (uint32_t)i + 1;
}

/* Pairs the rows beside those that are paired, the beginnings, and the ends. */
static void
spread(struct equal *q, const struct side *a, const struct side *b)
{
	pair(q, a, 0, b, 0);
	for (size_t k = 0; k < b->n; k++)
		if (q->of_b[k] != 0)
			pair(q, a, q->of_b[k], b, k + 1);
	pair(q, a, a->n - 1, b, b->n - 1);
	for (size_t k = b->n; k-- > 0;)
		if (q->of_b[k] != 0)
			pair(q, a, (size_t)q->of_b[k] - 2, b, k - 1);
}

/* Counts the unpaired rows by kind, and lists those of a. */
static int
count_kinds(struct equal *q, const struct side *a, const struct side *b)
{
	q->slots = 16;
	while (q->slots < a->n + a->n / 3)
		q->slots *= 2;
	if (array_reserve(&q->kinds, &q->kinds_cap, q->slots, sizeof *q->kinds) != 0)
		return -1;
	memset(q->kinds, 0, q->slots * sizeof *q->kinds);
	for (size_t i = a->n; i-- > 0;) {
		struct kind *k = find_kind(q, a->rows[i].canonical);

		if (q->of_a[i] != 0)
			continue;
		k->hash = a->rows[i].canonical;
		k->a++;
		q->next[i] = k->first;
		k->first = (uint32_t)i + 1;
	}
	for (size_t i = 0; i < b->n; i++)
		if (q->of_b[i] == 0)
			find_kind(q, b->rows[i].canonical)->b++;
	return 0;
}

/* Pairs the rows of each kind of which both sides have equally many. */
static void
pair_counted(struct equal *q, const struct side *a, const struct side *b)
{
	for (size_t i = 0; i < b->n; i++) {
		struct kind *k = find_kind(q, b->rows[i].canonical);

		if (k->a == 0 || k->a != k->b)
			continue;
		pair(q, a, (size_t)k->first - 1, b, i);
		k->first = q->next[k->first - 1];
	}
}

/* Finds the longest run of pairs in order. */
static int
chain_pairs(struct equal *q, size_t rows_a, size_t rows_b)
{
	chain_clear(&q->chain);
	for (uint32_t i = 0; i < rows_b; i++)
		if (q->of_b[i] != 0 && chain_add(&q->chain, i, q->of_b[i] - 1, 1) != 0)
			return -1;
	return chain_mark(&q->chain, rows_a, false);
}

/* Pairs each row left of b with the first one left of a that it equals, between the pairs in order before and behind it. */
static void
pair_between(struct equal *q, const struct side *a, const struct side *b)
{
	const struct point *p = q->chain.points, *end = q->chain.n > 0 ? p + q->chain.n : p;
	uint32_t low = 0, high;

	for (uint32_t i = 0; i < b->n; i++) {
		struct kind *k;

		while (p < end && (p->x < i || !p->inside)) {
			low = p->inside ? p->y + 1 : low;
			p++;
		}
		if (q->of_b[i] != 0)
			continue;
		k = find_kind(q, b->rows[i].canonical);
		high = p < end ? p->y : (uint32_t)a->n;
		while (k->first != 0 && k->first - 1 < low)
			k->first = q->next[k->first - 1];
		if (k->first == 0 || k->first - 1 >= high)
			continue;
		low = k->first;
		pair(q, a, k->first - 1, b, i);
	}
}

int
equal_find(struct equal *q, const struct side *a, const struct side *b)
{
	if (array_reserve(&q->of_a, &q->of_a_cap, a->n + 1, sizeof *q->of_a) != 0 ||
	    array_reserve(&q->of_b, &q->of_b_cap, b->n + 1, sizeof *q->of_b) != 0 ||
	    array_reserve(&q->next, &q->next_cap, a->n, sizeof *q->next) != 0)
		return -1;
	memset(q->of_a, 0, (a->n + 1) * sizeof *q->of_a);
	memset(q->of_b, 0, (b->n + 1) * sizeof *q->of_b);
	if (count_kinds(q, a, b) != 0)
		return -1;
	pair_counted(q, a, b);
	spread(q, a, b);
	if (count_kinds(q, a, b) != 0 || chain_pairs(q, a->n, b->n) != 0)
		return -1;
	pair_between(q, a, b);
	spread(q, a, b);
	return 0;
}

void
equal_free(struct equal *q)
{
	free(q->of_a);
	free(q->of_b);
	free(q->kinds);
	free(q->next);
	chain_free(&q->chain);
	*q = (struct equal){0};
}
