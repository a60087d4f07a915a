/* Who says it: the words for saying so, and the speakers beside them. */
#include "cmd/diff-sources/flags.h"

#include <string.h>

#include "cmd/diff-sources/spelling.h"
#include "cmd/diff-sources/vocabulary.h"
#include "common/words.h"

enum {
	NEAR = 4,	/* tokens from a name to the reporting word that it goes with */
	SPEAKER_WORDS = 16
};

static unsigned
classes(struct token *t)
{
	token_look_up(t);
	return t->classes;
}

static bool
is_mark(const struct token *t)
{
	return t->kind == TOKEN_DOUBLE || t->kind == TOKEN_SINGLE;
}

static bool
is_word(const struct token *t, const char *word)
{
	return t->len == strlen(word) && memcmp(t->text, word, t->len) == 0;
}

static bool
is_speaker(struct token *t)
{
	return classes(t) & WORD_PRONOUN || flags_is_name(t);
}

bool
attribution_reports(struct token *t, size_t n, size_t i)
{
	unsigned class = classes(&t[i]);

	if (!(class & WORD_MAY_REPORT))
		return class & WORD_REPORTING;
	return (i + 1 < n && (is_mark(&t[i + 1]) || is_word(&t[i + 1], ":") || is_word(&t[i + 1], "that") || is_speaker(&t[i + 1]))) ||
	    (i > 0 && (is_mark(&t[i - 1]) || is_speaker(&t[i - 1]) || (i + 1 < n && classes(&t[i - 1]) & WORD_HELPING && is_word(&t[i + 1], "to"))));
}

/*
 * Whether a reporting word stands close to token i, going in one direction from
 * it, with nothing but names, marks and small verbs between: "said Tomas",
 * "Brandt did not say".
 */
static bool
reporting_beside(struct token *t, size_t n, size_t i, int direction)
{
	for (size_t left = NEAR; left > 0 && i < n; left--, i += (size_t)direction) {
		if (attribution_reports(t, n, i))
			return true;
		if (token_is_word(&t[i]) && !t[i].capital && !(classes(&t[i]) & (WORD_HELPING | WORD_NEGATION)))
			return false;
	}
	return false;
}

bool
attribution_beside(const struct change *c, const struct hunk *h)
{
	return reporting_beside(c->a, c->n_a, (size_t)h->a - 1, -1) || reporting_beside(c->a, c->n_a, h->a_end, 1) ||
	    reporting_beside(c->b, c->n_b, (size_t)h->b - 1, -1) || reporting_beside(c->b, c->n_b, h->b_end, 1);
}

/* Whether a speaker is to be expected at token i: behind "according to", or a reporting word behind a mark, an article between or not. */
static bool
expects_speaker(struct token *t, size_t i)
{
	if (i > 0 && classes(&t[i - 1]) & WORD_TITLE && !t[i - 1].capital)
		i--;
	if (i < 2)
		return false;
	if (is_word(&t[i - 1], "to"))
		return classes(&t[i - 2]) & WORD_REPORTING;
	return classes(&t[i - 1]) & WORD_REPORTING && !token_is_word(&t[i - 2]);
}

bool
attribution_replaced(const struct change *c, const struct hunk *h)
{
	if (h->a == h->a_end || h->b == h->b_end || !token_is_word(&c->a[h->a_end - 1]) || !token_is_word(&c->b[h->b_end - 1]))
		return false;
	return (h->a_end < c->n_a && attribution_reports(c->a, c->n_a, h->a_end)) || expects_speaker(c->a, h->a);
}

/* The words of a speaker as tokens. */
static size_t
speaker_words(struct slice name, struct token *out)
{
	struct word w;
	size_t pos = 0, n = 0;

	while (n < SPEAKER_WORDS && word_next(name.data, name.len, &pos, &w))
		out[n++] = (struct token){.text = name.data + w.start, .len = (uint32_t)(w.end - w.start), .kind = TOKEN_WORD, .capital = true};
	return n;
}

unsigned
flags_of_speakers(struct slice a, struct slice b)
{
	struct token x[SPEAKER_WORDS], y[SPEAKER_WORDS];
	size_t n_x = speaker_words(a, x), n_y = speaker_words(b, y);

	for (size_t i = 0; i < n_x + n_y; i++)
		if (classes(i < n_x ? &x[i] : &y[i - n_x]) & WORD_PRONOUN)
			return 0;
	for (size_t i = 0; i < n_x; i++)
		for (size_t k = 0; k < n_y; k++)
			if (spelling_alike(&x[i], &y[k]))
				return 0;
	return n_x > 0 && n_y > 0 ? FLAG_ATTRIBUTION : 0;
}
