/*
 * rows-diff-sources: training rows for train-linear, from pairs of documents
 * whose links are known.
 *
 *	rows-diff-sources link|further [-w WEIGHT] FOLDER ...
 *
 * A FOLDER holds sents.tsv (document, number from 0, text; in order), pairs.tsv
 * (two documents) and gold.tsv (document a, number, document b, number, label,
 * ...; "-" for no row, the label "opt" for a link that may be left out). -w
 * weighs the folders behind it.
 */
#include <err.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>

#include "cmd/diff-sources/links.h"

struct lines {
	char **list;
	size_t n, cap;
};

struct models {
	struct terms terms;
	struct candidates candidates;
	struct context context;
	struct links links;
	struct side a, b;
};

static void
lines_read(struct lines *l, const char *folder, const char *name)
{
	char path[4096], *line = NULL;
	size_t cap = 0;
	FILE *f;

	snprintf(path, sizeof path, "%s/%s", folder, name);
	if ((f = fopen(path, "r")) == NULL)
		err(1, "%s", path);
	l->n = 0;
	while (getline(&line, &cap, f) > 0) {
		line[strcspn(line, "\n")] = '\0';
		if (array_reserve(&l->list, &l->cap, l->n + 1, sizeof *l->list) != 0 || (l->list[l->n++] = strdup(line)) == NULL)
			err(1, NULL);
	}
	if (ferror(f))
		err(1, "%s", path);
	free(line);
	fclose(f);
}

static void
lines_free(struct lines *l)
{
	for (size_t i = 0; i < l->n; i++)
		free(l->list[i]);
	free(l->list);
}

static int
compare(const void *x, const void *y)
{
	return strcmp(*(char *const *)x, *(char *const *)y);
}

/* Adds the sentences of a document. */
static void
fill(struct side *s, const struct lines *sents, const char *doc, size_t len)
{
	side_clear(s);
	for (size_t i = 0; i < sents->n; i++) {
		const char *text = sents->list[i];

		if (strncmp(text, doc, len) != 0 || text[len] != '\t')
			continue;
		text = strchr(text + len + 1, '\t') + 1;
		if (side_add(s, text, strlen(text), (uint32_t)s->n) != 0)
			err(1, NULL);
	}
}

/* The label of a candidate: 1 a link, 0 none, -1 either will do. */
static int
label(const struct lines *gold, const char *pair, const struct candidate *c)
{
	const char *tab = strchr(pair, '\t');
	char key[4096];
	size_t low = 0, high = gold->n, n;

	n = (size_t)snprintf(key, sizeof key, "%.*s\t%u\t%s\t%u\t", (int)(tab - pair), pair, c->a, tab + 1, c->b);
	while (low < high) {
		size_t middle = (low + high) / 2;
		int order = strncmp(gold->list[middle], key, n);

		if (order == 0)
			return strncmp(gold->list[middle] + n, "opt", 3) == 0 ? -1 : 1;
		if (order < 0)
			low = middle + 1;
		else
			high = middle;
	}
	return 0;
}

static void
print(int is_link, const char *weight, const uint32_t *features, size_t n)
{
	printf("%d:%s", is_link, weight);
	for (size_t i = 0; i < n; i++)
		printf("%c%u", i == 0 ? '\t' : ' ', features[i]);
	putchar('\n');
}

static void
rows_of_pair(struct models *m, const struct lines *gold, const char *pair, const char *weight, bool further)
{
	uint32_t features[FURTHER_FEATURES];
	struct cover v;
	int is_link;

	if (terms_build(&m->terms, &m->a, &m->b) != 0 || candidates_find(&m->candidates, &m->terms, &m->a, &m->b) != 0 ||
	    context_open(&m->context, &m->candidates, &m->terms, &m->a, &m->b) != 0)
		err(1, NULL);
	for (size_t i = 0; !further && i < m->candidates.n; i++) {
		context_features(&m->context, i, features);
		if ((is_link = label(gold, pair, &m->candidates.list[i])) >= 0)
			print(is_link, weight, features, LINK_FEATURES);
	}
	if (!further)
		return;
	if (links_first(&m->links, &m->context) != 0)
		err(1, NULL);
	for (size_t k = 0; k < m->links.n_order; k++) {
		size_t i = links_candidate(&m->links, k);

		if (!links_open(&m->links, i, &v))
			continue;
		v.probability = (uint32_t)(m->links.order[k] >> 54);
		context_further(&m->context, i, &v, features);
		if ((is_link = label(gold, pair, &m->candidates.list[i])) >= 0)
			print(is_link, weight, features, FURTHER_FEATURES);
		if (is_link == 1 && links_accept(&m->links, i) != 0)
			err(1, NULL);
	}
}

static void
rows_of_folder(struct models *m, const char *folder, const char *weight, bool further)
{
	struct lines sents = {0}, pairs = {0}, gold = {0};

	lines_read(&sents, folder, "sents.tsv");
	lines_read(&pairs, folder, "pairs.tsv");
	lines_read(&gold, folder, "gold.tsv");
	if (gold.n > 0)
		qsort(gold.list, gold.n, sizeof *gold.list, compare);
	for (size_t i = 0; i < pairs.n; i++) {
		const char *pair = pairs.list[i], *tab = strchr(pair, '\t');

		fill(&m->a, &sents, pair, (size_t)(tab - pair));
		fill(&m->b, &sents, tab + 1, strlen(tab + 1));
		rows_of_pair(m, &gold, pair, weight, further);
	}
	lines_free(&sents);
	lines_free(&pairs);
	lines_free(&gold);
}

int
main(int argc, char **argv)
{
	struct models m = {0};
	const char *weight = "1";
	bool further;

	if (argc < 3 || (strcmp(argv[1], "link") != 0 && strcmp(argv[1], "further") != 0))
		errx(2, "usage: rows-diff-sources link|further [-w WEIGHT] FOLDER ...");
	further = strcmp(argv[1], "further") == 0;
	if (terms_open(&m.terms) != 0)
		err(1, NULL);
	for (int i = 2; i < argc; i++) {
		if (strcmp(argv[i], "-w") == 0 && i + 1 < argc)
			weight = argv[++i];
		else
			rows_of_folder(&m, argv[i], weight, further);
	}
	return 0;
}
