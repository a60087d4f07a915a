/* Quotation marks as they stand: which sign, and what is around it. */
#ifndef TAG_QUOTES_GLYPH_H
#define TAG_QUOTES_GLYPH_H

#include <stdbool.h>
#include <stddef.h>
#include <stdint.h>
#include <string.h>

#include "cmd/tag-quotes/marks.h"
#include "common/utf8.h"

enum family {
	DOUBLE,
	SINGLE
};

enum shape {
	SHAPE_STRAIGHT,
	SHAPE_CURLY,
	SHAPE_ANGLE	/* guillemets and corners */
};

enum lean {
	LEAN_NONE,
	LEAN_OPEN,
	LEAN_CLOSE
};

struct glyph {
	const char *bytes;
	uint8_t len, family, shape, lean;
};

/* A mark as it stands in its paragraph. */
struct mark {
	const struct glyph *glyph;
	size_t start, end;
	uint32_t before, after;	/* code points around it, 0 at the paragraph's edges */
	bool left_edge, right_edge; /* a word may begin behind it, may end before it */
};

/* Finds the next mark of a paragraph from offset i on, its edges apart. Returns false where there is none. */
bool mark_next(const char *text, const struct paragraph *, size_t i, struct mark *);

/* Sets the edges. last_open is the end of a mark just opened, no letter before this one; SIZE_MAX for none. */
void mark_find_edges(struct mark *, size_t last_open);

/* Whether a code point is white space, a sign without width, or the edge of a paragraph (0). */
static inline bool
is_space(uint32_t cp)
{
	return cp == 0 || (utf8_class(cp) & CH_SPACE) != 0 || (cp >= 0x200b && cp <= 0x200f) || (cp >= 0x202a && cp <= 0x202e) ||
	    cp == 0xfeff;
}

static inline bool
is_alnum(uint32_t cp)
{
	return cp != 0 && (utf8_class(cp) & (CH_LETTER | CH_DIGIT)) != 0;
}

static inline bool
is_digit(uint32_t cp)
{
	return cp >= '0' && cp <= '9';
}

static inline bool
among(uint32_t cp, const char *set)
{
	return cp != 0 && cp < 128 && strchr(set, (int)cp) != NULL;
}

#endif
