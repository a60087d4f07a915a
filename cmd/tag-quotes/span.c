#include "cmd/tag-quotes/span.h"

#include "cmd/tag-quotes/within.h"

/* Log odds in classes of a half, within six. */
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

/* How surely a word of the tokens [from, to), all of one sentence, reports something, in tenths; and how often one may. */
static uint64_t
surest_cue(const struct passage *p, uint32_t from, uint32_t to, uint32_t but)
{
	unsigned most = 0;

	for (uint32_t i = from; i < to; i++)
		if (i != but && p->tokens.t[i].cue > most && !(p->tokens.t[i].flags & TOKEN_QUOTED))
			most = p->tokens.t[i].cue;
	return most / 16u;
}

/* The nearest word before i, in its sentence and outside marks, that mostly reports something: its class, and how far. */
static uint64_t
cue_before(const struct passage *p, uint32_t i)
{
	const struct sentence *s = &p->sentences[p->sentence_of[i]];

	for (uint32_t k = i; k > s->first; k--)
		if (p->tokens.t[k - 1].cue >= 40 && !(p->tokens.t[k - 1].flags & TOKEN_QUOTED))
			return join3(p->tokens.t[k - 1].cue / 20u, bucket(i - k), p->commas[i] - p->commas[k] > 0);
	return 0;
}

/* The first finite verb of the tokens [from, to): its tag, and its word where it is an auxiliary. */
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
count_tags(const struct passage *p, uint32_t from, uint32_t to, uint64_t set)
{
	uint64_t n = 0;

	for (uint32_t i = from; i < to; i++)
		n += tag_in_set(tag_at(p, i), set);
	return n > 3 ? 3 : n;
}

static uint64_t
at_most(uint64_t n, uint64_t most)
{
	return n > most ? most : n;
}

static void
add_scores(struct features *f, const struct span_choice *x)
{
	uint64_t cue = odds_class(x->cue_odds), first = odds_class(x->first_odds), last = odds_class(x->last_odds);
	uint64_t first_lag = odds_class(x->first_lag), last_lag = odds_class(x->last_lag), speech = odds_class(x->speech_odds);

	features_add(f, x->after);
	features_add(f, join2(x->after, cue));
	features_add(f, join2(x->after, first));
	features_add(f, join2(x->after, last));
	features_add(f, join2(x->after, speech));
	features_add(f, join2(x->after, first_lag));
	features_add(f, join2(x->after, last_lag));
	features_add(f, join3(x->after, coarse_class(x->first_odds), coarse_class(x->first_lag)));
	features_add(f, join3(x->after, coarse_class(x->last_odds), coarse_class(x->last_lag)));
	features_add(f, join3(x->after, coarse_class(x->first_odds), coarse_class(x->last_odds)));
	features_add(f, join3(x->after, coarse_class(x->cue_odds), coarse_class(x->last_odds)));
	features_add(f, join3(x->after, coarse_class(x->cue_odds), coarse_class(x->first_odds)));
	features_add(f, join3(x->after, coarse_class(x->cue_odds), coarse_class(x->speech_odds)));
	features_add(f, join3(join2(x->after, coarse_class(x->cue_odds)), coarse_class(x->first_odds), coarse_class(x->last_odds)));
	features_add(f, join3(x->after, coarse_class(x->first_lag), coarse_class(x->last_lag)));
}

