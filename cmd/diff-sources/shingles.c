#include "cmd/diff-sources/shingles.h"

#include <stdlib.h>

enum {
	LENGTH = 3,		/* words */
	TOO_COMMON = 700	/* of 10000 sentences */
};

static int
compare(const void *x, const void *y)
{
	uint64_t a = *(const uint64_t *)x, b = *(const uint64_t *)y;

	return (a > b) - (a < b);
}

/* Adds the shingle that the next word ends, if it does; before are the ones that it is to hold. */
static void
add(struct shingles *s, uint32_t before[LENGTH - 1], size_t n, uint32_t word)
{
	uint64_t h = before[0];

	for (size_t k = 1; k < LENGTH; k++)
		h = h * UINT64_C(0x9e3779b97f4a7c15) + (k + 1 < LENGTH ? before[k] : word);
	if (n + 1 >= LENGTH)
		s->list[s->n++] = h;
	for (size_t k = 0; k + 2 < LENGTH; k++)
		before[k] = before[k + 1];
	before[LENGTH - 2] = word;
}

int
shingles_make(struct shingles *s, const struct terms *t, struct side *side)
{
	uint32_t before[LENGTH - 1] = {0};
	size_t n = 0;

	s->n = 0;
	if (side_read_all(side) != 0 || array_reserve(&s->list, &s->cap, side->n_words, sizeof *s->list) != 0)
		return -1;
	for (size_t i = 0; i < side->n; i++) {
		const struct side_row *r = &side->rows[i];

		for (uint32_t k = 0; k < r->n_words; k++)
			if (terms_background(t, side->words[r->first_word + k]) <= TOO_COMMON)
				add(s, before, n++, side->words[r->first_word + k]);
	}
	if (s->n > 0)
		qsort(s->list, s->n, sizeof *s->list, compare);
	return 0;
}

uint64_t
shingles_contained(const struct shingles *part, const struct shingles *whole)
{
	size_t i = 0, k = 0, common = 0;

	while (i < part->n && k < whole->n) {
		if (part->list[i] == whole->list[k]) {
			common++;
			i++;
			k++;
		} else if (part->list[i] < whole->list[k]) {
			i++;
		} else {
			k++;
		}
	}
	return part->n == 0 ? 0 : common * 1000 / part->n;
}

void
shingles_free(struct shingles *s)
{
	free(s->list);
	*s = (struct shingles){0};
}
