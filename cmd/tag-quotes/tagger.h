/* The quotations of a document: who said what. */
#ifndef TAG_QUOTES_TAGGER_H
#define TAG_QUOTES_TAGGER_H

#include "cmd/tag-quotes/attribution.h"
#include "cmd/tag-quotes/clauses.h"
#include "cmd/tag-quotes/names.h"
#include "cmd/tag-quotes/passage.h"
#include "cmd/tag-quotes/quotation.h"
#include "common/buf.h"

/* Zero-initialise it; the memory is used again for the next document. */
struct tagger {
	struct quotation *quotations; /* in the order of start, longer first */
	size_t n;

	/* private */
	size_t cap;
	struct lexicon english, german;
	struct marks marks;
	struct passage passage;
	struct names names;
	struct clauses clauses;
	struct attributions attributions;
	uint32_t *numbers;	/* what a quotation's number becomes */
	uint32_t *link_of;	/* for each quote, its cue */
	size_t numbers_cap, link_of_cap, kinds_cap;
	uint8_t *kinds;		/* of each quote, enum quotation_type */
	struct quotation last;	/* in marks, with a speaker to carry on */
	size_t first_carried;	/* at or before the first piece of the quotation that may go on */
	uint32_t last_number;
};

/*
 * Finds the quotations in the n paragraphs of text, each in the language
 * (ISO 639-1) at its index. They are there until the next call. Linear in the
 * text but for sorting the quotations of a paragraph. Returns 0, or -1 where
 * memory ran out.
 */
int tagger_run(struct tagger *, const char *text, const struct paragraph *, const struct slice *languages, size_t n);

void tagger_free(struct tagger *);

#endif
