/* The rows that tag-quotes writes. */
#ifndef TAG_QUOTES_EMIT_H
#define TAG_QUOTES_EMIT_H

#include "cmd/tag-quotes/layout.h"
#include "common/document.h"
#include "common/writer.h"

enum { EMIT_COLUMNS = 17 };

/* What is written of each quotation, and the memory for it. Zero-initialise it. */
struct emitter {
	unsigned types;		/* 1 << enum quotation_type for each that is wanted */
	bool all, spans, explain;
	struct writer *writer;

	/* private */
	uint8_t columns[EMIT_COLUMNS];
	size_t n_columns;
	struct pieces pieces;
	struct buf name;
};

/* The types that are told where nothing is said. */
extern const unsigned emit_types;

/* Reads a list of types joined by commas. Returns NULL, or the cause why it will not do. */
const char *emit_set_types(struct emitter *, const char *list);

/* Chooses the columns that all, spans and explain ask for and puts their names, at most EMIT_COLUMNS, at names. Returns how many. */
size_t emit_columns(struct emitter *, const char **names);

/*
 * Writes the quotations of a document (n of them, in order; those of other types
 * are taken out) cut by its rows, or with all set its rows cut by them. Returns
 * 0, or -1 where memory ran out; a write error is the writer's to tell.
 */
int emit_document(struct emitter *, const struct document *, const struct layout *, struct quotation *, size_t n);

void emit_free(struct emitter *);

#endif
