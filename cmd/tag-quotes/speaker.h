/* Who a cue belongs to: the noun phrase that speaks. */
#ifndef TAG_QUOTES_SPEAKER_H
#define TAG_QUOTES_SPEAKER_H

#include "cmd/tag-quotes/clause.h"

/* How far from a cue its speaker may stand, in tokens. */
#define SPEAKER_REACH 60

/* The noun phrase, without what follows its head, that starts at or after token i and before end. Returns false where there is none. */
bool phrase_next(const struct passage *, uint32_t i, uint32_t end, struct token_span *);

/* The tokens [first, end) among which the speaker of cue c lies. */
struct token_span speaker_range(const struct passage *, uint32_t c);

/* The next phrase of the range from token *i on, cue c being none of them; moves *i behind it. Returns false at the end. */
bool speaker_next(const struct passage *, uint32_t c, struct token_span range, uint32_t *i, struct token_span *phrase);

/* Whether a phrase may be the speaker: outside the content and the quotes of others. */
bool speaker_is_candidate(const struct passage *, struct token_span content, struct token_span phrase);

/* The features for ASK_SPEAKER; content is what the cue reports. */
void speaker_features(struct features *restrict, const struct passage *, uint32_t c, struct token_span content,
    struct token_span phrase);

/* The tokens that a speaker's last one may be, from the end of its phrase on. */
struct token_span speaker_end_range(const struct passage *, uint32_t c, struct token_span content, struct token_span phrase);

/* The features for ASK_SPEAKER_END: the speaker whose phrase is given ends with token i. */
void speaker_end_features(struct features *restrict, const struct passage *, uint32_t c, struct token_span phrase, uint32_t i);

/* The speaker of cue c. Returns false where none is likely. */
bool speaker_find(const struct passage *, uint32_t c, struct token_span content, struct token_span *speaker);

#endif
