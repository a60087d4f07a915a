/* What is written of a judged document: paragraphs, one joined row, or fingerprints. */
#ifndef STRIP_EMIT_H
#define STRIP_EMIT_H

#include <stdbool.h>
#include <stddef.h>

#include "cmd/strip-boilerplate/classify.h"
#include "cmd/strip-boilerplate/repeats.h"
#include "common/document.h"
#include "common/writer.h"

/* What decides and what is written, as the options say. */
struct emitter {
	struct classifier *classifier;
	struct writer *writer;
	label_set keep, drop;	/* always */
	int threshold;		/* in thousandths */
	bool all, explain;
	const struct repeats *known; /* or NULL */
	ptrdiff_t site;		/* the carried column of the site; SITE_DOC for doc, SITE_NONE for none */
	ptrdiff_t without;	/* -j: the carried column that is left out, or -1 */
	size_t n_fields;	/* of the input's rows */

	/* private, reused */
	struct slice *texts, *fields;
	size_t texts_cap, fields_cap;
	struct buf why, joined;
};

enum { SITE_NONE = -1, SITE_DOC = -2 };

enum { N_PARAGRAPH_COLUMNS = 9 };

/* doc par start end decision label score why text; those that -a and --explain ask for are wanted with them only. */
extern const char *const paragraph_columns[N_PARAGRAPH_COLUMNS];
bool paragraph_column_wanted(size_t i, bool all, bool explain);

/*
 * Each judges a document and writes its rows; the writer has been opened with
 * the columns named. Returns 0, or -1 with errno ENOMEM or EFBIG.
 */
int emit_paragraphs(struct emitter *, const struct document *);	/* those of paragraph_columns that are wanted */
int emit_joined(struct emitter *, const struct document *);	/* doc text */
int emit_fingerprints(struct emitter *, const struct document *); /* site fingerprint story */

void emitter_free(struct emitter *);

#endif
