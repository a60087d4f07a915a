/*
 * Feature rows for train-linear from labelled paragraphs on standard input:
 * document, paragraph, label (keep, drop, or else unknown) and text, separated
 * by TABs. A row of the article or page mode is one of the model for what stands
 * around a paragraph, for all of it, or for notices; score prints instead what
 * is made of each paragraph: document, number, label, score, whether rules or
 * the model of notices have a say, class of calibration, log odds in hundredths,
 * the kind that it is taken for, why (as enum why counts), and the rule.
 */
#include <err.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>

#include "cmd/strip-boilerplate/classify.h"

struct gold {
	struct slice *texts;
	int *labels;
	char **lines;
	size_t n, texts_cap, labels_cap, lines_cap;
	char doc[512];
};

/* What is made of paragraph i, and whether anything but the mode's model has a say in it. */
static void
print_score(const struct classifier *c, const struct gold *g, size_t i, const struct judgement *j)
{
	const struct block *b = &classifier_blocks(c)[i];
	bool others = (b->sure != -1 && rule_table[b->sure].need & RULE_CERTAIN) || b->captioned || b->shape.letters + b->shape.digits == 0;
	int64_t hundredths = (int64_t)b->score * 100 / classifier_model(c, STAGE_FULL)->scale;

	printf("%s\t%zu\t%d\t%d\t%d\t%d\t%d\t%s\t%d\t%s\n", g->doc, i, g->labels[i], j->score, others, classifier_class(c, b), (int)hundredths,
	    label_name(j->label), (int)j->why, b->sure != -1 ? rule_table[b->sure].phrase : "");
}

static void
flush(struct classifier *c, enum stage stage, bool score, double weight, struct gold *g)
{
	static struct features f;
	const struct judgement *j = classify(c, g->texts, g->n);
	const struct block *b = classifier_blocks(c);
	double words = 1;

	if (j == NULL)
		err(1, NULL);
	for (size_t i = 0; i < g->n; i++)
		words += g->labels[i] == 0 ? b[i].shape.words : 0;
	for (size_t i = 0; i < g->n; i++) {
		if (score) {
			print_score(c, g, i, &j[i]);
			continue;
		}
		if (g->labels[i] == -1 || b[i].shape.letters + b[i].shape.digits == 0)
			continue;
		if (stage == STAGE_NOTICE && (b[i].cues & (1 << LABEL_CONSENT | 1 << LABEL_LEGAL | 1 << LABEL_NEWSLETTER)) == 0)
			continue;
		classifier_features(c, stage, i, g->texts[i], &f);
		printf("%d:%.3f\t", g->labels[i], stage == STAGE_NOTICE ? weight : 0.5 + 20 * b[i].shape.words / (words + 300));
		for (size_t k = 0; k < f.n; k++)
			printf("%s%u", k > 0 ? " " : "", f.hash[k]);
		putchar('\n');
	}
	for (size_t i = 0; i < g->n; i++)
		free(g->lines[i]);
	g->n = 0;
}

static void
add(struct gold *g, char *label, char *text)
{
	if (array_reserve(&g->texts, &g->texts_cap, g->n + 1, sizeof(*g->texts)) == -1 ||
	    array_reserve(&g->labels, &g->labels_cap, g->n + 1, sizeof(*g->labels)) == -1 ||
	    array_reserve(&g->lines, &g->lines_cap, g->n + 1, sizeof(*g->lines)) == -1)
		err(1, NULL);
	g->lines[g->n] = strdup(text);
	if (g->lines[g->n] == NULL)
		err(1, NULL);
	g->texts[g->n] = slice_of(g->lines[g->n]);
	g->labels[g->n++] = strcmp(label, "keep") == 0 ? 0 : strcmp(label, "drop") == 0 ? 1 : -1;
}

int
main(int argc, char **argv)
{
	struct gold g = {0};
	struct classifier *c;
	enum stage stage;
	char *line = NULL, *p, *doc, *label, *text;
	size_t cap = 0;

	if (argc != 3 && argc != 4)
		errx(2, "usage: rows-strip-boilerplate article|page structure|full|notice|score [weight]");
	stage = strcmp(argv[2], "structure") == 0 ? STAGE_STRUCTURE : strcmp(argv[2], "notice") == 0 ? STAGE_NOTICE : STAGE_FULL;
	c = classifier_new(strcmp(argv[1], "page") == 0 ? MODE_PAGE : MODE_ARTICLE);
	if (c == NULL)
		err(1, NULL);
	while (getline(&line, &cap, stdin) != -1) {
		p = line;
		doc = strsep(&p, "\t");
		strsep(&p, "\t");
		label = strsep(&p, "\t");
		text = strsep(&p, "\t\n");
		if (text == NULL)
			errx(1, "a row without text");
		if (strcmp(doc, g.doc) != 0) {
			flush(c, stage, strcmp(argv[2], "score") == 0, argc == 4 ? strtod(argv[3], NULL) : 1, &g);
			strlcpy(g.doc, doc, sizeof(g.doc));
		}
		add(&g, label, text);
	}
	flush(c, stage, strcmp(argv[2], "score") == 0, argc == 4 ? strtod(argv[3], NULL) : 1, &g);
	classifier_free(c);
	return 0;
}
