#include "cmd/tag-quotes/quote_kind.h"

#include <string.h>

#include "cmd/tag-quotes/cue.h"
#include "cmd/tag-quotes/values.h"

/*
 * The least probability, in thousandths, of a quotation: to lose one is worse
 * than to tell of words that only stand in marks. More is asked of a word or
 * two, as terms are, and of capitalised words, as names and titles are, than of
 * running text, whatever its language, and a sentence with its stop; less of
 * them in German, where the trees have seen fewer.
 */
#define SPOKEN_LEAST 400
#define GERMAN_SPOKEN_LEAST 150
#define RUNNING_LEAST 120
#define RUNNING_WORDS 3

/* How far before a quote a cue is looked for, in tokens, and in how many of 100 uses it must be one. */
#define CUE_REACH 40
#define CUE_SOMETIMES 25

/* How many tokens of a quote tell what it looks like. */
#define LOOK 60

/* How many words behind "that" are a fragment; more are as often annotated as direct. */
#define FRAGMENT_WORDS 8

/* The tokens before and behind a quote and its marks. */
static ptrdiff_t
before_quote(const struct quoted_tokens *q)
{
	return (ptrdiff_t)q->first - (q->quoted->open == q->quoted->start ? 1 : 2);
}

static ptrdiff_t
after_quote(const struct quoted_tokens *q)
{
	return (ptrdiff_t)q->end + (q->quoted->close != q->quoted->end);
}

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
	ptrdiff_t a = q->first, z = (ptrdiff_t)q->end - 1, before = before_quote(q), after = after_quote(q);
	enum tag first = tag_at(p, a), last = tag_at(p, z), left, right;
	uint64_t words = bucket(q->end - q->first), finite, stops = 0;
	unsigned capital = p->tokens.t[a].flags & (TOKEN_CAPITAL | TOKEN_SHOUT);
	unsigned all_capital = 1;
	uint64_t to_cue, from_cue;

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

/* What the words of a quote look like. */
struct shape {
	int words, capitals, small, pronouns;
};

static struct shape
shape_of(const struct passage *p, const struct quoted_tokens *q)
{
	struct shape s = {0};

	for (uint32_t i = q->first; i < q->end && i < q->first + LOOK; i++) {
		const struct token *t = &p->tokens.t[i];

		if (!(t->flags & TOKEN_WORD))
			continue;
		s.words++;
		s.capitals += t->flags & TOKEN_CAPITAL;
		s.small += t->len > 3 && !(t->flags & TOKEN_CAPITAL);
		s.pronouns += tag_in_set((enum tag)t->tag, TAG_BIT(PRONOUN) | TAG_BIT(OBJECT) | TAG_BIT(POSSESSIVE));
	}
	return s;
}

/* How surely a word before token i, outside marks, reports something, and how far away it is; -1 and CUE_REACH where none does. */
static void
add_cue_before(struct values *v, const struct passage *p, uint32_t i)
{
	size_t k = cue_index(p, i);

	while (k > 0 && i - p->cues[k - 1] <= CUE_REACH && p->tokens.t[p->cues[k - 1]].cue < CUE_SOMETIMES)
		k--;
	if (k > 0 && i - p->cues[k - 1] <= CUE_REACH) {
		values_add(v, p->tokens.t[p->cues[k - 1]].cue);
		values_add(v, i - p->cues[k - 1] - 1);
	} else {
		values_add(v, -1);
		values_add(v, CUE_REACH);
	}
}

static void
add_shape(struct values *v, const struct passage *p, const struct quoted_tokens *q)
{
	struct shape s = shape_of(p, q);

	values_add(v, s.words);
	values_add(v, s.small);
	values_add(v, s.capitals);
	values_add(v, s.words > 0 ? s.capitals * 100 / s.words : 0);
	values_add(v, s.pronouns);
	values_add(v, p->finite[q->end] - p->finite[q->first]);
}

