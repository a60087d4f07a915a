/* Reported clauses: which words report, and from where to where what they report goes. */
#ifndef TAG_QUOTES_CLAUSE_H
#define TAG_QUOTES_CLAUSE_H

#include <stdbool.h>

#include "cmd/tag-quotes/features.h"

/* The tokens [first, end). */
struct token_span {
	uint32_t first, end;
};

/* How far from its cue a clause may stand, and how long it may be, in tokens: what keeps the search linear. */
#define CLAUSE_REACH 20
#define CLAUSE_LENGTH 160

/* A token that may be a cue of a reported clause. */
bool cue_is_candidate(const struct passage *, uint32_t i);

/* The features for ASK_AFTER and ASK_BEFORE of the cue c. */
void cue_features(struct features *, const struct passage *, uint32_t c);

/*
 * The features for a boundary of the clause of cue c. other is, for an end, the
 * clause's first token; for ASK_BEFORE_START the clause's last token; else unused. i
 * is the token that starts the clause, or the last one of it.
 */
void boundary_features(struct features *, enum question, const struct passage *, uint32_t c, uint32_t other, uint32_t i);

/* Whether token i may be the first or the last of a clause: a word, or a sign that is read as one. */
bool boundary_is_word(const struct passage *, uint32_t i);

/* The same with regard to the tokens around it, which leaves few for the model to choose from. */
bool boundary_is_candidate(const struct passage *, enum question, uint32_t i);

/* The tokens [first, end) among which the boundaries lie. */
struct token_span boundary_range(const struct passage *, enum question, uint32_t c, uint32_t other);

/* A clause that a cue reports. */
struct clause {
	struct token_span span;
	uint32_t cue;
	int probability;	/* that it does and that both ends are right, in thousandths */
	bool after;		/* the clause is behind the cue */
};

/* The clauses that cue c reports, likely enough to be told, are put at found: none, one or two of them. Returns how many. */
size_t clause_find(const struct passage *, uint32_t c, struct clause found[2]);

/* The token before cue c, adverbs and auxiliaries passed over: its subject's last one, or an "and"; below the sentence where there is none. */
ptrdiff_t cue_lead(const struct passage *, uint32_t c);

/*
 * Ends the clause of cue c before another cue, next, that stands in it beside c
 * rather than under it: "said … and suggested", "said …, adding".
 */
void clause_clip(const struct passage *, uint32_t c, uint32_t next, struct token_span *);

#endif
