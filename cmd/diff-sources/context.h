/* What tells whether a candidate is a link: its likeness, its rivals, and how it stands to the others. */
#ifndef DIFF_CONTEXT_H
#define DIFF_CONTEXT_H

#include <stdbool.h>
#include <stddef.h>
#include <stdint.h>

#include "cmd/diff-sources/candidates.h"
#include "cmd/diff-sources/chain.h"

enum {
	LINK_FEATURES = 21,	/* of one candidate */
	FURTHER_FEATURES = LINK_FEATURES + 9
};

/* In what steps a value counts. */
enum scale {
	SCALE_FINE, SCALE_COARSE, SCALE_RELATED, SCALE_LIKENESS, SCALE_BITS, SCALE_BITS_COARSE, SCALE_LENGTHS, SCALE_LENGTHS_COARSE,
	SCALE_PLACE, SCALE_COVERED, SCALE_PROBABILITY, SCALE_MARGIN, SCALE_MARGIN_COARSE,
	SCALES_N,
	SCALE = 1536	/* values from here on count as one */
};

/* The best likeness of one row with rows of the other side, and the second best. */
struct rivals {
	uint16_t best, second;
};

/* The nearest links of the backbone before and behind a row of b: one more than their index in the chain, or 0. */
struct near {
	uint32_t before, behind;
};

/* What context_open() makes of one pair of sides. Zero-initialise it; memory is used again. */
struct context {
	const struct candidates *candidates;
	const struct terms *terms;
	const struct side *a, *b;
	struct chain chain;	/* the backbone: a point for each candidate, in their order */
	uint64_t backbone, total_a, total_b;	/* weights: of what its links share, of all rows */

	/* private */
	struct rivals *rivals_a, *rivals_b;
	struct near *near;
	uint8_t scales[SCALES_N][SCALE];
	bool has_scales;
	size_t rivals_a_cap, rivals_b_cap, near_cap;
};

/* How one of two rows of a candidate that is linked already is covered by its links. */
struct cover {
	uint32_t explained;	/* share of its words that its links hold, in thousandths, summed */
	uint32_t distance;	/* rows from the nearest of them to the candidate's other row */
	int same;		/* whether it equals one of them */
	int a_linked;		/* whether it is row a */
	uint32_t probability;	/* of the candidate being a link, by itself, in thousandths */
};

/* Finds the backbone. All arguments must outlive the context. Returns 0, or -1 with errno ENOMEM. */
int context_open(struct context *, const struct candidates *, const struct terms *, const struct side *a, const struct side *b);

/* What tells whether candidate i is a link: LINK_FEATURES values. */
void context_values(const struct context *, size_t i, uint8_t *out);

/* The feature that the k-th of these values stands for in the model of links. */
uint32_t context_feature(uint32_t k, uint8_t value);

/* The features of candidate i for the model of links, LINK_FEATURES of them. */
void context_features(const struct context *, size_t i, uint32_t *features);

/* The features for the model of further links (splits and merges): those of context_features(), and of its cover. */
void context_further(const struct context *, size_t i, const struct cover *, uint32_t *features);

void context_free(struct context *);

#endif
