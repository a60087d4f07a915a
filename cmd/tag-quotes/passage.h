/* One paragraph made ready for the models: tokens, marks, sentences. */
#ifndef TAG_QUOTES_PASSAGE_H
#define TAG_QUOTES_PASSAGE_H

#include <stddef.h>
#include <stdint.h>

#include "cmd/tag-quotes/marks.h"
#include "cmd/tag-quotes/tokens.h"
#include "common/linear.h"

/* The tokens [first, end) of a sentence. A stop between quotation marks ends none. */
struct sentence {
	uint32_t first, end;
};

/*
 * The tokens [first, end) between the marks of an outermost quoted, and where
 * they end in the text: one without a closing mark ends before ", he said".
 */
struct quoted_tokens {
	uint32_t first, end;
	size_t content_end;
	const struct quoted *quoted;
};

/*
 * What stands behind a token within its sentence: four bytes in one word, at
 * these bits. Three are distances, that is how many tokens lie between, at most
 * AHEAD_FAR; so is one of what is not there.
 */
enum {
	AHEAD_THAT = 0,		/* the next "that" */
	AHEAD_COMMA = 8,
	AHEAD_FINITE = 16,	/* the next finite verb, if no punctuation comes before it */
	AHEAD_CLAUSE = 24	/* see clause_follows() */
};

#define AHEAD_FAR 127

/* Zero-initialise it; the memory is used again for the next paragraph. */
struct passage {
	const char *text;	/* of the document */
	const struct lexicon *lexicon; /* of its language */
	const struct linear *const *models; /* of its language */
	struct tokens tokens;
	struct sentence *sentences;
	size_t n_sentences;
	struct quoted_tokens *quotes; /* outermost ones */
	size_t n_quotes;
	uint32_t *sentence_of;	/* for each token, the index of its sentence; for t[n] that of the last */
	uint32_t *quote_of;	/* for each token, the index of its quote plus one, or 0 */
	uint32_t *finite;	/* for each token, and the end, how many finite verbs stand before it */
	uint32_t *commas;	/* the same for commas */
	uint32_t *ahead;	/* for each token of a sentence with a possible cue, what stands behind it, see above */
	uint32_t *cues;		/* the tokens that may be cues, in order */
	size_t n_cues;

	/* private */
	size_t sentences_cap, quotes_cap, cues_cap, tokens_cap[5];
};

/*
 * Reads a paragraph of text; quoted are its n marks in order. Linear. Returns
 * 0, or -1 where memory ran out.
 */
int passage_read(struct passage *, const struct lexicon *, const char *text, const struct paragraph *,
    const struct quoted *quoted, size_t n);

void passage_free(struct passage *);

/* The tag of token i, TAG_NONE outside the passage (i may be any number). */
static inline enum tag
tag_at(const struct passage *p, ptrdiff_t i)
{
	return (size_t)i >= p->tokens.n ? TAG_NONE : (enum tag)p->tokens.t[i].tag;
}

/* The hash of token i, its tag where it is outside the passage. */
static inline uint64_t
hash_at(const struct passage *p, ptrdiff_t i)
{
	return (size_t)i >= p->tokens.n ? 0 : p->tokens.t[i].hash;
}

/* One of the bytes of what stands behind token i: which is an AHEAD_. */
static inline unsigned
ahead_of(const struct passage *p, uint32_t i, int which)
{
	return p->ahead[i] >> which & 0xff;
}

/* A set of tags, one bit each. */
#define TAG_BIT(tag) ((uint64_t)1 << TAG_##tag)

static inline bool
tag_in_set(enum tag t, uint64_t set)
{
	return (set >> t & 1) != 0;
}

/* Whether a token is a verb that has a subject, as far as a word alone tells. */
static inline bool
tag_is_finite(enum tag t)
{
	return tag_in_set(t, TAG_BIT(BE) | TAG_BIT(HAVE) | TAG_BIT(DO) | TAG_BIT(MODAL) | TAG_BIT(VERB) | TAG_BIT(VERBS) |
	    TAG_BIT(PAST) | TAG_BIT(ED));
}

/* Whether a token is punctuation, quotation marks included. */
static inline bool
tag_is_punctuation(enum tag t)
{
	return t <= TAG_OTHER;
}

#endif
