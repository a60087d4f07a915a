#include "cmd/diff-sources/candidates.h"

#include <stdlib.h>
#include <string.h>

enum {
	POSTINGS_MAX = 64,	/* a term in more rows of a than this finds none; */
	POSTINGS_MIN = 16,	/* in a long document, than this, */
	POSTINGS_ALL = 16384,	/* and between the two so that rows times postings are this */
	RARE = 15		/* of 10000 English sentences hold a rare word */
};

static uint16_t
share(uint64_t part, uint64_t whole)
{
	return (uint16_t)(whole == 0 ? 0 : part * 1000 / whole);
}

/*
 * What the terms of the row of b at hand are worth, by their number: the weight
 * in the low 16 bits, how often the row has it in the next 15, and on top
 * whether it is rare. 0 for all other terms.
 */
enum { COUNT_SHIFT = 16, COUNT_MAX = 0x7fff };

#define MARK_RARE UINT32_C(0x80000000)

static void
set_marks(uint32_t *marks, const struct terms *t, uint32_t b)
{
	for (uint32_t k = t->b.first[b]; k < t->b.first[b + 1]; k++) {
		const struct term *m = terms_get(t, t->b.ids[k]);
		uint32_t *mark = &marks[t->b.ids[k] & ~TERM_PAIR];

		if (*mark == 0)
			*mark = m->weight | (m->background <= RARE ? MARK_RARE : 0);
		if ((*mark >> COUNT_SHIFT & COUNT_MAX) < COUNT_MAX)
			*mark += 1u << COUNT_SHIFT;
	}
}

static void
clear_marks(uint32_t *marks, const struct terms *t, uint32_t b)
{
	for (uint32_t k = t->b.first[b]; k < t->b.first[b + 1]; k++)
		marks[t->b.ids[k] & ~TERM_PAIR] = 0;
}

/* The weight of the n terms at ids that are marked, each as often as both rows have it. Without a branch: they mostly are not. */
static uint64_t
sum_marked(const uint32_t *marks, const uint32_t *ids, size_t n, uint32_t *rare)
{
	uint32_t last = UINT32_MAX, times = 0, mark, within;
	uint64_t sum = 0;

	for (size_t i = 0; i < n; i++) {
		mark = marks[ids[i] & ~TERM_PAIR];
		times = ids[i] == last ? times + 1 : 0;
		last = ids[i];
		within = times < (mark >> COUNT_SHIFT & COUNT_MAX);
		sum += within * (mark & 0xffff);
		*rare += within & mark >> 31;
	}
	return sum;
}

/* Fills in how alike its rows are, which share words and pairs of this weight. */
static void
weigh(struct candidate *c, const struct terms *t, uint64_t words, uint64_t pairs, uint32_t rare)
{
	const struct row_weight *wa = &t->a.weights[c->a], *wb = &t->b.weights[c->b];
	uint32_t high;

	c->shared = words > UINT32_MAX / 2 ? UINT32_MAX / 2 : (uint32_t)words;
	c->words = share(2 * words, wa->words + wb->words);
	c->pairs = share(2 * pairs, wa->pairs + wb->pairs);
	c->in_a = share(words, wa->words);
	c->in_b = share(words, wb->words);
	c->rare = (uint16_t)(rare > UINT16_MAX ? UINT16_MAX : rare);
	high = c->in_a > c->in_b ? c->in_a : c->in_b;
	c->score = c->same ? 1000 : (uint16_t)((5u * c->words + 2u * c->pairs + 3 * high) / 10);
}

/* The same from the marks of the row of b. */
static void
measure(struct candidate *c, const struct terms *t, const struct side *sa, const uint32_t *marks)
{
	const uint32_t *ids = t->a.ids + t->a.first[c->a];
	size_t n = t->a.first[c->a + 1] - t->a.first[c->a], n_words = sa->rows[c->a].n_words;
	uint32_t rare = 0, unused = 0;
	uint64_t words = sum_marked(marks, ids, n_words, &rare), pairs = sum_marked(marks, ids + n_words, n - n_words, &unused);

	weigh(c, t, words, pairs, rare);
}

static int
add(struct candidates *cs, const struct terms *t, const struct side *sa, uint32_t a, uint32_t b, bool same)
{
	if (array_reserve(&cs->list, &cs->list_cap, cs->n + 1, sizeof *cs->list) != 0)
		return -1;
	cs->list[cs->n] = (struct candidate){.a = a, .b = b, .same = same};
	measure(&cs->list[cs->n++], t, sa, cs->marks);
	return 0;
}

