/* diff-sources: compares the documents of a stream row by row. */
#include <errno.h>
#include <stdlib.h>
#include <string.h>

#include "cmd/diff-sources/gather.h"
#include "common/filter.h"

enum { OPTION_EXIT_CODE = 2000, OPTION_SPANS };

struct options {
	struct gather gather;
	struct output output;
	bool exit_code;
};

static const struct option_spec specs[] = {
	{'b', "base", "ID", "compare this document with each other (default: the first)"},
	{'e', "evidence", NULL, "a row a pair, of three documents or more: who shares which readings"},
	{'g', "group", "COLUMN", "compare within runs of rows that agree in COLUMN"},
	{'o', "ops", "OPS", "only these: same, edited, split, merged, only-a, only-b, joined by commas"},
	{'p', "pairs", NULL, "every pair of documents, not only those with the base"},
	{'s', "summary", NULL, "a row a pair: counts, and how much of each is in the other"},
	{OPTION_EXIT_CODE, "exit-code", NULL, "exit status 1 where there are differences, 2 on an error"},
	{OPTION_SPANS, "spans", NULL, "also where the rows stand, and the byte ranges of the edits"},
};

/* Reads a list of operations. Returns NULL, or what is wrong with it. */
static const char *
read_ops(const char *list, unsigned *ops)
{
	*ops = 0;
	for (const char *p = list; p != NULL; p = strchr(p, ',') == NULL ? NULL : strchr(p, ',') + 1) {
		struct slice name = {p, strcspn(p, ",")};
		unsigned op = 0;

		while (op < OPS_N && !slice_equal(name, slice_of(op_names[op])))
			op++;
		if (op == OPS_N)
			return "not a list of same, edited, split, merged, only-a, only-b";
		*ops |= 1u << op;
	}
	return NULL;
}

static const char *
option(void *self, int letter, const char *argument)
{
	struct options *o = self;

	switch (letter) {
	case 'b':
		o->gather.base = argument;
		return NULL;
	case 'e':
		o->gather.mode = GATHER_EVIDENCE;
		o->output.kind = OUTPUT_EVIDENCE;
		return NULL;
	case 'g':
		o->output.group = argument;
		return NULL;
	case 'o':
		return read_ops(argument, &o->output.ops);
	case 'p':
		if (o->gather.mode == GATHER_BASE)
			o->gather.mode = GATHER_PAIRS;
		return NULL;
	case 's':
		if (o->output.kind != OUTPUT_EVIDENCE)
			o->output.kind = OUTPUT_SUMMARY;
		return NULL;
	case OPTION_EXIT_CODE:
		o->exit_code = true;
		return NULL;
	default:
		if (o->output.kind == OUTPUT_ROWS)
			o->output.kind = OUTPUT_SPANS;
		return NULL;
	}
}

static const struct command command = {"diff-sources", "compare documents row by row: what each says that the other does not",
	specs, sizeof specs / sizeof *specs, option};

/* Bad usage that only the input's columns tell. */
static bool
refuse(struct filter *f, const char *fmt, const char *group)
{
	report_error(&f->report, NULL, 0, fmt, group);
	f->report.status = 2;
	reader_close(f->reader);
	return false;
}

/* Opens reader and writer. Returns true, or false to end with report.status. */
static bool
open_filter(struct filter *f, struct options *o)
{
	const char *names[OUTPUT_COLUMNS_MAX];
	size_t n;

	if (!filter_reader(f, o->output.group))
		return false;
	article_columns_find(&o->gather.columns, reader_header(f->reader), o->output.group);
	if (o->output.group != NULL && o->gather.columns.group < 0)
		return refuse(f, "--group %s: no such column", o->output.group);
	n = output_columns(&o->output, names);
	for (size_t i = 1; o->output.group != NULL && i < n; i++)
		if (strcmp(names[i], o->output.group) == 0)
			return refuse(f, "--group %s: a column of the output has this name", o->output.group);
	if (!filter_writer(f, names, n, false))
		return false;
	output_begin(&o->output, &f->writer, o->gather.columns.group);
	return true;
}

/* Compares all documents of the stream, unless it cannot be read to its end. */
static void
run(struct filter *f, struct gather *g)
{
	struct article current = {0};
	int got = 1, status = compare_open(g->comparison);

	while (status == 0 && (got = document_next(&current.document, f->reader)) == 1)
		status = gather_add(g, &current);
	if (status == 0 && got == 0)
		status = gather_end(g);
	if (status != 0)
		report_error(&f->report, NULL, 0, "%s", strerror(errno));
	else if (got == 0 && g->base != NULL && !gather_met_base(g))
		report_error(&f->report, NULL, 0, "--base %s: no such document", g->base);
	article_free(&current);
}

int
main(int argc, char **argv)
{
	struct comparison comparison = {0};
	struct options o = {.output.ops = (1u << OPS_N) - 1};
	struct filter f;
	int status;

	o.gather.comparison = &comparison;
	o.gather.output = &o.output;
	if (!filter_args(&f, &command, &o, argc, argv))
		return f.report.status;
	if (o.exit_code)
		f.report.error_status = 2;
	if (!open_filter(&f, &o))
		return f.report.status;
	run(&f, &o.gather);
	gather_free(&o.gather);
	output_free(&o.output);
	compare_close(&comparison);
	status = filter_close(&f);
	return status == 0 && o.exit_code ? o.output.differs : status;
}
