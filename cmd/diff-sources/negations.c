/* Whether a negation came or went, or only changed places with what it denies. */
#include "cmd/diff-sources/flags.h"

#include <string.h>

#include "cmd/diff-sources/spelling.h"
#include "cmd/diff-sources/vocabulary.h"

enum {
	NEGATIONS_MAX = 32,	/* of a side; where there are more, their number must do */
	SEARCHED = 8,		/* tokens of the other side, at most, where a word is looked for that lacks a prefix */
	REST_LEAST = 4		/* letters behind a prefix */
};

/* A negation: its hunk, and the keys of the words beside it, or 0. */
struct negation {
	size_t hunk;
	uint64_t before, behind;
	bool matched;
};

struct negations {
	struct negation list[NEGATIONS_MAX];
	size_t n;	/* those beyond the list too */
};

/* Whether tokens [begin, end) have the word that these letters are. */
static bool
has_letters(const struct token *t, size_t begin, size_t end, const char *letters, size_t len)
{
	char plain[NORMAL_BYTES];

	for (; begin < end; begin++)
		if (t[begin].kind == TOKEN_WORD && spelling_plain(t[begin].text, t[begin].len, plain) == len && memcmp(plain, letters, len) == 0)
			return true;
	return false;
}

/* Whether a word is one of tokens [begin, end) of the other side behind a prefix: "unlikely". */
static bool
denies_other(const struct token *t, const struct token *other, size_t begin, size_t end)
{
	static const char *const prefixes[] = {"un", "in", "imp", "ill", "irr", "dis", "non"};
	char plain[NORMAL_BYTES];
	size_t len, skip;

	if (begin == end || end - begin > SEARCHED || t->len < 2 + REST_LEAST || strchr("uidnUIDN", *t->text) == NULL)
		return false;
	len = spelling_plain(t->text, t->len, plain);
	for (size_t i = 0; i < sizeof prefixes / sizeof *prefixes; i++) {
		skip = prefixes[i][0] == 'i' ? 2 : strlen(prefixes[i]); /* of "imp" the last is the word's own */
		if (len >= skip + REST_LEAST && memcmp(plain, prefixes[i], strlen(prefixes[i])) == 0)
			return has_letters(other, begin, end, plain + skip, len - skip);
	}
	return false;
}

static bool
is_to(const struct token *t)
{
	return t->len == 2 && memcmp(t->text, "to", 2) == 0;
}

static bool
is_negation(struct token *t, size_t n, size_t i)
{
	token_look_up(&t[i]);
	return t[i].classes & WORD_NEGATION || (t[i].classes & WORD_FAILING && i + 1 < n && is_to(&t[i + 1]));
}

/* The key of the next word from token i on, in one direction, past marks; 0 where there is none, or one that any negation may stand beside. */
static uint64_t
key_beside(struct token *t, size_t n, size_t i, int direction)
{
	while (i < n && !token_is_word(&t[i]))
		i += (size_t)direction;
	if (i < n)
		token_look_up(&t[i]);
	return i < n && !(t[i].classes & WORD_HELPING) ? t[i].key : 0;
}

/* Adds the negations among tokens [begin, end) of a side, which are those of a hunk; [other_begin, other_end) are its other side. */
static void
add(struct negations *g, size_t hunk, struct token *t, size_t n, size_t begin, size_t end, const struct token *other, size_t other_begin, size_t other_end)
{
	for (size_t i = begin; i < end; i++) {
		if (!is_negation(t, n, i) && !denies_other(&t[i], other, other_begin, other_end))
			continue;
		if (g->n < NEGATIONS_MAX)
			g->list[g->n] = (struct negation){.hunk = hunk, .before = key_beside(t, n, i - 1, -1), .behind = key_beside(t, n, i + 1, 1)};
		g->n++;
	}
}

/* Whether two negations deny the same, in the same place, or beside it, or elsewhere: they stand before or behind one word. */
static bool
is_same(const struct change *c, const struct negation *x, const struct negation *y)
{
	size_t first = x->hunk < y->hunk ? x->hunk : y->hunk, last = x->hunk < y->hunk ? y->hunk : x->hunk;

	if (first == last || (last == first + 1 && c->hunks[last].a - c->hunks[first].a_end <= 1))
		return true;
	return (x->behind != 0 && x->behind == y->behind) || (x->before != 0 && x->before == y->before);
}

/* Takes each of a together with one of b that is the same. */
static size_t
match(const struct change *c, struct negations *a, struct negations *b)
{
	size_t left = a->n + b->n;

	for (size_t i = 0; i < a->n; i++)
		for (size_t k = 0; k < b->n; k++)
			if (!b->list[k].matched && is_same(c, &a->list[i], &b->list[k])) {
				b->list[k].matched = true;
				left -= 2;
				break;
			}
	return left;
}

bool
negations_differ(const struct change *c, const struct judgement *judgements)
{
	struct negations a, b;

	a.n = b.n = 0;
	for (size_t i = 0; i < c->n; i++) {
		const struct hunk *h = &c->hunks[i];

		if (judgements[i].spelled)
			continue;
		add(&a, i, c->a, c->n_a, h->a, h->a_end, c->b, h->b, h->b_end);
		add(&b, i, c->b, c->n_b, h->b, h->b_end, c->a, h->a, h->a_end);
	}
	return a.n != b.n || (a.n <= NEGATIONS_MAX && match(c, &a, &b) > 0);
}
