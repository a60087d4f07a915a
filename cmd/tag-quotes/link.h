/* Which word is the cue of a quotation in marks. */
#ifndef TAG_QUOTES_LINK_H
#define TAG_QUOTES_LINK_H

#include "cmd/tag-quotes/features.h"

/* How far from a quotation its cue may stand, in tokens: what keeps the search linear. */
#define LINK_REACH 50

/* The tokens [*first, *end) among which the cue of a quote lies; those inside the quotes are none. */
void link_range(const struct passage *, const struct quoted_tokens *, uint32_t *first, uint32_t *end);

/* The features for ASK_LINK of a quote, by its number, and cue c. */
void link_features(struct features *restrict, const struct passage *, size_t number, uint32_t c);

/* The cue of a quotation, and the log odds that it is, in eighths. */
struct link {
	uint32_t cue;
	int odds;
};

/* The least odds: most quotations in marks have a cue, so that the likeliest is mostly right. */
#define LINK_LEAST (-16)

/* The odds where no word can be a cue. */
#define LINK_NONE (-128)

/* The likeliest cue of quote number q. */
struct link link_find(const struct passage *, size_t q);

#endif
