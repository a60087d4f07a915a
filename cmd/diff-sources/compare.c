#include "cmd/diff-sources/compare.h"

#include <stdlib.h>

/* The most parts that a row is put together from. */
enum { PARTS_MAX = 16 };

int
compare_open(struct comparison *c)
{
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

/* The tokens of the rows that link i is compared through. Those of its own part are [begin, end) of the side with the parts. */
struct part {
	char side;	/* 'a' or 'b'; 0 where neither has parts */
	uint32_t begin, end;
};

/* Adds the parts of b that row a of a split link i has. */
static int
add_split(struct comparison *c, size_t i, struct part *p)
{
	const struct link *l = c->links.list;
	size_t first = i, n = 0;

	while (first > 0 && l[first - 1].a == l[i].a)
		first--;
	for (size_t k = first; k < c->links.n && l[k].a == l[i].a; k++)
		n += l[k].op == LINK_SPLIT;
	for (size_t k = first; k < c->links.n && l[k].a == l[i].a; k++) {
		if (k != i && (n > PARTS_MAX || l[k].op != LINK_SPLIT))
			continue;
		if (k == i)
			p->begin = (uint32_t)c->tokens_b.n;
		if (add_row(&c->tokens_b, c->b, c->columns, l[k].b) != 0)
			return -1;
		if (k == i)
			p->end = (uint32_t)c->tokens_b.n;
	}
	p->side = n > PARTS_MAX ? 0 : 'b';
	return add_row(&c->tokens_a, c->a, c->columns, l[i].a);
}

/* Adds the parts of a that row b of a merged link i has. */
static int
add_merged(struct comparison *c, size_t i, struct part *p)
{
	const struct link *l = c->links.list;
	uint32_t first = c->links.first_of_b[l[i].b];
	size_t n = 0;

	for (uint32_t k = first; k != 0 && n <= PARTS_MAX; k = c->links.next_of_b[k - 1])
		n++;
	for (uint32_t k = n > PARTS_MAX ? (uint32_t)i + 1 : first; k != 0; k = n > PARTS_MAX ? 0 : c->links.next_of_b[k - 1]) {
		if (k - 1 == i)
			p->begin = (uint32_t)c->tokens_a.n;
		if (add_row(&c->tokens_a, c->a, c->columns, l[k - 1].a) != 0)
			return -1;
		if (k - 1 == i)
			p->end = (uint32_t)c->tokens_a.n;
	}
	p->side = n > PARTS_MAX ? 0 : 'a';
	return add_row(&c->tokens_b, c->b, c->columns, l[i].b);
}

static int
add_tokens(struct comparison *c, size_t i, struct part *p)
{
	const struct link *l = &c->links.list[i];

	c->tokens_a.n = c->tokens_b.n = 0;
	*p = (struct part){0, 0, 0};
	if (l->op == LINK_SPLIT)
		return add_split(c, i, p);
	if (l->op == LINK_MERGED)
		return add_merged(c, i, p);
	return add_row(&c->tokens_a, c->a, c->columns, l->a) != 0 || add_row(&c->tokens_b, c->b, c->columns, l->b) != 0 ? -1 : 0;
}

/* What columns beside the text tell: another speaker, another type of quotation. */
static unsigned
flags_of_columns(const struct comparison *c, const struct link *l)
{
	const struct row *a = article_row(c->a, l->a), *b = article_row(c->b, l->b);
	const struct article_columns *k = c->columns;
	struct slice names[2] = {article_field(a, k->name), article_field(b, k->name)};
	unsigned flags;

	if (names[0].len == 0 || names[1].len == 0) {
		names[0] = article_field(a, k->speaker);
		names[1] = article_field(b, k->speaker);
	}
	flags = flags_of_speakers(names[0], names[1]);
	if (!slice_equal(article_field(a, k->type), article_field(b, k->type)))
		flags |= FLAG_QUOTATION;
	return flags;
}

int
compare_articles(struct comparison *c, const struct article_columns *columns, const struct article *a, const struct article *b)
{
	c->a = a;
	c->b = b;
	c->columns = columns;
	if (terms_build(&c->terms, &a->side, &b->side) != 0 ||
	    candidates_find(&c->candidates, &c->terms, &a->side, &b->side) != 0 ||
	    context_open(&c->context, &c->candidates, &c->terms, &a->side, &b->side) != 0 ||
	    links_find(&c->links, &c->context) != 0)
		return -1;
	for (size_t i = 0; i < c->links.n; i++) /* the same words, but another speaker or type */
		if (c->links.list[i].op == LINK_SAME && flags_of_columns(c, &c->links.list[i]) != 0)
			c->links.list[i].op = LINK_EDITED;
	return 0;
}

int
compare_link(struct comparison *c, size_t i)
{
	const struct link *l = &c->links.list[i];
	struct change change;
	struct part part;

	c->edits.n = 0;
	c->flags = 0;
	c->a_begin = 0;
	if (l->op != LINK_SAME) {
		if (add_tokens(c, i, &part) != 0 ||
		    edits_find(&c->edits, c->tokens_a.list, c->tokens_a.n, c->tokens_b.list, c->tokens_b.n) != 0)
			return -1;
		c->a_begin = part.side == 'a' ? part.begin : 0;
		if (part.side != 0)
			edits_cut(&c->edits, part.side, part.begin, part.end);
		change = (struct change){c->tokens_a.list, c->tokens_b.list, c->tokens_a.n, c->tokens_b.n, c->edits.list, c->edits.n};
		if (flags_find(&c->flagger, &change, &c->flags) != 0)
			return -1;
		edits_join(&c->edits, c->tokens_a.list);
	}
	c->flags |= flags_of_columns(c, l);
	return 0;
}

void
compare_close(struct comparison *c)
{
	links_free(&c->links);
	free(c->tokens_a.list);
	free(c->tokens_b.list);
	edits_free(&c->edits);
	terms_free(&c->terms);
	candidates_free(&c->candidates);
	context_free(&c->context);
	flagger_free(&c->flagger);
	*c = (struct comparison){0};
}
