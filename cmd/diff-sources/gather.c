#include "cmd/diff-sources/gather.h"

#include <stdlib.h>

#include "cmd/diff-sources/evidence.h"

static int
compare(struct gather *g, struct article *a, struct article *b)
{
	if (compare_articles(g->comparison, &g->columns, a, b) != 0)
		return -1;
	return output_pair(g->output, g->comparison);
}

/* Moves the document of current to the end of those kept. */
static int
keep(struct gather *g, struct article *current)
{
	if (array_reserve(&g->kept, &g->kept_cap, g->n + 1, sizeof *g->kept) != 0)
		return -1;
	if (g->n == g->n_prepared)
		g->kept[g->n_prepared++] = (struct article){0};
	article_swap(&g->kept[g->n++], current);
	return 0;
}

/* Compares article base of those kept with all the others, which are then forgotten. */
static int
compare_with_base(struct gather *g, size_t base)
{
	for (size_t i = 0; i < g->n; i++)
		if (i != base && compare(g, &g->kept[base], &g->kept[i]) != 0)
			return -1;
	article_swap(&g->kept[0], &g->kept[base]);
	g->n = 1;
	g->has_base = true;
	return 0;
}

static int
end_group(struct gather *g)
{
	int status = 0;

	if (g->mode == GATHER_EVIDENCE)
		status = evidence_of_group(g->comparison, &g->columns, g->kept, g->n, output_evidence, g->output);
	for (size_t i = 0; g->mode == GATHER_PAIRS && i < g->n; i++)
		for (size_t k = i + 1; k < g->n && status == 0; k++)
			status = compare(g, &g->kept[i], &g->kept[k]);
	if (g->mode == GATHER_BASE && !g->has_base && g->n > 0 && g->columns.group >= 0)
		status = compare_with_base(g, 0);
	g->n = 0;
	g->has_base = false;
	return status;
}

static struct slice
group_of(const struct gather *g, const struct article *a)
{
	return article_field(&a->document.rows[0], g->columns.group);
}

int
gather_add(struct gather *g, struct article *current)
{
	struct slice id = current->document.rows[0].doc;
	bool is_base = g->base == NULL || slice_equal(id, slice_of(g->base));

	if (g->n > 0 && !slice_equal(group_of(g, &g->kept[0]), group_of(g, current)) && end_group(g) != 0)
		return -1;
	if (article_prepare(current, &g->columns) != 0)
		return -1;
	g->base_met |= is_base;
	if (g->mode == GATHER_BASE && g->has_base)
		return compare(g, &g->kept[0], current);
	if (keep(g, current) != 0)
		return -1;
	return g->mode == GATHER_BASE && is_base ? compare_with_base(g, g->n - 1) : 0;
}

int
gather_end(struct gather *g)
{
	return end_group(g);
}

bool
gather_met_base(const struct gather *g)
{
	return g->base_met;
}

void
gather_free(struct gather *g)
{
	for (size_t i = 0; i < g->n_prepared; i++)
		article_free(&g->kept[i]);
	free(g->kept);
}
