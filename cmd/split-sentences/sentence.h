/* Splits a paragraph into sentences. */
#ifndef SPLIT_SENTENCES_SENTENCE_H
#define SPLIT_SENTENCES_SENTENCE_H

#include <stdbool.h>
#include <stddef.h>
#include <stdint.h>

#include "cmd/split-sentences/candidate.h"
#include "cmd/split-sentences/features.h"
#include "cmd/split-sentences/vocabulary.h"
#include "cmd/split-sentences/list.h"
#include "cmd/split-sentences/rules.h"
#include "cmd/split-sentences/scan.h"
#include "common/linear.h"

/* What ended a sentence. */
enum sentence_reason {
	REASON_PARAGRAPH,	/* the end of the text */
	REASON_MARK,		/* a mark that leaves no doubt */
	REASON_MODEL,		/* the model, with its score */
	REASON_ITEM		/* the next item of a list */
};

/* The bytes [start, end) of the text; no white space at either end. */
struct sentence {
	size_t start, end;
	enum sentence_reason reason;
	const struct linear *model;	/* where a model is the reason: which */
	int32_t score;			/* and its score */
};

/* Zero-initialise it, then set the language. */
struct segmenter {
	const struct linear *model, *gap_model;	/* gap_model: of all gaps in unpunctuated text, where model ends nothing */
	const struct language *language;
	struct vocabulary vocabulary, own;	/* of the language, of the user */
	bool unpunctuated;	/* look for ends at any gap */
	bool trained, gaps;	/* LANGUAGE_TRAINED, LANGUAGE_GAPS */

	/* the text being split */
	const char *text;
	size_t len, position;
	bool hashtags;		/* it has a #, at least */
	size_t from;		/* where to look for the next candidate: behind the marker of a list's item */
	struct scan scan;
	struct list list;
};

/*
 * Sets the language by its ISO 639-1 code. Returns 1, 0 where it is unknown and
 * the rules are those that hold everywhere, or -1 with errno ENOMEM.
 */
int segmenter_language(struct segmenter *, struct slice code);

void segmenter_free(struct segmenter *);

/*
 * candidate_at() for x->text from x->begin on, with the marks of the language.
 * Sets x->extra at the gaps that only unpunctuated text may be split at; false
 * at these in other text.
 */
bool segmenter_candidate(const struct segmenter *, struct context *x, size_t pos, size_t *resume);

/*
 * What is plain at pos without a look at the words around it, all of it in
 * ASCII: a lower-case word that is no abbreviation, a mark, a space and a
 * capital end a sentence; a title before a name, an initial before another, and
 * a colon before a small letter do not. Most candidates are plain and cost a
 * few nanoseconds. Where it is an end, the next sentence begins behind the
 * space.
 */
enum sentence_verdict segmenter_plain(const struct segmenter *, const char *text, size_t len, size_t begin, size_t pos);

/* Starts on the len bytes of well-formed UTF-8 at text, which must outlive the calls of sentence_next(). */
void sentence_begin(struct segmenter *, const char *text, size_t len);

/* Finds the next sentence; false where there is none. Never fails; linear in len over all calls. */
bool sentence_next(struct segmenter *, struct sentence *);

#endif
