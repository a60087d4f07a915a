#include "cmd/diff-sources/terms.h"

#include <stdlib.h>
#include <string.h>

#include "cmd/diff-sources/frequency.h"
#include "cmd/diff-sources/logarithm.h"

enum {
	BACKGROUND_SLOTS = 8192,
	UNKNOWN = 1,		/* of 10000 sentences: a word that the table lacks */
	PRIOR_ROWS = 20,	/* how many rows of background each estimate holds */
	SMALL_ROW = 64,		/* terms up to which insertion sorts faster */
	AHEAD = 6		/* words whose slots are fetched before they are needed */
};

static struct slot *
find(struct slot *slots, size_t n, uint32_t hash)
{
	size_t i = (hash * UINT32_C(0x9e3779b1)) & (n - 1);

	while (slots[i].id != 0 && slots[i].hash != hash)
		i = (i + 1) & (n - 1);
	return &slots[i];
}

int
terms_open(struct terms *t)
{
	const struct frequency *f;

	t->background = calloc(BACKGROUND_SLOTS, sizeof *t->background);
	if (t->background == NULL)
		return -1;
	for (size_t i = 0; i < frequency_table_n; i++) {
		struct slot *s;
		uint32_t hash;

		f = &frequency_table[i];
		hash = side_stem(f->stem, strlen(f->stem));
		s = find(t->background, BACKGROUND_SLOTS, hash);
		*s = (struct slot){hash, f->sentences};
	}
	return 0;
}

/* Makes room for twice as many terms in the hash table. */
static int
grow(struct terms *t)
{
	size_t n = t->slots_n * 2;
	struct slot *slots = calloc(n, sizeof *slots);

	if (slots == NULL)
		return -1;
	for (size_t i = 0; i < t->slots_n; i++)
		if (t->slots[i].id != 0)
			*find(slots, n, t->slots[i].hash) = t->slots[i];
	free(t->slots);
	t->slots = slots;
	t->slots_n = n;
	return 0;
}

/* The number of the term with this hash, new where it is not there yet. Returns 0 or -1. */
static int
number(struct terms *t, uint32_t hash, uint32_t *id)
{
	struct slot *s = find(t->slots, t->slots_n, hash);

	if (s->id == 0) {
		if (array_reserve(&t->terms, &t->terms_cap, t->n + 1, sizeof *t->terms) != 0)
			return -1;
		t->terms[t->n] = (struct term){0};
		*s = (struct slot){hash, (uint32_t)++t->n};
	}
	*id = s->id - 1;
	return 0;
}

/* Makes room for n more terms, so that none is moved while they are numbered: a quarter of the slots stays free. */
static int
make_room(struct terms *t, size_t n)
{
	while ((t->n + n + 1) * 4 > t->slots_n * 3)
		if (grow(t) != 0)
			return -1;
	return 0;
}

static uint32_t
pair_hash(uint32_t first, uint32_t second)
{
	return (first ^ 0x5bd1e995) * UINT32_C(0x85ebca6b) + second;
}

static void
prefetch(const struct terms *t, uint32_t hash)
{
	__builtin_prefetch(&t->slots[(hash * UINT32_C(0x9e3779b1)) & (t->slots_n - 1)]);
}

unsigned
terms_background(const struct terms *t, uint32_t stem)
{
	uint32_t common = find(t->background, BACKGROUND_SLOTS, stem)->id;

	return common == 0 ? UNKNOWN : common;
}

static int
compare(const void *x, const void *y)
{
	uint32_t a = *(const uint32_t *)x, b = *(const uint32_t *)y;

	return (a > b) - (a < b);
}

static void
sort(uint32_t *ids, size_t n)
{
	if (n > SMALL_ROW) {
		qsort(ids, n, sizeof *ids, compare);
		return;
	}
	for (size_t i = 1; i < n; i++) {
		uint32_t id = ids[i];
		size_t k = i;

		for (; k > 0 && ids[k - 1] > id; k--)
			ids[k] = ids[k - 1];
		ids[k] = id;
	}
}

/* Numbers a pair of words, whose background is that of words that have nothing to do with each other. */
static int
number_pair(struct terms *t, const uint32_t words[2], const uint32_t ids[2], uint32_t *pair)
{
	uint32_t common;

	if (number(t, pair_hash(words[0], words[1]), pair) != 0)
		return -1;
	if (t->terms[*pair].background == 0) {
		common = (uint32_t)t->terms[ids[0]].background * t->terms[ids[1]].background / 2500;
		t->terms[*pair].background = (uint16_t)(common < UNKNOWN ? UNKNOWN : common);
	}
	return 0;
}

/* Numbers the terms of one row: ids has room for its n words, and behind these its pairs. */
static int
number_row(struct terms *t, const uint32_t *words, uint32_t n, uint32_t *ids)
{
	uint32_t *pairs = ids + n, pair;

	if (make_room(t, 2 * (size_t)n) != 0)
		return -1;
	for (uint32_t i = 0; i < n; i++) {
		if (i + AHEAD < n) {
			prefetch(t, words[i + AHEAD]);
			prefetch(t, pair_hash(words[i + AHEAD - 1], words[i + AHEAD]));
		}
		if (number(t, words[i], &ids[i]) != 0)
			return -1;
		if (t->terms[ids[i]].background == 0)
			t->terms[ids[i]].background = (uint16_t)terms_background(t, words[i]);
		if (i > 0 && number_pair(t, words + i - 1, ids + i - 1, &pair) != 0)
			return -1;
		if (i > 0)
			pairs[i - 1] = pair | TERM_PAIR;
	}
	sort(ids, n);
	sort(pairs, n - 1);
	return 0;
}

