#include "cmd/tag-quotes/marks.h"

#include <endian.h>
#include <stdlib.h>
#include <string.h>

#include "common/buf.h"
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

/* Those with the same first byte stand together: next_mark() knows where. */
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

/* A mark that is open. below is the stack index, plus one, of the next open one of its family. */
struct mark_entry {
	size_t quoted, below;
	uint8_t family, shape;
};

/* A mark as it stands in its paragraph. */
struct mark {
	const struct glyph *glyph;
	size_t start, end;
	uint32_t before, after;	/* code points around it, 0 at the paragraph's edges */
	bool left_edge, right_edge; /* a word may begin behind it, may end before it */
};

struct pairing {
	struct marks *m;
	const char *text;
	const struct paragraph *p;
	uint32_t index;		/* of the paragraph */
	size_t depth;		/* of the stack */
	size_t top[2];		/* stack index, plus one, of the innermost open mark of each family */
	size_t undo;		/* quoted index, plus one, of a single pair whose closer may be an apostrophe */
	size_t undo_depth;
	size_t last_close;	/* in this paragraph */
};

static bool
is_space(uint32_t cp)
{
	return cp == 0 || (utf8_class(cp) & CH_SPACE) != 0 || cp == 0x200b;
}

static bool
is_alnum(uint32_t cp)
{
	return cp != 0 && (utf8_class(cp) & (CH_LETTER | CH_DIGIT)) != 0;
}

static bool
is_digit(uint32_t cp)
{
	return cp >= '0' && cp <= '9';
}

static bool
among(uint32_t cp, const char *set)
{
	return cp != 0 && cp < 128 && strchr(set, (int)cp) != NULL;
}

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
	const struct glyph *g = NULL;

	for (; i < N_GLYPHS && *glyphs[i].bytes == *s; i++)
		if (glyphs[i].len <= (size_t)(end - s) && memcmp(s, glyphs[i].bytes, glyphs[i].len) == 0 &&
		    (g == NULL || glyphs[i].len > g->len))
			g = &glyphs[i];
	return g;
}

#define BYTES(c) (UINT64_C(0x0101010101010101) * (c))

/* Bit 7 of each byte of x that is 0, and perhaps of some behind such a one (Mycroft 1987). */
static inline uint64_t
zeros(uint64_t x)
{
	return (x - BYTES(1)) & ~x & BYTES(0x80);
}

/* How many of the n bytes at s stand before the first that a glyph may begin with. */
static size_t
plain_prefix(const char *s, size_t n)
{
	uint64_t x, found;
	size_t i = 0;

	for (; n - i >= sizeof(x); i += sizeof(x)) {
		memcpy(&x, s + i, sizeof(x));
		x = le64toh(x);
		found = zeros(x ^ BYTES('"')) | zeros(x ^ BYTES('\'')) | zeros(x ^ BYTES('`')) | (x & BYTES(0x80));
		if (found != 0)
			return i + (size_t)__builtin_ctzll(found) / 8;
	}
	while (i < n && s[i] != '"' && s[i] != '\'' && s[i] != '`' && (unsigned char)s[i] < 0x80)
		i++;
	return i;
}

/* Finds the next mark from offset i on. */
static bool
next_mark(const char *text, const struct paragraph *p, size_t i, struct mark *m)
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

/* The edges, where last_open is the end of a mark just opened and so no letter before this one. */
static void
find_edges(struct mark *m, size_t last_open)
{
	m->left_edge = is_space(m->before) || among(m->before, "([{/") || is_dash(m->before) || m->start == last_open;
	m->right_edge = is_space(m->after) || among(m->after, ".,;:!?)]}") || is_dash(m->after) || is_mark(m->after) ||
	    m->after == 0x2026;
	if (is_space(m->before) && is_mark(m->after))
		m->right_edge = false;
}

