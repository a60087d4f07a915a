/* What a paragraph of a page is: the names of its kinds, and sets of them. */
#ifndef STRIP_LABEL_H
#define STRIP_LABEL_H

#include <stdint.h>

/* The first four are the article, the others boilerplate. */
enum label {
	LABEL_BODY, LABEL_HEADLINE, LABEL_DEK, LABEL_SUBHEAD,
	LABEL_CONSENT, LABEL_LEGAL, LABEL_NEWSLETTER, LABEL_RELATED, LABEL_SHARE, LABEL_AD, LABEL_IMAGE,
	LABEL_CAPTION, LABEL_CREDIT, LABEL_BYLINE, LABEL_COMMENT, LABEL_NAV, LABEL_ARTEFACT,
	N_LABELS,
	FIRST_BOILERPLATE = LABEL_CONSENT
};

/* A set of labels: bit 1 << label for each. */
typedef uint32_t label_set;

const char *label_name(enum label);

/* Reads a list of names joined by commas into *set. Returns 0, or -1 where one is no label. */
int label_parse(const char *list, label_set *set);

#endif
