/* Who speaks by each cue of a paragraph. */
#ifndef TAG_QUOTES_ATTRIBUTION_H
#define TAG_QUOTES_ATTRIBUTION_H

#include <stdint.h>

#include "cmd/tag-quotes/boundary.h"
#include "cmd/tag-quotes/quotation.h"

/* What a cue says of all that it reports. */
struct attribution {
	struct span speaker, cue; /* bytes in the text; no speaker where they are equal */
	uint32_t number;	/* of the quotation */
};

/* Zero-initialise it; the memory is used again for the next paragraph. */
struct attributions {
	struct attribution *list; /* in the order of their cues */
	size_t n;

	/* private */
	struct token_span *contents; /* for each possible cue, what it reports; empty for no cue */
	uint32_t *index_of;	/* for each cue, its index in the list */
	size_t cap, contents_cap, index_cap;
};

/* Begins a passage. Returns 0, or -1 where memory ran out. */
int attributions_begin(struct attributions *, const struct passage *);

/* Notes that cue c reports content, unless it is known to report something else. */
void attributions_note(struct attributions *, uint32_t c, struct token_span content);

/*
 * Finds the speaker of each noted cue, and numbers them on from *last_number,
 * which moves on. Linear. Returns 0, or -1 where memory ran out.
 */
int attributions_find(struct attributions *, const struct passage *, uint32_t *last_number);

/* What noted cue c says. It is there until the next paragraph. */
const struct attribution *attributions_of(const struct attributions *, uint32_t c);

/* The bytes of tokens. */
struct span attribution_span(const struct passage *, struct token_span);

void attributions_free(struct attributions *);

#endif
