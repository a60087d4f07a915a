/* What the rows of one table are of the texts of another. */
#ifndef TESTS_FUZZ_PIECES_H
#define TESTS_FUZZ_PIECES_H

#include "common/buf.h"

enum relation {
	ANYTHING,
	SLICES,		/* each row is a slice of a text: of the same document and paragraph, at its start and end */
	ALL_BUT_SPACE,	/* SLICES, and of each text every byte that is not white space, once and in order */
	ALL,		/* SLICES, and of each text every byte, once and in order */
	PAIRS,		/* rows of diff-sources: a_text and b_text are texts of the documents a and b */
	SUMS		/* a summary of diff-sources: the operations are as many as the rows of a */
};

/* Stops the process unless the table out (rows that require_rows() holds for) is to the table in as said. */
void require_relation(enum relation, const struct buf *in, const struct buf *out);

#endif
