#include "cmd/tag-quotes/span.h"

#include "cmd/tag-quotes/cue.h"
#include "cmd/tag-quotes/values.h"
#include "cmd/tag-quotes/within.h"

/* How far beyond a clause is looked, in tokens: what keeps the search linear. */
#define LOOK CLAUSE_LENGTH

/* A word that mostly reports something, in how many of 100 uses. */
#define CUE_MOSTLY 40
_Static_assert(CUE_SHARE <= CUE_MOSTLY, "a word that is no possible cue would count");

/* A clause and what stands around it. */
struct view {
	const struct passage *p;
	uint32_t c, first, end;
	uint32_t gap_from, gap_to; /* the tokens between the cue and the clause */
	uint32_t from, to;	/* the part of the sentence that is looked at */
	bool after;
};

static struct view
view_of(const struct passage *p, const struct span_choice *x)
{
	const struct sentence *s = &p->sentences[p->sentence_of[x->cue]];
	struct view v = {.p = p, .c = x->cue, .first = x->span.first, .end = x->span.end, .after = x->after};
	uint32_t near = x->after ? v.c : v.first;

	v.gap_from = x->after ? v.c + 1 : v.end;
	v.gap_to = x->after ? v.first : v.c;
	v.from = near - s->first > LOOK ? near - LOOK : s->first;
	v.to = s->end - v.end > LOOK ? v.end + LOOK : s->end;
	return v;
}

/* How surely a word of the tokens [from, to), another than the cue, reports something, in hundredths. */
static unsigned
surest_cue(const struct view *v, uint32_t from, uint32_t to)
{
	const struct passage *p = v->p;
	unsigned most = 0;

	for (size_t k = cue_index(p, from); k < p->n_cues && p->cues[k] < to; k++) {
		unsigned cue = p->tokens.t[p->cues[k]].cue;

		if (p->cues[k] != v->c && cue > most)
			most = cue;
	}
	return most;
}

/* The nearest word before the cue, outside marks, that mostly reports something; the cue itself where none does. */
static uint32_t
cue_before(const struct view *v)
{
	const struct passage *p = v->p;

	for (size_t k = cue_index(p, v->c); k > 0 && p->cues[k - 1] >= v->from; k--)
		if (p->tokens.t[p->cues[k - 1]].cue >= CUE_MOSTLY)
			return p->cues[k - 1];
	return v->c;
}

/* The tag of the first finite verb of the tokens [from, to). */
static enum tag
first_finite(const struct passage *p, uint32_t from, uint32_t to)
{
	for (uint32_t i = from; i < to; i++)
		if (tag_is_finite(tag_at(p, i)))
			return tag_at(p, i);
	return TAG_NONE;
}

static unsigned
count_tags(const struct passage *p, uint32_t from, uint32_t to, uint64_t set)
{
	unsigned n = 0;

	for (uint32_t i = from; i < to; i++)
		n += tag_in_set(tag_at(p, i), set);
	return n;
}

static unsigned
count_quoted(const struct passage *p, uint32_t from, uint32_t to)
{
	unsigned n = 0;

	for (uint32_t i = from; i < to; i++)
		n += p->quote_of[i] != 0;
	return n;
}

/* How surely token k, of the sentence, reports something. */
static int
cue_in(const struct view *v, ptrdiff_t k)
{
	return in_sentence(v->p, v->c, k) ? v->p->tokens.t[k].cue : -1;
}

static void
add_odds(struct values *out, const struct span_choice *x)
{
	values_add(out, x->after);
	values_add(out, x->cue_odds);
	values_add(out, x->other_odds);
	values_add(out, x->speech_odds);
	values_add(out, x->first_odds);
	values_add(out, x->last_odds);
	values_add(out, x->first_lag);
	values_add(out, x->last_lag);
}

static void
add_cue(struct values *out, const struct view *v)
{
	const struct passage *p = v->p;
	const struct token *t = &p->tokens.t[v->c];
	ptrdiff_t c = v->c, subject = cue_lead(p, v->c);
	uint32_t outer = cue_before(v);

	values_add(out, t->cue);
	values_add(out, t->speech);
	for (ptrdiff_t k = -2; k <= 2; k++)
		values_add(out, tag_in(p, v->c, c + k));
	values_add(out, c - subject);
	values_add(out, tag_in(p, v->c, subject));
	values_add(out, tag_in(p, v->c, subject - 1));
	values_add(out, outer == v->c ? 0 : p->tokens.t[outer].cue);
	values_add(out, v->c - outer);
	values_add(out, p->commas[v->c] - p->commas[outer]);
	values_add(out, t->flags & (TOKEN_CAPITAL | TOKEN_FIRST));
	values_add(out, (int64_t)that_ahead(p, v->c, 10));
}

