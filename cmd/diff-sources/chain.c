#include "cmd/diff-sources/chain.h"

#include <stdlib.h>
#include <string.h>

#include "common/buf.h"

void
chain_clear(struct chain *c)
{
	c->n = 0;
}

int
chain_add(struct chain *c, uint32_t x, uint32_t y, uint64_t weight)
{
	if (array_reserve(&c->points, &c->points_cap, c->n + 1, sizeof *c->points) != 0)
		return -1;
	c->points[c->n++] = (struct point){x, y, weight, false};
	return 0;
}

/* The heavier; where they are equal, the one that ends first. */
static bool
better(struct best p, struct best q)
{
	return p.weight > q.weight || (p.weight == q.weight && p.last < q.last);
}

/* The best of the chains that end at a y below limit. */
static struct best
best_below(const struct best *tree, size_t limit)
{
	struct best found = {0, 0};

	for (size_t i = limit; i > 0; i &= i - 1)
		if (better(tree[i], found))
			found = tree[i];
	return found;
}

static void
enter(struct best *tree, size_t rows_y, uint32_t y, struct best value)
{
	for (size_t i = (size_t)y + 1; i <= rows_y; i += i & (~i + 1))
		if (better(value, tree[i]))
			tree[i] = value;
}

/* Looks up and enters the points [begin, end), which agree in x. */
static void
extend(struct chain *c, size_t begin, size_t end, size_t rows_y, bool equal)
{
	struct best found;

	/* where x must rise, none of them may see another: all look before any is entered */
	for (size_t i = begin; i < end; i++) {
		found = best_below(c->tree, (size_t)c->points[i].y + equal);
		c->before[i] = found.last;
		c->points[i].weight += found.weight;
		if (equal)
			enter(c->tree, rows_y, c->points[i].y, (struct best){c->points[i].weight, (uint32_t)i + 1});
	}
	for (size_t i = begin; i < end && !equal; i++)
		enter(c->tree, rows_y, c->points[i].y, (struct best){c->points[i].weight, (uint32_t)i + 1});
}

int
chain_mark(struct chain *c, size_t rows_y, bool equal)
{
	uint32_t i;

	if (array_reserve(&c->tree, &c->tree_cap, rows_y + 1, sizeof *c->tree) != 0 ||
	    array_reserve(&c->before, &c->before_cap, c->n, sizeof *c->before) != 0)
		return -1;
	memset(c->tree, 0, (rows_y + 1) * sizeof *c->tree);
	for (size_t begin = 0, end; begin < c->n; begin = end) {
		for (end = begin + 1; end < c->n && c->points[end].x == c->points[begin].x; end++)
			;
		extend(c, begin, end, rows_y, equal);
	}
	for (i = best_below(c->tree, rows_y).last; i != 0; i = c->before[i - 1])
		c->points[i - 1].inside = true;
	return 0;
}

void
chain_free(struct chain *c)
{
	free(c->points);
	free(c->tree);
	free(c->before);
	*c = (struct chain){0};
}
