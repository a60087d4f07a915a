#include "cmd/tag-quotes/quote_kind.h"

#include <string.h>

/*
 * The least probability, in thousandths, of a quotation: to lose one is worse
 * than to tell of words that only stand in marks, the more so in German, where
 * the model knows fewer words.
 */
#define SPOKEN_LEAST 120
#define GERMAN_SPOKEN_LEAST 50

/* How many words behind "that" are a fragment; more are as often annotated as direct. */
#define FRAGMENT_WORDS 8

/* How strong a cue stands within a few tokens of i, going by step, and how far: 0 where there is none. */
static uint64_t
cue_near(const struct passage *p, ptrdiff_t i, int step)
{
	for (int k = 0; k < 12; k++, i += step) {
		if (i < 0 || (size_t)i >= p->tokens.n || tag_at(p, i) == TAG_STOP)
			return 0;
		if (p->tokens.t[i].cue >= 50 && !(p->tokens.t[i].flags & TOKEN_QUOTED))
			return (uint64_t)(1 + (k > 1) + (k > 4)) * 2 + (p->tokens.t[i].speech >= 50);
	}
	return 0;
}

void
quote_kind_features(struct features *restrict f, const struct passage *p, const struct quoted_tokens *q)
{
	ptrdiff_t a = q->first, z = (ptrdiff_t)q->end - 1, before = a - 2, after = (ptrdiff_t)q->end + 1;
	enum tag first = tag_at(p, a), last = tag_at(p, z), left, right;
	uint64_t words = bucket(q->end - q->first), finite, stops = 0;
	unsigned capital = (size_t)a < p->tokens.n ? p->tokens.t[a].flags & (TOKEN_CAPITAL | TOKEN_SHOUT) : 0;
	unsigned all_capital = 1;
	uint64_t to_cue, from_cue;

	if (q->quoted->open == q->quoted->start)
		before = a - 1;
	if (q->quoted->close == q->quoted->end)
		after = q->end;
	left = tag_at(p, before);
	right = tag_at(p, after);
	finite = p->finite[q->end] - p->finite[q->first];
	finite = finite > 2 ? 2 : finite;
	for (ptrdiff_t i = a; i <= z && i < a + 12; i++) {
		const struct token *t = &p->tokens.t[i];

		stops += t->tag == TAG_STOP;
		if (t->flags & TOKEN_WORD && t->len > 3 && !(t->flags & TOKEN_CAPITAL))
			all_capital = 0;
	}
	to_cue = cue_near(p, after, 1);
	from_cue = cue_near(p, before, -1);

	features_begin(f);
	features_add(f, 0);
	features_add(f, words);
	features_add(f, join2(words, capital));
	features_add(f, join3(words, capital, last));
	features_add(f, join3(left, capital, last));
	features_add(f, join3(right, capital, last));
	features_add(f, join3(left, right, capital));
	features_add(f, join3(finite, capital, words));
	features_add(f, join3(left, capital, finite));
	features_add(f, join2(first, last));
	features_add(f, hash_at(p, a));
	features_add(f, join2(hash_at(p, a), hash_at(p, a + 1)));
	features_add(f, hash_at(p, z));
	features_add(f, hash_at(p, before));
	features_add(f, join2(hash_at(p, before), hash_at(p, before - 1)));
	features_add(f, join2(hash_at(p, before), capital));
	features_add(f, hash_at(p, before - 1));
	features_add(f, hash_at(p, after));
	features_add(f, join2(hash_at(p, after), hash_at(p, after + 1)));
	features_add(f, join3(left, tag_at(p, before - 1), tag_at(p, before - 2)));
	features_add(f, join3(right, tag_at(p, after + 1), tag_at(p, after + 2)));
	features_add(f, join2(to_cue, last));
	features_add(f, join2(from_cue, left));
	features_add(f, join3(to_cue, from_cue, capital));
	features_add(f, join3(to_cue, from_cue, words));
	features_add(f, join2(all_capital, words));
	features_add(f, join3(all_capital, left, words));
	features_add(f, join2(stops > 0, capital));
	features_add(f, join2(q->quoted->unclosed, q->quoted->continues));
	features_add(f, join2(p->n_quotes > 1, p->n_sentences > 1));
	features_add(f, join3(q->first <= 1, right, capital));
	features_add(f, join3(q->end + 2 >= p->tokens.n, left, capital));
	features_add(f, join3(tag_at(p, a), tag_at(p, a + 1), capital));
}

/* An address is none: an image's source, a link. */
static bool
is_address(const struct passage *p, const struct quoted_tokens *q)
{
	const char *s = p->text + q->quoted->start;
	size_t len = q->content_end - q->quoted->start;

	return len < 4096 && memmem(s, len, "://", 3) != NULL && memchr(s, ' ', len) == NULL;
}

/* A few words behind "that" are part of the reporter's sentence: said that "it was safe". */
static bool
is_behind_that(const struct passage *p, const struct quoted_tokens *q)
{
	return q->end - q->first <= FRAGMENT_WORDS && tag_at(p, (ptrdiff_t)q->first - 2) == TAG_THAT &&
	    !(p->tokens.t[q->first].flags & TOKEN_CAPITAL);
}

enum quotation_type
quote_kind(const struct passage *p, const struct quoted_tokens *q)
{
	struct features f;

	if (q->quoted->continues)
		return QUOTATION_DIRECT;
	if (is_address(p, q))
		return QUOTATION_SCARE;
	quote_kind_features(&f, p, q);
	if (answer_probability(p, ASK_SPOKEN, ask(p, ASK_SPOKEN, &f)) < (p->lexicon->german ? GERMAN_SPOKEN_LEAST : SPOKEN_LEAST))
		return QUOTATION_SCARE;
	return is_behind_that(p, q) || ask(p, ASK_DIRECT, &f) < 0 ? QUOTATION_PARTIAL : QUOTATION_DIRECT;
}
