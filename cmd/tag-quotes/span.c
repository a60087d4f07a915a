#include "cmd/tag-quotes/span.h"

#include "cmd/tag-quotes/cue.h"
#include "cmd/tag-quotes/within.h"

/* How far beyond a clause is looked, in tokens: what keeps the search linear. */
#define LOOK CLAUSE_LENGTH

/* A word that mostly reports something, in how many of 100 uses. */
#define CUE_MOSTLY 40

/* The width of the classes of surest_cue(). It looks among possible cues alone: other words are of the lowest class. */
#define CUE_CLASS 16
_Static_assert(CUE_SHARE <= CUE_CLASS && CUE_SHARE <= CUE_MOSTLY, "a word that is no possible cue would count");

/* A clause and what stands around it. */
struct view {
	const struct passage *p;
	uint32_t c, first, end;
	uint32_t gap_from, gap_to; /* the tokens between the cue and the clause */
	uint32_t from, to;	/* the part of the sentence that is looked at */
	uint64_t side, w;	/* the side, alone and with the cue */
	uint64_t cue, speech, ends; /* log odds in coarse classes */
	uint64_t length, finite, commas, rest_finite;
	enum tag l1, b1, r1, r2;
};

/* Log odds, in eighths, in classes of half a unit. */
static uint64_t
odds_class(int odds)
{
	odds = odds < -48 ? -48 : odds > 48 ? 48 : odds;
	return (uint64_t)(odds + 48) / 4;
}

static uint64_t
coarse_class(int odds)
{
	odds = odds < -40 ? -40 : odds > 40 ? 40 : odds;
	return (uint64_t)(odds + 40) / 8;
}

static uint64_t
at_most(uint64_t n, uint64_t most)
{
	return n > most ? most : n;
}

static struct view
view_of(const struct passage *p, const struct span_choice *x)
{
	const struct sentence *s = &p->sentences[p->sentence_of[x->cue]];
	struct view v = {.p = p, .c = x->cue, .first = x->span.first, .end = x->span.end, .side = x->after};
	uint32_t near = x->after ? v.c : v.first;

	v.gap_from = x->after ? v.c + 1 : v.end;
	v.gap_to = x->after ? v.first : v.c;
	v.from = near - s->first > LOOK ? near - LOOK : s->first;
	v.to = s->end - v.end > LOOK ? v.end + LOOK : s->end;
	v.w = join2(v.side, p->tokens.t[v.c].hash);
	v.cue = coarse_class(x->cue_odds);
	v.speech = coarse_class(x->speech_odds);
	v.ends = join2(coarse_class(x->first_odds), coarse_class(x->last_odds));
	v.length = bucket(v.end - v.first);
	v.finite = at_most(p->finite[v.end] - p->finite[v.first], 3);
	v.commas = at_most(p->commas[v.end] - p->commas[v.first], 3);
	v.rest_finite = at_most(p->finite[s->end] - p->finite[v.end], 2);
	v.l1 = tag_in(p, v.c, (ptrdiff_t)v.first - 1);
	v.b1 = tag_at(p, v.first);
	v.r1 = tag_in(p, v.c, v.end);
	v.r2 = tag_in(p, v.c, (ptrdiff_t)v.end + 1);
	return v;
}

/* How surely a word of the tokens [from, to), another than the cue, reports something, in classes. */
static uint64_t
surest_cue(const struct view *v, uint32_t from, uint32_t to)
{
	const struct passage *p = v->p;
	unsigned most = 0;

	for (size_t k = cue_index(p, from); k < p->n_cues && p->cues[k] < to; k++) {
		unsigned cue = p->tokens.t[p->cues[k]].cue;

		if (p->cues[k] != v->c && cue > most)
			most = cue;
	}
	return most / CUE_CLASS;
}

/* The nearest word before the cue, outside marks, that mostly reports something: its class, how far, a comma between. */
static uint64_t
cue_before(const struct view *v)
{
	const struct passage *p = v->p;

	for (size_t k = cue_index(p, v->c); k > 0 && p->cues[k - 1] >= v->from; k--) {
		uint32_t i = p->cues[k - 1];

		if (p->tokens.t[i].cue >= CUE_MOSTLY)
			return join3(p->tokens.t[i].cue / 20u, bucket(v->c - i - 1), p->commas[v->c] - p->commas[i + 1] > 0);
	}
	return 0;
}

/* The first finite verb of the tokens [from, to): its tag, but of an auxiliary the word. */
static uint64_t
first_finite(const struct passage *p, uint32_t from, uint32_t to)
{
	for (uint32_t i = from; i < to; i++) {
		enum tag t = tag_at(p, i);

		if (tag_is_finite(t))
			return t < TAG_ADVERB ? hash_at(p, i) : (uint64_t)t;
	}
	return 0;
}

static uint64_t
count_days(const struct passage *p, uint32_t from, uint32_t to)
{
	uint64_t n = 0;

	for (uint32_t i = from; i < to; i++)
		n += p->tokens.t[i].tag == TAG_DAY;
	return at_most(n, 3);
}

