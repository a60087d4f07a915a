/* How much of one text is in another, by the runs of words that they share. */
#ifndef DIFF_SHINGLES_H
#define DIFF_SHINGLES_H

#include <stddef.h>
#include <stdint.h>

#include "cmd/diff-sources/side.h"
#include "cmd/diff-sources/terms.h"

/* The shingles of a side: hashes of three words in a row, sorted. Zero-initialise it; memory is used again. */
struct shingles {
	uint64_t *list;
	size_t n, cap;
};

/*
 * Makes the shingles of a side. Words that are in more than seven of a hundred English
 * sentences are passed over, so that a shingle holds three that say something.
 * Returns 0, or -1 as side_read().
 */
int shingles_make(struct shingles *, const struct terms *, struct side *);

/*
 * The containment of one in the other (Broder, On the resemblance and
 * containment of documents, 1997): the share of its shingles that the other
 * has, each as often as it has it, in thousandths.
 */
uint64_t shingles_contained(const struct shingles *part, const struct shingles *whole);

void shingles_free(struct shingles *);

#endif
