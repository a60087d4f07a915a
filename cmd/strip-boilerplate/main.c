/* strip-boilerplate: drops the paragraphs of an article that are not the article. */
#include <errno.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>

#include "cmd/strip-boilerplate/emit.h"
#include "common/filter.h"

enum { OPTION_EXPLAIN = 2000, OPTION_FINGERPRINTS, OPTION_KNOWN, OPTION_SITE };

struct options {
	enum mode mode;
	int threshold;		/* -1 for the mode's own */
	label_set keep, drop;
	bool all, explain, join, fingerprints;
	const char *known, *site;
};

static const struct option_spec specs[] = {
	{'m', "mode", "MODE", "article: the text came through an extractor (default); page: it is a whole page"},
	{'T', "threshold", "SCORE", "drop from this score up (default 0.9 for article, 0.5 for page)"},
	{'K', "keep", "LABELS", "always keep paragraphs with these labels, joined by commas"},
	{'D', "drop", "LABELS", "always drop paragraphs with these labels"},
	{'a', "all", NULL, "every paragraph, with decision, label and score"},
	{'j', "join", NULL, "one row a document: its kept texts joined by line ends"},
	{OPTION_EXPLAIN, "explain", NULL, "as -a, with a column why"},
	{OPTION_FINGERPRINTS, "fingerprints", NULL, "write site, fingerprint and story of each paragraph instead"},
	{OPTION_KNOWN, "known", "FILE", "drop what FILE counts in three or more stories of the same site"},
	{OPTION_SITE, "site", "COLUMN", "the column that holds the site: a host or an address"},
};

/* Reads a number from 0 to 1 with at most three decimals into thousandths. Returns 0, or -1. */
static int
thousandths(const char *s, int *value)
{
	char *end;
	double d = strtod(s, &end);

	if (end == s || *end != '\0' || !(d >= 0 && d <= 1))
		return -1;
	*value = (int)(d * 1000 + 0.5);
	return 0;
}

static const char *
option(void *self, int letter, const char *argument)
{
	struct options *o = self;

	switch (letter) {
	case 'D':
		return label_parse(argument, &o->drop) == -1 ? "not a list of labels" : NULL;
	case 'K':
		return label_parse(argument, &o->keep) == -1 ? "not a list of labels" : NULL;
	case 'T':
		return thousandths(argument, &o->threshold) == -1 ? "not a number from 0 to 1" : NULL;
	case 'a':
		o->all = true;
		return NULL;
	case 'j':
		o->join = true;
		return NULL;
	case 'm':
		if (strcmp(argument, "article") != 0 && strcmp(argument, "page") != 0)
			return "not article or page";
		o->mode = *argument == 'p' ? MODE_PAGE : MODE_ARTICLE;
		return NULL;
	case OPTION_EXPLAIN:
		o->all = o->explain = true;
		return NULL;
	case OPTION_FINGERPRINTS:
		o->fingerprints = true;
		return NULL;
	case OPTION_KNOWN:
		o->known = argument;
		return NULL;
	case OPTION_SITE:
		o->site = argument;
		return NULL;
	}
	return NULL;
}

static const struct command command = {"strip-boilerplate", "drop the paragraphs of an article that are not the article",
	specs, sizeof(specs) / sizeof(specs[0]), option};

/* Reads the counts of --known. Returns true, or false after an error (reported). */
static bool
read_known(const char *name, struct repeats *known, struct report *report)
{
	FILE *file = fopen(name, "r");
	char *line = NULL;
	size_t cap = 0, number = 0;
	ssize_t len = 0;
	int status = 0;

	while (file != NULL && status == 0 && (len = getline(&line, &cap, file)) > 0) {
		number++;
		status = repeats_add(known, line, (size_t)len - (line[len - 1] == '\n'));
	}
	if (status == -2)
		report_error(report, name, number, "not a count, a site and a fingerprint");
	else if (file == NULL || status == -1 || ferror(file))
		report_error(report, name, 0, "%s", strerror(errno));
	else
		status = 1;
	free(line);
	if (file != NULL)
		fclose(file);
	return status == 1;
}

/* The column of --site. Returns true, or false where there is none of that name (reported). */
static bool
find_site(struct filter *f, const char *name, ptrdiff_t *site)
{
	*site = SITE_NONE;
	if (name == NULL)
		return true;
	*site = strcmp(name, "doc") == 0 ? SITE_DOC : header_find(reader_header(f->reader), name);
	if (*site != -1)
		return true;
	report_error(&f->report, NULL, 0, "--site %s: no such column", name);
	f->report.status = 2;
	return false;
}

static bool
open_writer(struct filter *f, const struct options *o)
{
	static const char *const joined[] = {"doc", "text"}, *const fingerprints[] = {"site", "fingerprint", "story"};
	const char *own[9];
	size_t n = 0;

	if (o->fingerprints)
		return filter_writer(f, fingerprints, 3, false);
	if (o->join)
		return filter_writer(f, joined, 2, true);
	for (size_t i = 0; i < 9; i++)
		if (i < 4 || i == 8 || (i == 7 ? o->explain : o->all))
			own[n++] = paragraph_columns[i];
	return filter_writer(f, own, n, true);
}

int
main(int argc, char **argv)
{
	struct options o = {.threshold = -1};
	struct repeats known = {0};
	struct document document = {0};
	struct emitter e = {0};
	struct filter f;
	int (*emit)(struct emitter *, const struct document *);

	if (!filter_args(&f, &command, &o, argc, argv))
		return f.report.status;
	if (!filter_reader(&f, NULL))
		return f.report.status;
	if (!find_site(&f, o.site, &e.site) || (o.known != NULL && !read_known(o.known, &known, &f.report))) {
		reader_close(f.reader);
		return f.report.status;
	}
	if (!open_writer(&f, &o))
		return f.report.status;
	e.writer = &f.writer;
	e.classifier = classifier_new(o.mode);
	e.threshold = o.threshold != -1 ? o.threshold : o.mode == MODE_PAGE ? 500 : 900;
	e.keep = o.keep;
	e.drop = o.drop;
	e.all = o.all;
	e.explain = o.explain;
	e.known = o.known != NULL ? &known : NULL;
	emit = o.fingerprints ? emit_fingerprints : o.join ? emit_joined : emit_paragraphs;
	if (e.classifier == NULL)
		report_error(&f.report, NULL, 0, "%s", strerror(errno));
	else
		while (!f.writer.failed && document_next(&document, f.reader) == 1)
			if (emit(&e, &document) == -1) {
				report_error(&f.report, document.rows[0].file, document.rows[0].line, "%s", strerror(errno));
				break;
			}
	classifier_free(e.classifier);
	emitter_free(&e);
	repeats_free(&known);
	document_free(&document);
	return filter_close(&f);
}
