/* Figures over all documents of a group, from which a person tells who followed whom. */
#ifndef DIFF_EVIDENCE_H
#define DIFF_EVIDENCE_H

#include "cmd/diff-sources/compare.h"

/* The columns of a row of evidence. */
#define EVIDENCE_N 10

extern const char *const evidence_names[EVIDENCE_N];

/*
 * What two articles of a group have to do with each other. A reading is a run
 * of words in a row of one article that has links to two others or more, at a
 * place where these do not all agree.
 */
struct evidence {
	uint64_t linked;		/* rows of a with a link to b */
	uint64_t shared;		/* readings of a that b has and no other article */
	uint64_t a_alone, b_alone;	/* readings that only a has, only b */
	uint64_t a_reach, b_reach;	/* how far into the other its text reaches, in thousandths of that one's rows */
	struct slice a_credit, b_credit; /* the agency that a credit line names, or empty */
};

/* The agency that the article credits at its head or foot, in the article's bytes or a constant; empty where there is none. */
struct slice evidence_credit(const struct article *);

/* Gives the evidence for each pair of n articles to a function, in their order. Returns 0, or -1 with errno. */
int evidence_of_group(struct comparison *, const struct article_columns *, struct article *articles, size_t n,
    int (*give)(void *, const struct article *a, const struct article *b, const struct evidence *), void *argument);

#endif
