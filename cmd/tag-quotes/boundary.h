/* Where a reported clause starts and ends. */
#ifndef TAG_QUOTES_BOUNDARY_H
#define TAG_QUOTES_BOUNDARY_H

#include <stdbool.h>

#include "cmd/tag-quotes/features.h"

/* The tokens [first, end). */
struct token_span {
	uint32_t first, end;
};

/* How far from its cue a clause may stand, and how long it may be, in tokens: what keeps the search linear. */
#define CLAUSE_REACH 14
#define CLAUSE_LENGTH 160

/*
 * The features for a boundary of the clause of cue c. other is, for an end, the
 * clause's first token; for ASK_BEFORE_START the clause's last token; else unused. i
 * is the token that starts the clause, or the last one of it.
 */
void boundary_features(struct features *restrict, enum question, const struct passage *, uint32_t c, uint32_t other, uint32_t i);

/* Whether token i may be the first or the last of a clause: a word, or a sign that is read as one. */
static inline bool
boundary_is_word(const struct passage *p, uint32_t i)
{
	uint64_t sign = hash_at(p, i);

	return !tag_is_punctuation(tag_at(p, i)) || sign == '$' || sign == '#' || sign == '@' || sign == '%';
}

/* Whether token i is the "that" before a clause, which is no part of it; "that's" is. */
bool boundary_is_that(const struct passage *, uint32_t i);

/* The same with regard to the tokens around it, which leaves few for the model to choose from. */
bool boundary_is_candidate(const struct passage *, enum question, uint32_t i);

/* The tokens [first, end) among which the boundaries lie. */
struct token_span boundary_range(const struct passage *, enum question, uint32_t c, uint32_t other);

#endif
