/* What kinds of things an edit changes. */
#ifndef DIFF_FLAGS_H
#define DIFF_FLAGS_H

#include <stdbool.h>
#include <stddef.h>
#include <stdint.h>

#include "cmd/diff-sources/edits.h"
#include "cmd/diff-sources/quantities.h"
#include "cmd/diff-sources/tokens.h"

enum {
	FLAG_NUMBER = 1,	/* a number, date or unit */
	FLAG_NAME = 2,		/* a name that became another */
	FLAG_NEGATION = 4,	/* a negation that came or went */
	FLAG_QUOTATION = 8,	/* words inside marks, or what the marks hold */
	FLAG_ATTRIBUTION = 16,	/* who says it, or how */
	FLAG_SPELLING = 32,	/* the same words written another way */
	FLAG_PUNCTUATION = 64,
	FLAG_WORDING = 128	/* any other words */
};

#define FLAGS_N 8

extern const char *const flag_names[FLAGS_N];

/* Two runs of tokens and the hunks between them. */
struct change {
	struct token *a, *b;
	size_t n_a, n_b;
	const struct hunk *hunks;
	size_t n;
};

/* What is known of one hunk: it only writes the same words another way; its numbers are others. */
struct judgement {
	bool spelled, numbers_differ;
};

/* Scratch memory. Zero-initialise it. */
struct flagger {
	struct quantities a, b;
	struct judgement *judgements; /* of each hunk */
	size_t judgements_cap;
};

/* Finds the flags of a change. Returns 0, or -1 with errno ENOMEM. */
int flags_find(struct flagger *, const struct change *, unsigned *flags);

/* FLAG_PUNCTUATION and FLAG_QUOTATION, as the marks in a hunk say. */
unsigned flags_of_marks(const struct change *, const struct hunk *);

/* Whether a token is a capitalised word that is no title, and not one that only begins a sentence. */
bool flags_is_name(const struct token *);

/* Whether token i of n reports speech: a word for saying so, or what may be one, beside a speaker or what is said. */
bool attribution_reports(struct token *, size_t n, size_t i);

/* Whether the words of a hunk stand beside a reporting word, with nothing but names and marks between. */
bool attribution_beside(const struct change *, const struct hunk *);

/* Whether words were replaced where a speaker is to be expected: "police said", "according to police". */
bool attribution_replaced(const struct change *, const struct hunk *);

/* Whether a negation came or went, given the judgement of each hunk. What only moved with the word beside it did not. */
bool negations_differ(const struct change *, const struct judgement *);

/*
 * The flag of a row's speaker having changed from one name to another:
 * FLAG_ATTRIBUTION, or 0 where they may be the same: a name or a part of it, a
 * spelling of it, a pronoun, nothing.
 */
unsigned flags_of_speakers(struct slice a, struct slice b);

void flagger_free(struct flagger *);

#endif
