/* Flags of marks: which quotation marks changed what they hold, and which only changed places with a comma. */
#include "cmd/diff-sources/flags.h"

/* Marks that are looked past for the word that one goes with. */
enum { MARKS_MAX = 8 };

static bool
is_mark(const struct token *t)
{
	return t->kind == TOKEN_DOUBLE || t->kind == TOKEN_SINGLE;
}

/* The token of b that token i of a became, or -1 where it was changed. */
static int64_t
other_side(const struct change *c, size_t i, bool from_a)
{
	size_t low = 0, high = c->n;
	int64_t shift = 0;

	while (low < high) { /* the first hunk that ends behind i */
		size_t middle = (low + high) / 2;

		if ((from_a ? c->hunks[middle].a_end : c->hunks[middle].b_end) <= i)
			low = middle + 1;
		else
			high = middle;
	}
	if (low < c->n && (from_a ? c->hunks[low].a : c->hunks[low].b) <= i)
		return -1;
	if (low > 0)
		shift = (int64_t)c->hunks[low - 1].b_end - (int64_t)c->hunks[low - 1].a_end;
	return (int64_t)i + (from_a ? shift : -shift);
}

/* Whether a quotation mark stands between a word and the next one in this direction. */
static bool
mark_beside(const struct token *t, size_t n, size_t word, int direction)
{
	size_t i = word + (size_t)direction;

	for (size_t left = MARKS_MAX; left > 0 && i < n && !token_is_word(&t[i]); left--, i += (size_t)direction)
		if (is_mark(&t[i]))
			return true;
	return false;
}

/*
 * Whether the quotation mark at token i stands at the same place among the
 * words of the other side: behind the same word, or before it.
 */
static bool
mark_kept(const struct change *c, size_t i, bool from_a)
{
	const struct token *own = from_a ? c->a : c->b, *other = from_a ? c->b : c->a;
	size_t n = from_a ? c->n_a : c->n_b, n_other = from_a ? c->n_b : c->n_a;
	int64_t word;

	for (int direction = -1; direction <= 1; direction += 2) {
		size_t k = i + (size_t)direction;

		for (size_t left = MARKS_MAX; left > 0 && k < n && !token_is_word(&own[k]); left--)
			k += (size_t)direction;
		if (k < n && token_is_word(&own[k]) && (word = other_side(c, k, from_a)) >= 0)
			return mark_beside(other, n_other, (size_t)word, -direction);
	}
	return true; /* the words on either side were changed, which tells by itself */
}

/* Flags of the marks among tokens [begin, end) of one side. */
static unsigned
flags_of_side(const struct change *c, size_t begin, size_t end, bool from_a)
{
	const struct token *t = from_a ? c->a : c->b;
	unsigned flags = 0;

	for (size_t i = begin; i < end; i++) {
		if (is_mark(&t[i]))
			flags |= mark_kept(c, i, from_a) ? FLAG_PUNCTUATION : FLAG_QUOTATION;
		else if (!token_is_word(&t[i]))
			flags |= FLAG_PUNCTUATION;
	}
	return flags;
}

unsigned
flags_of_marks(const struct change *c, const struct hunk *h)
{
	return flags_of_side(c, h->a, h->a_end, true) | flags_of_side(c, h->b, h->b_end, false);
}