/* What a clause holds of these, a byte each. */
_Static_assert(CLAUSE_LENGTH + 1 <= UINT8_MAX, "a count would not go into a byte");
enum { INNER_AND = 0, INNER_DASH = 8, INNER_LEFT = 16, INNER_RIGHT = 24 };

static uint32_t
count_inner(const struct passage *p, uint32_t from, uint32_t to)
{
	static const uint32_t one[TAG_COUNT] = {
		[TAG_AND] = 1u << INNER_AND, [TAG_DASH] = 1u << INNER_DASH, [TAG_LEFT] = 1u << INNER_LEFT, [TAG_RIGHT] = 1u << INNER_RIGHT
	};
	uint32_t n = 0;

	for (uint32_t i = from; i < to; i++)
		n += one[p->tokens.t[i].tag];
	return n;
}

/* One of these counts, at most 3. */
static uint64_t
inner(uint32_t counts, int which)
{
	return at_most(counts >> which & 0xff, 3);
}

static void
add_scores(struct features *restrict f, const struct span_choice *x)
{
	uint64_t side = x->after, cue = coarse_class(x->cue_odds), first = coarse_class(x->first_odds), last = coarse_class(x->last_odds);
	uint64_t first_lag = coarse_class(x->first_lag), last_lag = coarse_class(x->last_lag);

	features_add(f, side);
	features_add(f, join2(side, odds_class(x->cue_odds)));
	features_add(f, join2(side, odds_class(x->first_odds)));
	features_add(f, join2(side, odds_class(x->last_odds)));
	features_add(f, join2(side, odds_class(x->speech_odds)));
	features_add(f, join2(side, odds_class(x->first_lag)));
	features_add(f, join2(side, odds_class(x->last_lag)));
	features_add(f, join3(side, first, first_lag));
	features_add(f, join3(side, last, last_lag));
	features_add(f, join3(side, first, last));
	features_add(f, join3(side, cue, last));
	features_add(f, join3(side, cue, first));
	features_add(f, join3(side, cue, coarse_class(x->speech_odds)));
	features_add(f, join3(join2(side, cue), first, last));
	features_add(f, join3(side, first_lag, last_lag));
}

/* The cue with what its clause is like. */
static void
add_cue(struct features *restrict f, const struct view *v)
{
	const struct passage *p = v->p;
	ptrdiff_t c = v->c;
	enum tag t = tag_at(p, c), before = tag_in(p, v->c, c - 1);
	const struct sentence *s = &p->sentences[p->sentence_of[v->c]];
	enum tag second = tag_in(p, v->c, c - 2), behind = tag_in(p, v->c, c + 1);
	uint64_t word = hash_in(p, v->c, c - 1), from_start = bucket((v->side ? v->c : v->first) - s->first);

	features_add(f, v->w);
	features_add(f, join2(v->w, v->cue));
	features_add(f, join2(v->w, v->speech));
	features_add(f, join2(v->w, v->b1));
	features_add(f, join2(v->w, v->r1));
	features_add(f, join2(v->w, v->l1));
	features_add(f, join2(v->w, v->finite > 0));
	features_add(f, join2(v->w, v->length));
	features_add(f, join3(v->side, t, v->finite > 0));
	features_add(f, join3(v->side, t, v->b1));
	features_add(f, join3(v->side, before, v->cue));
	features_add(f, join3(v->side, word, behind));
	features_add(f, join3(v->side, second, before));
	features_add(f, join3(v->side, from_start, v->cue));
}

/* The words at both ends and what goes on behind the clause. */
static void
add_edges(struct features *restrict f, const struct view *v)
{
	const struct passage *p = v->p;
	ptrdiff_t i = v->first, e = v->end;
	const struct sentence *s = &p->sentences[p->sentence_of[v->c]];
	uint64_t rest = bucket(s->end - v->end), next = hash_in(p, v->c, e + 1), right = join2(v->side, v->r1);
	uint64_t subject = clause_follows(p, v->c, i), finite_at = finite_ahead(p, v->first, 14);
	uint64_t first_word = hash_at(p, i), last_word = hash_at(p, e - 1), behind = hash_in(p, v->c, e), third = hash_in(p, v->c, e + 2);
	uint64_t follows = clause_follows(p, v->c, e + 1), follows_next = clause_follows(p, v->c, e + 2);
	enum tag b2 = tag_in(p, v->c, i + 1), e1 = tag_at(p, e - 1), r3 = tag_in(p, v->c, e + 2), stop = tag_at(p, (ptrdiff_t)s->end - 1);

	features_add(f, join3(v->side, v->b1, b2));
	features_add(f, join3(v->side, v->l1, v->b1));
	features_add(f, join3(v->side, v->b1, v->finite));
	features_add(f, join3(v->side, join2(v->b1, finite_at), v->l1));
	features_add(f, join3(v->side, subject, finite_at));
	features_add(f, join3(v->side, subject, v->l1));
	features_add(f, join3(v->side, v->l1, first_word));
	features_add(f, join2(right, e1));
	features_add(f, join2(right, v->r2));
	features_add(f, join3(right, v->r2, r3));
	features_add(f, join2(right, rest));
	features_add(f, join3(right, v->r2, v->rest_finite));
	features_add(f, join3(right, follows, follows_next));
	features_add(f, join2(right, next));
	features_add(f, join3(right, next, v->rest_finite));
	features_add(f, join3(right, next, third));
	features_add(f, join2(v->side, behind));
	features_add(f, join2(v->side, last_word));
	features_add(f, join3(v->side, stop, rest));
}

