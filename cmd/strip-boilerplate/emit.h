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
	const struct slice *carried; /* -j: fields of the row to carry */

	/* private, reused */
	struct slice *texts;
	size_t texts_cap;
	struct buf why, joined;
};

enum { SITE_NONE = -1, SITE_DOC = -2 };

/*
 * Each judges a document and writes its rows; the writer has been opened with
 * the columns named. Returns 0, or -1 with errno ENOMEM or EFBIG.
 */
extern const char *const paragraph_columns[];	/* doc par start end decision label score why text */
int emit_paragraphs(struct emitter *, const struct document *);
int emit_joined(struct emitter *, const struct document *);	/* doc text */
int emit_fingerprints(struct emitter *, const struct document *); /* site fingerprint story */

void emitter_free(struct emitter *);

#endif
