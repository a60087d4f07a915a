/* Which rows of two sides are equal. */
#ifndef DIFF_EQUAL_H
#define DIFF_EQUAL_H

#include <stddef.h>
#include <stdint.h>

#include "cmd/diff-sources/side.h"

/* Zero-initialise it; memory is used again. */
struct equal {
	uint32_t *of_b;	/* of each row of b, one more than the row of a that it equals, or 0 */
	size_t of_b_cap;

	/* private */
	struct kind *kinds;
	uint32_t *next;
	size_t kinds_cap, next_cap;
};

/*
 * Pairs the k-th row of a kind, as side_same() has it, in a with the k-th in b,
 * where both sides have equally many of it. Linear. Returns 0, or -1 with errno ENOMEM.
 */
int equal_find(struct equal *, const struct side *a, const struct side *b);

void equal_free(struct equal *);

#endif
