/* Words and punctuation of one paragraph. */
#ifndef TAG_QUOTES_TOKENS_H
#define TAG_QUOTES_TOKENS_H

#include <stddef.h>
#include <stdint.h>

#include "cmd/tag-quotes/lexicon.h"

enum {
	TOKEN_CAPITAL = 1,	/* begins with a capital */
	TOKEN_SHOUT = 2,	/* two letters or more, all capitals */
	TOKEN_GAP = 4,		/* white space before it */
	TOKEN_TITLE = 8,
	TOKEN_ABBREVIATION = 16, /* its point is part of it */
	TOKEN_FIRST = 32,	/* of its sentence */
	TOKEN_WORD = 64,	/* letters or digits */
	TOKEN_QUOTED = 128	/* between quotation marks */
};

struct token {
	size_t start;		/* byte offset */
	uint32_t len;
	uint8_t tag, cue, speech, flags;
	uint64_t hash;		/* lexicon_hash() of a word, the code point of punctuation */
};

struct tokens {
	struct token *t;
	size_t n, cap;
};

/*
 * Cuts the bytes [start, end) of text into tokens; their offsets count from
 * text. Marks of quotation are TAG_OTHER. A token is at most 2^16 bytes.
 * Behind the last, at t[n], is an empty one. Linear. Returns 0, or -1 where memory ran out.
 */
int tokens_split(struct tokens *, const struct lexicon *, const char *text, size_t start, size_t end);

/* The end of a token, exclusive. */
static inline size_t
token_end(const struct token *t)
{
	return t->start + t->len;
}

#endif
