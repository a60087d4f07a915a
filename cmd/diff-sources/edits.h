/* What was changed between two runs of tokens. */
#ifndef DIFF_EDITS_H
#define DIFF_EDITS_H

#include <stddef.h>
#include <stdint.h>

#include "cmd/diff-sources/tokens.h"
#include "common/buf.h"

/* Tokens [a, a_end) of one run stand in the place of tokens [b, b_end) of the other. */
struct hunk {
	uint32_t a, a_end, b, b_end;
};

/* Zero-initialise it; memory is used again. */
struct edits {
	struct hunk *list;
	size_t n, list_cap;

	/* private */
	int32_t *reach;
	uint64_t *table;
	size_t reach_cap, table_cap;
};

/*
 * Finds the hunks by which the n_a tokens at a become the n_b at b, in order,
 * with equal tokens between any two. A difference in capitals at the beginning
 * of a sentence is none. Runs of more than EDITS_SHORT tokens at a, where equal
 * ones at both ends do not count, go by Myers's O(ND) algorithm (Algorithmica 1, 1986), which
 * commits to its furthest path after DIFFERENCES_MAX differences and goes on
 * from there: the result is then no longer the shortest, and time stays linear.
 * Returns 0, or -1 with errno ENOMEM.
 */
int edits_find(struct edits *, const struct token *a, size_t n_a, const struct token *b, size_t n_b);

/* Tokens whose table fits a word of the machine. */
enum { EDITS_SHORT = 64 };

/*
 * The same for at most EDITS_SHORT tokens at a, by their keys only: adds the
 * hunks that a longest common subsequence of words leaves, found with the bits of
 * a word of the machine for a row of its table (Hyyrö, Bit-parallel LCS-length
 * computation revisited, 2004). Marks stay where they follow or precede a word
 * that does: a comma never counts as much as a name. Linear in n_b. Returns 0, or -1 with errno ENOMEM.
 */
int edits_of_short(struct edits *, const struct token *a, size_t n_a, const struct token *b, size_t n_b);

/* Adds a hunk; one that touches the last is joined with it. Returns 0, or -1 with errno ENOMEM. */
int edits_add(struct edits *, uint32_t a, uint32_t a_end, uint32_t b, uint32_t b_end);

/*
 * Joins hunks that only a small word or a mark stands between, where both
 * change words: easier to read than two.
 */
void edits_join(struct edits *, const struct token *a);

/* Makes the first a copy of the second. Returns 0, or -1 with errno ENOMEM. */
int edits_copy(struct edits *, const struct edits *);

/*
 * Keeps only what concerns tokens [begin, end) of b, where side is 'b', or of a.
 * A hunk that crosses begin or end is cut; what stands between two such ranges
 * goes with the first.
 */
void edits_cut(struct edits *, char side, uint32_t begin, uint32_t end);

void edits_free(struct edits *);

#endif
