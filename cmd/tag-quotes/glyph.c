#include "cmd/tag-quotes/glyph.h"

#include <string.h>

#include "common/eight.h"

/* Those with the same first byte stand together, the longer first: mark_next() knows where. */
static const struct glyph glyphs[] = {
	{"\"", 1, DOUBLE, SHAPE_STRAIGHT, LEAN_NONE},
	{"''", 2, DOUBLE, SHAPE_STRAIGHT, LEAN_NONE},
	{"'", 1, SINGLE, SHAPE_STRAIGHT, LEAN_NONE},
	{"``", 2, DOUBLE, SHAPE_STRAIGHT, LEAN_OPEN},
	{"`", 1, SINGLE, SHAPE_STRAIGHT, LEAN_OPEN},
	{"\xc2\xab", 2, DOUBLE, SHAPE_ANGLE, LEAN_OPEN},
	{"\xc2\xbb", 2, DOUBLE, SHAPE_ANGLE, LEAN_CLOSE},
	{"\xe2\x80\x98", 3, SINGLE, SHAPE_CURLY, LEAN_OPEN},
	{"\xe2\x80\x99\xe2\x80\x99", 6, DOUBLE, SHAPE_CURLY, LEAN_CLOSE},
	{"\xe2\x80\x99", 3, SINGLE, SHAPE_CURLY, LEAN_CLOSE},
	{"\xe2\x80\x9a", 3, SINGLE, SHAPE_CURLY, LEAN_OPEN},
	{"\xe2\x80\x9b", 3, SINGLE, SHAPE_CURLY, LEAN_OPEN},
	{"\xe2\x80\x9c", 3, DOUBLE, SHAPE_CURLY, LEAN_OPEN},
	{"\xe2\x80\x9d", 3, DOUBLE, SHAPE_CURLY, LEAN_CLOSE},
	{"\xe2\x80\x9e", 3, DOUBLE, SHAPE_CURLY, LEAN_OPEN},
	{"\xe2\x80\x9f", 3, DOUBLE, SHAPE_CURLY, LEAN_OPEN},
	{"\xe2\x80\xb9", 3, SINGLE, SHAPE_ANGLE, LEAN_OPEN},
	{"\xe2\x80\xba", 3, SINGLE, SHAPE_ANGLE, LEAN_CLOSE},
	{"\xe3\x80\x8c", 3, DOUBLE, SHAPE_ANGLE, LEAN_OPEN},
	{"\xe3\x80\x8d", 3, DOUBLE, SHAPE_ANGLE, LEAN_CLOSE},
	{"\xe3\x80\x8e", 3, SINGLE, SHAPE_ANGLE, LEAN_OPEN},
	{"\xe3\x80\x8f", 3, SINGLE, SHAPE_ANGLE, LEAN_CLOSE},
};

#define N_GLYPHS (sizeof(glyphs) / sizeof(glyphs[0]))

static bool
is_dash(uint32_t cp)
{
	return cp == '-' || (cp >= 0x2010 && cp <= 0x2015);
}

/* A code point that may be a quotation mark itself. */
static bool
is_mark(uint32_t cp)
{
	return cp == '"' || cp == '\'' || cp == '`' || cp == 0xab || cp == 0xbb || (cp >= 0x2018 && cp <= 0x201f) ||
	    cp == 0x2039 || cp == 0x203a || (cp >= 0x300c && cp <= 0x300f);
}

/* The glyph at s, the longest of those that begin at the table's index i; NULL for none. */
static const struct glyph *
glyph_at(const char *s, const char *end, size_t i)
{
	for (; i < N_GLYPHS && *glyphs[i].bytes == *s; i++)
		if (glyphs[i].len <= (size_t)(end - s) && memcmp(s, glyphs[i].bytes, glyphs[i].len) == 0)
			return &glyphs[i];
	return NULL;
}

/* How many of the n bytes at s stand before the first that a glyph may begin with. */
static size_t
plain_prefix(const char *s, size_t n)
{
	uint64_t x, found;
	size_t i = 0;

	for (; n - i >= sizeof(x); i += sizeof(x)) {
		x = eight_load(s + i, sizeof(x));
		found = eight_zeros(x ^ EIGHT_EACH('"')) | eight_zeros(x ^ EIGHT_EACH('\'')) | eight_zeros(x ^ EIGHT_EACH('`')) | (x & EIGHT_EACH(0x80));
		if (found != 0)
			return i + (size_t)__builtin_ctzll(found) / 8;
	}
	while (i < n && s[i] != '"' && s[i] != '\'' && s[i] != '`' && (unsigned char)s[i] < 0x80)
		i++;
	return i;
}

bool
mark_next(const char *text, const struct paragraph *p, size_t i, struct mark *m)
{
	/* For the first byte of a glyph, the index plus one of the first in the table that has it. */
	static const uint8_t first[256] = {['"'] = 1, ['\''] = 2, ['`'] = 4, [0xc2] = 6, [0xe2] = 8, [0xe3] = 19};

	for (; (i += plain_prefix(text + i, p->end - i)) < p->end; i++) {
		if (!first[(unsigned char)text[i]])
			continue;
		m->glyph = glyph_at(text + i, text + p->end, first[(unsigned char)text[i]] - 1u);
		if (m->glyph == NULL)
			continue;
		m->start = i;
		m->end = i + m->glyph->len;
		m->before = m->after = 0;
		if (i > p->start)
			utf8_decode_before(text + p->start, text + i, &m->before);
		if (m->end < p->end)
			utf8_decode(text + m->end, text + p->end, &m->after);
		return true;
	}
	return false;
}

void
mark_find_edges(struct mark *m, size_t last_open)
{
	m->left_edge = is_space(m->before) || among(m->before, "([{/") || is_dash(m->before) || m->start == last_open;
	m->right_edge = is_space(m->after) || among(m->after, ".,;:!?)]}") || is_dash(m->after) || is_mark(m->after) ||
	    m->after == 0x2026;
	if (is_space(m->before) && is_mark(m->after))
		m->right_edge = false;
}
