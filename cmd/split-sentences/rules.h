/* What holds at the end of a sentence, whatever the model says. */
#ifndef SPLIT_SENTENCES_RULES_H
#define SPLIT_SENTENCES_RULES_H

#include "cmd/split-sentences/features.h"

enum sentence_verdict {
	VERDICT_NONE,	/* the model decides */
	VERDICT_END,
	VERDICT_INSIDE
};

/* x has been read by context_read(). */
enum sentence_verdict sentence_rule(const struct context *x);

#endif
