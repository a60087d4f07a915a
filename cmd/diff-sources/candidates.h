/* Which rows of two sides may have to do with each other, and how alike they are. */
#ifndef DIFF_CANDIDATES_H
#define DIFF_CANDIDATES_H

#include <stdbool.h>
#include <stddef.h>
#include <stdint.h>

#include "cmd/diff-sources/bag.h"
#include "cmd/diff-sources/postings.h"
#include "cmd/diff-sources/side.h"
#include "cmd/diff-sources/sketch.h"
#include "cmd/diff-sources/terms.h"

/* How many rows of a are kept as candidates for one row of b, equal ones apart. */
#define CANDIDATES_A_ROW 5

/* A row of a and one of b. Shares are in thousandths of the weight that rarity gives to words. */
struct candidate {
	uint32_t a, b;
	uint32_t shared;	/* weight of the words that both hold */
	uint16_t words, pairs;	/* weighted Dice coefficient of the words, of the word pairs */
	uint16_t in_a, in_b;	/* share of a's words that b holds, of b's that a holds */
	uint16_t rare;		/* how many rare words both hold */
	uint16_t score;		/* the likeness: of all these */
	bool same;		/* side_same() */
};

/* Zero-initialise it. Candidates stand in the order of b, then a; those of row b are list[first[b]] up to list[first[b + 1]]. */
struct candidates {
	struct candidate *list;
	uint32_t *first;
	size_t n, list_cap, first_cap;

	/* private */
	struct bag bag;
	struct postings postings;
	bool has_postings;
	struct sketch *sketches; /* of the open rows of a */
	uint32_t *sums, *touched;
	size_t sums_cap, touched_cap, sketches_cap;
};

/*
 * Finds them: rows that equal_find() pairs; and for each other row of b, the
 * open rows of a about where it is to be expected behind those of the rows
 * before it, if one of them is much alike, else the CANDIDATES_A_ROW rows of a
 * with which it shares most of the weight of terms that are not in too many
 * rows. Weighs the rows of b. Linear in the terms of b. Returns 0, or -1 with errno ENOMEM.
 */
int candidates_find(struct candidates *, struct terms *, const struct side *a, const struct side *b);

void candidates_free(struct candidates *);

#endif