/* What the clause holds. */
static void
add_inside(struct features *restrict f, const struct view *v)
{
	const struct passage *p = v->p;
	uint32_t first = v->first, end = v->end;
	uint64_t marks = join3(p->quote_of[first] != 0, p->quote_of[end - 1] != 0, p->quote_of[first] == p->quote_of[end - 1]);
	uint32_t counts = count_inner(p, first, end);
	uint64_t dashes = inner(counts, INNER_DASH), ands = inner(counts, INNER_AND);

	features_add(f, join3(v->side, v->length, v->finite));
	features_add(f, join3(v->side, v->length, v->r1));
	features_add(f, join3(v->side, v->length, v->speech));
	features_add(f, join3(v->side, v->finite, v->commas));
	features_add(f, join3(v->side, v->finite > 0, v->speech));
	features_add(f, join3(v->side, v->ends, v->finite > 0));
	features_add(f, join3(v->side, v->ends, v->r1));
	features_add(f, join3(v->side, v->ends, v->length));
	features_add(f, join3(v->side, ands, join2(v->commas, v->r1)));
	features_add(f, join3(v->side, marks, v->r1));
	features_add(f, join3(v->side, marks, v->l1));
	features_add(f, join3(inner(counts, INNER_LEFT), inner(counts, INNER_RIGHT), v->r1));
	features_add(f, join2(dashes, v->r1));
	features_add(f, join2(dashes, v->l1));
}

/* What lies between the cue and the clause. */
static void
add_gap(struct features *restrict f, const struct view *v)
{
	const struct passage *p = v->p;
	uint64_t gap = bucket(v->gap_to - v->gap_from), tags = 0;
	uint64_t days = count_days(p, v->end > v->first + 3 ? v->end - 3 : v->first, v->end);

	for (uint32_t k = v->gap_from; k < v->gap_to && k < v->gap_from + 5; k++)
		tags = join2(tags, tag_at(p, k));
	features_add(f, join2(v->w, gap));
	features_add(f, join2(v->side, tags));
	features_add(f, join3(v->side, tags, v->b1));
	features_add(f, join3(v->side, gap, p->finite[v->gap_to] != p->finite[v->gap_from]));
	features_add(f, join3(v->side, gap, surest_cue(v, v->gap_from, v->gap_to)));
	features_add(f, join3(v->side, count_days(p, v->gap_from, v->gap_to), days));
	features_add(f, join3(v->side, days, v->r1));
}

/* Other cues and verbs of the sentence. */
static void
add_others(struct features *restrict f, const struct view *v)
{
	const struct passage *p = v->p;
	uint64_t inside = surest_cue(v, v->first, v->end), rest = surest_cue(v, v->end, v->to);
	uint64_t left = surest_cue(v, v->from, v->side ? v->c : v->first), outer = cue_before(v), right = join2(v->side, v->r1);
	uint64_t verb = first_finite(p, v->first, v->end), next_verb = first_finite(p, v->end, v->to);

	features_add(f, join3(v->side, inside, v->length));
	features_add(f, join3(v->side, inside, rest));
	features_add(f, join3(right, rest, v->rest_finite));
	features_add(f, join3(v->side, left, p->tokens.t[v->c].cue / 16u));
	features_add(f, join3(v->side, left, v->cue));
	features_add(f, join2(v->side, outer));
	features_add(f, join3(v->side, outer, v->cue));
	features_add(f, join2(v->w, outer));
	features_add(f, join2(v->side, verb));
	features_add(f, join3(v->side, verb, tag_at(p, v->c)));
	features_add(f, join3(v->side, verb, next_verb));
	features_add(f, join3(right, verb, next_verb));
	features_add(f, join3(right, v->r2, next_verb));
	features_add(f, v->side ? 0 : first_finite(p, v->end, v->c));
}

void
span_features(struct features *restrict f, const struct passage *p, const struct span_choice *x)
{
	const struct view v = view_of(p, x);

	features_begin(f);
	features_add(f, 0);
	add_scores(f, x);
	add_cue(f, &v);
	add_edges(f, &v);
	add_inside(f, &v);
	add_gap(f, &v);
	add_others(f, &v);
}
