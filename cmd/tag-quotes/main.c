/* tag-quotes: finds quotations and reported speech, and who speaks. */
#include <errno.h>
#include <string.h>

#include "cmd/tag-quotes/emit.h"
#include "cmd/tag-quotes/layout.h"
#include "cmd/tag-quotes/tagger.h"
#include "common/document.h"
#include "common/filter.h"

enum {
	OPTION_EXPLAIN = 256,
	OPTION_SPANS
};

/* What the command line says, and the memory that every document uses again. */
struct program {
	struct filter filter;
	struct slice language;
	struct document document;
	struct layout layout;
	struct tagger tagger;
	struct emitter emitter;
};

static const struct option_spec options[] = {
	{'k', "types", "TYPES", "only these types, joined by commas (default direct,partial,mixed,indirect; also scare)"},
	{'l', "lang", "LANG", "the language, en or de (default en); a lang column overrides it"},
	{'a', "all", NULL, "every row of the input, cut into segments; type is none outside quotations"},
	{OPTION_SPANS, "spans", NULL, "columns speaker_start, speaker_end, cue_start, cue_end: where these stand"},
	{OPTION_EXPLAIN, "explain", NULL, "a column why: the pattern that found it"},
};

static const char *
set_option(void *self, int letter, const char *argument)
{
	struct program *g = self;

	switch (letter) {
	case 'a':
		g->emitter.all = true;
		break;
	case 'k':
		return emit_set_types(&g->emitter, argument);
	case 'l':
		g->language = slice_of(argument);
		break;
	case OPTION_EXPLAIN:
		g->emitter.explain = true;
		break;
	case OPTION_SPANS:
		g->emitter.spans = true;
		break;
	}
	return NULL;
}

static const struct command command = {
	.name = "tag-quotes",
	.summary = "finds quotations and reported speech, and who speaks",
	.options = options,
	.n_options = sizeof(options) / sizeof(options[0]),
	.option = set_option,
};

static int
tag_document(struct program *g)
{
	const struct document *d = &g->document;
	const struct layout *l = &g->layout;

	if (layout_build(&g->layout, d->rows, d->n, g->language) == -1 ||
	    tagger_run(&g->tagger, l->text.data, l->paragraphs, l->languages, l->n) == -1)
		return -1;
	return emit_document(&g->emitter, d, l, g->tagger.quotations, g->tagger.n);
}

int
main(int argc, char **argv)
{
	struct program g = {.language = slice_of("en"), .emitter = {.types = emit_types, .writer = &g.filter.writer}};
	const char *names[EMIT_COLUMNS];

	if (!filter_args(&g.filter, &command, &g, argc, argv) || !filter_reader(&g.filter, NULL) ||
	    !filter_writer(&g.filter, names, emit_columns(&g.emitter, names), true))
		return g.filter.report.status;
	if (!lexicon_knows(g.language.data, g.language.len))
		report_warning(&g.filter.report, NULL, 0, "no words of language '%s' are known; those of en are used", g.language.data);
	while (!g.filter.writer.failed && document_next(&g.document, g.filter.reader) == 1)
		if (tag_document(&g) == -1) {
			report_error(&g.filter.report, g.document.rows[0].file, g.document.rows[0].line, "%s", strerror(errno));
			break;
		}
	document_free(&g.document);
	layout_free(&g.layout);
	tagger_free(&g.tagger);
	emit_free(&g.emitter);
	return filter_close(&g.filter);
}
