/* Gathers the rows of one document. */
#ifndef COMMON_DOCUMENT_H
#define COMMON_DOCUMENT_H

#include <stddef.h>

#include "common/buf.h"
#include "common/reader.h"
#include "common/row.h"

/*
 * n rows that agree in doc, in the order of the stream, with everything that
 * they point to. Zero-initialise it; the memory is used again for the next
 * document, and document_free() gives it back.
 */
struct document {
	struct row *rows;
	size_t n;

	/* private */
	size_t rows_cap, fields_cap;
	struct slice *fields;
	struct buf bytes;
	struct row ahead;
	bool has_ahead;
};

/*
 * Reads the next document. Returns 1, or 0 at the end of the stream, or -1 on
 * an error after which nothing more can be read (already reported). A document
 * larger than the reader's maximum is reported and left out, and so is one
 * whose FILE cannot be read to its end.
 */
int document_next(struct document *, struct reader *);

/*
 * Exchanges what two documents hold, so that one can be kept while the other
 * reads on. Reading must go on with the document that it began with.
 */
void document_swap(struct document *, struct document *);

void document_free(struct document *);

#endif
