/* The edits between short runs: the longest common subsequence, a word of the machine at a time. */
#include "cmd/diff-sources/edits.h"

#include <string.h>

enum { SLOTS = 2 * EDITS_SHORT };

/* Where in a a key stands: a bit for each token, the last one lowest. */
struct places {
	uint64_t keys[SLOTS], bits[SLOTS];
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
note_places(struct places *p, const struct token *a, size_t n_a)
{
	memset(p->bits, 0, sizeof p->bits);
	for (size_t i = 0; i < n_a; i++) {
		size_t slot = find(p, a[i].key);

		p->keys[slot] = a[i].key;
		p->bits[slot] |= UINT64_C(1) << (n_a - 1 - i);
	}
}

/*
 * Adds the hunks that the table leaves. table[k] is of tokens [k, n_b) of b: a
 * bit is 0 where one token more of a makes their longest common subsequence
 * longer. Of equally long ones, the one whose tokens come first.
 */
static int
trace(struct edits *e, size_t n_a, size_t n_b)
{
	uint32_t i = 0, k = 0, begin = 0, other_begin = 0;

	while (i < n_a && k < n_b) {
		uint64_t bit = UINT64_C(1) << (n_a - 1 - i);

		if (e->table[k] & bit) {
			i++;
		} else if (!(e->table[k + 1] & bit)) {
			k++;
		} else {
			if ((begin < i || other_begin < k) && edits_add(e, begin, i, other_begin, k) != 0)
				return -1;
			begin = ++i;
			other_begin = ++k;
		}
	}
	return begin < n_a || other_begin < n_b ? edits_add(e, begin, (uint32_t)n_a, other_begin, (uint32_t)n_b) : 0;
}

int
edits_of_short(struct edits *e, const struct token *a, size_t n_a, const struct token *b, size_t n_b)
{
	struct places p;
	uint64_t v = UINT64_MAX, u;

	if (array_reserve(&e->table, &e->table_cap, n_b + 1, sizeof *e->table) != 0)
		return -1;
	note_places(&p, a, n_a);
	e->table[n_b] = v;
	for (size_t k = n_b; k-- > 0; e->table[k] = v) {
		u = v & p.bits[find(&p, b[k].key)];
		v = (v + u) | (v - u);
	}
	return trace(e, n_a, n_b);
}
