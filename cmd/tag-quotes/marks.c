#include "cmd/tag-quotes/marks.h"

#include <stdlib.h>

#include "cmd/tag-quotes/glyph.h"
#include "common/buf.h"

/* A mark that is open. below is the stack index, plus one, of the next open one of its family. */
struct mark_entry {
	size_t quoted, below;
	uint8_t family, shape;
};

struct pairing {
	struct marks *m;
	const char *text;
	const struct paragraph *p;
	uint32_t index;		/* of the paragraph */
	size_t first;		/* quoted index of the first of the paragraph */
	size_t depth;		/* of the stack */
	size_t top[2];		/* stack index, plus one, of the innermost open mark of each family */
	size_t undo;		/* quoted index, plus one, of a single pair whose closer may be an apostrophe */
	size_t undo_depth;
	size_t last_close;	/* in this paragraph */
};

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

/* A double closing mark that nothing opened, at the first of its paragraph: the quotation starts with the paragraph. */
static int
close_orphan(struct pairing *g, const struct mark *m)
{
	struct marks *ms = g->m;

	if (!among(m->before, ",.!?") || m->glyph->shape == SHAPE_ANGLE || g->last_close > g->p->start)
		return 0;
	if (array_reserve(&ms->quoted, &ms->cap, ms->n + 1, sizeof(*ms->quoted)) == -1)
		return -1;
	/* Single marks that are open inside were apostrophes. */
	while (g->depth > 0)
		pop(g)->dropped = true;
	memmove(ms->quoted + g->first + 1, ms->quoted + g->first, (ms->n - g->first) * sizeof(*ms->quoted));
	ms->quoted[g->first] = (struct quoted){.open = g->p->start, .start = g->p->start, .end = m->start, .close = m->end,
	    .paragraph = g->index};
	ms->n++;
	g->last_close = m->end;
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
	bool can_open;
	uint8_t lean = m->glyph->lean;

	/* An attribute of mark-up: alt="…". */
	if (m->before == '=' && !open)
		return open_attribute(g, m);
	/* A measure: 6'2", 12" where nothing is open. */
	if (lean == LEAN_NONE && is_digit(m->before) && m->right_edge &&
	    (!open || (m->start >= g->p->start + 2 && g->text[m->start - 2] == '\'')))
		return 0;
	can_open = m->left_edge && (!m->right_edge || (m->glyph->shape == SHAPE_ANGLE && is_space(m->after)));
	if (!open) {
		if (can_open || (lean != LEAN_CLOSE && !m->right_edge && !is_alnum(m->before)) ||
		    (lean == LEAN_OPEN && !is_space(m->after)) || (m->left_edge && lean != LEAN_CLOSE && m->after != 0))
			return open_mark(g, m, false);
		return m->left_edge ? 0 : close_orphan(g, m);
	}
	if (can_open && !(lean == LEAN_CLOSE && is_space(m->before) && is_space(m->after))) {
		uint8_t outer = g->m->stack[g->top[DOUBLE] - 1].shape;
		bool inside_single = g->top[SINGLE] > g->top[DOUBLE];

		if (!inside_single && (outer == SHAPE_ANGLE) == (m->glyph->shape == SHAPE_ANGLE))
			abandon(g, m->start);
		return open_mark(g, m, false);
	}
	if (lean == LEAN_OPEN && m->left_edge && !is_space(m->after)) {
		abandon(g, m->start);
		return open_mark(g, m, false);
	}
	close_mark(g, m);
	return 0;
}

/* Whether the word at s, which is before end, begins with an apostrophe: certain ones, and decades. */
static bool
is_elision(const char *s, const char *end)
{
	static const char *const words[] = {"em", "til", "till", "cause", "cos", "tis", "twas", "bout", "n", "round", "nuff"};
	size_t n = 0;

	if (is_digit((unsigned char)*s)) {
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
	if (inside && !m->left_edge && m->right_edge) {
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

/* How what is open at the end of a paragraph goes on in the next. */
enum continuation {
	ENDS,
	GOES_ON,	/* without a mark of its own */
	OPENS_ANEW
};

/*
 * A single mark goes on where it is curly and the next paragraph opens anew: any
 * other was an apostrophe. A double one is told by the first double mark of the
 * next paragraph.
 */
static enum continuation
continuation(const char *text, const struct paragraph *next, uint8_t family, uint8_t shape)
{
	struct slice s = utf8_trim(text + next->start, next->end - next->start);
	struct mark m = {.end = next->start};
	bool opens, leads;

	if (family == SINGLE)
		return shape == SHAPE_CURLY && s.len >= 3 && memcmp(s.data, "\xe2\x80\x98", 3) == 0 ? OPENS_ANEW : ENDS;
	do {
		if (!mark_next(text, next, m.end, &m))
			return ENDS;
	} while (m.glyph->family != DOUBLE);
	mark_find_edges(&m, SIZE_MAX);
	opens = m.left_edge && (!m.right_edge || m.glyph->shape == SHAPE_ANGLE);
	leads = s.data == text + m.start;
	return opens != leads ? ENDS : opens ? OPENS_ANEW : GOES_ON;
}

/* The paragraph ends with marks open: only the outermost one may go on. */
static enum continuation
end_paragraph(struct pairing *g, const struct paragraph *next)
{
	enum continuation c = ENDS;

	while (g->depth > 0) {
		const struct mark_entry e = g->m->stack[g->depth - 1];
		struct quoted *q = pop(g);

		if (g->depth == 0 && next != NULL)
			c = continuation(g->text, next, e.family, e.shape);
		q->dropped |= e.family == SINGLE && c == ENDS;
		q->unclosed = c == ENDS;
	}
	return c;
}

static int
pair_paragraph(struct pairing *g, const struct paragraph *next, enum continuation *from)
{
	static const struct glyph none = {"", 0, DOUBLE, SHAPE_CURLY, LEAN_OPEN};
	struct mark m = {.glyph = &none, .start = g->p->start, .end = g->p->start};
	size_t i = g->p->start, last_open = SIZE_MAX;
	int status = 0;

	g->first = g->m->n;
	g->undo = 0;
	g->last_close = 0;
	if (*from == GOES_ON)
		status = open_mark(g, &m, true);
	while (status == 0 && mark_next(g->text, g->p, i, &m)) {
		size_t before = g->m->n;

		mark_find_edges(&m, last_open);
		status = m.glyph->family == DOUBLE ? pair_double(g, &m) : pair_single(g, &m);
		if (status == 0 && g->m->n > before)
			last_open = m.end;
		i = m.end;
	}
	if (status == 0 && *from == OPENS_ANEW && g->m->n > g->first)
		g->m->quoted[g->first].continues = true;
	*from = end_paragraph(g, next);
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
	enum continuation from = ENDS;

	m->n = 0;
	for (size_t i = 0; i < n; i++) {
		g.p = &paragraphs[i];
		g.index = (uint32_t)i;
		if (pair_paragraph(&g, i + 1 < n ? &paragraphs[i + 1] : NULL, &from) == -1)
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
