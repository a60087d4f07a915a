/* What stands between two marks: a quotation, whole or a fragment, or only words in marks. */
#ifndef TAG_QUOTES_QUOTE_KIND_H
#define TAG_QUOTES_QUOTE_KIND_H

#include "cmd/tag-quotes/link.h"
#include "cmd/tag-quotes/quotation.h"

/* The features for ASK_DIRECT of an outermost quote of the passage. */
void quote_kind_features(struct features *restrict, const struct passage *, const struct quoted_tokens *);

/* What is counted and measured of a quote and what stands around it, for the trees of ASK_SPOKEN. */
#define QUOTE_VALUES 26

/* The values of an outermost quote, by its number, with its likeliest cue and the log odds that it is a whole clause, in eighths. */
void quote_kind_values(int8_t values[QUOTE_VALUES], const struct passage *, size_t number, const struct link *, int direct_odds);

/* DIRECT, PARTIAL or SCARE, of an outermost quote, by its number, with its likeliest cue. */
enum quotation_type quote_kind(const struct passage *, size_t number, const struct link *);

#endif
