/* The words of one row, each as often as it has it and beside its neighbours, to hold other rows against. */
#ifndef DIFF_BAG_H
#define DIFF_BAG_H

#include <stddef.h>
#include <stdint.h>

#include "cmd/diff-sources/side.h"
#include "cmd/diff-sources/terms.h"

/* Zero-initialise it; memory is used again. */
struct bag {
	struct term *terms;	/* the row's words */
	uint32_t n_words;
	struct row_weight weight;

	/* private */
	struct bag_slot *slots;
	size_t n_slots, n_used;
	uint32_t *taken;
	size_t terms_cap, slots_cap, taken_cap;
};

/*
 * What the words that two rows have in common weigh, each as often as both have
 * it; how many of them are rare; and what the pairs of neighbours weigh: of a
 * word that the bag's row repeats, only those at its first place there count.
 */
struct bag_common {
	uint64_t words, pairs;
	uint32_t rare;
};

/* Fills the bag with an open row of a side. Returns 0, or -1 with errno ENOMEM. */
int bag_fill(struct bag *, const struct terms *, const struct side *, uint32_t row);

/* Holds an open row against the bag. Linear in the row. */
struct bag_common bag_hold(struct bag *, const struct side *, uint32_t row);

/*
 * The same for words only, of which *once counts in those that the rows held
 * against the bag like this before have left over.
 */
uint64_t bag_cover(struct bag *, const struct side *, uint32_t row, uint64_t *once);

void bag_free(struct bag *);

#endif
