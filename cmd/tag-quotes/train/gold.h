/* Annotated quotations, for training. Errors end the program. */
#ifndef TAG_QUOTES_GOLD_H
#define TAG_QUOTES_GOLD_H

#include <stddef.h>

#include "cmd/tag-quotes/quotation.h"

struct gold_row {
	char *doc, *type, *kind, *quotation;
	struct span content, speaker, cue;
};

struct gold {
	struct gold_row *rows;
	size_t n, cap;
};

void gold_read(struct gold *, const char *file);
void gold_free(struct gold *);

/* The rows [*first, *end) of a document. */
void gold_find(const struct gold *, const char *doc, size_t *first, size_t *end);

#endif
