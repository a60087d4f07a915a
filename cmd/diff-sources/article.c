#include "cmd/diff-sources/article.h"

#include <stdlib.h>

#include "common/utf8.h"

void
article_columns_find(struct article_columns *c, const struct header *h, const char *group)
{
	c->group = group == NULL ? -1 : header_find(h, group);
	c->sent = header_find(h, "sent");
	c->type = header_find(h, "type");
	c->speaker = header_find(h, "speaker");
	c->name = header_find(h, "name");
	c->has_start = h->has_start;
}

/* Where the last letter or digit of a row ends in its paragraph. */
static size_t
end_of_words(const struct row *row)
{
	size_t len = row->text.len, n;
	uint32_t cp;

	for (; len > 0; len -= n) {
		n = utf8_decode_before(row->text.data, row->text.data + len, &cp);
		if (utf8_class(cp) & (CH_LETTER | CH_DIGIT))
			break;
	}
	return row->start + len;
}

/* Whether row lies inside the other, which stands before it; marks at its end may go beyond. */
static bool
is_inside(const struct row *row, const struct row *other)
{
	size_t end = other->start + other->text.len;

	return row->par == other->par && row->start >= other->start && row->start < end && (row->start + row->text.len <= end || end_of_words(row) <= end);
}

static bool
is_blank(struct slice text)
{
	if (text.len > 0 && *text.data > ' ') /* as most begin */
		return false;
	return utf8_trim(text.data, text.len).len == 0;
}

int
article_prepare(struct article *a, const struct article_columns *c)
{
	const struct document *d = &a->document;
	const struct row *outer = NULL;
	struct marks marks = {false, false};

	side_clear(&a->side);
	if (array_reserve(&a->marks, &a->marks_cap, d->n, sizeof *a->marks) != 0)
		return -1;
	for (uint32_t i = 0; i < d->n; i++) {
		const struct row *row = &d->rows[i];

		if (is_blank(row->text) || (c->has_start && outer != NULL && is_inside(row, outer)))
			continue;
		if (outer != NULL && row->par == outer->par)
			marks_pass(&marks, outer->text);
		else
			marks = (struct marks){false, false};
		a->marks[a->side.n] = marks;
		if (side_add(&a->side, row->text.data, row->text.len, i) != 0)
			return -1;
		outer = row;
	}
	return 0;
}

void
article_swap(struct article *x, struct article *y)
{
	struct article z = *x;

	document_swap(&x->document, &y->document);
	x->side = y->side;
	x->marks = y->marks;
	x->marks_cap = y->marks_cap;
	y->side = z.side;
	y->marks = z.marks;
	y->marks_cap = z.marks_cap;
}

void
article_free(struct article *a)
{
	document_free(&a->document);
	side_free(&a->side);
	free(a->marks);
	*a = (struct article){0};
}
