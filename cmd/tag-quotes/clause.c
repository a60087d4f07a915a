#include "cmd/tag-quotes/clause.h"

#include <string.h>

#include "cmd/tag-quotes/within.h"

/* How likely a cue must be to report something on a side for a clause to be looked for there, in thousandths. */
#define CUE_LEAST 300

/* How likely both of its ends must be to be right. */
#define SPAN_LEAST 280

/*
 * Trees are asked so many at a time: a clause goes on while its log odds, in
 * eighths, are no less than so much, and no more than so much below the
 * likeliest of its side.
 */
#define TREES_AT_ONCE 20
#define ODDS_LEAST (-12)
#define ODDS_LAG 6

/*
 * The likeliest ends near the cue are tried, and with each of them the
 * likeliest ends far from it; but none that lags behind the likeliest by so
 * many eighths of log odds.
 */
#define NEAR_MOST 3
#define NEAR_LAG 10
#define FAR_MOST 6
#define FAR_LAG 16

struct ranked {
	uint32_t token;
	int odds, lag;
};

/* The likeliest boundaries, best first; none is far behind. Returns how many. */
static size_t
rank_boundaries(const struct passage *p, enum question question, uint32_t c, uint32_t other, struct ranked *best, size_t most, int lag)
{
	struct token_span r = boundary_range(p, question, c, other);
	struct features f;
	size_t n = 0, k;

	for (uint32_t i = r.first; i < r.end; i++) {
		struct ranked here = {.token = i};

		if (!boundary_is_candidate(p, question, i))
			continue;
		boundary_features(&f, question, p, c, other, i);
		here.odds = answer_odds(p, question, ask(p, question, &f));
		if (n == most && here.odds <= best[n - 1].odds)
			continue;
		for (k = n < most ? n++ : n - 1; k > 0 && best[k - 1].odds < here.odds; k--)
			best[k] = best[k - 1];
		best[k] = here;
	}
	if (n == 0)
		return 0;
	for (k = 0; k < n; k++)
		best[k].lag = best[0].odds - best[k].odds;
	best[0].lag = n > 1 ? -best[1].lag : -100;
	while (best[n - 1].lag > lag)
		n--;
	return n;
}

/* The clauses of x's cue on x's side. */
static size_t
choices(const struct passage *p, struct span_choice x, struct span_choice *found)
{
	struct ranked near[NEAR_MOST], far[FAR_MOST];
	size_t n = 0, n_near = rank_boundaries(p, x.after ? ASK_AFTER_START : ASK_BEFORE_END, x.cue, 0, near, NEAR_MOST, NEAR_LAG), n_far;

	for (size_t i = 0; i < n_near; i++) {
		n_far = rank_boundaries(p, x.after ? ASK_AFTER_END : ASK_BEFORE_START, x.cue, near[i].token, far, FAR_MOST, FAR_LAG);
		for (size_t k = 0; k < n_far; k++) {
			const struct ranked *first = x.after ? &near[i] : &far[k], *last = x.after ? &far[k] : &near[i];

			x.span = (struct token_span){first->token, last->token + 1};
			x.first_odds = first->odds;
			x.last_odds = last->odds;
			x.first_lag = first->lag;
			x.last_lag = last->lag;
			found[n++] = x;
		}
	}
	return n;
}

size_t
clause_choices(const struct passage *p, uint32_t c, struct span_choice found[CLAUSE_CHOICES])
{
	struct span_choice x = {.cue = c};
	int32_t before, after;
	struct features f;
	size_t n = 0;

	cue_features(&f, p, c);
	before = ask(p, ASK_BEFORE, &f);
	after = ask(p, ASK_AFTER, &f);
	if (answer_probability(p, ASK_BEFORE, before) < CUE_LEAST && answer_probability(p, ASK_AFTER, after) < CUE_LEAST)
		return 0;
	x.other_odds = answer_odds(p, ASK_AFTER, after);
	x.speech_odds = answer_odds(p, ASK_SPEECH, ask(p, ASK_SPEECH, &f));
	if (answer_probability(p, ASK_BEFORE, before) >= CUE_LEAST) {
		x.cue_odds = answer_odds(p, ASK_BEFORE, before);
		n = choices(p, x, found);
	}
	if (answer_probability(p, ASK_AFTER, after) >= CUE_LEAST) {
		x.cue_odds = answer_odds(p, ASK_AFTER, after);
		x.other_odds = answer_odds(p, ASK_BEFORE, before);
		x.after = true;
		n += choices(p, x, found + n);
	}
	return n;
}