static void
count(struct terms *t, const uint32_t *ids, size_t n, bool is_b)
{
	for (size_t i = 0; i < n; i++)
		++*(is_b ? &t->terms[ids[i] & ~TERM_PAIR].b : &t->terms[ids[i] & ~TERM_PAIR].a);
}

/* Gives row i of b the terms of the row of a that it equals, where these are made of the same words. */
static bool
share_row(struct terms *t, const struct side *a, const struct side *b, size_t i, uint32_t *ids)
{
	const struct side_row *r = &b->rows[i], *equal;

	if (t->equal.of_b[i] == 0)
		return false;
	equal = &a->rows[t->equal.of_b[i] - 1];
	if (equal->n_words != r->n_words || memcmp(a->words + equal->first_word, b->words + r->first_word, r->n_words * sizeof *b->words) != 0)
		return false;
	memcpy(ids, t->a.ids + t->a.first[t->equal.of_b[i] - 1], (2 * (size_t)r->n_words - 1) * sizeof *ids);
	return true;
}

/* Numbers the terms of a side; of b, once a is done: then a is not NULL. */
static int
number_side(struct terms *t, struct term_side *ts, const struct side *s, const struct side *a)
{
	size_t most = 2 * s->n_words, used = 0;

	if (array_reserve(&ts->ids, &ts->ids_cap, most + 1, sizeof *ts->ids) != 0 ||
	    array_reserve(&ts->first, &ts->first_cap, s->n + 1, sizeof *ts->first) != 0 ||
	    array_reserve(&ts->weights, &ts->weights_cap, s->n, sizeof *ts->weights) != 0)
		return -1;
	for (size_t i = 0; i < s->n; i++) {
		const struct side_row *r = &s->rows[i];

		ts->first[i] = (uint32_t)used;
		ts->weights[i].shared = false;
		if (r->n_words == 0)
			continue;
		if (a != NULL && share_row(t, a, s, i, ts->ids + used))
			ts->weights[i].shared = true;
		else if (number_row(t, s->words + r->first_word, r->n_words, ts->ids + used) != 0)
			return -1;
		used += 2 * (size_t)r->n_words - 1;
	}
	ts->first[s->n] = (uint32_t)used;
	count(t, ts->ids, used, a != NULL);
	return 0;
}

/* The rows of a that hold each term. */
static int
index_rows(struct terms *t, size_t rows)
{
	uint32_t total = 0, *where;

	if (array_reserve(&t->postings, &t->postings_cap, t->a.first[rows], sizeof *t->postings) != 0)
		return -1;
	for (size_t i = 0; i < t->n; i++) {
		total += t->terms[i].a;
		t->terms[i].postings = total;
	}
	for (size_t row = rows; row-- > 0;)
		for (uint32_t k = t->a.first[row]; k < t->a.first[row + 1]; k++) {
			where = &t->terms[t->a.ids[k] & ~TERM_PAIR].postings;
			t->postings[--*where] = (uint32_t)row;
		}
	return 0;
}

static void
weigh(struct terms *t, size_t rows)
{
	uint32_t all = log2_sixteenths(((uint64_t)rows + PRIOR_ROWS) * 10000);

	for (size_t i = 0; i < t->n; i++) {
		struct term *m = &t->terms[i];
		uint32_t some = log2_sixteenths(((uint64_t)m->a + m->b) * 10000 + (uint64_t)PRIOR_ROWS * m->background);

		m->weight = (uint16_t)(all > some ? all - some : 1);
	}
}

static void
weigh_rows(const struct terms *t, struct term_side *ts, size_t rows)
{
	for (size_t i = 0; i < rows; i++) {
		struct row_weight w = {0, 0, ts->weights[i].shared};

		for (uint32_t k = ts->first[i]; k < ts->first[i + 1]; k++)
			*(ts->ids[k] & TERM_PAIR ? &w.pairs : &w.words) += terms_get(t, ts->ids[k])->weight;
		ts->weights[i] = w;
	}
}

/* Begins with an empty hash table, about as large as sides of so many words need. */
static int
clear_slots(struct terms *t, size_t words)
{
	size_t n = 1024;

	while (n < words / 2)
		n *= 2;
	if (t->slots_n < n || t->slots_n / 64 > n) { /* clearing one that is far too large would cost more than making it */
		free(t->slots);
		t->slots = calloc(n, sizeof *t->slots);
		t->slots_n = t->slots == NULL ? 0 : n;
	} else {
		memset(t->slots, 0, t->slots_n * sizeof *t->slots);
	}
	return t->slots == NULL ? -1 : 0;
}

int
terms_build(struct terms *t, const struct side *a, const struct side *b)
{
	t->n = 0;
	if (equal_find(&t->equal, a, b) != 0 ||
	    clear_slots(t, a->n_words + b->n_words) != 0 ||
	    number_side(t, &t->a, a, NULL) != 0 ||
	    number_side(t, &t->b, b, a) != 0 ||
	    index_rows(t, a->n) != 0)
		return -1;
	weigh(t, a->n + b->n);
	weigh_rows(t, &t->a, a->n);
	weigh_rows(t, &t->b, b->n);
	return 0;
}

static void
free_side(struct term_side *s)
{
	free(s->ids);
	free(s->first);
	free(s->weights);
}

void
terms_free(struct terms *t)
{
	free_side(&t->a);
	free_side(&t->b);
	free(t->terms);
	free(t->postings);
	equal_free(&t->equal);
	free(t->slots);
	free(t->background);
	*t = (struct terms){0};
}
