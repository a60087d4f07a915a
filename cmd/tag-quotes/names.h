/* The persons that a document names, and who of them a speaker is. */
#ifndef TAG_QUOTES_NAMES_H
#define TAG_QUOTES_NAMES_H

#include "cmd/tag-quotes/passage.h"
#include "cmd/tag-quotes/quotation.h"

struct mention;

/* Zero-initialise it; the memory is used again for the next document. */
struct names {
	/* private */
	const struct lexicon *lexicon;
	const char *text;
	struct mention *mentions; /* in the order of the text */
	size_t n, cap;
	uint32_t *table;	/* surname to person */
	size_t table_cap, mask;
	struct person *persons;
	size_t n_persons, persons_cap;
	uint32_t last_speaker, last_paragraph; /* person plus one */
};

/* Starts on a document; the lexicon tells the titles. */
void names_begin(struct names *, const struct lexicon *, const char *text);

/* Collects the names of the next paragraph. Returns 0, or -1 where memory ran out. */
int names_read(struct names *, const struct passage *, uint32_t paragraph);

/*
 * Finds the fullest name of the speaker of each of the n quotations, which are
 * in order: a surname is that of the person last named in full who has it, "he"
 * and "she" are the likeliest person named before, "the minister" one with that
 * title; anybody else is named as he is there. Returns 0, or -1 where memory
 * ran out.
 */
int names_resolve(struct names *, struct quotation *, size_t n);

void names_free(struct names *);

#endif
