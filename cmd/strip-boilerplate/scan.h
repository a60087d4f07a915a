/* One pass over a paragraph: its shape, its words, and the rules that hold for it. */
#ifndef STRIP_SCAN_H
#define STRIP_SCAN_H

#include <stdbool.h>
#include <stddef.h>
#include <stdint.h>

#include "cmd/strip-boilerplate/edges.h"
#include "cmd/strip-boilerplate/rules.h"

enum {
	SCAN_HEAD = 40,		/* words whose hashes are kept from the start */
	SCAN_TAIL = 16,		/* and from the end */
	SCAN_OPENING_WORDS = 40,	/* in paragraphs of at most so many words */
	SCAN_RULES = 12		/* rules that are kept */
};

/* Counts in a paragraph. Letters, digits and so on are code points. */
struct shape {
	uint32_t words;		/* ideographs count half */
	uint32_t tokens;	/* ideographs count one */
	uint32_t points, letters, digits;
	uint32_t numbers, ideographs;
	uint32_t years;		/* numbers from 1900 to 2099 */
	uint32_t commas, stops;	/* sentence-final marks, wherever they stand */
	uint32_t separators, quotes, brackets, colons, addresses, copyrights;
	uint8_t beginning, ending;
	uint64_t text_hash;	/* of all words, their numbers folded into one; 0 where there are none */
	uint64_t head_hash;	/* of the first two words */
	uint64_t opening_hash;	/* as text_opening() has it; 0 where there are more words */
};

struct scan {
	struct shape shape;
	uint64_t head[SCAN_HEAD], head_stems[SCAN_HEAD];
	uint64_t tail[SCAN_TAIL];	/* a ring: token i stands at i % SCAN_TAIL */
	uint16_t rules[SCAN_RULES];	/* that hold, by index in the table */
	unsigned n_rules;
	uint32_t cues[N_LABELS];	/* how many of them have this label */
	int sure;			/* the index of a rule that is enough, or -1 */
};

/* Scans len bytes of well-formed UTF-8. Linear in len; never fails. */
void scan_paragraph(struct scan *, const struct rules *, const struct rule *table, const char *text, size_t len);

#endif
