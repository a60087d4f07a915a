/* Compares two articles: the links of their rows, and what each link changes. */
#ifndef DIFF_COMPARE_H
#define DIFF_COMPARE_H

#include "cmd/diff-sources/article.h"
#include "cmd/diff-sources/edits.h"
#include "cmd/diff-sources/flags.h"
#include "cmd/diff-sources/links.h"
#include "cmd/diff-sources/vocabulary.h"

/* The most parts that a row is put together from. */
enum { PARTS_MAX = 16 };

/* The row that the last link was compared through, with its parts: n links, and where the tokens of each end; the edits of them all. */
struct parts {
	enum link_op op;
	uint32_t row;
	size_t n, links[PARTS_MAX];
	uint32_t ends[PARTS_MAX];
	struct edits edits;
};

/* What a column beside the text had and has, as fields of the stream. */
struct column_change {
	const char *column;
	struct slice a, b;
};

/* Zero-initialise it and call compare_open() once. Memory is used again from one comparison to the next. */
struct comparison {
	struct article *a, *b;
	const struct article_columns *columns;
	struct links links;

	/* what compare_link() found */
	struct token_list tokens_a, tokens_b;
	struct edits edits;	/* joined for the reader, of the link's own rows only */
	uint32_t a_begin;	/* where the link's own row begins in tokens_a */
	unsigned flags;
	struct column_change changes[2]; /* of type and speaker */
	size_t n_changes;

	/* private */
	struct vocabulary vocabulary;
	struct parts parts;
	struct terms terms;
	struct candidates candidates;
	struct context context;
	struct flagger flagger;
};

/* Returns 0, or -1 with errno ENOMEM. */
int compare_open(struct comparison *);

/* Finds the links between two articles, which must outlive what is asked of it next; reads their words where it must. Returns 0, or -1 as side_read(). */
int compare_articles(struct comparison *, const struct article_columns *, struct article *a, struct article *b);

/*
 * Finds edits and flags of link i. A row that is split is compared with all its
 * parts, one behind the other, and what concerns the link's own part is kept; a
 * merged one likewise. Returns 0, or -1 with errno ENOMEM.
 */
int compare_link(struct comparison *, size_t i);

void compare_close(struct comparison *);

#endif