/* A clause with what is measured of it, and its score by the trees so far. */
struct weighed {
	const struct span_choice *x;
	int32_t score;
	int8_t values[SPAN_VALUES];
};

/* Keeps the clauses that have a chance. Returns how many. */
static size_t
keep_likely(struct weighed *w, size_t n, int32_t scale)
{
	int32_t least[2] = {ODDS_LEAST * scale / 8, ODDS_LEAST * scale / 8}, lag = ODDS_LAG * scale / 8;
	size_t kept = 0;

	for (size_t i = 0; i < n; i++)
		if (w[i].score - lag > least[w[i].x->after])
			least[w[i].x->after] = w[i].score - lag;
	for (size_t i = 0; i < n; i++) {
		if (w[i].score < least[w[i].x->after])
			continue;
		if (kept < i)
			w[kept] = w[i];
		kept++;
	}
	return kept;
}

/* Weighs n clauses, dropping those that fall behind. Returns how many are left. */
static size_t
weigh(const struct trees *m, struct weighed *w, size_t n)
{
	size_t from, to;

	for (from = 0; from < m->n && n > 0; from = to) {
		to = from + TREES_AT_ONCE < m->n ? from + TREES_AT_ONCE : m->n;
		for (size_t i = 0; i < n; i++)
			w[i].score += trees_part(m, from, to, w[i].values);
		n = keep_likely(w, n, m->scale);
	}
	return n;
}

/* The probability of a clause whose score by all trees is known; where it is hopeless, speech is not asked for. */
static int
with_speech(const struct passage *p, int32_t score, const int8_t *values)
{
	const struct trees *told = trees_of(p, ASK_TOLD);
	int span = trees_probability(trees_of(p, ASK_SPAN), score);

	return span < SPAN_LEAST ? span : (span + trees_probability(told, trees_score(told, values))) / 2;
}

int
clause_weigh(const struct passage *p, const struct span_choice *x)
{
	int8_t values[SPAN_VALUES];

	span_values(values, p, x);
	return with_speech(p, trees_score(trees_of(p, ASK_SPAN), values), values);
}

size_t
clause_find(const struct passage *p, uint32_t c, struct clause found[2])
{
	const struct trees *trees = trees_of(p, ASK_SPAN);
	const struct weighed *best[2] = {NULL, NULL};
	struct span_choice all[CLAUSE_CHOICES];
	struct weighed w[CLAUSE_CHOICES];
	size_t n = clause_choices(p, c, all), told = 0;

	for (size_t i = 0; i < n; i++) {
		w[i].x = &all[i];
		w[i].score = trees->bias;
		span_values(w[i].values, p, &all[i]);
	}
	n = weigh(trees, w, n);
	for (size_t i = 0; i < n; i++)
		if (best[w[i].x->after] == NULL || w[i].score > best[w[i].x->after]->score)
			best[w[i].x->after] = &w[i];
	for (int side = 0; side < 2; side++) {
		const struct weighed *b = best[side];

		if (b != NULL)
			found[told++] = (struct clause){b->x->span, c, *b->x, with_speech(p, b->score, b->values), side};
	}
	return told;
}

/* Words that set one speaker against another. */
static bool
is_contrast(uint64_t hash)
{
	static const char *const words[] = {"while", "whereas", "although", "though", "während"};

	for (size_t i = 0; i < sizeof(words) / sizeof(words[0]); i++)
		if (hash == lexicon_hash(words[i], strlen(words[i])))
			return true;
	return false;
}

void
clause_clip(const struct passage *p, uint32_t c, uint32_t next, struct token_span *span)
{
	ptrdiff_t k = cue_lead(p, next);
	enum tag t = tag_in(p, next, k), verb = tag_at(p, c), other = tag_at(p, next);
	bool beside = t == TAG_AND && (verb == other || (tag_is_finite(verb) && tag_is_finite(other)));

	/* A subject of its own: "…, while Smith said". */
	for (ptrdiff_t j = k; !beside && j > k - 7 && !tag_is_punctuation(tag_in(p, next, j)); j--)
		if (tag_in(p, next, j - 1) == TAG_COMMA && (tag_in(p, next, j) == TAG_AND || is_contrast(hash_at(p, j)))) {
			beside = true;
			k = j;
		}
	if (!beside && !(t == TAG_COMMA && other == TAG_ING))
		return;
	while (k > (ptrdiff_t)span->first && !boundary_is_word(p, (uint32_t)k - 1))
		k--;
	if (k > (ptrdiff_t)span->first)
		span->end = (uint32_t)k;
}
