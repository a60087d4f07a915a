#include "cmd/diff-sources/equal.h"

#include <stdlib.h>
#include <string.h>

/* A kind of rows, by canonical hash: how many each side has, and one more than the first that is left of a. */
struct kind {
	uint64_t hash;
	uint32_t a, b, first;
};

/* The kind of rows with this hash: its slot of the n, a power of two, or a free one. */
static struct kind *
find_kind(struct kind *slots, size_t n, uint64_t hash)
{
	size_t i = (size_t)(hash >> 32 ^ hash) & (n - 1);

	while (slots[i].a != 0 && slots[i].hash != hash)
		i = (i + 1) & (n - 1);
	return &slots[i];
}

int
equal_find(struct equal *q, const struct side *a, const struct side *b)
{
	size_t slots = 16;

	while (slots < 2 * a->n)
		slots *= 2;
	if (array_reserve(&q->kinds, &q->kinds_cap, slots, sizeof *q->kinds) != 0 ||
	    array_reserve(&q->of_b, &q->of_b_cap, b->n, sizeof *q->of_b) != 0 ||
	    array_reserve(&q->next, &q->next_cap, a->n, sizeof *q->next) != 0)
		return -1;
	memset(q->kinds, 0, slots * sizeof *q->kinds);
	for (size_t i = a->n; i-- > 0;) {
		struct kind *k = find_kind(q->kinds, slots, a->rows[i].canonical);

		k->hash = a->rows[i].canonical;
		k->a++;
		q->next[i] = k->first;
		k->first = (uint32_t)i + 1;
	}
	for (size_t i = 0; i < b->n; i++)
		find_kind(q->kinds, slots, b->rows[i].canonical)->b++;
	for (size_t i = 0; i < b->n; i++) {
		struct kind *k = find_kind(q->kinds, slots, b->rows[i].canonical);

		q->of_b[i] = 0;
		if (k->a == 0 || k->a != k->b)
			continue;
		if (side_same(a->rows[k->first - 1].text, b->rows[i].text))
			q->of_b[i] = k->first;
		k->first = q->next[k->first - 1];
	}
	return 0;
}

void
equal_free(struct equal *q)
{
	free(q->of_b);
	free(q->kinds);
	free(q->next);
	*q = (struct equal){0};
}
