#include "cmd/diff-sources/bag.h"

#include <stdlib.h>
#include <string.h>

/*
 * A word: how often the row has it that the row held against it has not yet,
 * how often that no row had, and its neighbours where it stands first, or 0.
 */
struct bag_slot {
	uint32_t stem, left, uncovered;
	uint32_t before, behind;
	uint16_t weight;	/* 0 where the slot is free */
	bool rare;
};

enum { SLOTS_MIN = 64, SLOTS_FIRST = 4096 };

static inline struct bag_slot *
find(const struct bag *g, uint32_t stem)
{
	size_t i = (stem * UINT32_C(0x9e3779b1) >> 7) & (g->n_slots - 1);

	while (g->slots[i].weight != 0 && g->slots[i].stem != stem)
		i = (i + 1) & (g->n_slots - 1);
	return &g->slots[i];
}

static void
put(struct bag *g, size_t i)
{
	const struct term *m = &g->terms[i];
	struct bag_slot *s = find(g, m->stem);

	if (s->weight == 0) {
		*s = (struct bag_slot){.stem = m->stem, .weight = m->weight, .rare = m->rare};
		s->before = i > 0 ? m[-1].stem : 0;
		s->behind = i + 1 < g->n_words ? m[1].stem : 0;
		g->n_used++;
	}
	s->left++;
	s->uncovered++;
}

/* Empties n slots, a power of two, and puts the first k terms into them. */
static int
spread(struct bag *g, size_t n, size_t k)
{
	if (array_reserve(&g->slots, &g->slots_cap, n, sizeof *g->slots) != 0)
		return -1;
	g->n_slots = n;
	g->n_used = 0;
	memset(g->slots, 0, n * sizeof *g->slots);
	for (size_t i = 0; i < k; i++)
		put(g, i);
	return 0;
}

int
bag_fill(struct bag *g, const struct terms *t, const struct side *s, uint32_t row)
{
	const struct side_row *r = &s->rows[row];
	size_t n = r->n_words, slots = SLOTS_MIN;

	while (slots < 2 * n && slots < SLOTS_FIRST) /* a long row repeats its words: it gets more as it needs them */
		slots *= 2;
	if (array_reserve(&g->terms, &g->terms_cap, n, sizeof *g->terms) != 0 ||
	    array_reserve(&g->taken, &g->taken_cap, n, sizeof *g->taken) != 0 ||
	    spread(g, slots, 0) != 0)
		return -1;
	g->n_words = r->n_words;
	g->weight = terms_weigh(t, s->words + r->first_word, r->n_words, g->terms);
	for (size_t i = 0; i < n; i++) {
		put(g, i);
		if (2 * g->n_used > g->n_slots && spread(g, 2 * g->n_slots, i + 1) != 0)
			return -1;
	}
	return 0;
}

/* Takes a term out of its slot, if there is one left. */
static inline bool
take(struct bag *g, struct bag_slot *s, size_t *n)
{
	if (s->left == 0)
		return false;
	s->left--;
	g->taken[(*n)++] = (uint32_t)(s - g->slots);
	return true;
}

/* Puts back what was taken. */
static void
put_back(struct bag *g, size_t n)
{
	while (n > 0)
		g->slots[g->taken[--n]].left++;
}

struct bag_common
bag_hold(struct bag *g, const struct side *s, uint32_t row)
{
	const uint32_t *words = s->words + s->rows[row].first_word;
	const struct bag_slot *last = NULL;
	struct bag_common c = {0, 0, 0};
	struct bag_slot *slot;
	size_t n = 0;

	for (uint32_t i = 0; i < s->rows[row].n_words; i++) {
		slot = find(g, words[i]);
		if (slot->weight == 0) {
			last = NULL;
			continue;
		}
		if (take(g, slot, &n)) {
			c.words += slot->weight;
			c.rare += slot->rare;
		}
		if (last != NULL && (slot->before == last->stem || last->behind == slot->stem))
			c.pairs += (uint32_t)(last->weight + slot->weight) / 2;
		last = slot;
	}
	put_back(g, n);
	return c;
}

uint64_t
bag_cover(struct bag *g, const struct side *s, uint32_t row, uint64_t *once)
{
	const uint32_t *words = s->words + s->rows[row].first_word;
	struct bag_slot *slot;
	uint64_t shared = 0;
	size_t n = 0;

	for (uint32_t i = 0; i < s->rows[row].n_words; i++) {
		slot = find(g, words[i]);
		if (!take(g, slot, &n))
			continue;
		shared += slot->weight;
		if (slot->uncovered > 0) {
			slot->uncovered--;
			*once += slot->weight;
		}
	}
	put_back(g, n);
	return shared;
}

void
bag_free(struct bag *g)
{
	free(g->terms);
	free(g->taken);
	free(g->slots);
	*g = (struct bag){0};
}
