/* A document's rows as one text, and its quotations as slices of its rows. */
#ifndef TAG_QUOTES_LAYOUT_H
#define TAG_QUOTES_LAYOUT_H

#include "cmd/tag-quotes/marks.h"
#include "cmd/tag-quotes/quotation.h"
#include "common/buf.h"
#include "common/row.h"

/* Rows [first_row, end_row) are the paragraph of the same index. */
struct row_range {
	size_t first, end;
};

/*
 * The text of a document: its paragraphs with a line feed between, and in a
 * paragraph its rows with a space where the input left something out.
 * Zero-initialise it; the memory is used again for the next document.
 */
struct layout {
	struct buf text;
	struct paragraph *paragraphs;
	struct row_range *ranges;	/* for each paragraph */
	struct slice *languages;	/* for each paragraph */
	size_t n;
	size_t *offset;			/* where each row stands in text */

	/* private */
	size_t paragraphs_cap, ranges_cap, languages_cap, offset_cap;
};

/* Lays out n rows; language is that of a row that names none. Returns 0, or -1 where memory ran out. */
int layout_build(struct layout *, const struct row *rows, size_t n, struct slice language);

/* The offset in its own paragraph of what stands at offset at of the text, in the paragraph of index i. */
size_t layout_offset(const struct layout *, const struct row *rows, size_t i, size_t at);

/* The paragraph that holds offset at. */
size_t layout_paragraph(const struct layout *, size_t at);

void layout_free(struct layout *);

/* The bytes [start, end) of a row's text, and the quotation that they are of, NULL for none. */
struct piece {
	size_t row, start, end;
	const struct quotation *quotation;
};

struct pieces {
	struct piece *p;
	size_t n, cap, stack_cap;
	const struct piece **stack;
	struct piece *all;
	size_t n_all, all_cap;
};

/*
 * Cuts the quotations of paragraph i (n of them, in order) by its rows, in the
 * order of start, longer first. Returns 0, or -1 where memory ran out.
 */
int pieces_cut(struct pieces *, const struct layout *, const struct row *rows, size_t i, const struct quotation *, size_t n);

/*
 * Cuts every row of paragraph i into segments, after pieces_cut(): all has them,
 * each with the innermost quotation. Returns as pieces_cut().
 */
int pieces_fill(struct pieces *, const struct layout *, const struct row *rows, size_t i);

void pieces_free(struct pieces *);

#endif