static void
add_edges(struct values *out, const struct view *v)
{
	const struct passage *p = v->p;
	ptrdiff_t first = v->first, end = v->end;

	for (ptrdiff_t k = -2; k <= 2; k++)
		values_add(out, tag_in(p, v->c, first + k));
	for (ptrdiff_t k = -2; k <= 2; k++)
		values_add(out, tag_in(p, v->c, end + k));
	for (ptrdiff_t k = 0; k <= 2; k++) {
		values_add(out, (int64_t)clause_follows(p, v->c, end + k));
		values_add(out, cue_in(v, end + k));
	}
	values_add(out, (int64_t)clause_follows(p, v->c, first));
	values_add(out, (int64_t)finite_ahead(p, v->first, 14));
	values_add(out, p->tokens.t[v->first].flags & (TOKEN_CAPITAL | TOKEN_FIRST));
	values_add(out, p->quote_of[first] != 0);
	values_add(out, p->quote_of[end - 1] != 0);
}

static void
add_inside(struct values *out, const struct view *v)
{
	const struct passage *p = v->p;
	uint32_t first = v->first, end = v->end;

	values_add(out, end - first);
	values_add(out, p->finite[end] - p->finite[first]);
	values_add(out, p->commas[end] - p->commas[first]);
	values_add(out, count_quoted(p, first, end));
	values_add(out, count_tags(p, first, end, TAG_BIT(AND)));
	values_add(out, count_tags(p, first, end, TAG_BIT(DASH)));
	values_add(out, count_tags(p, first, end, TAG_BIT(LEFT)) - count_tags(p, first, end, TAG_BIT(RIGHT)));
	values_add(out, count_tags(p, first, end, TAG_BIT(WH) | TAG_BIT(SUBORDINATE)));
	values_add(out, count_tags(p, first, end, TAG_BIT(NAME)));
	values_add(out, count_tags(p, end > first + 3 ? end - 3 : first, end, TAG_BIT(DAY)));
	values_add(out, surest_cue(v, first, end));
	values_add(out, first_finite(p, first, end));
}

static void
add_around(struct values *out, const struct view *v)
{
	const struct passage *p = v->p;
	const struct sentence *s = &p->sentences[p->sentence_of[v->c]];
	uint32_t near = v->after ? v->c : v->first;

	values_add(out, v->gap_to - v->gap_from);
	values_add(out, p->finite[v->gap_to] - p->finite[v->gap_from]);
	values_add(out, p->commas[v->gap_to] - p->commas[v->gap_from]);
	values_add(out, surest_cue(v, v->gap_from, v->gap_to));
	values_add(out, count_tags(p, v->gap_from, v->gap_to, TAG_BIT(DAY)));
	values_add(out, tag_in(p, v->c, (ptrdiff_t)v->gap_from + 1));
	values_add(out, near - s->first);
	values_add(out, p->finite[near] - p->finite[s->first]);
	values_add(out, p->commas[near] - p->commas[s->first]);
	values_add(out, surest_cue(v, v->from, near));
	values_add(out, s->end - v->end);
	values_add(out, p->finite[s->end] - p->finite[v->end]);
	values_add(out, p->commas[s->end] - p->commas[v->end]);
	values_add(out, surest_cue(v, v->end, v->to));
	values_add(out, first_finite(p, v->end, v->to));
	values_add(out, tag_at(p, (ptrdiff_t)s->end - 1));
	values_add(out, s->first);
	values_add(out, tag_at(p, s->first));
}

void
span_values(int8_t values[SPAN_VALUES], const struct passage *p, const struct span_choice *x)
{
	const struct view v = view_of(p, x);
	struct values out = {values};

	add_odds(&out, x);
	add_cue(&out, &v);
	add_edges(&out, &v);
	add_inside(&out, &v);
	add_around(&out, &v);
}
