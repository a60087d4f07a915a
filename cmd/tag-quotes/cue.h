/* Reporting words, and what tells whether one reports a clause. */
#ifndef TAG_QUOTES_CUE_H
#define TAG_QUOTES_CUE_H

#include <stdbool.h>

#include "cmd/tag-quotes/features.h"

/* In how many of 100 uses a word must be a cue for it to be looked at. */
#define CUE_SHARE 12

/* In how many it must be one to be taken for one without a model. */
#define CUE_SURE 80

/* A token that may be a cue. */
static inline bool
cue_is_candidate(const struct passage *p, uint32_t i)
{
	const struct token *t = &p->tokens.t[i];

	return (t->cue >= CUE_SHARE || t->tag == TAG_COLON) && !(t->flags & TOKEN_QUOTED);
}

/* The index in the passage's cues of the first that is token i or behind it. */
size_t cue_index(const struct passage *, uint32_t i);

/* The token before cue c, adverbs and auxiliaries passed over: its subject's last one, or an "and"; below the sentence where there is none. */
ptrdiff_t cue_lead(const struct passage *, uint32_t c);

/* The features for ASK_AFTER, ASK_BEFORE and ASK_SPEECH of the cue c. */
void cue_features(struct features *restrict, const struct passage *, uint32_t c);

#endif
