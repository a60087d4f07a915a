#include "cmd/diff-sources/compare.h"

#include <stdlib.h>

int
compare_open(struct comparison *c)
{
	vocabulary_fill(&c->vocabulary);
	c->tokens_a.vocabulary = c->tokens_b.vocabulary = &c->vocabulary;
	return terms_open(&c->terms);
}

/* Whether all of the row counts as standing inside quotation marks. */
static bool
is_quotation(const struct article *a, const struct article_columns *columns, uint32_t i)
{
	struct slice type = article_field(article_row(a, i), columns->type);

	return slice_equal(type, slice_of("direct")) || slice_equal(type, slice_of("partial"));
}

static int
add_row(struct token_list *l, const struct article *a, const struct article_columns *columns, uint32_t i)
{
	struct marks marks = a->marks[i];
	size_t n = l->n;

	if (tokens_add(l, a->side.rows[i].text, &marks) != 0)
		return -1;
	if (is_quotation(a, columns, i))
		for (; n < l->n; n++)
			l->list[n].quoted = true;
	return 0;
}

/* Lists the parts that the row of a split or merged link i is put together from: the links to them, or i alone where there are too many. */
static void
list_parts(struct comparison *c, size_t i)
{
	const struct links *l = &c->links;
	struct parts *p = &c->parts;
	bool split = l->list[i].op == LINK_SPLIT;
	size_t k = i;

	p->op = l->list[i].op;
	p->row = split ? l->list[i].a : l->list[i].b;
	p->links[0] = i;
	p->n = 1;
	if ((split ? l->a : l->b)[p->row].n > PARTS_MAX)
		return;
	p->n = 0;
	if (split) {
		while (k > 0 && l->list[k - 1].a == p->row)
			k--;
		for (; k < l->n && l->list[k].a == p->row; k++)
			p->links[p->n++] = k;
	} else {
		for (k = l->first_of_b[p->row]; k != 0; k = l->next_of_b[k - 1])
			p->links[p->n++] = k - 1;
	}
}

/* Compares a row with all its parts, one behind the other, unless that was done for the link before. */
static int
compare_parts(struct comparison *c, size_t i)
{
	const struct link *l = &c->links.list[i];
	struct parts *p = &c->parts;
	bool split = l->op == LINK_SPLIT;
	struct token_list *of_parts = split ? &c->tokens_b : &c->tokens_a;

	if (p->n > 1 && p->op == l->op && p->row == (split ? l->a : l->b))
		return 0;
	list_parts(c, i);
	c->tokens_a.n = c->tokens_b.n = 0;
	for (size_t k = 0; k < p->n; k++) {
		const struct link *part = &c->links.list[p->links[k]];

		if (add_row(of_parts, split ? c->b : c->a, c->columns, split ? part->b : part->a) != 0)
			return -1;
		p->ends[k] = (uint32_t)of_parts->n;
	}
	if (add_row(split ? &c->tokens_a : &c->tokens_b, split ? c->a : c->b, c->columns, p->row) != 0)
		return -1;
	return edits_find(&p->edits, c->tokens_a.list, c->tokens_a.n, c->tokens_b.list, c->tokens_b.n);
}

/* Takes of the edits of a row with its parts what concerns the part of link i. */
static int
take_part(struct comparison *c, size_t i)
{
	const struct parts *p = &c->parts;
	uint32_t begin;
	size_t k = 0;

	if (edits_copy(&c->edits, &p->edits) != 0)
		return -1;
	if (p->n == 1)
		return 0;
	while (p->links[k] != i)
		k++;
	begin = k == 0 ? 0 : p->ends[k - 1];
	edits_cut(&c->edits, p->op == LINK_SPLIT ? 'b' : 'a', begin, p->ends[k]);
	c->a_begin = p->op == LINK_MERGED ? begin : 0;
	return 0;
}

/* Finds the tokens and edits of link i. */
static int
find_edits(struct comparison *c, size_t i)
{
	const struct link *l = &c->links.list[i];

	if (l->op == LINK_SPLIT || l->op == LINK_MERGED)
		return compare_parts(c, i) != 0 ? -1 : take_part(c, i);
	c->parts.n = 0;
	c->tokens_a.n = c->tokens_b.n = 0;
	if (add_row(&c->tokens_a, c->a, c->columns, l->a) != 0 || add_row(&c->tokens_b, c->b, c->columns, l->b) != 0)
		return -1;
	return edits_find(&c->edits, c->tokens_a.list, c->tokens_a.n, c->tokens_b.list, c->tokens_b.n);
}

static void
note_change(struct comparison *c, const char *column, struct slice a, struct slice b, unsigned flag)
{
	c->changes[c->n_changes++] = (struct column_change){column, a, b};
	c->flags |= flag;
}

/* Adds what columns beside the text tell: another speaker, another type of quotation. */
static void
find_changes(struct comparison *c, const struct link *l)
{
	const struct row *a = article_row(c->a, l->a), *b = article_row(c->b, l->b);
	const struct article_columns *k = c->columns;
	struct slice x = article_field(a, k->name), y = article_field(b, k->name);

	c->n_changes = 0;
	if (k->type < 0 && k->speaker < 0 && k->name < 0)
		return;
	if (x.len == 0 || y.len == 0) {
		x = article_field(a, k->speaker);
		y = article_field(b, k->speaker);
	}
	if (flags_of_speakers(x, y) != 0)
		note_change(c, "speaker", x, y, FLAG_ATTRIBUTION);
	x = article_field(a, k->type);
	y = article_field(b, k->type);
	if (!slice_equal(x, y))
		note_change(c, "type", x, y, FLAG_QUOTATION);
}

int
compare_articles(struct comparison *c, const struct article_columns *columns, struct article *a, struct article *b)
{
	c->a = a;
	c->b = b;
	c->columns = columns;
	c->parts.n = 0;
	if (terms_build(&c->terms, &a->side, &b->side) != 0 ||
	    candidates_find(&c->candidates, &c->terms, &a->side, &b->side) != 0 ||
	    context_open(&c->context, &c->candidates, &c->terms, &a->side, &b->side) != 0 ||
	    links_find(&c->links, &c->context) != 0)
		return -1;
	for (size_t i = 0; i < c->links.n; i++) { /* the same words, but another speaker or type */
		find_changes(c, &c->links.list[i]);
		if (c->links.list[i].op == LINK_SAME && c->n_changes > 0)
			c->links.list[i].op = LINK_EDITED;
	}
	return 0;
}

int
compare_link(struct comparison *c, size_t i)
{
	const struct link *l = &c->links.list[i];
	struct change change;

	c->edits.n = 0;
	c->flags = 0;
	c->a_begin = 0;
	if (l->op != LINK_SAME) {
		if (find_edits(c, i) != 0)
			return -1;
		change = (struct change){c->tokens_a.list, c->tokens_b.list, c->tokens_a.n, c->tokens_b.n, c->edits.list, c->edits.n};
		if (flags_find(&c->flagger, &change, &c->flags) != 0)
			return -1;
		edits_join(&c->edits, c->tokens_a.list);
	}
	find_changes(c, l);
	return 0;
}

void
compare_close(struct comparison *c)
{
	links_free(&c->links);
	free(c->tokens_a.list);
	free(c->tokens_b.list);
	edits_free(&c->edits);
	edits_free(&c->parts.edits);
	terms_free(&c->terms);
	candidates_free(&c->candidates);
	context_free(&c->context);
	flagger_free(&c->flagger);
	*c = (struct comparison){0};
}
