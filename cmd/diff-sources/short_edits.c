/* The edits between short runs: the longest common subsequence of words, a word of the machine at a time. */
#include "cmd/diff-sources/edits.h"

#include <string.h>

enum { SLOTS = 2 * EDITS_SHORT };

/* Where in a the words of one key stand: a bit for each word, the last one lowest. */
struct places {
	uint64_t keys[SLOTS], bits[SLOTS];
};

/* The tokens of a and b, and which of a's are words. */
struct runs {
	const struct token *a, *b;
	size_t n_a, n_b;
	uint32_t words[EDITS_SHORT];
	size_t n_words;
};

/* The slot of a key, or a free one, which has no bits. */
static size_t
find(const struct places *p, uint64_t key)
{
	size_t i = (size_t)(key ^ key >> 9) % SLOTS;

	while (p->bits[i] != 0 && p->keys[i] != key)
		i = (i + 1) % SLOTS;
	return i;
}

static void
note_places(struct places *p, struct runs *r)
{
	memset(p->bits, 0, sizeof p->bits);
	for (size_t i = 0; i < r->n_a; i++)
		if (token_is_word(&r->a[i]))
			r->words[r->n_words++] = (uint32_t)i;
	for (size_t i = 0; i < r->n_words; i++) {
		uint64_t key = r->a[r->words[i]].key;
		size_t slot = find(p, key);

		p->keys[slot] = key;
		p->bits[slot] |= UINT64_C(1) << (r->n_words - 1 - i);
	}
}

static bool
has_word(const struct token *t, uint32_t i, uint32_t end)
{
	while (i < end && !token_is_word(&t[i]))
		i++;
	return i < end;
}

/* The first of tokens [k, end) with this key, or end. */
static uint32_t
find_key(const struct token *t, uint32_t k, uint32_t end, uint64_t key)
{
	while (k < end && t[k].key != key)
		k++;
	return k;
}

static bool
is_quotation_mark(const struct token *t)
{
	return t->kind == TOKEN_DOUBLE || t->kind == TOKEN_SINGLE;
}

/* Tokens [i, end) of one side, which are marks, and [k, other_end) of the other, which stand for them. */
struct marks_gap {
	const struct token *x, *y;
	uint32_t i, end, k, other_end;
	bool of_a;	/* the marks are a's */
};

/* Adds what differs in a gap of which as many marks stay as are found one behind the other. */
static int
add_marks(struct edits *e, struct marks_gap g)
{
	uint32_t from = g.i, other_from = g.k;

	for (; g.i <= g.end; g.i++) {
		g.k = g.i == g.end ? g.other_end : find_key(g.y, other_from, g.other_end, g.x[g.i].key);
		if (g.i < g.end && g.k == g.other_end)
			continue;
		if ((from < g.i || other_from < g.k) && (g.of_a ? edits_add(e, from, g.i, other_from, g.k) : edits_add(e, other_from, g.k, from, g.i)) != 0)
			return -1;
		from = g.i + 1;
		other_from = g.k + 1;
	}
	return 0;
}

/* The same, where quotation marks stay before any other does. */
static int
add_around_quotation(struct edits *e, struct marks_gap g)
{
	struct marks_gap before = g;

	for (uint32_t i = g.i; i < g.end; i++) {
		uint32_t k = is_quotation_mark(&g.x[i]) ? find_key(g.y, g.k, g.other_end, g.x[i].key) : g.other_end;

		if (k == g.other_end)
			continue;
		before.i = g.i;
		before.end = i;
		before.k = g.k;
		before.other_end = k;
		if (add_marks(e, before) != 0)
			return -1;
		g.i = i + 1;
		g.k = k + 1;
	}
	return add_marks(e, g);
}

/*
 * Adds what differs between two words that stay: tokens [i, i_end) of a and [k,
 * k_end) of b, without the marks that they begin and end with alike. Marks in
 * the middle stay only where one side has no words, which they could part.
 */
static int
add_gap(struct edits *e, const struct runs *r, uint32_t i, uint32_t i_end, uint32_t k, uint32_t k_end)
{
	bool words, other_words;

	for (; i < i_end && k < k_end && r->a[i].key == r->b[k].key; i++)
		k++;
	for (; i < i_end && k < k_end && r->a[i_end - 1].key == r->b[k_end - 1].key; i_end--)
		k_end--;
	words = has_word(r->a, i, i_end);
	other_words = has_word(r->b, k, k_end);
	if (words && !other_words)
		return add_around_quotation(e, (struct marks_gap){r->b, r->a, k, k_end, i, i_end, false});
	if (other_words && !words)
		return add_around_quotation(e, (struct marks_gap){r->a, r->b, i, i_end, k, k_end, true});
	return i < i_end || k < k_end ? edits_add(e, i, i_end, k, k_end) : 0;
}

/*
 * Adds the hunks that the table leaves. table[k] is of the words among tokens
 * [k, n_b) of b: a bit is 0 where one word more of a makes their longest common
 * subsequence longer. Of equally long ones, the one whose words come first.
 */
static int
trace(struct edits *e, const struct runs *r)
{
	uint32_t i = 0, k = 0, begin = 0, other_begin = 0;

	while (i < r->n_words && k < r->n_b) {
		uint64_t bit = UINT64_C(1) << (r->n_words - 1 - i);

		if (e->table[k] & bit) {
			i++;
		} else if (!(e->table[k + 1] & bit)) {
			k++;
		} else {
			if ((begin < r->words[i] || other_begin < k) && add_gap(e, r, begin, r->words[i], other_begin, k) != 0)
				return -1;
			begin = r->words[i++] + 1;
			other_begin = ++k;
		}
	}
	return add_gap(e, r, begin, (uint32_t)r->n_a, other_begin, (uint32_t)r->n_b);
}

int
edits_of_short(struct edits *e, const struct token *a, size_t n_a, const struct token *b, size_t n_b)
{
	struct runs r = {.a = a, .b = b, .n_a = n_a, .n_b = n_b};
	struct places p;
	uint64_t v = UINT64_MAX, u;

	if (array_reserve(&e->table, &e->table_cap, n_b + 1, sizeof *e->table) != 0)
		return -1;
	note_places(&p, &r);
	e->table[n_b] = v;
	for (size_t k = n_b; k-- > 0; e->table[k] = v) {
		if (!token_is_word(&b[k]))
			continue;
		u = v & p.bits[find(&p, b[k].key)];
		v = (v + u) | (v - u);
	}
	return trace(e, &r);
}
