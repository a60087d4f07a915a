#include "cmd/tag-quotes/clause.h"

#include <string.h>

#include "cmd/tag-quotes/within.h"

/*
 * How likely a cue must be to report something on a side for a clause to be
 * looked for there, in thousandths, and how likely a clause must be to be told:
 * where somebody speaks, and where somebody thinks, wants or shows. Nobody
 * notes all that is thought, so that must be likelier.
 */
static const struct {
	int cue, clause;
} least[] = {
	[false] = {400, 430},
	[true] = {300, 220},
};

/*
 * The likeliest ends near the cue are tried, and with each of them the
 * likeliest ends far from it; but none that lags behind the likeliest by so
 * many eighths of log odds.
 */
#define NEAR_MOST 3
#define NEAR_LAG 12
#define FAR_MOST 6
#define FAR_LAG 24

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
	if (answer_probability(p, ASK_BEFORE, before) < least[true].cue && answer_probability(p, ASK_AFTER, after) < least[true].cue)
		return 0;
	x.speech_odds = answer_odds(p, ASK_SPEECH, ask(p, ASK_SPEECH, &f));
	if (answer_probability(p, ASK_BEFORE, before) >= least[x.speech_odds >= 0].cue) {
		x.cue_odds = answer_odds(p, ASK_BEFORE, before);
		n = choices(p, x, found);
	}
	if (answer_probability(p, ASK_AFTER, after) >= least[x.speech_odds >= 0].cue) {
		x.cue_odds = answer_odds(p, ASK_AFTER, after);
		x.after = true;
		n += choices(p, x, found + n);
	}
	return n;
}

size_t
clause_find(const struct passage *p, uint32_t c, struct clause found[2])
{
	struct span_choice all[CLAUSE_CHOICES];
	struct clause best[2] = {{.probability = 0}};
	struct features f;
	size_t n = clause_choices(p, c, all), told = 0;

	for (size_t i = 0; i < n; i++) {
		const struct span_choice *x = &all[i];
		int probability;

		span_features(&f, p, x);
		probability = answer_probability(p, ASK_SPAN, ask(p, ASK_SPAN, &f));
		if (probability > best[x->after].probability)
			best[x->after] = (struct clause){x->span, c, probability, x->after};
	}
	for (int side = 0; side < 2; side++)
		if (n > 0 && best[side].probability >= least[all[0].speech_odds >= 0].clause)
			found[told++] = best[side];
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
