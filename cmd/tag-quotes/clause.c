#include "cmd/tag-quotes/clause.h"

#include <string.h>

#include "cmd/tag-quotes/within.h"

/* The least probability, in thousandths, of a cue for its clause to be looked for, and of a clause for it to be told. */
#define CUE_LEAST 300
#define CLAUSE_LEAST 150

/*
 * Somebody speaks where the cue is as likely of speech as this; a cue as likely
 * as SURE is then told of even where the ends of its clause are in doubt. What
 * somebody thinks, wants or shows must be likelier.
 */
#define SPEECH 500
#define SURE 850
#define SURE_LEAST 30
#define UNSPOKEN_LEAST 300

/* How likely a clause must be to be told, of a cue this likely, and this likely to be one of speech; 1000 where it is not worth a look. */
static int
least_for(int cue, int speech)
{
	int least = speech < SPEECH ? UNSPOKEN_LEAST : cue >= SURE ? SURE_LEAST : CLAUSE_LEAST;

	return cue >= CUE_LEAST && cue >= least * 3 / 2 ? least : 1000;
}

/* The likeliest boundary. Returns its probability in thousandths, 0 where no token may be one. */
static int
best_boundary(const struct passage *p, enum question question, uint32_t c, uint32_t other, uint32_t *best)
{
	struct token_span r = boundary_range(p, question, c, other);
	int32_t score, most = INT32_MIN;
	struct features f;

	for (uint32_t i = r.first; i < r.end; i++) {
		if (!boundary_is_candidate(p, question, i))
			continue;
		boundary_features(&f, question, p, c, other, i);
		score = ask(p, question, &f);
		if (score > most) {
			most = score;
			*best = i;
		}
	}
	return most == INT32_MIN ? 0 : answer_probability(p, question, most);
}

static bool
find_after(const struct passage *p, int least, struct clause *c)
{
	uint32_t last = 0;

	if (c->probability < least)
		return false;
	c->probability = c->probability * best_boundary(p, ASK_AFTER_START, c->cue, 0, &c->span.first) / 1000;
	if (c->probability < least)
		return false;
	c->probability = c->probability * best_boundary(p, ASK_AFTER_END, c->cue, c->span.first, &last) / 1000;
	c->span.end = last + 1;
	return c->probability >= least;
}

static bool
find_before(const struct passage *p, int least, struct clause *c)
{
	uint32_t last = 0;

	if (c->probability < least)
		return false;
	c->probability = c->probability * best_boundary(p, ASK_BEFORE_END, c->cue, 0, &last) / 1000;
	if (c->probability < least)
		return false;
	c->probability = c->probability * best_boundary(p, ASK_BEFORE_START, c->cue, last, &c->span.first) / 1000;
	c->span.end = last + 1;
	return c->probability >= least;
}

size_t
clause_find(const struct passage *p, uint32_t c, struct clause found[2])
{
	struct clause before = {.cue = c}, after = {.cue = c, .after = true};
	struct features f;
	size_t n = 0;
	int speech;

	cue_features(&f, p, c);
	before.probability = answer_probability(p, ASK_BEFORE, ask(p, ASK_BEFORE, &f));
	after.probability = answer_probability(p, ASK_AFTER, ask(p, ASK_AFTER, &f));
	if (before.probability < CUE_LEAST && after.probability < CUE_LEAST)
		return 0;
	speech = answer_probability(p, ASK_SPEECH, ask(p, ASK_SPEECH, &f));
	if (find_before(p, least_for(before.probability, speech), &before))
		found[n++] = before;
	if (find_after(p, least_for(after.probability, speech), &after))
		found[n++] = after;
	return n;
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