static int
open_mark(struct pairing *g, const struct mark *m, bool virtual)
{
	struct marks *ms = g->m;
	uint8_t family = m->glyph->family;

	if (array_reserve(&ms->quoted, &ms->cap, ms->n + 1, sizeof(*ms->quoted)) == -1 ||
	    array_reserve(&ms->stack, &ms->stack_cap, g->depth + 1, sizeof(*ms->stack)) == -1)
		return -1;
	ms->quoted[ms->n] = (struct quoted){.open = virtual ? m->end : m->start, .start = m->end, .end = g->p->end,
	    .close = g->p->end, .paragraph = g->index, .unclosed = true, .continues = virtual};
	ms->stack[g->depth] = (struct mark_entry){.quoted = ms->n, .below = g->top[family], .family = family,
	    .shape = m->glyph->shape};
	ms->n++;
	g->depth++;
	g->top[family] = g->depth;
	return 0;
}

/* Takes the innermost open mark off the stack. */
static struct quoted *
pop(struct pairing *g)
{
	struct mark_entry *e = &g->m->stack[--g->depth];

	g->top[e->family] = e->below;
	return &g->m->quoted[e->quoted];
}

/* Closes the innermost open mark of the mark's family; a single one inside it was an apostrophe. */
static void
close_mark(struct pairing *g, const struct mark *m)
{
	size_t position = g->top[m->glyph->family];
	struct quoted *q;

	while (g->depth > position)
		pop(g)->dropped = true;
	q = pop(g);
	q->end = m->start;
	q->close = m->end;
	q->unclosed = false;
	g->last_close = m->end;
}

/* A closing mark that nothing opened: the quotation starts behind the last one, or with the paragraph. */
static int
close_orphan(struct pairing *g, const struct mark *m)
{
	struct mark virtual = *m;

	if (!among(m->before, ",.!?") || m->glyph->shape == SHAPE_ANGLE || g->last_close > g->p->start)
		return 0;
	virtual.end = g->p->start;
	if (open_mark(g, &virtual, true) == -1)
		return -1;
	g->m->quoted[g->m->n - 1].continues = false;
	close_mark(g, m);
	/* It begins before what was opened since; keep the order of open. */
	for (size_t i = g->m->n - 1; i > 0 && g->m->quoted[i - 1].open >= g->p->start &&
	    g->m->quoted[i - 1].paragraph == g->index; i--) {
		struct quoted t = g->m->quoted[i];

		g->m->quoted[i] = g->m->quoted[i - 1];
		g->m->quoted[i - 1] = t;
	}
	return 0;
}

/* The innermost open double mark never closes: it ends here, what stands inside with it. */
static void
abandon(struct pairing *g, size_t at)
{
	size_t position = g->top[DOUBLE];
	struct quoted *q;

	while (g->depth > position)
		pop(g)->dropped = true;
	q = pop(g);
	q->end = q->close = at;
}

/* Passes over the value of an attribute of mark-up: its mark pairs with the next and is no quotation. */
static int
open_attribute(struct pairing *g, const struct mark *m)
{
	if (open_mark(g, m, false) == -1)
		return -1;
	g->m->quoted[g->m->n - 1].dropped = true;
	return 0;
}

static int
pair_double(struct pairing *g, const struct mark *m)
{
	bool open = g->top[DOUBLE] != 0;
	bool can_open, can_close;
	uint8_t lean = m->glyph->lean;

	/* An attribute of mark-up: alt="…". */
	if (m->before == '=' && !open)
		return open_attribute(g, m);
	/* A measure: 6'2", 12" where nothing is open. */
	if (lean == LEAN_NONE && is_digit(m->before) && m->right_edge &&
	    (!open || (m->start >= g->p->start + 2 && among((unsigned char)g->text[m->start - 2], "'"))))
		return 0;
	can_open = m->left_edge && (!m->right_edge || (m->glyph->shape == SHAPE_ANGLE && is_space(m->after)));
	can_close = !m->left_edge;
	if (!open) {
		if (can_open || (lean != LEAN_CLOSE && !m->right_edge && !is_alnum(m->before)) ||
		    (lean == LEAN_OPEN && !is_space(m->after)) || (m->left_edge && lean != LEAN_CLOSE && m->after != 0))
			return open_mark(g, m, false);
		return can_close ? close_orphan(g, m) : 0;
	}
	if (can_open && !(lean == LEAN_CLOSE && is_space(m->before) && is_space(m->after))) {
		uint8_t outer = g->m->stack[g->top[DOUBLE] - 1].shape;
		bool inside_single = g->top[SINGLE] > g->top[DOUBLE];

		if (!inside_single && (outer == SHAPE_ANGLE) == (m->glyph->shape == SHAPE_ANGLE))
			abandon(g, m->start);
		return open_mark(g, m, false);
	}
	if (lean == LEAN_OPEN && m->left_edge && !can_close && !is_space(m->after)) {
		abandon(g, m->start);
		return open_mark(g, m, false);
	}
	close_mark(g, m);
	return 0;
}

