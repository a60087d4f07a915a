#include "cmd/diff-sources/output.h"

#include <stdio.h>
#include <string.h>

#include "common/escape.h"

const char *const op_names[OPS_N] = {"same", "edited", "split", "merged", "only-a", "only-b"};

enum column {
	GROUP, A, A_SENT, B, B_SENT, OP, MOVED, SCORE, FLAGS, EDITS,
	A_PAR, A_START, B_PAR, B_START, A_SPANS, B_SPANS, A_TEXT, B_TEXT, COLUMNS_N
};

static const char *const column_names[COLUMNS_N] = {
	"", "a", "a_sent", "b", "b_sent", "op", "moved", "score", "flags", "edits",
	"a_par", "a_start", "b_par", "b_start", "a_spans", "b_spans", "a_text", "b_text",
};

size_t
output_columns(struct output *o, const char **names)
{
	size_t n = 0;

	if (o->group != NULL)
		names[n++] = o->group;
	if (o->kind == OUTPUT_SUMMARY) {
		memcpy(names + n, summary_names, sizeof summary_names);
		return o->n = n + SUMMARY_N;
	}
	if (o->kind == OUTPUT_EVIDENCE) {
		memcpy(names + n, evidence_names, sizeof evidence_names);
		return o->n = n + EVIDENCE_N;
	}
	for (size_t i = A; i < COLUMNS_N; i++) {
		if (o->kind != OUTPUT_SPANS && i >= A_PAR && i <= B_SPANS)
			continue;
		o->column_of[n] = i;
		names[n++] = column_names[i];
	}
	return o->n = n;
}

void
output_begin(struct output *o, struct writer *w, ptrdiff_t group_column)
{
	o->writer = w;
	o->group_column = group_column;
	for (size_t i = 0; i < o->n; i++)
		if (writer_wants(w, i))
			o->wants_edits |= o->column_of[i] == FLAGS || o->column_of[i] == EDITS ||
			    o->column_of[i] == A_SPANS || o->column_of[i] == B_SPANS;
}

/* Its sentence as it stands, else its paragraph, which is its number where the input has none. */
static struct value
sentence(const struct comparison *c, const struct row *row)
{
	struct slice sent = article_field(row, c->columns->sent);

	return sent.len > 0 ? value_field(sent) : value_number(row->par);
}

static void
fill_a(struct value *v, const struct comparison *c, uint32_t i)
{
	const struct row *row = article_row(c->a, i);

	v[A_SENT] = sentence(c, row);
	v[A_PAR] = value_number(row->par);
	v[A_START] = value_number(row->start);
	v[A_TEXT] = value_slice(row, 0, row->text.len);
}

static void
fill_b(struct value *v, const struct comparison *c, uint32_t i)
{
	const struct row *row = article_row(c->b, i);

	v[B_SENT] = sentence(c, row);
	v[B_PAR] = value_number(row->par);
	v[B_START] = value_number(row->start);
	v[B_TEXT] = value_slice(row, 0, row->text.len);
}

static int
write_row(struct output *o, const struct comparison *c, struct value *v, int op)
{
	struct value row[OUTPUT_COLUMNS_MAX];

	v[GROUP] = value_field(o->group_value);
	v[A] = value_field(c->a->document.rows[0].doc);
	v[B] = value_field(c->b->document.rows[0].doc);
	v[OP] = value_string(op_names[op]);
	for (size_t i = 0; i < o->n; i++)
		row[i] = v[o->column_of[i]];
	if (o->ops & 1u << op)
		writer_row(o->writer, row, NULL);
	return 0;
}

static int
only_a(struct output *o, const struct comparison *c, uint32_t i)
{
	struct value v[COLUMNS_N] = {[MOVED] = value_number(0)};

	fill_a(v, c, i);
	o->differs = true;
	return write_row(o, c, v, OP_ONLY_A);
}

static int
only_b(struct output *o, const struct comparison *c, uint32_t i)
{
	struct value v[COLUMNS_N] = {[MOVED] = value_number(0)};

	fill_b(v, c, i);
	o->differs = true;
	return write_row(o, c, v, OP_ONLY_B);
}

