/* Counts of a comparison. */
#ifndef DIFF_SUMMARY_H
#define DIFF_SUMMARY_H

#include <stdbool.h>
#include <stdint.h>

#include "cmd/diff-sources/compare.h"
#include "cmd/diff-sources/shingles.h"

/* Which count is which, in the order of the columns behind a and b. */
enum {
	COUNT_A, COUNT_B, COUNT_SAME, COUNT_EDITED, COUNT_SPLIT, COUNT_MERGED,
	COUNT_MOVED, COUNT_ONLY_A, COUNT_ONLY_B, SUMMARY_COUNTS
};

#define SUMMARY_N (2 + SUMMARY_COUNTS + 2)

extern const char *const summary_names[SUMMARY_N];

/*
 * same to merged and only_a count rows of a, each once, by the first of these
 * that one of its links is; moved counts rows of a with a moved link. a_in_b is
 * the share of a's words that the linked rows of b account for, in thousandths.
 */
struct summary {
	uint64_t counts[SUMMARY_COUNTS];
	uint64_t a_in_b, b_in_a;
};

/* Scratch memory. Zero-initialise it. */
struct summarizer {
	struct shingles a, b;
};

/* Counts a comparison. Returns 0, or -1 with errno ENOMEM. */
int summary_make(struct summarizer *, const struct comparison *, struct summary *);

void summarizer_free(struct summarizer *);

/* Whether anything is not the same, moved, or without a link. */
bool summary_differs(const struct summary *);

#endif
