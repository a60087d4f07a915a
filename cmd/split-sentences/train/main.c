/*
 * rows-split-sentences: what train-linear learns a model from: with -u that of
 * the gaps of unpunctuated text, else that of what text with marks is split at.
 * Each operand is WEIGHT[,GENERAL]:LANG:NAME; NAME.txt holds a paragraph a line
 * and an empty line between documents, NAME.gold.tsv the document, paragraph,
 * start and end of each sentence, in bytes. A row weighs WEIGHT with the words
 * of the language, and GENERAL once more without them. With -f before it, the
 * set is read again with each document as one paragraph, so that headlines
 * without a mark are seen where text was joined.
 */
#include <err.h>
#include <inttypes.h>
#include <stdio.h>
#include <stdlib.h>

#include "cmd/split-sentences/sentence.h"
#include "cmd/split-sentences/token.h"
#include "common/buf.h"

/* A sentence in the text of its paragraph. */
struct span {
	size_t start, end;
};

struct paragraph {
	struct buf text;
	struct span *gold;
	size_t n, cap;
};

struct set {
	FILE *text, *gold;
	const char *name;
	int document, number;		/* of the paragraph read last */
	int gold_document, gold_number;	/* of the sentence read last */
	struct span ahead;
	double weight, general;
};

static void
print_row(struct context *x, bool ends, double weight)
{
	uint32_t features[FEATURES_MAX];
	size_t n = sentence_features(x, features);

	if (weight <= 0)
		return;
	printf("%d:%g\t", ends, weight);
	for (size_t i = 0; i < n; i++)
		printf("%s%" PRIu32, i == 0 ? "" : " ", features[i]);
	putchar('\n');
}

/* True where a sentence of the gold ends at x's candidate, white space aside; current is the one it stands in. */
static bool
is_end(const struct paragraph *p, size_t current, const struct candidate *c)
{
	for (size_t i = current; i + 1 < p->n && p->gold[i].end <= c->end; i++)
		if (c->end <= p->gold[i + 1].start)
			return true;
	return false;
}

static void
print_paragraph(const struct segmenter *s, const struct paragraph *p, const struct set *set)
{
	struct context x = {.text = p->text.data, .len = p->text.len, .language = s->language};
	struct scan scan = {0};
	size_t current = 0, pos = 0;
	bool ends;

	scan_begin(&scan, x.text, x.len, s->unpunctuated || s->gaps ? SCAN_ALL : SCAN_CAPITALS, true);
	while (p->n > 0 && (pos = scan_next(&scan, pos, x.len)) < x.len) {
		while (current + 1 < p->n && pos >= p->gold[current + 1].start)
			current++;
		x.begin = p->gold[current].start;
		if (pos < x.begin) {
			pos++;
			continue;
		}
		if (segmenter_plain(s, x.text, x.len, x.begin, pos) != VERDICT_NONE) {
			pos += 2;
			continue;
		}
		if (!segmenter_candidate(s, &x, pos, &pos) || (s->unpunctuated && !candidate_is_gap(&x.c)))
			continue;
		context_read(&x, &s->vocabulary);
		if (sentence_rule(&x) != VERDICT_NONE)
			continue;
		ends = is_end(p, current, &x.c);
		x.anonymous = false;
		print_row(&x, ends, set->weight);
		x.anonymous = true;
		print_row(&x, ends, set->general);
	}
}

/* Adds the sentences of the paragraph that has just been read; its text begins at offset. */
static void
add_gold(struct set *s, struct paragraph *p, size_t offset)
{
	while (s->gold_document == s->document && s->gold_number == s->number) {
		if (array_reserve(&p->gold, &p->cap, p->n + 1, sizeof(*p->gold)) == -1)
			err(1, NULL);
		p->gold[p->n++] = (struct span){s->ahead.start + offset, s->ahead.end + offset};
		if (fscanf(s->gold, "%d %d %zu %zu", &s->gold_document, &s->gold_number, &s->ahead.start, &s->ahead.end) != 4)
			s->gold_document = 0;
	}
}

static void
read_set(const struct segmenter *segmenter, struct set *s, bool flat)
{
	struct paragraph p = {0};
	char *line = NULL;
	size_t cap = 0, offset;
	ssize_t n;

	s->document = 1;
	s->number = 0;
	if (fscanf(s->gold, "%d %d %zu %zu", &s->gold_document, &s->gold_number, &s->ahead.start, &s->ahead.end) != 4)
		errx(1, "%s.gold.tsv: not numbers of document, paragraph, start and end", s->name);
	while ((n = getline(&line, &cap, s->text)) != -1) {
		if (n > 0 && line[n - 1] == '\n')
			n--;
		if (n == 0) {
			s->document += s->number != 0;
			s->number = 0;
		}
		if (!flat || n == 0) {
			print_paragraph(segmenter, &p, s);
			p.text.len = p.n = 0;
		}
		if (n == 0)
			continue;
		s->number++;
		if ((p.text.len > 0 && buf_byte(&p.text, ' ') == -1) || (offset = p.text.len, buf_append(&p.text, line, (size_t)n)) == -1)
			err(1, NULL);
		add_gold(s, &p, offset);
	}
	print_paragraph(segmenter, &p, s);
	buf_free(&p.text);
	free(p.gold);
	free(line);
}

static FILE *
open_part(const char *name, const char *suffix)
{
	char path[4096];
	FILE *f;

	snprintf(path, sizeof(path), "%s%s", name, suffix);
	f = fopen(path, "r");
	if (f == NULL)
		err(1, "%s", path);
	return f;
}

int
main(int argc, char **argv)
{
	static struct segmenter segmenter;
	struct set s;
	char language[3];
	int used;
	bool flat = false;

	for (int i = 1; i < argc; i++) {
		if (strcmp(argv[i], "-u") == 0) {
			segmenter.unpunctuated = true;
			continue;
		}
		if (strcmp(argv[i], "-f") == 0) {
			flat = true;
			continue;
		}
		s = (struct set){0};
		if (sscanf(argv[i], "%lf,%lf:%2s:%n", &s.weight, &s.general, language, &used) != 3)
			errx(2, "usage: rows-split-sentences [-u] [-f] WEIGHT,GENERAL:LANG:NAME ...");
		s.name = argv[i] + used;
		s.text = open_part(s.name, ".txt");
		s.gold = open_part(s.name, ".gold.tsv");
		if (segmenter_language(&segmenter, slice_of(language)) != 1)
			errx(1, "%s: no such language", language);
		read_set(&segmenter, &s, flat);
		fclose(s.text);
		fclose(s.gold);
		flat = false;
	}
	segmenter_free(&segmenter);
	return fflush(stdout) != 0 || ferror(stdout) ? 1 : 0;
}
