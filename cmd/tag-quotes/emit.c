#include "cmd/tag-quotes/emit.h"

enum column {
	COLUMN_DOC, COLUMN_PAR, COLUMN_SENT, COLUMN_QUOTE, COLUMN_START, COLUMN_END, COLUMN_TYPE, COLUMN_SPEAKER, COLUMN_CUE,
	COLUMN_NAME, COLUMN_HOW, COLUMN_SPEAKER_START, COLUMN_SPEAKER_END, COLUMN_CUE_START, COLUMN_CUE_END, COLUMN_WHY,
	COLUMN_TEXT
};

static const char *const column_names[EMIT_COLUMNS] = {"doc", "par", "sent", "quote", "start", "end", "type", "speaker", "cue",
    "name", "how", "speaker_start", "speaker_end", "cue_start", "cue_end", "why", "text"};
static const char *const type_names[QUOTATION_TYPES] = {"direct", "partial", "mixed", "indirect", "scare"};
static const char *const how_names[] = {"none", "adjacent", "carried", "pronoun"};

const unsigned emit_types = ((1u << QUOTATION_TYPES) - 1) & ~(1u << QUOTATION_SCARE);

const char *
emit_set_types(struct emitter *e, const char *list)
{
	size_t n, i;

	e->types = 0;
	for (;; list += n + 1) {
		n = strcspn(list, ",");
		for (i = 0; i < QUOTATION_TYPES; i++)
			if (strlen(type_names[i]) == n && memcmp(type_names[i], list, n) == 0)
				break;
		if (i == QUOTATION_TYPES)
			return "the types are direct, partial, mixed, indirect and scare";
		e->types |= 1u << i;
		if (list[n] == '\0')
			return NULL;
	}
}

size_t
emit_columns(struct emitter *e, const char **names)
{
	e->n_columns = 0;
	for (unsigned i = 0; i < EMIT_COLUMNS; i++) {
		if ((i >= COLUMN_SPEAKER_START && i <= COLUMN_CUE_END && !e->spans) || (i == COLUMN_WHY && !e->explain))
			continue;
		e->columns[e->n_columns] = (uint8_t)i;
		names[e->n_columns++] = column_names[i];
	}
	return e->n_columns;
}

static struct value
span_value(const struct layout *l, struct span s)
{
	return value_text(l->text.data + s.start, s.end - s.start);
}

/* Sets the name: "A and B" where a speaker is two persons. Returns 0, or -1 where memory ran out. */
static int
set_name(struct emitter *e, struct value *v, const struct layout *l, const struct quotation *q)
{
	const struct span parts[] = {q->name, q->joint, q->name_end};

	*v = span_value(l, q->name);
	if (q->name_end.end == q->name_end.start)
		return 0;
	e->name.len = 0;
	for (size_t i = 0; i < sizeof(parts) / sizeof(parts[0]); i++)
		if (buf_append(&e->name, l->text.data + parts[i].start, parts[i].end - parts[i].start) == -1)
			return -1;
	*v = value_text(e->name.data, e->name.len);
	return 0;
}

/* The offsets of a span in the paragraph where it stands, as two values. */
static void
set_offsets(struct value *v, const struct layout *l, const struct row *rows, struct span s)
{
	size_t i;

	if (s.end == s.start)
		return;
	i = layout_paragraph(l, s.start);
	v[0] = value_number(layout_offset(l, rows, i, s.start));
	v[1] = value_number(layout_offset(l, rows, i, s.end));
}

/* The values that tell of the quotation itself. Returns as set_name(). */
static int
set_quotation(struct emitter *e, struct value *v, const struct layout *l, const struct row *rows, const struct quotation *q)
{
	v[COLUMN_QUOTE] = value_number(q->number);
	v[COLUMN_TYPE] = value_string(type_names[q->type]);
	v[COLUMN_SPEAKER] = span_value(l, q->speaker);
	v[COLUMN_CUE] = span_value(l, q->cue);
	v[COLUMN_HOW] = value_string(how_names[q->how]);
	v[COLUMN_WHY] = value_string(q->why);
	if (e->spans) {
		set_offsets(&v[COLUMN_SPEAKER_START], l, rows, q->speaker);
		set_offsets(&v[COLUMN_CUE_START], l, rows, q->cue);
	}
	return set_name(e, &v[COLUMN_NAME], l, q);
}

static int
write_piece(struct emitter *e, const struct layout *l, const struct row *rows, const struct piece *piece)
{
	const struct row *row = &rows[piece->row];
	struct value v[EMIT_COLUMNS] = {0}, chosen[EMIT_COLUMNS];

	v[COLUMN_DOC] = value_field(row->doc);
	v[COLUMN_PAR] = value_number(row->par);
	if (row->sent != 0)
		v[COLUMN_SENT] = value_number(row->sent);
	v[COLUMN_START] = value_number(row->start + piece->start);
	v[COLUMN_END] = value_number(row->start + piece->end);
	v[COLUMN_TEXT] = value_slice(row, piece->start, piece->end);
	if (piece->quotation == NULL)
		v[COLUMN_TYPE] = value_string("none");
	else if (set_quotation(e, v, l, rows, piece->quotation) == -1)
		return -1;
	for (size_t i = 0; i < e->n_columns; i++)
		chosen[i] = v[e->columns[i]];
	writer_row(e->writer, chosen, row->fields);
	return 0;
}

/* Takes out the quotations of other types, and without all those inside another. Returns how many are left. */
static size_t
select_types(const struct emitter *e, struct quotation *q, size_t n)
{
	size_t kept = 0;

	for (size_t i = 0; i < n; i++)
		if (e->types & 1u << q[i].type && (e->all || !q[i].inner))
			q[kept++] = q[i];
	return kept;
}

int
emit_document(struct emitter *e, const struct document *d, const struct layout *l, struct quotation *quotations, size_t n)
{
	struct pieces *ps = &e->pieces;
	size_t first = 0, end;

	n = select_types(e, quotations, n);
	for (size_t i = 0; i < l->n; i++, first = end) {
		for (end = first; end < n && quotations[end].paragraph == i; end++)
			;
		if (pieces_cut(ps, l, d->rows, i, end > first ? &quotations[first] : NULL, end - first) == -1 ||
		    (e->all && pieces_fill(ps, l, d->rows, i) == -1))
			return -1;
		for (size_t k = 0; k < (e->all ? ps->n_all : ps->n); k++)
			if (write_piece(e, l, d->rows, e->all ? &ps->all[k] : &ps->p[k]) == -1)
				return -1;
	}
	return 0;
}

void
emit_free(struct emitter *e)
{
	pieces_free(&e->pieces);
	buf_free(&e->name);
}
