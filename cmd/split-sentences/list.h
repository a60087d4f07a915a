/* Items of a list that stand in one paragraph: 1. first 2. second, or bullets. */
#ifndef SPLIT_SENTENCES_LIST_H
#define SPLIT_SENTENCES_LIST_H

#include <stddef.h>

/* No marker is longer: an opening bullet or bracket, a number, and what closes it. */
enum { MARKER_MAX = 16 };

enum list_style {
	LIST_NONE,
	LIST_BULLET,	/* • * */
	LIST_NUMBER,	/* 1. 1) (1) 1.) */
	LIST_LETTER,	/* a. a) */
	LIST_ROMAN	/* i. i) */
};

/*
 * A list that a paragraph opens with, as far as it has been read. Its next item
 * is [start, end) of the text, from its marker to behind it, and gap is where
 * the white space before it begins; without a next item all are len.
 */
struct list {
	enum list_style style;
	unsigned value;			/* of the last item found */
	size_t prefix, suffix;		/* lengths of the marker's parts, which stand in marker */
	char marker[MARKER_MAX];	/* prefix and suffix, the value between them left out */
	size_t gap, start, end;
};

/*
 * Reads the marker that the text opens with at begin and looks for the second
 * item. Returns the position behind the marker, begin where there is none.
 */
size_t list_begin(struct list *, const char *text, size_t len, size_t begin);

/* Looks for the item after the next one. Linear in len over all calls for a text. */
void list_advance(struct list *, const char *text, size_t len);

#endif
