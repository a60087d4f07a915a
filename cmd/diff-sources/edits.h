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
	size_t reach_cap;
};

/*
 * Finds the hunks by which the n_a tokens at a become the n_b at b, in order,
 * with equal tokens between any two. A difference in capitals at the beginning
 * of a sentence is none. Myers's O(ND) algorithm (Algorithmica 1, 1986), which
 * commits to its furthest path after DIFFERENCES_MAX differences and goes on
 * from there: the result is then no longer the shortest, and time stays linear.
 * Returns 0, or -1 with errno ENOMEM.
 */
int edits_find(struct edits *, const struct token *a, size_t n_a, const struct token *b, size_t n_b);

/*
 * Joins hunks that only a small word or a mark stands between, where both
 * change words: easier to read than two.
 */
void edits_join(struct edits *, const struct token *a);

/*
 * Keeps only what concerns tokens [begin, end) of b, where side is 'b', or of a.
 * A hunk that crosses begin or end is cut; what stands between two such ranges
 * goes with the first.
 */
void edits_cut(struct edits *, char side, uint32_t begin, uint32_t end);

void edits_free(struct edits *);

#endif
