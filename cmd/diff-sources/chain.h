/* The heaviest chain of links that keeps the order of both sides. */
#ifndef DIFF_CHAIN_H
#define DIFF_CHAIN_H

#include <stdbool.h>
#include <stddef.h>
#include <stdint.h>

/* A point is a link of row x of one side and row y of the other; inside tells that it is in the chain. */
struct point {
	uint32_t x, y;
	uint64_t weight;
	bool inside;
};

struct best {
	uint64_t weight;
	uint32_t last;	/* one more than the point that ends it, 0 for none */
};

/* Zero-initialise it; memory is used again. */
struct chain {
	struct point *points;
	size_t n, points_cap;

	/* private */
	struct best *tree;
	uint32_t *before;
	size_t tree_cap, before_cap;
};

/* Takes all points out. */
void chain_clear(struct chain *);

/* Adds a point of some weight. They must come in the order of x, then y. Returns 0, or -1 with errno ENOMEM. */
int chain_add(struct chain *, uint32_t x, uint32_t y, uint64_t weight);

/*
 * Marks the heaviest chain of the points, in which x and y rise from one to the
 * next, or where equal is true, neither falls. Of equally heavy chains the one
 * whose points come first. rows_y is more than the largest y. O(n log n)
 * with a Fenwick tree of prefix maxima. Returns 0, or -1 with errno ENOMEM.
 */
int chain_mark(struct chain *, size_t rows_y, bool equal);

void chain_free(struct chain *);

#endif
