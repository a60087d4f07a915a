/* Which rows of two sides may have to do with each other, and how alike they are. */
#ifndef DIFF_CANDIDATES_H
#define DIFF_CANDIDATES_H

#include <stdbool.h>
#include <stddef.h>
#include <stdint.h>

#include "cmd/diff-sources/side.h"
#include "cmd/diff-sources/terms.h"

/* How many rows of a are kept as candidates for one row of b, equal ones apart. */
#define CANDIDATES_A_ROW 8

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
	uint32_t *sums, *touched, *marks;
	size_t sums_cap, touched_cap, marks_cap;
};

/*
 * Finds them: rows that equal_find() pairs, and for each row of b that has none such the CANDIDATES_A_ROW rows of a
 * with which it shares most of the weight of terms that are not in too many
 * rows. Linear in the terms of b. Returns 0, or -1 with errno ENOMEM.
 */
int candidates_find(struct candidates *, const struct terms *, const struct side *a, const struct side *b);

void candidates_free(struct candidates *);

#endif
