/* Places where a sentence may end. */
#ifndef SPLIT_SENTENCES_CANDIDATE_H
#define SPLIT_SENTENCES_CANDIDATE_H

#include <stdbool.h>
#include <stddef.h>

#include "cmd/split-sentences/mark.h"

/*
 * A mark, or a gap without one, where a sentence may end. All positions are
 * byte offsets into the text: the mark is [mark, mark_end), the sentence would
 * end at end, behind closing quotation marks and brackets, and the next begin
 * at next, behind the white space. In a gap mark, mark_end and end are one.
 */
struct candidate {
	enum mark_kind kind;
	size_t mark, mark_end, end, next;
	unsigned marks;		/* how many characters the mark has */
	unsigned closers;	/* EDGE_ bits of what stands in [mark_end, end) */
	unsigned openers;	/* EDGE_ bits of what stands at next */
	size_t word;		/* where the next word starts, behind the openers */
	unsigned spaces;	/* characters of white space in [end, next) */
	bool apart;		/* white space stands before the mark */
	bool line_end;		/* a line ends in [end, next) */
};

/* True where it has no mark, white space alone or a smile. */
static inline bool
candidate_is_gap(const struct candidate *c)
{
	return c->kind == MARK_GAP || c->kind == MARK_SMILE;
}

/*
 * Reads what stands at pos, a mark or white space: returns true where a
 * sentence that began at begin may end there, and fills in *c. *resume is where
 * to look for the next one in either case, after pos.
 */
bool candidate_at(const char *text, size_t len, size_t begin, size_t pos, struct candidate *c, size_t *resume);

#endif
