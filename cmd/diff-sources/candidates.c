#include "cmd/diff-sources/candidates.h"

#include <stdlib.h>
#include <string.h>

enum {
	POSTINGS_MAX = 64,	/* a term in more rows of a than this finds none */
	RARE = 15		/* of 10000 English sentences hold a rare word */
};

/* A row under its canonical hash; side 0 is a. */
struct equal {
	uint64_t hash;
	uint32_t row, side;
};

static int
compare_equal(const void *x, const void *y)
{
	const struct equal *a = x, *b = y;

	if (a->hash != b->hash)
		return a->hash < b->hash ? -1 : 1;
	if (a->side != b->side)
		return a->side < b->side ? -1 : 1;
	return (a->row > b->row) - (a->row < b->row);
}

static uint16_t
share(uint64_t part, uint64_t whole)
{
	return (uint16_t)(whole == 0 ? 0 : part * 1000 / whole);
}

/* Fills in how alike its rows are. */
static void
measure(struct candidate *c, const struct terms *t)
{
	const struct row_weight *wa = &t->a.weights[c->a], *wb = &t->b.weights[c->b];
	const uint32_t *p = t->a.ids + t->a.first[c->a], *p_end = t->a.ids + t->a.first[c->a + 1];
	const uint32_t *q = t->b.ids + t->b.first[c->b], *q_end = t->b.ids + t->b.first[c->b + 1];
	uint64_t words = 0, pairs = 0;
	uint32_t rare = 0, high;

	while (p < p_end && q < q_end) {
		if (*p != *q) {
			if (*p < *q)
				p++;
			else
				q++;
			continue;
		}
		if (*p & TERM_PAIR) {
			pairs += terms_get(t, *p)->weight;
		} else {
			words += t->terms[*p].weight;
			rare += t->terms[*p].background <= RARE;
		}
		p++;
		q++;
	}
	c->shared = words > UINT32_MAX / 2 ? UINT32_MAX / 2 : (uint32_t)words;
	c->words = share(2 * words, wa->words + wb->words);
	c->pairs = share(2 * pairs, wa->pairs + wb->pairs);
	c->in_a = share(words, wa->words);
	c->in_b = share(words, wb->words);
	c->rare = (uint16_t)(rare > UINT16_MAX ? UINT16_MAX : rare);
	high = c->in_a > c->in_b ? c->in_a : c->in_b;
	c->score = c->same ? 1000 : (uint16_t)((5u * c->words + 2u * c->pairs + 3 * high) / 10);
}

static int
add(struct candidates *cs, const struct terms *t, uint32_t a, uint32_t b, bool same)
{
	if (array_reserve(&cs->list, &cs->list_cap, cs->n + 1, sizeof *cs->list) != 0)
		return -1;
	cs->list[cs->n] = (struct candidate){.a = a, .b = b, .same = same};
	measure(&cs->list[cs->n++], t);
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
		v = (uint64_t)cs->sums[a] * 100000 / (all + 256);
		cs->sums[a] = 0;
		if (n == CANDIDATES_A_ROW && v <= value[n - 1])
			continue;
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
		if (add(cs, t, best[i], b, sa->rows[best[i]].canonical == sb->rows[b].canonical &&
		    side_same(sa->rows[best[i]].text, sb->rows[b].text)) != 0)
			return -1;
	return 0;
}

static int
search(struct candidates *cs, const struct terms *t, uint32_t b, const struct side *sa, const struct side *sb)
{
	size_t n = 0;

	for (uint32_t k = t->b.first[b]; k < t->b.first[b + 1]; k++) {
		const struct term *m = terms_get(t, t->b.ids[k]);

		if (m->a == 0 || m->a > POSTINGS_MAX || (k > t->b.first[b] && t->b.ids[k] == t->b.ids[k - 1]))
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

/*
 * Sets first[b] to one more than the row of a that row b equals where both
 * sides have equally many of its kind, else to 0.
 */
static int
pair_equal(struct candidates *cs, const struct side *a, const struct side *b)
{
	size_t n = a->n + b->n, i, middle, end;

	if (array_reserve(&cs->equal, &cs->equal_cap, n, sizeof *cs->equal) != 0)
		return -1;
	for (i = 0; i < a->n; i++)
		cs->equal[i] = (struct equal){a->rows[i].canonical, (uint32_t)i, 0};
	for (i = 0; i < b->n; i++)
		cs->equal[a->n + i] = (struct equal){b->rows[i].canonical, (uint32_t)i, 1};
	if (n > 0)
		qsort(cs->equal, n, sizeof *cs->equal, compare_equal);
	memset(cs->first, 0, (b->n + 1) * sizeof *cs->first);
	for (i = 0; i < n; i = end) {
		for (end = middle = i; end < n && cs->equal[end].hash == cs->equal[i].hash; end++)
			middle += cs->equal[end].side == 0;
		for (size_t k = 0; middle - i == end - middle && k < end - middle; k++) {
			uint32_t ra = cs->equal[i + k].row, rb = cs->equal[middle + k].row;

			if (side_same(a->rows[ra].text, b->rows[rb].text))
				cs->first[rb] = ra + 1;
		}
	}
	return 0;
}

int
candidates_find(struct candidates *cs, const struct terms *t, const struct side *a, const struct side *b)
{
	cs->n = 0;
	if (array_reserve(&cs->first, &cs->first_cap, b->n + 1, sizeof *cs->first) != 0 ||
	    array_reserve(&cs->sums, &cs->sums_cap, a->n, sizeof *cs->sums) != 0 ||
	    array_reserve(&cs->touched, &cs->touched_cap, a->n, sizeof *cs->touched) != 0 ||
	    pair_equal(cs, a, b) != 0)
		return -1;
	if (a->n > 0)
		memset(cs->sums, 0, a->n * sizeof *cs->sums);
	for (uint32_t i = 0; i < b->n; i++) {
		uint32_t equal = cs->first[i];

		cs->first[i] = (uint32_t)cs->n;
		if (equal != 0 ? add(cs, t, equal - 1, i, true) != 0 : search(cs, t, i, a, b) != 0)
			return -1;
	}
	cs->first[b->n] = (uint32_t)cs->n;
	return 0;
}

const struct candidate *
candidates_get(const struct candidates *cs, int64_t a, int64_t b, size_t rows_b)
{
	if (a < 0 || b < 0 || (uint64_t)b >= rows_b)
		return NULL;
	for (uint32_t k = cs->first[b]; k < cs->first[b + 1]; k++)
		if (cs->list[k].a == a)
			return &cs->list[k];
	return NULL;
}

void
candidates_free(struct candidates *cs)
{
	free(cs->list);
	free(cs->first);
	free(cs->sums);
	free(cs->touched);
	free(cs->equal);
	*cs = (struct candidates){0};
}