/* Adds row b and the row of a that has the same terms, for which nothing is to be searched. */
static int
add_equal(struct candidates *cs, const struct terms *t, const struct side *sa, uint32_t b)
{
	uint32_t a = t->equal.of_b[b] - 1, rare = 0;
	const uint32_t *ids = t->a.ids + t->a.first[a];

	if (array_reserve(&cs->list, &cs->list_cap, cs->n + 1, sizeof *cs->list) != 0)
		return -1;
	for (uint32_t i = 0; i < sa->rows[a].n_words; i++)
		rare += terms_get(t, ids[i])->background <= RARE;
	cs->list[cs->n] = (struct candidate){.a = a, .b = b, .same = true};
	weigh(&cs->list[cs->n++], t, t->a.weights[a].words, t->a.weights[a].pairs, rare);
	return 0;
}

/* Adds the rows of a that share most with row b, of those touched, in the order of a. */
static int
keep_best(struct candidates *cs, const struct terms *t, uint32_t b, size_t n_touched, const struct side *sa, const struct side *sb)
{
	uint32_t best[CANDIDATES_A_ROW], a;
	uint64_t value[CANDIDATES_A_ROW], v;
	size_t n = 0, k;

	for (size_t i = 0; i < n_touched; i++) {
		const struct row_weight *wa = &t->a.weights[cs->touched[i]], *wb = &t->b.weights[b];
		uint64_t all = wa->words + wa->pairs + wb->words + wb->pairs;

		a = cs->touched[i];
		/* containment counts too: a short row within a long one, either way */
		v = (uint64_t)cs->sums[a] * 100000;
		cs->sums[a] = 0;
		if (n == CANDIDATES_A_ROW && v <= value[n - 1] * (all + 256))
			continue;
		v /= all + 256;
		for (k = n < CANDIDATES_A_ROW ? n++ : n - 1; k > 0 && value[k - 1] < v; k--) {
			value[k] = value[k - 1];
			best[k] = best[k - 1];
		}
		value[k] = v;
		best[k] = a;
	}
	for (size_t i = 1; i < n; i++) {
		a = best[i];
		for (k = i; k > 0 && best[k - 1] > a; k--)
			best[k] = best[k - 1];
		best[k] = a;
	}
	for (size_t i = 0; i < n; i++)
		if (add(cs, t, sa, best[i], b, sa->rows[best[i]].canonical == sb->rows[b].canonical &&
		    side_same(sa->rows[best[i]].text, sb->rows[b].text)) != 0)
			return -1;
	return 0;
}

/* In how many rows of a document of n rows a term may be. */
static uint32_t
postings_limit(size_t n)
{
	size_t limit = POSTINGS_ALL / (n + 1);

	return (uint32_t)(limit > POSTINGS_MAX ? POSTINGS_MAX : limit < POSTINGS_MIN ? POSTINGS_MIN : limit);
}

static int
search(struct candidates *cs, const struct terms *t, uint32_t b, const struct side *sa, const struct side *sb)
{
	uint32_t limit = postings_limit(sa->n);
	size_t n = 0;

	for (uint32_t k = t->b.first[b]; k < t->b.first[b + 1]; k++) {
		const struct term *m = terms_get(t, t->b.ids[k]);

		if (m->a == 0 || m->a > limit || (k > t->b.first[b] && t->b.ids[k] == t->b.ids[k - 1]))
			continue;
		for (uint32_t i = 0; i < m->a; i++) {
			uint32_t row = t->postings[m->postings + i];

			if (cs->sums[row] == 0)
				cs->touched[n++] = row;
			cs->sums[row] += m->weight;
		}
	}
	return keep_best(cs, t, b, n, sa, sb);
}

int
candidates_find(struct candidates *cs, const struct terms *t, const struct side *a, const struct side *b)
{
	cs->n = 0;
	if (array_reserve(&cs->first, &cs->first_cap, b->n + 1, sizeof *cs->first) != 0 ||
	    array_reserve(&cs->sums, &cs->sums_cap, a->n, sizeof *cs->sums) != 0 ||
	    array_reserve(&cs->marks, &cs->marks_cap, t->n, sizeof *cs->marks) != 0 ||
	    array_reserve(&cs->touched, &cs->touched_cap, a->n, sizeof *cs->touched) != 0)
		return -1;
	if (t->n > 0)
		memset(cs->marks, 0, t->n * sizeof *cs->marks);
	if (a->n > 0)
		memset(cs->sums, 0, a->n * sizeof *cs->sums);
	for (uint32_t i = 0; i < b->n; i++) {
		cs->first[i] = (uint32_t)cs->n;
		if (terms_shared(t, i)) {
			if (add_equal(cs, t, a, i) != 0)
				return -1;
			continue;
		}
		set_marks(cs->marks, t, i);
		if (t->equal.of_b[i] != 0 ? add(cs, t, a, t->equal.of_b[i] - 1, i, true) != 0 : search(cs, t, i, a, b) != 0)
			return -1;
		clear_marks(cs->marks, t, i);
	}
	cs->first[b->n] = (uint32_t)cs->n;
	return 0;
}

void
candidates_free(struct candidates *cs)
{
	free(cs->list);
	free(cs->first);
	free(cs->sums);
	free(cs->touched);
	free(cs->marks);
	*cs = (struct candidates){0};
}
