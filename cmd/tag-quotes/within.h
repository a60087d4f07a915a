/* What stands around a token within its sentence. */
#ifndef TAG_QUOTES_WITHIN_H
#define TAG_QUOTES_WITHIN_H

#include <stdbool.h>

#include "cmd/tag-quotes/passage.h"

/* Whether token k (any number) is in the sentence of token i. */
static inline bool
in_sentence(const struct passage *p, uint32_t i, ptrdiff_t k)
{
	const struct sentence *s = &p->sentences[p->sentence_of[i]];

	return k >= (ptrdiff_t)s->first && k < (ptrdiff_t)s->end;
}

/* The tag of token k, TAG_NONE where it is outside the sentence of token i. */
static inline enum tag
tag_in(const struct passage *p, uint32_t i, ptrdiff_t k)
{
	return in_sentence(p, i, k) ? tag_at(p, k) : TAG_NONE;
}

/* The hash of token k, 0 where it is outside the sentence of token i. */
static inline uint64_t
hash_in(const struct passage *p, uint32_t i, ptrdiff_t k)
{
	return in_sentence(p, i, k) ? hash_at(p, k) : 0;
}

/* How many tokens behind i, at most limit, before one with the tag; limit where the sentence has none. */
uint64_t distance_to(const struct passage *, uint32_t i, enum tag, unsigned limit);

/* How far, as bucket(), the first finite verb stands behind i; 0 where punctuation or limit comes before it. */
uint64_t finite_ahead(const struct passage *, uint32_t i, unsigned limit);

/* Whether a subject and a verb seem to stand at k: "he said" (3), "Smith left" (2), a subject alone (1), none (0). */
uint64_t clause_follows(const struct passage *, uint32_t i, ptrdiff_t k);

#endif