/* Words that begin with an apostrophe, and decades. */
static bool
is_elision(const char *s, const char *end)
{
	static const char *const words[] = {"em", "til", "till", "cause", "cos", "tis", "twas", "bout", "n", "round", "nuff"};
	size_t n = 0;

	if (s < end && is_digit((unsigned char)*s)) {
		while (s + n < end && is_digit((unsigned char)s[n]))
			n++;
		return n == 2 && (s + n == end || s[n] == 's' || !is_alnum((unsigned char)s[n]));
	}
	while (s + n < end && n < 8 && utf8_class((unsigned char)s[n] & 0x7f) & CH_LETTER && (unsigned char)s[n] < 0x80)
		n++;
	for (size_t i = 0; i < sizeof(words) / sizeof(words[0]); i++)
		if (strlen(words[i]) == n && memcmp(words[i], s, n) == 0)
			return true;
	return false;
}

/* A closer so far may have been an apostrophe: this better one takes its place. */
static void
undo_close(struct pairing *g, const struct mark *m)
{
	struct quoted *q = &g->m->quoted[g->undo - 1];

	q->end = m->start;
	q->close = m->end;
	g->undo = 0;
	g->last_close = m->end;
}

static int
pair_single(struct pairing *g, const struct mark *m)
{
	size_t top = g->top[SINGLE];
	bool inside = top != 0 && top == g->depth;
	uint8_t lean = m->glyph->lean;

	if ((is_alnum(m->before) && is_alnum(m->after)) || (m->before == '=' && !inside))
		return 0;
	if (inside && !m->left_edge && m->right_edge && !(lean == LEAN_NONE && is_digit(m->before) && is_digit(m->after))) {
		size_t index = g->m->stack[g->depth - 1].quoted;

		close_mark(g, m);
		g->undo = 0;
		if (is_alnum(m->before) && is_space(m->after)) {
			g->undo = index + 1;
			g->undo_depth = g->depth;
		}
		return 0;
	}
	if (m->left_edge && (!m->right_edge || m->glyph->shape == SHAPE_ANGLE) && !is_space(m->after) && lean != LEAN_CLOSE) {
		if (inside || is_elision(g->text + m->end, g->text + g->p->end))
			return 0;
		g->undo = 0;
		return open_mark(g, m, false);
	}
	if (!inside && g->undo != 0 && g->undo_depth == g->depth && !m->left_edge && m->right_edge && lean != LEAN_OPEN)
		undo_close(g, m);
	return 0;
}

/* Whether the first double mark of a paragraph opens (1), closes (-1) or is not there (0); *at_start where it leads the paragraph. */
static int
first_double(const char *text, const struct paragraph *p, struct mark *m, bool *at_start)
{
	size_t i = p->start;
	const char *s;

	while (next_mark(text, p, i, m)) {
		if (m->glyph->family == DOUBLE) {
			find_edges(m, SIZE_MAX);
			s = utf8_trim(text + p->start, p->end - p->start).data;
			*at_start = s == text + m->start;
			return m->left_edge && (!m->right_edge || m->glyph->shape == SHAPE_ANGLE) ? 1 : -1;
		}
		i = m->end;
	}
	return 0;
}

