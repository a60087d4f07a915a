/* Pairs the quotation marks of a document, each decided where it stands. */
#ifndef TAG_QUOTES_MARKS_H
#define TAG_QUOTES_MARKS_H

#include <stdbool.h>
#include <stddef.h>
#include <stdint.h>

/* The bytes [start, end) of the document's text. */
struct paragraph {
	size_t start, end;
};

/*
 * What stands between two marks, inside one paragraph. open is where the
 * opening mark starts and close where the closing mark ends; open == start
 * where there is no opening mark, close == end where there is no closing one.
 */
struct quoted {
	size_t open, start, end, close;
	uint32_t paragraph;	/* its index */
	uint32_t depth;		/* 0: inside no other */
	bool continues;		/* goes on from the last outermost one of the paragraph before */
	bool unclosed;		/* ends where the paragraph does, for want of a mark */
	bool dropped;		/* no quotation after all */
};

struct mark_entry;

/* Zero-initialise it; the memory is used again for the next document. */
struct marks {
	struct quoted *quoted;	/* in the order of open */
	size_t n;

	/* private */
	size_t cap, stack_cap;
	struct mark_entry *stack;
};

/*
 * Pairs the marks of the n paragraphs of text. “” ‘’ "" '' «» »« „“ ‚‘ ‹› 「」
 * 『』 `` and '' count as double or single marks; which of them opens and which
 * closes is told by what stands around it, so that every convention and every
 * mixture is read. Apostrophes ('90s, s', 'em) and measures (6'2") are no
 * marks. Linear in the text. Returns 0, or -1 where memory ran out.
 */
int marks_pair(struct marks *, const char *text, const struct paragraph *, size_t n);

void marks_free(struct marks *);

#endif
