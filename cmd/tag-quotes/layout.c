#include "cmd/tag-quotes/layout.h"

#include <stdlib.h>

#include "common/utf8.h"

/* Whether a row goes on in the paragraph of the row before. */
static bool
goes_on(const struct row *before, const struct row *row)
{
	return before->par == row->par && row->start >= before->start && row->start - before->start >= before->text.len &&
	    row->start > before->start;
}

static int
begin_paragraph(struct layout *l, size_t row, struct slice language)
{
	if (array_reserve(&l->paragraphs, &l->paragraphs_cap, l->n + 1, sizeof(*l->paragraphs)) == -1 ||
	    array_reserve(&l->ranges, &l->ranges_cap, l->n + 1, sizeof(*l->ranges)) == -1 ||
	    array_reserve(&l->languages, &l->languages_cap, l->n + 1, sizeof(*l->languages)) == -1)
		return -1;
	l->ranges[l->n] = (struct row_range){row, row};
	l->paragraphs[l->n].start = l->text.len;
	l->languages[l->n] = language;
	l->n++;
	return 0;
}

int
layout_build(struct layout *l, const struct row *rows, size_t n, struct slice language)
{
	l->n = l->text.len = 0;
	if (array_reserve(&l->offset, &l->offset_cap, n, sizeof(*l->offset)) == -1)
		return -1;
	for (size_t i = 0; i < n; i++) {
		const struct row *row = &rows[i];

		if (i > 0 && goes_on(&rows[i - 1], row)) {
			if (row->start - rows[i - 1].start > rows[i - 1].text.len && buf_byte(&l->text, ' ') == -1)
				return -1;
		} else {
			if ((i > 0 && buf_byte(&l->text, '\n') == -1) ||
			    begin_paragraph(l, i, row->lang.len > 0 ? row->lang : language) == -1)
				return -1;
		}
		l->offset[i] = l->text.len;
		if (buf_append(&l->text, row->text.data, row->text.len) == -1)
			return -1;
		l->paragraphs[l->n - 1].end = l->text.len;
		l->ranges[l->n - 1].end = i + 1;
	}
	/* So that a pointer to the end of the text is one to a byte. */
	return buf_byte(&l->text, '\n');
}

size_t
layout_paragraph(const struct layout *l, size_t at)
{
	size_t low = 0, high = l->n;

	while (high - low > 1) {
		size_t middle = low + (high - low) / 2;

		if (l->paragraphs[middle].start <= at)
			low = middle;
		else
			high = middle;
	}
	return low;
}

size_t
layout_offset(const struct layout *l, const struct row *rows, size_t i, size_t at)
{
	size_t low = l->ranges[i].first, high = l->ranges[i].end;

	while (high - low > 1) {
		size_t middle = low + (high - low) / 2;

		if (l->offset[middle] <= at)
			low = middle;
		else
			high = middle;
	}
	return rows[low].start + (at - l->offset[low]);
}

void
layout_free(struct layout *l)
{
	buf_free(&l->text);
	free(l->paragraphs);
	free(l->ranges);
	free(l->languages);
	free(l->offset);
	*l = (struct layout){0};
}

static int
compare_pieces(const void *a, const void *b)
{
	const struct piece *x = a, *y = b;

	if (x->row != y->row)
		return x->row < y->row ? -1 : 1;
	if (x->start != y->start)
		return x->start < y->start ? -1 : 1;
	if (x->end != y->end)
		return x->end > y->end ? -1 : 1;
	return (x->quotation > y->quotation) - (x->quotation < y->quotation);
}

/* The part of a quotation, which ends behind the start of the row, that stands in it; empty (start == end) where it has none. */
static struct piece
piece_in(const struct layout *l, const struct row *rows, size_t row, const struct quotation *q)
{
	size_t first = l->offset[row], start = q->content.start > first ? q->content.start - first : 0;
	size_t end = q->content.end - first;
	struct slice s = {rows[row].text.data, 0};

	if (end > rows[row].text.len)
		end = rows[row].text.len;
	if (start < end)
		s = utf8_trim(rows[row].text.data + start, end - start);
	start = (size_t)(s.data - rows[row].text.data);
	return (struct piece){row, start, start + s.len, q};
}

int
pieces_cut(struct pieces *ps, const struct layout *l, const struct row *rows, size_t i, const struct quotation *quotations, size_t n)
{
	size_t row = l->ranges[i].first, end = l->ranges[i].end;

	ps->n = 0;
	for (size_t k = 0; k < n; k++) {
		const struct quotation *q = &quotations[k];

		while (row + 1 < end && l->offset[row + 1] <= q->content.start)
			row++;
		for (size_t r = row; r < end && l->offset[r] < q->content.end; r++) {
			if (array_reserve(&ps->p, &ps->cap, ps->n + 1, sizeof(*ps->p)) == -1)
				return -1;
			ps->p[ps->n] = piece_in(l, rows, r, q);
			ps->n += ps->p[ps->n].end > ps->p[ps->n].start;
		}
	}
	if (ps->n > 1)
		qsort(ps->p, ps->n, sizeof(*ps->p), compare_pieces);
	return 0;
}

static int
push_segment(struct pieces *ps, size_t row, size_t start, size_t end, const struct quotation *q)
{
	if (array_reserve(&ps->all, &ps->all_cap, ps->n_all + 1, sizeof(*ps->all)) == -1)
		return -1;
	ps->all[ps->n_all++] = (struct piece){row, start, end, q};
	return 0;
}

/* The segments of one row; *next is the first piece that is not before it. */
static int
fill_row(struct pieces *ps, size_t row, size_t len, size_t *next)
{
	size_t at = 0, depth = 0, until;

	if (len == 0)
		return push_segment(ps, row, 0, 0, NULL);
	while (at < len) {
		while (depth > 0 && ps->stack[depth - 1]->end <= at)
			depth--;
		while (*next < ps->n && ps->p[*next].row == row && ps->p[*next].start <= at) {
			if (array_reserve(&ps->stack, &ps->stack_cap, depth + 1, sizeof(*ps->stack)) == -1)
				return -1;
			ps->stack[depth++] = &ps->p[(*next)++];
		}
		until = depth > 0 ? ps->stack[depth - 1]->end : len;
		if (*next < ps->n && ps->p[*next].row == row && ps->p[*next].start < until)
			until = ps->p[*next].start;
		if (push_segment(ps, row, at, until, depth > 0 ? ps->stack[depth - 1]->quotation : NULL) == -1)
			return -1;
		at = until;
	}
	return 0;
}

int
pieces_fill(struct pieces *ps, const struct layout *l, const struct row *rows, size_t i)
{
	size_t next = 0;

	ps->n_all = 0;
	for (size_t r = l->ranges[i].first; r < l->ranges[i].end; r++)
		if (fill_row(ps, r, rows[r].text.len, &next) == -1)
			return -1;
	return 0;
}

void
pieces_free(struct pieces *ps)
{
	free(ps->p);
	free(ps->stack);
	free(ps->all);
	*ps = (struct pieces){0};
}
