/* What goes from a paragraph that stays: metadata before it, images in it, links and credits behind it. */
#ifndef STRIP_TRIM_H
#define STRIP_TRIM_H

#include <stdbool.h>
#include <stddef.h>

#include "cmd/strip-boilerplate/label.h"

/* The bytes [begin, end) of a paragraph, and what they are. */
struct cut {
	size_t begin, end;
	enum label label;
};

enum { TRIM_MAX = 16 };

/*
 * Finds what to cut from len bytes of well-formed UTF-8: at most TRIM_MAX cuts,
 * in order, that do not touch each other. Returns how many. Linear in len.
 *
 *	date 2025-02-19 …			a metadata field before the text
 *	… <image>…</image> …			what a page's image became, with or without a namespace
 *	… he said. Read more: …			a link behind the last sentence
 *	… he said. (Reporting by …)		a credit behind the last sentence
 */
size_t trim_find(const char *text, size_t len, struct cut cuts[TRIM_MAX]);

/* The length of the metadata field before the text, 0 where there is none. */
size_t trim_prefix(const char *text, size_t len);

/* Where the link behind the last sentence begins, len where there is none. */
size_t trim_suffix(const char *text, size_t len);

/* Whether the text ends in parentheses that credit a picture, with something before them: "Barges at dusk. (Photo: Ann Lee)". */
bool trim_is_captioned(const char *text, size_t len);

#endif
