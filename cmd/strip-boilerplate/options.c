#include "cmd/strip-boilerplate/options.h"

#include <errno.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>

enum { OPTION_EXPLAIN = 2000, OPTION_FINGERPRINTS, OPTION_KNOWN, OPTION_SITE };

static const struct option_spec specs[] = {
	{'m', "mode", "MODE", "article: the text came through an extractor (default); page: it is a whole page"},
	{'T', "threshold", "SCORE", "drop from this score up (default 0.9 for article, 0.7 for page)"},
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

const struct command strip_command = {"strip-boilerplate", "drop the paragraphs of an article that are not the article",
	specs, sizeof(specs) / sizeof(specs[0]), option};

bool
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
	else if (file == NULL || status == -1 || !feof(file))
		report_error(report, name, 0, "%s", strerror(errno));
	else
		status = 1;
	free(line);
	if (file != NULL)
		fclose(file);
	return status == 1;
}
