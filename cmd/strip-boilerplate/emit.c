#include "cmd/strip-boilerplate/emit.h"

#include <stdlib.h>

#include "cmd/strip-boilerplate/trim.h"
#include "common/utf8.h"

enum { CUT_SCORE = 990, KNOWN_SCORE = 995 };

static const struct judgement *
judge_document(struct emitter *e, const struct document *d)
{
	if (array_reserve(&e->texts, &e->texts_cap, d->n, sizeof(*e->texts)) == -1)
		return NULL;
	for (size_t i = 0; i < d->n; i++)
		e->texts[i] = d->rows[i].text;
	return classify(e->classifier, e->texts, d->n);
}

static struct slice
site_of(const struct emitter *e, const struct document *d)
{
	if (e->site == SITE_NONE)
		return (struct slice){"", 0};
	return repeats_site(e->site == SITE_DOC ? d->rows[0].doc : d->rows[0].fields[e->site]);
}

/* Whether a slice with this label and score goes. */
static bool
goes(const struct emitter *e, enum label label, int score)
{
	if (e->keep >> label & 1)
		return false;
	return (e->drop >> label & 1) || score >= e->threshold;
}

/* One paragraph, judged. */
struct paragraph {
	const struct row *row;
	struct judgement judgement;
	bool dropped;
	struct cut cuts[TRIM_MAX];
	size_t n_cuts;
};

/* White space from *begin to *end is left out of the slice. */
static bool
trim_slice(const char *text, size_t *begin, size_t *end)
{
	struct slice s = utf8_trim(text + *begin, *end - *begin);

	*begin = (size_t)(s.data - text);
	*end = *begin + s.len;
	return s.len > 0;
}

/* Where every byte that is no white space is cut, the paragraph goes as a whole. */
static void
cut_whole(struct paragraph *p)
{
	size_t at = 0, begin, end;

	for (size_t i = 0; i <= p->n_cuts; i++) {
		begin = at;
		end = i < p->n_cuts ? p->cuts[i].begin : p->row->text.len;
		if (trim_slice(p->row->text.data, &begin, &end))
			return;
		at = i < p->n_cuts ? p->cuts[i].end : 0;
	}
	p->dropped = true;
	p->judgement = (struct judgement){p->cuts[0].label, CUT_SCORE, WHY_TRIM};
}

static void
decide(const struct emitter *e, const struct document *d, const struct judgement *j, size_t i, struct paragraph *p)
{
	const struct block *b = &classifier_blocks(e->classifier)[i];
	size_t n = 0;

	p->row = &d->rows[i];
	p->judgement = j[i];
	if (e->known != NULL && b->shape.text_hash != 0 && repeats_has(e->known, site_of(e, d), b->shape.text_hash)) {
		p->judgement.score = KNOWN_SCORE;
		p->judgement.why = WHY_KNOWN;
		if (p->judgement.label < FIRST_BOILERPLATE)
			p->judgement.label = LABEL_NAV;
	}
	p->n_cuts = 0;
	p->dropped = goes(e, p->judgement.label, p->judgement.score);
	if (p->dropped)
		return;
	p->n_cuts = trim_find(p->row->text.data, p->row->text.len, p->cuts);
	for (size_t k = 0; k < p->n_cuts; k++)
		if (goes(e, p->cuts[k].label, CUT_SCORE))
			p->cuts[n++] = p->cuts[k];
	p->n_cuts = n;
	if (n > 0)
		cut_whole(p);
}

const char *const paragraph_columns[N_PARAGRAPH_COLUMNS] = {"doc", "par", "start", "end", "decision", "label", "score", "why", "text"};

bool
paragraph_column_wanted(size_t i, bool all, bool explain)
{
	return i < 4 || i == N_PARAGRAPH_COLUMNS - 1 || (i == 7 ? explain : all);
}

static int
write_slice(struct emitter *e, const struct paragraph *p, size_t begin, size_t end, const char *decision, const struct judgement *j)
{
	const struct row *r = p->row;
	struct value v[N_PARAGRAPH_COLUMNS];
	size_t n = 0;

	v[n++] = value_field(r->doc);
	v[n++] = value_number(r->par);
	v[n++] = value_number(r->start + begin);
	v[n++] = value_number(r->start + end);
	if (e->all) {
		v[n++] = value_string(decision);
		v[n++] = value_string(label_name(j->label));
		v[n++] = value_milli((uint64_t)j->score);
	}
	if (e->explain)
		v[n++] = value_text(e->why.data, e->why.len);
	v[n++] = value_slice(r, begin, end);
	return writer_row(e->writer, v, r->fields);
}

static int
explain(struct emitter *e, const struct paragraph *p, size_t i, bool trimmed)
{
	e->why.len = 0;
	if (!e->explain)
		return 0;
	if (trimmed || p->judgement.why == WHY_TRIM)
		return buf_append(&e->why, "cut", 3);
	return classifier_explain(e->classifier, i, &p->judgement, p->row->text, &e->why);
}