/* Appends the tokens [begin, end) between an opening and a closing mark. */
static int
put_tokens(struct buf *out, const char *marks, const struct token *t, uint32_t begin, uint32_t end)
{
	const char *text = t[begin].text, *text_end = t[end - 1].text + t[end - 1].len;

	return buf_append(out, marks, 2) != 0 || buf_append(out, text, (size_t)(text_end - text)) != 0 ||
	    buf_append(out, marks + 2, 2) != 0 ? -1 : 0;
}

static int
put_range(struct buf *out, const struct token *t, uint32_t begin, uint32_t end)
{
	char range[48];
	int n;

	if (begin == end)
		return 0;
	n = snprintf(range, sizeof range, "%s%u-%u", out->len > 0 ? "," : "", t[begin].start, t[end - 1].start + t[end - 1].len);
	return buf_append(out, range, (size_t)n);
}

static const char gap[] = " \xe2\x80\xa6 ";

static int
put_field(struct buf *out, const char *marks, struct slice field)
{
	if (field.len == 0)
		return 0;
	return buf_append(out, marks, 2) != 0 || unescape_append(out, field.data, field.len) != 0 ? -1 : buf_append(out, marks + 2, 2);
}

/* What changed beside the text, its column before it: "speaker [-Reiter-]{+Brandt+}". */
static int
put_change(struct buf *out, const struct column_change *v)
{
	if ((out->len > 0 && buf_append(out, gap, sizeof gap - 1) != 0) || buf_append(out, v->column, strlen(v->column)) != 0 ||
	    buf_byte(out, ' ') != 0 || put_field(out, "[--]", v->a) != 0)
		return -1;
	return put_field(out, "{++}", v->b);
}

static int
put_edits(struct output *o, const struct comparison *c)
{
	const struct token *a = c->tokens_a.list, *b = c->tokens_b.list;

	o->edits.len = o->spans_a.len = o->spans_b.len = 0;
	for (size_t i = 0; i < c->n_changes; i++)
		if (put_change(&o->edits, &c->changes[i]) != 0)
			return -1;
	for (size_t i = 0; i < c->edits.n; i++) {
		const struct hunk *h = &c->edits.list[i];

		if ((o->edits.len > 0 && buf_append(&o->edits, gap, sizeof gap - 1) != 0) ||
		    (h->a < h->a_end && put_tokens(&o->edits, "[--]", a, h->a, h->a_end) != 0) ||
		    (h->b < h->b_end && put_tokens(&o->edits, "{++}", b, h->b, h->b_end) != 0) ||
		    (o->kind == OUTPUT_SPANS && (put_range(&o->spans_a, a, h->a, h->a_end) != 0 || put_range(&o->spans_b, b, h->b, h->b_end) != 0)))
			return -1;
	}
	return 0;
}

static void
name_flags(unsigned flags, char *out, size_t size)
{
	for (unsigned k = 0; k < FLAGS_N; k++)
		if (flags & 1u << k) {
			if (*out != '\0')
				strlcat(out, ",", size);
			strlcat(out, flag_names[k], size);
		}
}

/* What a buffer holds; plain tells that it was put together from texts without bytes to escape. */
static struct value
value_of(const struct buf *b, bool plain)
{
	if (b->len == 0)
		return (struct value){.kind = VALUE_EMPTY};
	return plain ? value_field((struct slice){b->data, b->len}) : value_text(b->data, b->len);
}

/* Whether the edits of a link come from texts without bytes to escape. */
static bool
plain_texts(const struct comparison *c, const struct link *l)
{
	return l->op == LINK_EDITED && c->n_changes == 0 && article_row(c->a, l->a)->plain && article_row(c->b, l->b)->plain;
}

