/* Reported clauses: which words report, and from where to where what they report goes. */
#ifndef TAG_QUOTES_CLAUSE_H
#define TAG_QUOTES_CLAUSE_H

#include <stdbool.h>

#include "cmd/tag-quotes/boundary.h"
#include "cmd/tag-quotes/cue.h"
#include "cmd/tag-quotes/span.h"

/*
 * How likely a clause must be to be told, in thousandths: the mean of the
 * probability that it is one and the probability that somebody speaks there,
 * rather than thinks, wants or shows. Nobody notes all that is thought, so that
 * must be surer.
 */
#define CLAUSE_LEAST 350

/* A clause that a cue reports. */
struct clause {
	struct token_span span;
	uint32_t cue;
	struct span_choice choice; /* what it was found as */
	int probability;	/* that it does and that both ends are right, in thousandths, and that somebody speaks there: the mean */
	bool after;		/* the clause is behind the cue */
};

/* At most so many clauses are weighed for a cue. */
#define CLAUSE_CHOICES 36

/*
 * The clauses before cue c, then those behind it, whose ends are likely enough
 * by themselves. Returns how many; none where the cue is unlikely to report
 * anything.
 */
size_t clause_choices(const struct passage *, uint32_t c, struct span_choice[CLAUSE_CHOICES]);

/*
 * The clauses that cue c may report are put at found: none, one or two of them.
 * Returns how many. They are as likely as CLAUSE_LEAST wants, or may be once
 * another end is found for them.
 */
size_t clause_find(const struct passage *, uint32_t c, struct clause found[2]);

/* The probability of a clause, as in struct clause, by all that is measured of it. */
int clause_weigh(const struct passage *, const struct span_choice *);

/*
 * Ends the clause of cue c before another cue, next, that stands in it beside c
 * rather than under it: "said … and suggested", "said …, adding".
 */
void clause_clip(const struct passage *, uint32_t c, uint32_t next, struct token_span *);

#endif
