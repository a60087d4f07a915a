/* Reporting words, and what tells whether one reports a clause. */
#ifndef TAG_QUOTES_CUE_H
#define TAG_QUOTES_CUE_H

#include <stdbool.h>

#include "cmd/tag-quotes/features.h"

/* A token that may be a cue. */
bool cue_is_candidate(const struct passage *, uint32_t i);

/* The token before cue c, adverbs and auxiliaries passed over: its subject's last one, or an "and"; below the sentence where there is none. */
ptrdiff_t cue_lead(const struct passage *, uint32_t c);

/* The features for ASK_AFTER, ASK_BEFORE and ASK_SPEECH of the cue c. */
void cue_features(struct features *, const struct passage *, uint32_t c);

#endif
