/* Decides which candidates are links, and what each link is. */
#ifndef DIFF_LINKS_H
#define DIFF_LINKS_H

#include <stdbool.h>
#include <stddef.h>
#include <stdint.h>

#include "cmd/diff-sources/context.h"
#include "common/linear.h"

enum link_op {
	LINK_SAME,
	LINK_EDITED,
	LINK_SPLIT,
	LINK_MERGED
};

/* Row a of one side goes with row b of the other; score is their likeness in thousandths. */
struct link {
	uint32_t a, b;
	uint16_t score;
	enum link_op op;
	bool moved;	/* crosses the longest run of links in order */
};

/* What the links of one row are so far: how many, between which rows of the other side, and what they explain of it. */
struct linked {
	uint32_t n, low, high;
	uint16_t explained;
	bool same;
	bool parts;	/* the links are its parts, and do not all hold the same of it */
};

/* Zero-initialise it; memory is used again. */
struct links {
	struct link *list;
	size_t n, list_cap;
	uint32_t *first_of_b;	/* of each row of b, one more than the index of its first link, or 0 */
	uint32_t *next_of_b;	/* of each link, one more than the index of the next one of its row of b, or 0 */

	/* private, but for training */
	const struct context *context;
	struct linked *a, *b;
	uint64_t *order;	/* likeliest first: links_candidate() */
	size_t n_order;
	int8_t weights[LINK_FEATURES][256];	/* of each value, as the model has them */
	bool has_weights;
	uint64_t *spare;
	struct link *sorted;
	uint32_t *at;
	struct bag bag;
	size_t a_cap, b_cap, order_cap, spare_cap, sorted_cap, at_cap, first_cap, next_cap;
};

/* Trained on pairs with known links; see the first line of link_model.c. */
extern const struct linear diff_link_model;		/* a link, one to one */
extern const struct linear diff_further_model;	/* a further link of a row that has one */

/*
 * Finds the links of a pair, in the order of a, then b: first one to one,
 * likeliest first, then further ones of rows that are linked to rows that are
 * not. The context's chain is used again for what has moved. Returns 0, or -1
 * with errno ENOMEM.
 */
int links_find(struct links *, struct context *);

/* The steps of links_find(). Begins, and links one to one. */
int links_first(struct links *, const struct context *);

/* The candidate at place k of the order, in [0, n_order). */
size_t links_candidate(const struct links *, size_t k);

/* Whether candidate i joins a linked row and one that is not; tells how the linked one is covered. */
bool links_open(const struct links *, size_t i, struct cover *);

/* Makes candidate i a link. Returns 0 or -1. */
int links_accept(struct links *, size_t i);

void links_free(struct links *);

#endif
