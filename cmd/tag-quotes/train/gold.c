#include "cmd/tag-quotes/train/gold.h"

#include <err.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>

#include "common/buf.h"

#define COLUMNS 13

static struct span
span_of(char *const *f, size_t i)
{
	return (struct span){strtoul(f[i], NULL, 10), strtoul(f[i + 1], NULL, 10)};
}

static char *
copy(const char *s)
{
	char *p = strdup(s);

	if (p == NULL)
		err(1, NULL);
	return p;
}

void
gold_read(struct gold *g, const char *file)
{
	FILE *in = fopen(file, "r");
	char *line = NULL, *f[COLUMNS], *rest;
	size_t cap = 0, n;

	if (in == NULL)
		err(1, "%s", file);
	while (getline(&line, &cap, in) != -1) {
		rest = line;
		for (n = 0; n < COLUMNS && rest != NULL; n++)
			f[n] = strsep(&rest, "\t");
		if (n < COLUMNS || strcmp(f[0], "doc") == 0)
			continue;
		if (array_reserve(&g->rows, &g->cap, g->n + 1, sizeof(*g->rows)) == -1)
			err(1, NULL);
		g->rows[g->n++] = (struct gold_row){.doc = copy(f[0]), .content = span_of(f, 2), .type = copy(f[4]),
		    .kind = copy(f[5]), .quotation = copy(f[8]), .speaker = span_of(f, 9), .cue = span_of(f, 11)};
	}
	free(line);
	fclose(in);
}

void
gold_find(const struct gold *g, const char *doc, size_t *first, size_t *end)
{
	size_t i = 0;

	while (i < g->n && strcmp(g->rows[i].doc, doc) != 0)
		i++;
	*first = i;
	while (i < g->n && strcmp(g->rows[i].doc, doc) == 0)
		i++;
	*end = i;
}

void
gold_free(struct gold *g)
{
	for (size_t i = 0; i < g->n; i++) {
		free(g->rows[i].doc);
		free(g->rows[i].type);
		free(g->rows[i].kind);
		free(g->rows[i].quotation);
	}
	free(g->rows);
}
