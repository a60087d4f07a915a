/* A document of the stream made ready for comparison. */
#ifndef DIFF_ARTICLE_H
#define DIFF_ARTICLE_H

#include <stdint.h>

#include "cmd/diff-sources/side.h"
#include "cmd/diff-sources/tokens.h"
#include "common/document.h"

/* Where the columns stand that matter here: indices into row.fields, or -1. */
struct article_columns {
	ptrdiff_t group, sent, type, speaker, name;
	bool has_start;
};

/* side.rows[i].row is the index of its row in document.rows; marks[i] are those open where it begins. */
struct article {
	struct document document;
	struct side side;
	struct marks *marks;
	size_t marks_cap;
};

void article_columns_find(struct article_columns *, const struct header *, const char *group);

/*
 * Prepares the document that the article holds. Rows without a word or mark,
 * and those that lie inside the row before them of the same paragraph, are left
 * out. Returns 0, or -1 as side_add().
 */
int article_prepare(struct article *, const struct article_columns *);

/* The field of a row in column index, empty where it is -1. */
static inline struct slice
article_field(const struct row *row, ptrdiff_t index)
{
	return index < 0 ? (struct slice){"", 0} : row->fields[index];
}

/* The document's row behind row i of its side. */
static inline const struct row *
article_row(const struct article *a, uint32_t i)
{
	return &a->document.rows[a->side.rows[i].row];
}

/* As document_swap(), with what was prepared. */
void article_swap(struct article *, struct article *);

void article_free(struct article *);

#endif
