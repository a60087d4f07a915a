/* The words and word pairs of two sides, numbered, weighted by rarity, and indexed. */
#ifndef DIFF_TERMS_H
#define DIFF_TERMS_H

#include <stddef.h>
#include <stdint.h>

#include "cmd/diff-sources/equal.h"
#include "cmd/diff-sources/side.h"

/* The top bit of a term's number tells a pair of neighbouring words from a word. */
#define TERM_PAIR UINT32_C(0x80000000)

/* What the terms of one row weigh together. */
struct row_weight {
	uint64_t words, pairs;
	bool shared;	/* row of b: it has the terms of the row of a that it equals */
};

/* Terms of one side: those of row i are ids[first[i]] up to ids[first[i + 1]], sorted, repeated as often as they occur. */
struct term_side {
	uint32_t *ids, *first;
	struct row_weight *weights;
	size_t ids_cap, first_cap, weights_cap;
};

struct term {
	uint32_t a, b;		/* how often it occurs in each side */
	uint32_t postings;	/* its rows in a are a of them, from here on */
	uint16_t weight;	/* 16 * log2(1 / chance that a row holds it), at least 1 */
	uint16_t background;	/* of 10000 English sentences hold it, where the table knows it */
};

struct slot {
	uint32_t hash, id;	/* id is one more than the term's number, 0 where free */
};

/*
 * Zero-initialise it and call terms_open() once. Memory is used again from one
 * comparison to the next.
 */
struct terms {
	struct term_side a, b;
	struct equal equal;	/* rows of b and a */
	struct term *terms;
	size_t n, terms_cap;
	uint32_t *postings;
	size_t postings_cap;

	/* private */
	struct slot *slots, *background;
	size_t slots_n;
};

/* Makes the table of common words. Returns 0, or -1 with errno ENOMEM. */
int terms_open(struct terms *);

/*
 * Numbers and indexes the terms of two sides. The chance behind a weight is
 * estimated from both sides, with the background as its prior (additive
 * smoothing), so that short texts are not taken at their own word. Returns 0,
 * or -1 with errno ENOMEM.
 */
int terms_build(struct terms *, const struct side *a, const struct side *b);

/* Of 10000 English sentences, how many hold a word with this stem; 1 where the table lacks it. */
unsigned terms_background(const struct terms *, uint32_t stem);

static inline const struct term *
terms_get(const struct terms *t, uint32_t id)
{
	return &t->terms[id & ~TERM_PAIR];
}

/* Whether row b equals a row of a and has the same terms. */
static inline bool
terms_shared(const struct terms *t, size_t b)
{
	return t->equal.of_b[b] != 0 && t->b.weights[b].shared;
}

void terms_free(struct terms *);

#endif
