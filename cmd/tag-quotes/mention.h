/* Names as they stand in the text. */
#ifndef TAG_QUOTES_MENTION_H
#define TAG_QUOTES_MENTION_H

#include <stdbool.h>

#include "cmd/tag-quotes/passage.h"
#include "cmd/tag-quotes/quotation.h"

#define NOBODY UINT32_MAX

/* A name as it stands somewhere. */
struct mention {
	struct span name;	/* without title */
	size_t lead;		/* where its noun phrase starts */
	uint64_t surname, first, title;	/* hashes of the last and first word, and of the title or role before it, or 0 */
	uint32_t paragraph;
	uint32_t person;	/* index, or NOBODY */
	uint8_t words, gender;
	bool likely;		/* a person, by first name or title */
	bool owns;		/* "'s" follows */
	bool subject;		/* begins its sentence */
	bool behind_comma, behind_and;
	bool speaks;		/* a word that reports stands beside it: "Rubio said", "said Mr. Rubio" */
	bool thing;		/* no person, if it is one word: "in Vermont", "the Republican", "NATO" */
	bool head;		/* of its noun phrase: "Rubio", but not "Rubio supporters" */
};

/*
 * Finds the next name from token *i on, with its title and what stands around
 * it, and moves *i behind it; paragraph and person are the caller's to set.
 * Returns false at the end.
 */
bool mention_next(const struct passage *, size_t *i, struct mention *);

#endif
