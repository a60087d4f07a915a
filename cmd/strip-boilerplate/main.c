/* strip-boilerplate: drops the paragraphs of an article that are not the article. */
#include <errno.h>
#include <stdlib.h>
#include <string.h>

#include "cmd/strip-boilerplate/emit.h"
#include "cmd/strip-boilerplate/options.h"
#include "common/filter.h"

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
	reader_close(f->reader);
	return false;
}

/*
 * Opens the writer with the columns that the options ask for. With -j the input's
 * columns are carried but for sent, which is no number of a document: *left is
 * those that are, *without the place of sent, or -1.
 */
static bool
open_writer(struct filter *f, const struct options *o, struct header *left, ptrdiff_t *without)
{
	static const char *const joined[] = {"doc", "text"}, *const fingerprints[] = {"site", "fingerprint", "story"};
	const char *own[N_PARAGRAPH_COLUMNS];
	size_t n = 0;

	*without = -1;
	if (o->fingerprints)
		return filter_writer(f, fingerprints, 3, false);
	if (o->join) {
		*left = *reader_header(f->reader);
		*without = header_find(left, "sent");
		if (*without == -1)
			return filter_writer(f, joined, 2, true);
		left->names = calloc(left->n, sizeof(*left->names));
		if (left->names == NULL) {
			report_error(&f->report, NULL, 0, "%s", strerror(errno));
			reader_close(f->reader);
			return false;
		}
		for (size_t i = 0; i < left->n; i++)
			if (i != (size_t)*without)
				left->names[n++] = reader_header(f->reader)->names[i];
		left->n = n;
		return filter_writer_carrying(f, joined, 2, left);
	}
	for (size_t i = 0; i < N_PARAGRAPH_COLUMNS; i++)
		if (paragraph_column_wanted(i, o->all, o->explain))
			own[n++] = paragraph_columns[i];
	return filter_writer(f, own, n, true);
}

enum { ARTICLE_THRESHOLD = 900, PAGE_THRESHOLD = 700 };

static void
run(struct filter *f, struct emitter *e, int (*emit)(struct emitter *, const struct document *))
{
	struct document document = {0};

	if (e->classifier == NULL)
		report_error(&f->report, NULL, 0, "%s", strerror(errno));
	else
		while (!f->writer.failed && document_next(&document, f->reader) == 1)
			if (emit(e, &document) == -1) {
				report_error(&f->report, document.rows[0].file, document.rows[0].line, "%s", strerror(errno));
				break;
			}
	document_free(&document);
}

int
main(int argc, char **argv)
{
	struct options o = {.threshold = -1};
	struct repeats known = {0};
	struct emitter e = {.without = -1};
	struct filter f;
	struct header left = {0};
	bool opened = false;

	if (!filter_args(&f, &strip_command, &o, argc, argv))
		return f.report.status;
	/* Before the input: once that is open nothing more can be opened. */
	if ((o.known == NULL || read_known(o.known, &known, &f.report)) && filter_reader(&f, NULL) && find_site(&f, o.site, &e.site))
		opened = open_writer(&f, &o, &left, &e.without);
	if (opened) {
		e.classifier = classifier_new(o.mode);
		e.writer = &f.writer;
		e.threshold = o.threshold != -1 ? o.threshold : o.mode == MODE_PAGE ? PAGE_THRESHOLD : ARTICLE_THRESHOLD;
		e.keep = o.keep;
		e.drop = o.drop;
		e.all = o.all;
		e.explain = o.explain;
		e.known = o.known != NULL ? &known : NULL;
		e.n_fields = reader_header(f.reader)->n;
		run(&f, &e, o.fingerprints ? emit_fingerprints : o.join ? emit_joined : emit_paragraphs);
		filter_close(&f);
	}
	classifier_free(e.classifier);
	emitter_free(&e);
	repeats_free(&known);
	if (e.without != -1)
		free(left.names);
	return f.report.status;
}
