#include "cmd/tag-quotes/within.h"

#include "cmd/tag-quotes/features.h"

uint64_t
distance_to(const struct passage *p, uint32_t i, enum tag tag, unsigned limit)
{
	const struct sentence *s = &p->sentences[p->sentence_of[i]];
	const struct token *t = p->tokens.t + i;
	unsigned room = s->end - i - 1;

	if (room > limit)
		room = limit;
	for (unsigned n = 0; n < room; n++) {
		t++;
		if (t->tag == tag)
			return n;
	}
	return limit;
}

uint64_t
finite_ahead(const struct passage *p, uint32_t i, unsigned limit)
{
	const struct token *t = p->tokens.t + i;
	unsigned room = p->sentences[p->sentence_of[i]].end - i - 1;

	if (room > limit)
		room = limit;
	for (unsigned n = 1; n <= room; n++) {
		if (t[n].tag <= TAG_DASH)
			return 0;
		if (tag_is_finite((enum tag)t[n].tag))
			return bucket(n);
	}
	return 0;
}

static uint8_t
look_for_clause(const struct passage *p, uint32_t i, ptrdiff_t k)
{
	if (!tag_in_set(tag_in(p, i, k), TAG_BIT(PRONOUN) | TAG_BIT(NAME) | TAG_BIT(DETERMINER) | TAG_BIT(TITLE) |
	    TAG_BIT(POSSESSIVE) | TAG_BIT(NOUNS)))
		return 0;
	for (ptrdiff_t j = k + 1; j < k + 7; j++) {
		enum tag t = tag_in(p, i, j);

		if (t <= TAG_DASH)
			return 1;
		if (tag_is_finite(t) || t == TAG_NOUNS_VERBS)
			return p->tokens.t[j].cue >= 50 ? 3 : 2;
	}
	return 0;
}

/* Looked for once a token. */
uint64_t
clause_follows(const struct passage *p, uint32_t i, ptrdiff_t k)
{
	if (!in_sentence(p, i, k))
		return 0;
	if (p->follows[k] == UINT8_MAX)
		p->follows[k] = look_for_clause(p, (uint32_t)k, k);
	return p->follows[k];
}
