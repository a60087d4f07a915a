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

int
shingles_make(struct shingles *s, const struct terms *t, const struct side *side)
{
	uint64_t last[LENGTH] = {0};
	size_t n = 0;

	s->n = 0;
	if (array_reserve(&s->list, &s->cap, side->n_words, sizeof *s->list) != 0)
		return -1;
	for (size_t i = 0; i < side->n_words; i++) {
		if (terms_background(t, side->words[i]) > TOO_COMMON)
			continue;
		for (size_t k = 0; k + 1 < LENGTH; k++)
			last[k] = last[k + 1];
		last[LENGTH - 1] = side->words[i];
		if (++n < LENGTH)
			continue;
		for (size_t k = 0; k < LENGTH; k++)
			s->list[s->n] = (k == 0 ? 0 : s->list[s->n]) * UINT64_C(0x9e3779b97f4a7c15) + last[k];
		s->n++;
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
