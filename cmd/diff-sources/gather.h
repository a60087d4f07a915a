/* Which documents of the stream are compared with which. */
#ifndef DIFF_GATHER_H
#define DIFF_GATHER_H

#include <stdbool.h>
#include <stddef.h>

#include "cmd/diff-sources/article.h"
#include "cmd/diff-sources/compare.h"
#include "cmd/diff-sources/output.h"

enum gather_mode {
	GATHER_BASE,	/* the base with each other */
	GATHER_PAIRS,	/* each pair */
	GATHER_EVIDENCE	/* each pair, over what all of the group read */
};

/* The documents of a group that are kept. Zero-initialise it and set the first members. */
struct gather {
	enum gather_mode mode;
	const char *base;	/* the base's id, or NULL for the first */
	struct article_columns columns;
	struct comparison *comparison;
	struct output *output;

	/* private */
	struct article *kept;
	size_t n, n_prepared, kept_cap;
	bool has_base, base_met;
};

/*
 * Takes the document that current holds; current then holds nothing of use.
 * Compares what can be compared. Returns 0, or -1 with errno.
 */
int gather_add(struct gather *, struct article *current);

/* Ends the stream, and with it the last group. Returns 0, or -1 with errno. */
int gather_end(struct gather *);

/* Whether a document with the base's id was met anywhere. */
bool gather_met_base(const struct gather *);

void gather_free(struct gather *);

#endif
