#include "cmd/split-sentences/mark.h"

#include <string.h>

#include "common/utf8.h"

/* What a character can be; of a class, 0 where it is none. */
struct character {
	uint32_t cp;
	enum mark_kind mark;
	unsigned closer, opener;
};

static const struct character ascii[128] = {
	['!'] = {'!', MARK_BANG, 0, 0},
	['"'] = {'"', MARK_NONE, EDGE_DOUBLE, EDGE_DOUBLE},
	['\''] = {'\'', MARK_NONE, EDGE_SINGLE, EDGE_SINGLE},
	['('] = {'(', MARK_NONE, 0, EDGE_BRACKET},
	[')'] = {')', MARK_NONE, EDGE_BRACKET, 0},
	['*'] = {'*', MARK_NONE, 0, EDGE_BULLET},
	['-'] = {'-', MARK_NONE, 0, EDGE_DASH},
	['.'] = {'.', MARK_DOT, 0, 0},
	[':'] = {':', MARK_COLON, 0, 0},
	[';'] = {';', MARK_COLON, 0, 0},
	['?'] = {'?', MARK_BANG, 0, 0},
	['['] = {'[', MARK_NONE, 0, EDGE_BRACKET},
	[']'] = {']', MARK_NONE, EDGE_BRACKET, 0},
	['`'] = {'`', MARK_NONE, 0, EDGE_SINGLE},
	['{'] = {'{', MARK_NONE, 0, EDGE_BRACKET},
	['}'] = {'}', MARK_NONE, EDGE_BRACKET, 0},
};

/* A place of its own in the table for each character there: found by trial. */
#define SLOT(cp) ((cp) * 535 >> 8 & 255)

