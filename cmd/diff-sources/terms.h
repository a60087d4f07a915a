/* The words of the rows that a comparison looks into, and what they weigh by how rare they are. */
#ifndef DIFF_TERMS_H
#define DIFF_TERMS_H

#include <stdbool.h>
#include <stddef.h>
#include <stdint.h>

#include "cmd/diff-sources/equal.h"
#include "cmd/diff-sources/side.h"

/* What the words and the pairs of one row weigh together. */
struct row_weight {
	uint64_t words, pairs;
};

/*
 * Of one side: what each row weighs, and its open rows, in order: those that
 * equal no row of the other side. open_at tells of each row how many of these
 * stand before it.
 */
struct term_side {
	struct row_weight *weights;
	uint32_t *open, *open_at;
	size_t n_open;
	size_t weights_cap, open_cap, open_at_cap;
};

/* A word of a row. */
struct term {
	uint32_t stem;
	uint16_t weight;	/* 16 * log2(1 / chance that a row holds it), at least 1 */
	bool rare;		/* few English sentences hold it */
};

struct common_word {
	uint32_t stem;
	uint16_t sentences;	/* 0 where free */
};

/* Zero-initialise it and call terms_open() once. Memory is used again from one comparison to the next. */
struct terms {
	struct term_side a, b;
	struct equal equal;	/* rows of b and a */

	/* private */
	struct common_word *common;
	uint32_t *counts;	/* by a word's stem: how often sampled rows hold it, and below BACKGROUND_BITS its background; then, its weight */
	size_t places, counts_cap;
	uint64_t sampled;	/* rows */
};

/* Makes the table of common words. Returns 0, or -1 with errno ENOMEM. */
int terms_open(struct terms *);

/*
 * Pairs the rows of two sides that are equal, reads the words of the others and
 * weighs them. The chance behind a weight is estimated from a sample of the open
 * rows of both sides, with the background of English as its prior (additive
 * smoothing), so that short texts are not taken at their own word. A row that is
 * paired weighs as much as others of its length; an open one of b is left to
 * terms_weigh(). Returns 0, or -1 as side_read().
 */
int terms_build(struct terms *, struct side *a, struct side *b);

/* Writes the n words of an open row to out, unless that is NULL. Returns what they weigh, and their pairs: each as much as half its two words. */
struct row_weight terms_weigh(const struct terms *, const uint32_t *words, uint32_t n, struct term *out);

/* Of 10000 English sentences, how many hold a word with this stem; 1 where the table lacks it. */
unsigned terms_background(const struct terms *, uint32_t stem);

void terms_free(struct terms *);

#endif