/* The tags at both ends of a quote, inside and outside of its marks. */
static void
add_tags(struct values *v, const struct passage *p, const struct quoted_tokens *q)
{
	ptrdiff_t before = before_quote(q), after = after_quote(q);
	const ptrdiff_t at[] = {q->first, (ptrdiff_t)q->first + 1, (ptrdiff_t)q->end - 2, (ptrdiff_t)q->end - 1,
	    before, before - 1, after, after + 1, after + 2};

	for (size_t i = 0; i < sizeof(at) / sizeof(at[0]); i++)
		values_add(v, tag_at(p, at[i]));
}

/* Where a quote stands in its sentence and how much stands around it. */
static void
add_place(struct values *v, const struct passage *p, size_t number)
{
	const struct quoted_tokens *q = &p->quotes[number];
	const struct sentence *s = &p->sentences[p->sentence_of[q->first]];

	values_add(v, (int64_t)q->first - s->first);
	values_add(v, (int64_t)s->end - q->end);
	values_add(v, (uint32_t)p->tokens.n - q->end);
	values_add(v, p->finite[q->first] - p->finite[s->first]);
	values_add(v, (int64_t)p->finite[s->end] - p->finite[q->end]);
	values_add(v, number > 0 ? q->first - p->quotes[number - 1].end : INT8_MAX);
}

void
quote_kind_values(int8_t values[QUOTE_VALUES], const struct passage *p, size_t number, const struct link *link, int direct_odds)
{
	const struct quoted_tokens *q = &p->quotes[number];
	struct values v = {values};

	values_add(&v, direct_odds);
	values_add(&v, link->odds);
	values_add(&v, link->odds == LINK_NONE ? 0 : p->tokens.t[link->cue].cue);
	add_cue_before(&v, p, (uint32_t)(before_quote(q) + 1));
	add_shape(&v, p, q);
	add_tags(&v, p, q);
	add_place(&v, p, number);
}

/* Whether a quote is a sentence of its own: “Good.” — Paul Brandt. */
static bool
is_sentence(const struct passage *p, const struct quoted_tokens *q)
{
	return q->end > q->first && tag_at(p, (ptrdiff_t)q->end - 1) == TAG_STOP &&
	    (ptrdiff_t)p->sentences[p->sentence_of[q->first]].first > before_quote(q);
}

static int
spoken_least(const struct passage *p, const struct quoted_tokens *q)
{
	struct shape s = shape_of(p, q);

	if ((s.words >= RUNNING_WORDS && 2 * s.capitals <= s.words) || is_sentence(p, q))
		return RUNNING_LEAST;
	return p->lexicon->german ? GERMAN_SPOKEN_LEAST : SPOKEN_LEAST;
}

/* Whether somebody speaks, rather than that words only stand in marks. */
static bool
is_spoken(const struct passage *p, size_t number, const struct link *link, int32_t direct)
{
	const struct trees *trees = trees_of(p, ASK_SPOKEN);
	int8_t values[QUOTE_VALUES];
	int probability;

	quote_kind_values(values, p, number, link, answer_odds(p, ASK_DIRECT, direct));
	probability = trees_probability(trees, trees_score(trees, values));
	return probability >= SPOKEN_LEAST || probability >= spoken_least(p, &p->quotes[number]);
}

enum quotation_type
quote_kind(const struct passage *p, size_t number, const struct link *link)
{
	const struct quoted_tokens *q = &p->quotes[number];
	struct features f;
	int32_t direct;

	if (q->quoted->continues)
		return QUOTATION_DIRECT;
	quote_kind_features(&f, p, q);
	direct = ask(p, ASK_DIRECT, &f);
	if (is_address(p, q) || !is_spoken(p, number, link, direct))
		return QUOTATION_SCARE;
	return is_behind_that(p, q) || direct < 0 ? QUOTATION_PARTIAL : QUOTATION_DIRECT;
}