static const struct character wide[256] = {
	[SLOT(0x00a1)] = {0x00a1, MARK_NONE, 0, EDGE_BRACKET}, /* inverted exclamation mark */
	[SLOT(0x00ab)] = {0x00ab, MARK_NONE, EDGE_DOUBLE, EDGE_DOUBLE}, /* « */
	[SLOT(0x00b7)] = {0x00b7, MARK_NONE, 0, EDGE_BULLET}, /* middle dot */
	[SLOT(0x00bb)] = {0x00bb, MARK_NONE, EDGE_DOUBLE, EDGE_DOUBLE}, /* » */
	[SLOT(0x00bf)] = {0x00bf, MARK_NONE, 0, EDGE_BRACKET}, /* inverted question mark */
	[SLOT(0x037e)] = {0x037e, MARK_BANG, 0, 0}, /* Greek question mark */
	[SLOT(0x0589)] = {0x0589, MARK_STOP, 0, 0}, /* Armenian full stop */
	[SLOT(0x061d)] = {0x061d, MARK_STOP, 0, 0}, /* Arabic end of text mark */
	[SLOT(0x061f)] = {0x061f, MARK_BANG, 0, 0}, /* Arabic question mark */
	[SLOT(0x06d4)] = {0x06d4, MARK_STOP, 0, 0}, /* Urdu full stop */
	[SLOT(0x0964)] = {0x0964, MARK_STOP, 0, 0}, /* danda */
	[SLOT(0x0965)] = {0x0965, MARK_STOP, 0, 0}, /* double danda */
	[SLOT(0x104b)] = {0x104b, MARK_STOP, 0, 0}, /* Myanmar section */
	[SLOT(0x1362)] = {0x1362, MARK_STOP, 0, 0}, /* Ethiopic full stop */
	[SLOT(0x1367)] = {0x1367, MARK_STOP, 0, 0}, /* Ethiopic question mark */
	[SLOT(0x1368)] = {0x1368, MARK_STOP, 0, 0}, /* Ethiopic paragraph separator */
	[SLOT(0x17d4)] = {0x17d4, MARK_STOP, 0, 0}, /* Khmer khan */
	[SLOT(0x17d5)] = {0x17d5, MARK_STOP, 0, 0}, /* Khmer bariyoosan */
	[SLOT(0x1803)] = {0x1803, MARK_STOP, 0, 0}, /* Mongolian full stop */
	[SLOT(0x2013)] = {0x2013, MARK_NONE, 0, EDGE_DASH}, /* en dash */
	[SLOT(0x2014)] = {0x2014, MARK_NONE, 0, EDGE_DASH}, /* em dash */
	[SLOT(0x2015)] = {0x2015, MARK_NONE, 0, EDGE_DASH}, /* horizontal bar */
	[SLOT(0x2018)] = {0x2018, MARK_NONE, EDGE_SINGLE, EDGE_SINGLE}, /* ‘ */
	[SLOT(0x2019)] = {0x2019, MARK_NONE, EDGE_SINGLE, EDGE_SINGLE}, /* ’ */
	[SLOT(0x201a)] = {0x201a, MARK_NONE, 0, EDGE_SINGLE}, /* ‚ */
	[SLOT(0x201c)] = {0x201c, MARK_NONE, EDGE_DOUBLE, EDGE_DOUBLE}, /* “ */
	[SLOT(0x201d)] = {0x201d, MARK_NONE, EDGE_DOUBLE, EDGE_DOUBLE}, /* ” */
	[SLOT(0x201e)] = {0x201e, MARK_NONE, 0, EDGE_DOUBLE}, /* „ */
	[SLOT(0x2022)] = {0x2022, MARK_NONE, 0, EDGE_BULLET}, /* bullet */
	[SLOT(0x2026)] = {0x2026, MARK_ELLIPSIS, 0, 0}, /* horizontal ellipsis */
	[SLOT(0x2039)] = {0x2039, MARK_NONE, EDGE_SINGLE, EDGE_SINGLE}, /* ‹ */
	[SLOT(0x203a)] = {0x203a, MARK_NONE, EDGE_SINGLE, EDGE_SINGLE}, /* › */
	[SLOT(0x203c)] = {0x203c, MARK_BANG, 0, 0}, /* double exclamation mark */
	[SLOT(0x203d)] = {0x203d, MARK_BANG, 0, 0}, /* interrobang */
	[SLOT(0x2043)] = {0x2043, MARK_NONE, 0, EDGE_BULLET}, /* hyphen bullet */
	[SLOT(0x2047)] = {0x2047, MARK_BANG, 0, 0}, /* double question mark */
	[SLOT(0x2048)] = {0x2048, MARK_BANG, 0, 0}, /* question exclamation mark */
	[SLOT(0x2049)] = {0x2049, MARK_BANG, 0, 0}, /* exclamation question mark */
	[SLOT(0x25aa)] = {0x25aa, MARK_NONE, 0, EDGE_BULLET}, /* small black square */
	[SLOT(0x25cf)] = {0x25cf, MARK_NONE, 0, EDGE_BULLET}, /* black circle */
	[SLOT(0x3002)] = {0x3002, MARK_STOP, 0, 0}, /* ideographic full stop */
	[SLOT(0x3008)] = {0x3008, MARK_NONE, 0, EDGE_DOUBLE}, /* 〈 */
	[SLOT(0x3009)] = {0x3009, MARK_NONE, EDGE_DOUBLE, 0}, /* 〉 */
	[SLOT(0x300a)] = {0x300a, MARK_NONE, 0, EDGE_DOUBLE}, /* 《 */
	[SLOT(0x300b)] = {0x300b, MARK_NONE, EDGE_DOUBLE, 0}, /* 》 */
	[SLOT(0x300c)] = {0x300c, MARK_NONE, 0, EDGE_DOUBLE}, /* 「 */
	[SLOT(0x300d)] = {0x300d, MARK_NONE, EDGE_DOUBLE, 0}, /* 」 */
	[SLOT(0x300e)] = {0x300e, MARK_NONE, 0, EDGE_DOUBLE}, /* 『 */
	[SLOT(0x300f)] = {0x300f, MARK_NONE, EDGE_DOUBLE, 0}, /* 』 */
	[SLOT(0x3010)] = {0x3010, MARK_NONE, 0, EDGE_BRACKET}, /* 【 */
	[SLOT(0x3011)] = {0x3011, MARK_NONE, EDGE_BRACKET, 0}, /* 】 */
	[SLOT(0x3014)] = {0x3014, MARK_NONE, 0, EDGE_BRACKET}, /* 〔 */
	[SLOT(0x3015)] = {0x3015, MARK_NONE, EDGE_BRACKET, 0}, /* 〕 */
	[SLOT(0xff01)] = {0xff01, MARK_STOP, 0, 0}, /* full-width exclamation mark */
	[SLOT(0xff08)] = {0xff08, MARK_NONE, 0, EDGE_BRACKET}, /* full-width ( */
	[SLOT(0xff09)] = {0xff09, MARK_NONE, EDGE_BRACKET, 0}, /* full-width ) */
	[SLOT(0xff0e)] = {0xff0e, MARK_DOT, 0, 0}, /* full-width full stop */
	[SLOT(0xff1f)] = {0xff1f, MARK_STOP, 0, 0}, /* full-width question mark */
	[SLOT(0xff3d)] = {0xff3d, MARK_NONE, EDGE_BRACKET, 0}, /* full-width ] */
	[SLOT(0xff61)] = {0xff61, MARK_STOP, 0, 0}, /* half-width ideographic full stop */
	[SLOT(0xff63)] = {0xff63, MARK_NONE, EDGE_DOUBLE, 0}, /* half-width 」 */
};

static const struct character none;

/* The character at s, which lies before end; *n is its length in bytes. */
static inline const struct character *
character_at(const char *s, const char *end, size_t *n)
{
	const struct character *c;
	uint32_t cp;

	*n = 1;
	if ((unsigned char)*s < 0x80)
		return &ascii[(unsigned char)*s];
	*n = utf8_decode(s, end, &cp);
	c = &wide[SLOT(cp)];
	return c->cp == cp ? c : &none;
}

enum mark_kind
mark_at(const char *s, const char *end, size_t *n)
{
	return character_at(s, end, n)->mark;
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
	return character_at(s, end, n)->closer;
}

unsigned
mark_opener(const char *s, const char *end, size_t *n)
{
	if (is_pair(s, end, '\'') || is_pair(s, end, '`') || is_pair(s, end, ',')) {
		*n = 2;
		return EDGE_DOUBLE;
	}
	return character_at(s, end, n)->opener;
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