void
span_features(struct features *f, const struct passage *p, const struct span_choice *x)
{
	uint32_t c = x->cue, first = x->span.first, end = x->span.end;
	const struct sentence *s = &p->sentences[p->sentence_of[c]];
	uint32_t gap_from = x->after ? c + 1 : end, gap_to = x->after ? first : c;
	ptrdiff_t i = first, e = end;
	enum tag l1 = tag_in(p, c, i - 1), b1 = tag_at(p, i), b2 = tag_in(p, c, i + 1), z1 = tag_at(p, e - 1), r1 = tag_in(p, c, e),
	    r2 = tag_in(p, c, e + 1), r3 = tag_in(p, c, e + 2);
	uint64_t side = x->after, w = join2(side, p->tokens.t[c].hash), length = bucket(end - first);
	uint64_t finite = at_most(p->finite[end] - p->finite[first], 3), commas = at_most(p->commas[end] - p->commas[first], 3);
	uint64_t rest = bucket(s->end - end), rest_finite = at_most(p->finite[s->end] - p->finite[end], 2);
	uint64_t gap = bucket(gap_to - gap_from), gap_finite = p->finite[gap_to] != p->finite[gap_from];
	uint64_t gap_tags = 0, inner = surest_cue(p, first, end, c), rest_cue = surest_cue(p, end, s->end, c);
	uint64_t left_cue = surest_cue(p, s->first, x->after ? c : first, c), gap_cue = surest_cue(p, gap_from, gap_to, c);
	uint64_t ands = count_tags(p, first, end, TAG_BIT(AND)), days = count_tags(p, end > first + 3 ? end - 3 : first, end, TAG_BIT(DAY));
	uint64_t gap_days = count_tags(p, gap_from, gap_to, TAG_BIT(DAY));
	uint64_t marks = join3(p->quote_of[i] != 0, p->quote_of[e - 1] != 0, p->quote_of[i] == p->quote_of[e - 1]);
	uint64_t brackets = join2(count_tags(p, first, end, TAG_BIT(LEFT)), count_tags(p, first, end, TAG_BIT(RIGHT)));
	uint64_t dashes = count_tags(p, first, end, TAG_BIT(DASH)), subject = clause_follows(p, c, i);
	uint64_t then = clause_follows(p, c, e + 1), after_then = clause_follows(p, c, e + 2);
	uint64_t finite_at = finite_ahead(p, first, 14), from_start = bucket((x->after ? c : first) - s->first);
	uint64_t cue = coarse_class(x->cue_odds), ends = join2(coarse_class(x->first_odds), coarse_class(x->last_odds));

	uint64_t outer = cue_before(p, c), own_verb = first_finite(p, first, end), next_verb = first_finite(p, end, s->end);
	uint64_t before_verb = x->after ? 0 : first_finite(p, end, c);

	for (uint32_t k = gap_from; k < gap_to && k < gap_from + 5; k++)
		gap_tags = join2(gap_tags, tag_at(p, k));
	features_begin(f);
	features_add(f, 0);
	add_scores(f, x);
	features_add(f, w);
	features_add(f, join2(w, cue));
	features_add(f, join2(w, b1));
	features_add(f, join2(w, r1));
	features_add(f, join2(w, l1));
	features_add(f, join2(w, finite > 0));
	features_add(f, join2(w, length));
	features_add(f, join2(w, gap));
	features_add(f, join3(side, length, finite));
	features_add(f, join3(side, length, r1));
	features_add(f, join3(side, finite, commas));
	features_add(f, join3(side, b1, b2));
	features_add(f, join3(side, l1, b1));
	features_add(f, join3(side, b1, finite));
	features_add(f, join3(side, join2(b1, finite_at), l1));
	features_add(f, join3(side, subject, finite_at));
	features_add(f, join3(side, subject, l1));
	features_add(f, join3(side, z1, r1));
	features_add(f, join3(side, r1, r2));
	features_add(f, join3(join2(side, r1), r2, r3));
	features_add(f, join3(side, r1, rest));
	features_add(f, join3(join2(side, r1), r2, rest_finite));
	features_add(f, join3(join2(side, r1), then, after_then));
	features_add(f, join3(join2(side, r1), rest_cue, rest_finite));
	features_add(f, join3(side, r1, hash_in(p, c, e + 1)));
	features_add(f, join2(side, hash_in(p, c, e)));
	features_add(f, join3(side, l1, hash_at(p, i)));
	features_add(f, join3(side, inner, length));
	features_add(f, join3(side, inner, rest_cue));
	features_add(f, join3(side, left_cue, p->tokens.t[c].cue / 16u));
	features_add(f, join3(side, left_cue, cue));
	features_add(f, join3(side, gap_cue, gap));
	features_add(f, join3(side, gap_tags, b1));
	features_add(f, join2(side, gap_tags));
	features_add(f, join3(side, gap, gap_finite));
	features_add(f, join3(side, gap_days, days));
	features_add(f, join3(side, days, r1));
	features_add(f, join3(side, ands, join2(commas, r1)));
	features_add(f, join3(side, marks, r1));
	features_add(f, join3(side, marks, l1));
	features_add(f, join2(brackets, r1));
	features_add(f, join2(dashes, r1));
	features_add(f, join2(dashes, l1));
	features_add(f, join3(side, from_start, cue));
	features_add(f, join3(side, ends, finite > 0));
	features_add(f, join3(side, ends, r1));
	features_add(f, join3(side, ends, length));
	features_add(f, join3(side, p->tokens.t[c].tag, finite > 0));
	features_add(f, join3(side, p->tokens.t[c].tag, b1));
	features_add(f, join3(side, tag_at(p, (ptrdiff_t)s->end - 1), rest));
	features_add(f, join2(side, hash_at(p, e - 1)));
	features_add(f, join3(side, coarse_class(x->speech_odds), length));
	features_add(f, join3(side, coarse_class(x->speech_odds), finite > 0));
	features_add(f, join2(side, outer));
	features_add(f, join3(side, outer, cue));
	features_add(f, join3(side, outer, w));
	features_add(f, join2(side, own_verb));
	features_add(f, join3(side, own_verb, p->tokens.t[c].tag));
	features_add(f, join3(side, own_verb, next_verb));
	features_add(f, join3(join2(side, r1), r2, next_verb));
	features_add(f, join3(side, r1, join2(own_verb, next_verb)));
	features_add(f, join2(side, before_verb));
	features_add(f, join3(side, coarse_class(x->speech_odds), w));
	features_add(f, join3(side, tag_in(p, c, (ptrdiff_t)c - 1), cue));
	features_add(f, join3(side, hash_in(p, c, (ptrdiff_t)c - 1), tag_in(p, c, (ptrdiff_t)c + 1)));
	features_add(f, join3(side, tag_in(p, c, (ptrdiff_t)c - 2), tag_in(p, c, (ptrdiff_t)c - 1)));
	features_add(f, join3(hash_in(p, c, e + 1), r1, rest_finite));
	features_add(f, join3(join2(r1, hash_in(p, c, e + 1)), hash_in(p, c, e + 2), side));
}