/*
 * The paragraph ends with marks open. A single one without its closer was an
 * apostrophe, unless it is outermost, curly, and the next paragraph opens anew.
 * Returns 1 where a double one goes on in the next paragraph without a mark of
 * its own, else 0.
 */
static int
end_paragraph(struct pairing *g, const struct paragraph *next)
{
	struct mark m;
	bool at_start = false;
	int first = next == NULL ? 0 : first_double(g->text, next, &m, &at_start);
	struct slice head;
	int spans = 0;

	while (g->depth > 0) {
		const struct mark_entry *e = &g->m->stack[g->depth - 1];
		bool outermost = g->depth == 1;
		uint8_t family = e->family, shape = e->shape;
		struct quoted *q = pop(g);

		if (family == SINGLE) {
			q->dropped = true;
			if (outermost && shape == SHAPE_CURLY && next != NULL) {
				head = utf8_trim(g->text + next->start, next->end - next->start);
				if (head.len >= 3 && memcmp(head.data, "\xe2\x80\x98", 3) == 0) {
					q->dropped = false;
					q->unclosed = false;
					spans = 2;
				}
			}
		} else if (outermost && first == -1 && !at_start) {
			q->unclosed = false;
			spans = 1;
		} else if (outermost && first == 1 && at_start) {
			q->unclosed = false;
			spans = 2;
		}
	}
	return spans;
}

static int
pair_paragraph(struct pairing *g, const struct paragraph *next, int *spans)
{
	static const struct glyph none = {"", 0, DOUBLE, SHAPE_CURLY, LEAN_OPEN};
	struct mark m = {.glyph = &none, .start = g->p->start, .end = g->p->start};
	size_t i = g->p->start, last_open = SIZE_MAX, n = g->m->n;
	int status = 0;

	g->undo = 0;
	g->last_close = 0;
	if (*spans == 1)
		status = open_mark(g, &m, true);
	while (status == 0 && next_mark(g->text, g->p, i, &m)) {
		size_t before = g->m->n;

		find_edges(&m, last_open);
		status = m.glyph->family == DOUBLE ? pair_double(g, &m) : pair_single(g, &m);
		if (status == 0 && g->m->n > before)
			last_open = m.end;
		i = m.end;
	}
	if (status == 0 && *spans == 2 && g->m->n > n)
		g->m->quoted[n].continues = true;
	*spans = end_paragraph(g, next);
	return status;
}

/* Drops what turned out to be none and counts how deep the others stand. */
static int
settle(struct marks *m)
{
	size_t n = 0, depth = 0;

	for (size_t i = 0; i < m->n; i++) {
		struct quoted *q = &m->quoted[i];

		if (q->dropped || q->end <= q->start)
			continue;
		m->quoted[n] = *q;
		q = &m->quoted[n];
		/* The stack holds the ends of those that are open here. */
		while (depth > 0 && m->quoted[m->stack[depth - 1].quoted].close <= q->open)
			depth--;
		if (array_reserve(&m->stack, &m->stack_cap, depth + 1, sizeof(*m->stack)) == -1)
			return -1;
		q->depth = (uint32_t)depth;
		m->stack[depth++].quoted = n++;
	}
	m->n = n;
	return 0;
}

int
marks_pair(struct marks *m, const char *text, const struct paragraph *paragraphs, size_t n)
{
	struct pairing g = {.m = m, .text = text};
	int spans = 0;

	m->n = 0;
	for (size_t i = 0; i < n; i++) {
		g.p = &paragraphs[i];
		g.index = (uint32_t)i;
		if (pair_paragraph(&g, i + 1 < n ? &paragraphs[i + 1] : NULL, &spans) == -1)
			return -1;
	}
	return settle(m);
}

void
marks_free(struct marks *m)
{
	free(m->quoted);
	free(m->stack);
	*m = (struct marks){0};
}
