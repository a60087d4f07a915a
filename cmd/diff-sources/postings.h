/* An inverted index: which open rows of a side hold a term. */
#ifndef DIFF_POSTINGS_H
#define DIFF_POSTINGS_H

#include <stddef.h>
#include <stdint.h>

#include "cmd/diff-sources/side.h"
#include "cmd/diff-sources/terms.h"

/*
 * The rows of a place are rows[first[place]] up to rows[first[place + 1]], in
 * order, a row as often as it holds terms there. Terms share a place at times:
 * what is found is to be looked at. Zero-initialise it; memory is used again.
 */
struct postings {
	uint32_t *rows, *first;
	size_t places;
	size_t rows_cap, first_cap;
};

/* Indexes the words and pairs of the open rows of a side. Returns 0, or -1 with errno ENOMEM. */
int postings_make(struct postings *, const struct term_side *, const struct side *);

/* The place of a term. */
static inline size_t
postings_place(const struct postings *p, uint32_t key)
{
	return (key * UINT32_C(0x9e3779b1)) & (p->places - 1);
}

void postings_free(struct postings *);

#endif