static int
write_paragraph(struct emitter *e, const struct paragraph *p, size_t i)
{
	size_t at = 0, begin, end;

	if (p->n_cuts == 0 || p->dropped) {
		if (p->dropped && !e->all)
			return 0;
		if (explain(e, p, i, false) == -1)
			return -1;
		write_slice(e, p, 0, p->row->text.len, p->dropped ? "drop" : "keep", &p->judgement);
		return 0;
	}
	for (size_t k = 0; ; k++) {
		begin = at;
		end = k < p->n_cuts ? p->cuts[k].begin : p->row->text.len;
		if (trim_slice(p->row->text.data, &begin, &end)) {
			if (explain(e, p, i, false) == -1)
				return -1;
			write_slice(e, p, begin, end, "keep", &p->judgement);
		}
		if (k == p->n_cuts)
			return 0;
		begin = p->cuts[k].begin;
		at = end = p->cuts[k].end;
		if (e->all && trim_slice(p->row->text.data, &begin, &end)) {
			struct judgement j = {p->cuts[k].label, CUT_SCORE, WHY_TRIM};

			if (explain(e, p, i, true) == -1)
				return -1;
			write_slice(e, p, begin, end, "trim", &j);
		}
	}
}

int
emit_paragraphs(struct emitter *e, const struct document *d)
{
	const struct judgement *j = judge_document(e, d);
	struct paragraph p;

	if (j == NULL)
		return -1;
	for (size_t i = 0; i < d->n; i++) {
		decide(e, d, j, i, &p);
		if (write_paragraph(e, &p, i) == -1)
			return -1;
	}
	return 0;
}

/* Appends the bytes [begin, end) of the paragraph to the joined text, on a line of their own where line tells so. */
static int
join_slice(struct emitter *e, const struct paragraph *p, size_t begin, size_t end, bool *line)
{
	if (!trim_slice(p->row->text.data, &begin, &end))
		return 0;
	if (e->joined.len > 0 && buf_byte(&e->joined, *line ? '\n' : ' ') == -1)
		return -1;
	*line = false;
	return buf_append(&e->joined, p->row->text.data + begin, end - begin);
}

/* The fields of the row, less the one that is left out. */
static const struct slice *
carried(struct emitter *e, const struct row *row)
{
	size_t n = 0;

	if (e->without == -1)
		return row->fields;
	if (array_reserve(&e->fields, &e->fields_cap, e->n_fields, sizeof(*e->fields)) == -1)
		return NULL;
	for (size_t i = 0; i < e->n_fields; i++)
		if (i != (size_t)e->without)
			e->fields[n++] = row->fields[i];
	return e->fields;
}

int
emit_joined(struct emitter *e, const struct document *d)
{
	const struct judgement *j = judge_document(e, d);
	const struct slice *fields;
	struct value v[2];
	struct paragraph p;

	if (j == NULL)
		return -1;
	e->joined.len = 0;
	for (size_t i = 0; i < d->n; i++) {
		bool line = true;
		size_t at = 0;

		decide(e, d, j, i, &p);
		for (size_t k = 0; !p.dropped && k <= p.n_cuts; k++) {
			if (join_slice(e, &p, at, k < p.n_cuts ? p.cuts[k].begin : p.row->text.len, &line) == -1)
				return -1;
			at = k < p.n_cuts ? p.cuts[k].end : 0;
		}
	}
	v[0] = value_field(d->rows[0].doc);
	v[1] = value_text(e->joined.data, e->joined.len);
	fields = carried(e, &d->rows[0]);
	if (fields == NULL && e->without != -1)
		return -1;
	writer_row(e->writer, v, fields);
	return 0;
}

static struct value
hexadecimal(uint64_t n, char out[16])
{
	for (int i = 15; i >= 0; i--, n >>= 4)
		out[i] = "0123456789abcdef"[n & 15];
	return value_field((struct slice){out, 16});
}

int
emit_fingerprints(struct emitter *e, const struct document *d)
{
	const struct block *b;
	uint64_t story = 0;
	size_t longest = 0;
	char fingerprint[16], key[16];
	struct value v[3];

	if (judge_document(e, d) == NULL)
		return -1;
	b = classifier_blocks(e->classifier);
	for (size_t i = 0; i < d->n; i++)
		if (d->rows[i].text.len > longest) {
			longest = d->rows[i].text.len;
			story = b[i].shape.text_hash;
		}
	v[0] = value_field(site_of(e, d));
	v[2] = hexadecimal(story, key);
	for (size_t i = 0; i < d->n; i++) {
		if (b[i].shape.text_hash == 0)
			continue;
		v[1] = hexadecimal(b[i].shape.text_hash, fingerprint);
		writer_row(e->writer, v, NULL);
	}
	return 0;
}

void
emitter_free(struct emitter *e)
{
	free(e->texts);
	free(e->fields);
	buf_free(&e->why);
	buf_free(&e->joined);
}
