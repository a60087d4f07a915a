/* What stands around a token within its sentence. */
#ifndef TAG_QUOTES_WITHIN_H
#define TAG_QUOTES_WITHIN_H

#include <stdbool.h>

#include "cmd/tag-quotes/features.h"

/* Whether token k (any number) is in the sentence of token i. */
static inline bool
in_sentence(const struct passage *p, uint32_t i, ptrdiff_t k)
{
	const struct sentence *s = &p->sentences[p->sentence_of[i]];

	return (size_t)k - s->first < s->end - s->first;
}

/* The tag of token k, TAG_NONE where it is outside the sentence of token i. */
static inline enum tag
tag_in(const struct passage *p, uint32_t i, ptrdiff_t k)
{
	return in_sentence(p, i, k) ? (enum tag)p->tokens.t[k].tag : TAG_NONE;
}

/* The hash of token k, 0 where it is outside the sentence of token i. */
static inline uint64_t
hash_in(const struct passage *p, uint32_t i, ptrdiff_t k)
{
	return in_sentence(p, i, k) ? p->tokens.t[k].hash : 0;
}

/* How many tokens lie between i and the next "that" of its sentence, at most limit (up to AHEAD_FAR); limit where there is none. */
static inline uint64_t
that_ahead(const struct passage *p, uint32_t i, unsigned limit)
{
	unsigned n = ahead_of(p, i, AHEAD_THAT);

	return n < limit ? n : limit;
}

/* The same for the next comma. */
static inline uint64_t
comma_ahead(const struct passage *p, uint32_t i, unsigned limit)
{
	unsigned n = ahead_of(p, i, AHEAD_COMMA);

	return n < limit ? n : limit;
}

/* How far, as bucket(), the first finite verb stands behind i; 0 where punctuation or limit (up to AHEAD_FAR) comes before it. */
static inline uint64_t
finite_ahead(const struct passage *p, uint32_t i, unsigned limit)
{
	unsigned n = ahead_of(p, i, AHEAD_FINITE);

	return n < limit ? bucket(n + 1) : 0;
}

/* Whether a subject and a verb seem to stand at k: "he said" (3), "Smith left" (2), a subject alone (1), none (0). */
static inline uint64_t
clause_follows(const struct passage *p, uint32_t i, ptrdiff_t k)
{
	return in_sentence(p, i, k) ? ahead_of(p, (uint32_t)k, AHEAD_CLAUSE) : 0;
}

#endif
