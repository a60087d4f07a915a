/* What is written about a comparison: rows of links, or one row of counts. */
#ifndef DIFF_OUTPUT_H
#define DIFF_OUTPUT_H

#include <stdbool.h>
#include <stddef.h>

#include "cmd/diff-sources/compare.h"
#include "cmd/diff-sources/evidence.h"
#include "cmd/diff-sources/summary.h"
#include "common/writer.h"

/* The operations, in the order of enum link_op, and then the two of rows without a link. */
enum { OP_ONLY_A = LINK_MERGED + 1, OP_ONLY_B, OPS_N };

extern const char *const op_names[OPS_N];

enum output_kind {
	OUTPUT_ROWS,
	OUTPUT_SPANS,	/* rows, with places and ranges */
	OUTPUT_SUMMARY,	/* a row of counts */
	OUTPUT_EVIDENCE	/* a row of who shares what */
};

enum { OUTPUT_COLUMNS_MAX = 20 };

/* Zero-initialise it; output_columns() fills in what is needed. */
struct output {
	enum output_kind kind;
	const char *group;	/* the name of the group's column, or NULL */
	unsigned ops;		/* 1 << op for each that is shown */
	struct writer *writer;
	bool differs;		/* a link that is not the same or moved, or a row without one, has been met */

	/* private */
	ptrdiff_t group_column;
	struct slice group_value;
	struct buf edits, spans_a, spans_b;
	size_t column_of[OUTPUT_COLUMNS_MAX], n;
	struct summarizer summarizer;
	bool wants_edits;
};

/* Writes the names of the columns to names, which has room for OUTPUT_COLUMNS_MAX. Returns how many. */
size_t output_columns(struct output *, const char **names);

/* Call it once the writer is open. group_column is the index of the group's column in row.fields, or -1. */
void output_begin(struct output *, struct writer *, ptrdiff_t group_column);

/* Writes about a comparison. Returns 0, or -1 with errno ENOMEM; a write error is the writer's to report. */
int output_pair(struct output *, struct comparison *);

/* Writes a row of evidence; self is the output. Returns 0. */
int output_evidence(void *self, const struct article *a, const struct article *b, const struct evidence *);

void output_free(struct output *);

#endif