static int
write_link(struct output *o, struct comparison *c, size_t i)
{
	const struct link *l = &c->links.list[i];
	struct value v[COLUMNS_N] = {[MOVED] = value_number(l->moved)};
	char flags[128] = "", score[] = "1.000";

	o->differs |= l->op != LINK_SAME || l->moved;
	if (!(o->ops & 1u << l->op))
		return 0;
	for (unsigned digit = 4, rest = l->score; digit > 1 && l->score < 1000; digit--, rest /= 10)
		score[digit] = (char)('0' + rest % 10);
	score[0] = (char)('0' + l->score / 1000);
	v[SCORE] = value_string(score);
	fill_a(v, c, l->a);
	fill_b(v, c, l->b);
	if (o->wants_edits && l->op != LINK_SAME) {
		if (compare_link(c, i) != 0 || put_edits(o, c) != 0)
			return -1;
		name_flags(c->flags, flags, sizeof flags);
		v[FLAGS] = value_string(flags);
		v[EDITS] = value_of(&o->edits, plain_texts(c, l));
		v[A_SPANS] = value_of(&o->spans_a, true);
		v[B_SPANS] = value_of(&o->spans_b, true);
	}
	return write_row(o, c, v, (int)l->op);
}

/* Writes rows of b without a link from *next up to end. */
static int
write_only_b(struct output *o, const struct comparison *c, uint32_t *next, uint32_t end)
{
	for (; *next < end; ++*next)
		if (c->links.first_of_b[*next] == 0 && only_b(o, c, *next) != 0)
			return -1;
	return 0;
}

static int
write_rows(struct output *o, struct comparison *c)
{
	const struct links *l = &c->links;
	uint32_t next = 0;
	size_t k = 0;

	for (uint32_t a = 0; a < c->a->side.n; a++) {
		if (k == l->n || l->list[k].a != a) {
			if (only_a(o, c, a) != 0)
				return -1;
			continue;
		}
		for (; k < l->n && l->list[k].a == a; k++)
			if ((!l->list[k].moved && write_only_b(o, c, &next, l->list[k].b) != 0) || write_link(o, c, k) != 0)
				return -1;
	}
	return write_only_b(o, c, &next, (uint32_t)c->b->side.n);
}

static int
write_summary(struct output *o, const struct comparison *c)
{
	struct value row[OUTPUT_COLUMNS_MAX];
	struct summary s;
	size_t n = 0;

	if (summary_make(&o->summarizer, c, &s) != 0)
		return -1;
	o->differs |= summary_differs(&s);
	if (o->group != NULL)
		row[n++] = value_field(o->group_value);
	row[n++] = value_field(c->a->document.rows[0].doc);
	row[n++] = value_field(c->b->document.rows[0].doc);
	for (size_t i = 0; i < SUMMARY_COUNTS; i++)
		row[n++] = value_number(s.counts[i]);
	row[n++] = value_milli(s.a_in_b);
	row[n++] = value_milli(s.b_in_a);
	writer_row(o->writer, row, NULL);
	return 0;
}

int
output_pair(struct output *o, struct comparison *c)
{
	o->group_value = article_field(&c->b->document.rows[0], o->group_column);
	return o->kind == OUTPUT_SUMMARY ? write_summary(o, c) : write_rows(o, c);
}

int
output_evidence(void *self, const struct article *a, const struct article *b, const struct evidence *e)
{
	struct output *o = self;
	const struct row *row_a = &a->document.rows[0], *row_b = &b->document.rows[0];
	struct value row[EVIDENCE_N + 1] = {
		value_field(article_field(row_a, o->group_column)), value_field(row_a->doc), value_field(row_b->doc),
		value_number(e->linked), value_number(e->shared), value_number(e->a_alone), value_number(e->b_alone),
		value_milli(e->a_reach), value_milli(e->b_reach), value_text(e->a_credit.data, e->a_credit.len), value_text(e->b_credit.data, e->b_credit.len),
	};

	o->differs = true;
	writer_row(o->writer, o->group != NULL ? row : row + 1, NULL);
	return 0;
}

void
output_free(struct output *o)
{
	buf_free(&o->edits);
	buf_free(&o->spans_a);
	buf_free(&o->spans_b);
	summarizer_free(&o->summarizer);
}
