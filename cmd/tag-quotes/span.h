/* A reported clause as a whole: what tells whether both of its ends are right. */
#ifndef TAG_QUOTES_SPAN_H
#define TAG_QUOTES_SPAN_H

#include <stdbool.h>

#include "cmd/tag-quotes/boundary.h"

/* A clause that a cue may report, and the log odds of its parts, in eighths. */
struct span_choice {
	struct token_span span;
	uint32_t cue;
	bool after;		/* the clause is behind the cue */
	int cue_odds;		/* the cue reports a clause on this side */
	int other_odds;		/* it does on the other side */
	int speech_odds;	/* somebody speaks, rather than thinks */
	int first_odds, last_odds; /* the boundaries */
	int first_lag, last_lag; /* by how much a likelier boundary leads; of the likeliest, minus the lead over the next */
};

/* What is counted and measured of a clause and what stands around it, for the trees of ASK_SPAN and ASK_TOLD. */
#define SPAN_VALUES 74

void span_values(int8_t values[SPAN_VALUES], const struct passage *, const struct span_choice *);

#endif
