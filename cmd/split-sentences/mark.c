#include "cmd/split-sentences/mark.h"

#include <string.h>

#include "common/utf8.h"

struct entry {
	uint32_t cp;
	unsigned kind;
};

/* Sorted by code point. */
static const struct entry marks[] = {
	{0x037e, MARK_BANG},	 /* Greek question mark */
	{0x0589, MARK_STOP},	 /* Armenian full stop */
	{0x061d, MARK_STOP},	 /* Arabic end of text mark */
	{0x061f, MARK_BANG},	 /* Arabic question mark */
	{0x06d4, MARK_STOP},	 /* Urdu full stop */
	{0x0964, MARK_STOP},	 /* danda */
	{0x0965, MARK_STOP},	 /* double danda */
	{0x104b, MARK_STOP},	 /* Myanmar section */
	{0x1362, MARK_STOP},	 /* Ethiopic full stop */
	{0x1367, MARK_STOP},	 /* Ethiopic question mark */
	{0x1368, MARK_STOP},	 /* Ethiopic paragraph separator */
	{0x17d4, MARK_STOP},	 /* Khmer khan */
	{0x17d5, MARK_STOP},	 /* Khmer bariyoosan */
	{0x1803, MARK_STOP},	 /* Mongolian full stop */
	{0x2026, MARK_ELLIPSIS}, /* horizontal ellipsis */
	{0x203c, MARK_BANG},	 /* double exclamation mark */
	{0x203d, MARK_BANG},	 /* interrobang */
	{0x2047, MARK_BANG},	 /* double question mark */
	{0x2048, MARK_BANG},	 /* question exclamation mark */
	{0x2049, MARK_BANG},	 /* exclamation question mark */
	{0x3002, MARK_STOP},	 /* ideographic full stop */
	{0xff01, MARK_STOP},	 /* full-width exclamation mark */
	{0xff0e, MARK_DOT},	 /* full-width full stop */
	{0xff1f, MARK_STOP},	 /* full-width question mark */
	{0xff61, MARK_STOP},	 /* half-width ideographic full stop */
};

/* What can close a sentence behind its mark. Sorted by code point. */
static const struct entry closers[] = {
	{0x0022, EDGE_DOUBLE},
	{0x0027, EDGE_SINGLE},
	{0x0029, EDGE_BRACKET},
	{0x005d, EDGE_BRACKET},
	{0x007d, EDGE_BRACKET},
	{0x00ab, EDGE_DOUBLE},
	{0x00bb, EDGE_DOUBLE},
	{0x2018, EDGE_SINGLE},
	{0x2019, EDGE_SINGLE},
	{0x201c, EDGE_DOUBLE},
	{0x201d, EDGE_DOUBLE},
	{0x2039, EDGE_SINGLE},
	{0x203a, EDGE_SINGLE},
	{0x3009, EDGE_DOUBLE},
	{0x300b, EDGE_DOUBLE},
	{0x300d, EDGE_DOUBLE},
	{0x300f, EDGE_DOUBLE},
	{0x3011, EDGE_BRACKET},
	{0x3015, EDGE_BRACKET},
	{0xff09, EDGE_BRACKET},
	{0xff3d, EDGE_BRACKET},
	{0xff63, EDGE_DOUBLE},
};

/* What can stand before the first word of a sentence. Sorted by code point. */
static const struct entry openers[] = {
	{0x0022, EDGE_DOUBLE},
	{0x0027, EDGE_SINGLE},
	{0x0028, EDGE_BRACKET},
	{0x002a, EDGE_BULLET},
	{0x002d, EDGE_DASH},
	{0x005b, EDGE_BRACKET},
	{0x0060, EDGE_SINGLE},
	{0x007b, EDGE_BRACKET},
	{0x00a1, EDGE_BRACKET},	/* inverted exclamation mark */
	{0x00ab, EDGE_DOUBLE},
	{0x00b7, EDGE_BULLET},
	{0x00bb, EDGE_DOUBLE},
	{0x00bf, EDGE_BRACKET},	/* inverted question mark */
	{0x2013, EDGE_DASH},
	{0x2014, EDGE_DASH},
	{0x2015, EDGE_DASH},
	{0x2018, EDGE_SINGLE},
	{0x2019, EDGE_SINGLE},
	{0x201a, EDGE_SINGLE},
	{0x201c, EDGE_DOUBLE},
	{0x201d, EDGE_DOUBLE},
	{0x201e, EDGE_DOUBLE},
	{0x2022, EDGE_BULLET},
	{0x2039, EDGE_SINGLE},
	{0x203a, EDGE_SINGLE},
	{0x2043, EDGE_BULLET},
	{0x25aa, EDGE_BULLET},
	{0x25cf, EDGE_BULLET},
	{0x3008, EDGE_DOUBLE},
	{0x300a, EDGE_DOUBLE},
	{0x300c, EDGE_DOUBLE},
	{0x300e, EDGE_DOUBLE},
	{0x3010, EDGE_BRACKET},
	{0x3014, EDGE_BRACKET},
	{0xff08, EDGE_BRACKET},
};

static unsigned
find(const struct entry *entries, size_t n, const char *s, const char *end, size_t *length)
{
	size_t low = 0, high = n, middle;
	uint32_t cp;

	if (utf8_class((unsigned char)*s & 0x7f) & (CH_LETTER | CH_DIGIT | CH_SPACE) && (unsigned char)*s < 0x80) {
		*length = 1;
		return 0;
	}
	*length = utf8_decode(s, end, &cp);
	while (low < high) {
		middle = (low + high) / 2;
		if (entries[middle].cp < cp)
			low = middle + 1;
		else
			high = middle;
	}
	return low < n && entries[low].cp == cp ? entries[low].kind : 0;
}

#define FIND(entries, s, end, n) find(entries, sizeof(entries) / sizeof((entries)[0]), s, end, n)

enum mark_kind
mark_at(const char *s, const char *end, size_t *n)
{
	*n = 1;
	switch (*s) {
	case '.':
		return MARK_DOT;
	case '!':
	case '?':
		return MARK_BANG;
	case ':':
	case ';':
		return MARK_COLON;
	}
	if ((unsigned char)*s < 0x80)
		return MARK_NONE;
	return (enum mark_kind)FIND(marks, s, end, n);
}

/* Two characters that stand for a double quotation mark in plain text: '' ``. */
static bool
is_pair(const char *s, const char *end, char c)
{
	return end - s >= 2 && s[0] == c && s[1] == c;
}

unsigned
mark_closer(const char *s, const char *end, size_t *n)
{
	if (is_pair(s, end, '\'')) {
		*n = 2;
		return EDGE_DOUBLE;
	}
	return FIND(closers, s, end, n);
}

unsigned
mark_opener(const char *s, const char *end, size_t *n)
{
	if (is_pair(s, end, '\'') || is_pair(s, end, '`') || is_pair(s, end, ',')) {
		*n = 2;
		return EDGE_DOUBLE;
	}
	return FIND(openers, s, end, n);
}

size_t
mark_note(const char *s, const char *end)
{
	const char *p = s;

	if (*p == '[') {
		for (p++; p < end && p - s < 4 && *p >= '0' && *p <= '9'; p++)
			;
		return p - s > 1 && p < end && *p == ']' ? (size_t)(p + 1 - s) : 0;
	}
	/* superscript 1, 2 and 3 */
	if (end - s >= 2 && (!memcmp(s, "\xc2\xb9", 2) || !memcmp(s, "\xc2\xb2", 2) || !memcmp(s, "\xc2\xb3", 2)))
		return 2;
	return 0;
}
