/* The persons that a document names, and who of them a speaker is. */
#ifndef TAG_QUOTES_NAMES_H
#define TAG_QUOTES_NAMES_H

#include "cmd/tag-quotes/passage.h"
#include "cmd/tag-quotes/quotation.h"

struct mention;

/* Zero-initialise it; the memory is used again for the next document. */
struct names {
	const char *text;
	struct mention *mentions; /* in the order of the text */
	size_t n, cap;
};

/* Starts on a document. */
void names_begin(struct names *, const char *text);

/* Collects the names of the next paragraph. Returns 0, or -1 where memory ran out. */
int names_read(struct names *, const struct passage *, uint32_t paragraph);

/* Finds the fullest name of the speaker of each of the n quotations, which are in order. */
void names_resolve(struct names *, struct quotation *, size_t n);

void names_free(struct names *);

#endif
