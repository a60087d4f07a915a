/* What stands between two marks: a quotation, whole or a fragment, or only words in marks. */
#ifndef TAG_QUOTES_QUOTE_KIND_H
#define TAG_QUOTES_QUOTE_KIND_H

#include "cmd/tag-quotes/features.h"
#include "cmd/tag-quotes/quotation.h"

/* The features for ASK_SPOKEN and ASK_DIRECT of an outermost quote of the passage. */
void quote_kind_features(struct features *restrict, const struct passage *, const struct quoted_tokens *);

/* DIRECT, PARTIAL or SCARE. */
enum quotation_type quote_kind(const struct passage *, const struct quoted_tokens *);

#endif
