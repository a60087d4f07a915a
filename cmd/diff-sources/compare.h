/* Compares two articles: the links of their rows, and what each link changes. */
#ifndef DIFF_COMPARE_H
#define DIFF_COMPARE_H

#include "cmd/diff-sources/article.h"
#include "cmd/diff-sources/edits.h"
#include "cmd/diff-sources/flags.h"
#include "cmd/diff-sources/links.h"

/* Zero-initialise it and call compare_open() once. Memory is used again from one comparison to the next. */
struct comparison {
	const struct article *a, *b;
	const struct article_columns *columns;
	struct links links;

	/* what compare_link() found */
	struct token_list tokens_a, tokens_b;
	struct edits edits;	/* joined for the reader, of the link's own rows only */
	uint32_t a_begin;	/* where the link's own row begins in tokens_a */
	unsigned flags;

	/* private */
	struct terms terms;
	struct candidates candidates;
	struct context context;
	struct flagger flagger;
};

/* Returns 0, or -1 with errno ENOMEM. */
int compare_open(struct comparison *);

/* Finds the links between two articles, which must outlive what is asked of it next. Returns 0, or -1 with errno ENOMEM. */
int compare_articles(struct comparison *, const struct article_columns *, const struct article *a, const struct article *b);

/*
 * Finds edits and flags of link i. A row that is split is compared with all its
 * parts, one behind the other, and what concerns the link's own part is kept; a
 * merged one likewise. Returns 0, or -1 with errno ENOMEM.
 */
int compare_link(struct comparison *, size_t i);

void compare_close(struct comparison *);

#endif
