/* The features that a model decides by: what is seen, hashed. */
#ifndef TAG_QUOTES_FEATURES_H
#define TAG_QUOTES_FEATURES_H

#include <stddef.h>
#include <stdint.h>

#include "cmd/tag-quotes/passage.h"
#include "common/linear.h"
#include "common/trees.h"

/* What is decided, each by a model of its own. */
enum question {
	ASK_DIRECT,	/* is a quotation in marks a whole clause, or a fragment? */
	ASK_LINK,	/* is this word the cue of that quotation? */
	ASK_AFTER,	/* does this cue report a clause behind it? */
	ASK_BEFORE,	/* or before it? */
	ASK_SPEECH,	/* does somebody speak there, rather than think, want or show? */
	ASK_AFTER_START, /* does the clause start here? */
	ASK_AFTER_END,
	ASK_BEFORE_START,
	ASK_BEFORE_END,
	ASK_SPEAKER,	/* is this the speaker of that cue? */
	ASK_SPEAKER_END, /* does the speaker end here? */
	LINEAR_QUESTIONS,
	/* What trees decide, by values: see quote_kind.h and span.h. */
	ASK_SPOKEN = LINEAR_QUESTIONS, /* is it a quotation, or only marks around words? */
	ASK_SPAN,	/* is this the clause, from its start to its end? */
	ASK_TOLD,	/* is it, and does somebody speak there? */
	QUESTIONS
};

#define FEATURES_MAX 128

struct features {
	size_t n;
	uint32_t f[FEATURES_MAX];
};

/* The names of the questions. */
extern const char *const question_names[QUESTIONS];

/* The models that answer the questions of each language. */
extern const struct linear *const english_models[LINEAR_QUESTIONS], *const german_models[LINEAR_QUESTIONS];
extern const struct trees *const english_trees[QUESTIONS - LINEAR_QUESTIONS], *const german_trees[QUESTIONS - LINEAR_QUESTIONS];

/* The trees that answer a question, of the passage's language. */
static inline const struct trees *
trees_of(const struct passage *p, enum question question)
{
	return (p->lexicon->german ? german_trees : english_trees)[question - LINEAR_QUESTIONS];
}

static inline void
features_begin(struct features *f)
{
	f->n = 0;
}

/* The score of the answer yes, by the models of the passage's language. */
static inline int32_t
ask(const struct passage *p, enum question question, const struct features *f)
{
	return linear_score(p->models[question], f->f, f->n);
}

/* The probability of the answer yes that has this score, in thousandths. */
static inline int
answer_probability(const struct passage *p, enum question question, int32_t score)
{
	return linear_probability(p->models[question], score);
}

/* The log odds of the answer yes that has this score, in eighths. */
static inline int
answer_odds(const struct passage *p, enum question question, int32_t score)
{
	return score * 8 / p->models[question]->scale;
}

/*
 * Adds the next feature. Every call of a question must add the same features
 * in the same order. The hash is the high bits of a product (multiplicative
 * hashing, Knuth 6.4): a model has at most 2^20 weights.
 */
static inline void
features_add(struct features *restrict f, uint64_t value)
{
	f->f[f->n] = (uint32_t)((value + f->n * 0xd6e8feb86659fd93u) * 0xff51afd7ed558ccdu >> 44);
	f->n++;
}

/* A value made of two or three. */
static inline uint64_t
join2(uint64_t a, uint64_t b)
{
	return a * 0x9e3779b97f4a7c15u + b;
}

static inline uint64_t
join3(uint64_t a, uint64_t b, uint64_t c)
{
	return join2(join2(a, b), c);
}

/* A count in classes that widen: 0 to 4 as they are, then by halves of an octave up to 20. Small ones, as most are, from a table. */
static inline uint64_t
bucket(uint64_t n)
{
	static const uint8_t small[64] = {
		0, 1, 2, 3, 4, 5, 6, 6, 6, 7, 7, 7, 7, 8, 8, 8, 8, 8, 8, 9, 9, 9, 9, 9, 9, 9, 9, 9, 10, 10, 10, 10,
		10, 10, 10, 10, 10, 10, 10, 10, 10, 10, 11, 11, 11, 11, 11, 11, 11, 11, 11, 11, 11, 11, 11, 11, 11, 11, 11, 11, 11, 11, 11, 12,
	};
	uint64_t b = 12, limit = 94;

	if (n < sizeof(small))
		return small[n];
	while (n >= limit && b < 20) {
		limit += limit / 2;
		b++;
	}
	return b;
}

#endif
