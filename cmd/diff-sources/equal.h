/* Which rows of two sides are equal. */
#ifndef DIFF_EQUAL_H
#define DIFF_EQUAL_H

#include <stddef.h>
#include <stdint.h>

#include "cmd/diff-sources/chain.h"
#include "cmd/diff-sources/side.h"

/* Zero-initialise it; memory is used again. */
struct equal {
	uint32_t *of_b;	/* of each row of b, one more than the row of a that it equals, or 0 */
	uint32_t *of_a;	/* the same of each row of a */
	size_t of_b_cap, of_a_cap;

	/* private */
	struct kind *kinds;
	size_t slots;	/* of kinds, a power of two */
	uint32_t *next;
	struct chain chain;
	size_t kinds_cap, next_cap;
};

/*
 * Pairs rows that are equal, as side_same() has it: the k-th of a kind in a with
 * the k-th in b, where both sides have equally many of it; rows beside such a
 * pair, and at the beginnings and ends; and of what is left, those that stand
 * between pairs in order. O(n log n) in the rows. Returns 0, or -1 with errno
 * ENOMEM.
 */
int equal_find(struct equal *, const struct side *a, const struct side *b);

void equal_free(struct equal *);

#endif
