/* The reported clauses of a paragraph, and the quotes that they hold. */
#ifndef TAG_QUOTES_CLAUSES_H
#define TAG_QUOTES_CLAUSES_H

#include "cmd/tag-quotes/clause.h"

/* Zero-initialise it; the memory is used again for the next paragraph. */
struct clauses {
	struct clause *list;	/* in the order of their cues */
	size_t n;
	uint32_t *around_of;	/* for each quote of the passage the index of the clause that it lies in, or CLAUSES_NONE */

	/* private */
	size_t cap, around_cap;
};

#define CLAUSES_NONE UINT32_MAX

/*
 * Finds the clauses of a passage: one that ends before a cue beside its own, no
 * quote alone, of two that are mostly the same words the likelier. Linear, as a
 * clause is of bounded length. Returns 0, or -1 where memory ran out.
 */
int clauses_find(struct clauses *, const struct passage *);

/* The shortest clause around a quote, one that somebody says before others; or NULL. */
const struct clause *clauses_around(const struct clauses *, size_t quote);

void clauses_free(struct clauses *);

#endif
