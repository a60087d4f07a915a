/* Reported clauses: which words report, and from where to where what they report goes. */
#ifndef TAG_QUOTES_CLAUSE_H
#define TAG_QUOTES_CLAUSE_H

#include <stdbool.h>

#include "cmd/tag-quotes/boundary.h"
#include "cmd/tag-quotes/cue.h"

/* A clause that a cue reports. */
struct clause {
	struct token_span span;
	uint32_t cue;
	int probability;	/* that it does and that both ends are right, in thousandths */
	bool after;		/* the clause is behind the cue */
};

/* The clauses that cue c reports, likely enough to be told, are put at found: none, one or two of them. Returns how many. */
size_t clause_find(const struct passage *, uint32_t c, struct clause found[2]);

/*
 * Ends the clause of cue c before another cue, next, that stands in it beside c
 * rather than under it: "said … and suggested", "said …, adding".
 */
void clause_clip(const struct passage *, uint32_t c, uint32_t next, struct token_span *);

#endif
