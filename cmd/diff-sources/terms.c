#include "cmd/diff-sources/terms.h"

#include <stdlib.h>
#include <string.h>

#include "cmd/diff-sources/frequency.h"
#include "cmd/diff-sources/logarithm.h"

enum {
	COMMON_PLACES = 8192,
	UNKNOWN = 1,		/* of 10000 sentences: a word that the table lacks */
	RARE = 15,		/* of 10000 sentences hold a rare word */
	PRIOR_ROWS = 20,	/* how many rows of background each estimate holds */
	SAMPLED_ROWS = 4096,	/* of a comparison, evenly */
	PLACES_MIN = 32768,	/* of which the common words take one in eighteen */
	PLACES_MAX = 1 << 22,
	SENTENCES = 10000,	/* that the background speaks of */
	BACKGROUND_BITS = 14,	/* which SENTENCES fit */
	BACKGROUND = (1 << BACKGROUND_BITS) - 1,
	COUNT_MAX = 1 << 30,
	RARE_BIT = 1 << 16,	/* above a weight */
	BYTE_WEIGHT = 10,	/* of a paired row, until open rows tell more */
	BYTE_PRIOR = 256	/* bytes that this counts for */
};

static size_t
place(uint32_t key, size_t places)
{
	return (key * UINT32_C(0x9e3779b1)) & (places - 1);
}

static struct common_word *
find(struct common_word *words, uint32_t stem)
{
	size_t i = place(stem, COMMON_PLACES);

	while (words[i].sentences != 0 && words[i].stem != stem)
		i = (i + 1) & (COMMON_PLACES - 1);
	return &words[i];
}

int
terms_open(struct terms *t)
{
	t->common = calloc(COMMON_PLACES, sizeof *t->common);
	if (t->common == NULL)
		return -1;
	for (size_t i = 0; i < frequency_table_n; i++) {
		const struct frequency *f = &frequency_table[i];
		uint32_t stem = side_stem(f->stem, strlen(f->stem));

		*find(t->common, stem) = (struct common_word){stem, f->sentences};
	}
	return 0;
}

unsigned
terms_background(const struct terms *t, uint32_t stem)
{
	unsigned sentences = find(t->common, stem)->sentences;

	return sentences == 0 ? UNKNOWN : sentences;
}

/* Puts in the place of each count what its words weigh, and RARE_BIT. */
static void
weigh_counts(struct terms *t)
{
	uint32_t all = log2_sixteenths((t->sampled + PRIOR_ROWS) * SENTENCES), last = 0, weight = 0;

	for (size_t i = 0; i < t->places; i++) {
		uint32_t count = t->counts[i], background = count & BACKGROUND, some;

		if (count != last) { /* most are as the one before: of no word that was counted */
			some = log2_sixteenths((uint64_t)(count >> BACKGROUND_BITS) * SENTENCES + (uint64_t)PRIOR_ROWS * background);
			weight = (all > some ? all - some : 1) | (background <= RARE ? RARE_BIT : 0);
			last = count;
		}
		t->counts[i] = weight;
	}
}

struct row_weight
terms_weigh(const struct terms *t, const uint32_t *words, uint32_t n, struct term *out)
{
	struct row_weight w = {0, 0};
	uint32_t last = 0;

	for (uint32_t i = 0; i < n; i++) {
		uint32_t counted = t->counts[place(words[i], t->places)];
		uint16_t weight = (uint16_t)counted;

		if (out != NULL)
			out[i] = (struct term){words[i], weight, counted & RARE_BIT};
		w.words += weight;
		w.pairs += i > 0 ? (last + weight) / 2 : 0;
		last = weight;
	}
	return w;
}

/* Lists the open rows of a side, given of each row what it equals, and reads them. Adds up their words. */
static int
open_rows(struct term_side *ts, struct side *s, const uint32_t *equal, size_t *words)
{
	if (array_reserve(&ts->open, &ts->open_cap, s->n, sizeof *ts->open) != 0 ||
	    array_reserve(&ts->open_at, &ts->open_at_cap, s->n, sizeof *ts->open_at) != 0 ||
	    array_reserve(&ts->weights, &ts->weights_cap, s->n, sizeof *ts->weights) != 0)
		return -1;
	ts->n_open = 0;
	for (size_t i = 0; i < s->n; i++) {
		ts->open_at[i] = (uint32_t)ts->n_open;
		if (equal[i] != 0)
			continue;
		if (side_read(s, i) != 0)
			return -1;
		ts->open[ts->n_open++] = (uint32_t)i;
		*words += s->rows[i].n_words;
	}
	return 0;
}

/* Counts the words of every step-th open row. */
static void
count_rows(struct terms *t, const struct term_side *ts, const struct side *s, size_t step)
{
	for (size_t k = 0; k < ts->n_open; k += step) {
		const struct side_row *r = &s->rows[ts->open[k]];

		for (uint32_t i = 0; i < r->n_words; i++) {
			uint32_t *n = &t->counts[place(s->words[r->first_word + i], t->places)];

			*n += *n < COUNT_MAX ? BACKGROUND + 1 : 0;
		}
		t->sampled++;
	}
}

/* Makes room for the counts of so many words, and notes the background. */
static int
clear_counts(struct terms *t, size_t words)
{
	t->places = PLACES_MIN;
	while (t->places < words && t->places < PLACES_MAX)
		t->places *= 2;
	if (array_reserve(&t->counts, &t->counts_cap, t->places, sizeof *t->counts) != 0)
		return -1;
	for (size_t i = 0; i < t->places; i++)
		t->counts[i] = UNKNOWN;
	for (size_t i = 0; i < COMMON_PLACES; i++) {
		uint32_t *n = &t->counts[place(t->common[i].stem, t->places)];

		*n = *n < t->common[i].sentences ? t->common[i].sentences : *n;
	}
	t->sampled = 0;
	return 0;
}

/* Weighs the open rows of a, adding up their weights and bytes. */
static void
weigh_open(struct terms *t, const struct side *a, uint64_t *weights, uint64_t *bytes)
{
	for (size_t k = 0; k < t->a.n_open; k++) {
		const struct side_row *r = &a->rows[t->a.open[k]];
		struct row_weight w;

		w = terms_weigh(t, a->words + r->first_word, r->n_words, NULL);
		t->a.weights[t->a.open[k]] = w;
		*weights += w.words;
		*bytes += r->text.len;
	}
}

/* Gives the paired rows of a side what open rows with as many bytes weigh. */
static void
weigh_paired(struct term_side *ts, const struct side *s, const uint32_t *equal, uint64_t weights, uint64_t bytes)
{
	for (size_t i = 0; i < s->n; i++)
		if (equal[i] != 0)
			ts->weights[i] = (struct row_weight){s->rows[i].text.len * weights / bytes, 0};
}

int
terms_build(struct terms *t, struct side *a, struct side *b)
{
	uint64_t weights = BYTE_WEIGHT * BYTE_PRIOR, bytes = BYTE_PRIOR;
	size_t words = 0, step;

	if (equal_find(&t->equal, a, b) != 0 ||
	    open_rows(&t->a, a, t->equal.of_a, &words) != 0 ||
	    open_rows(&t->b, b, t->equal.of_b, &words) != 0)
		return -1;
	step = (t->a.n_open + t->b.n_open) / SAMPLED_ROWS + 1;
	if (clear_counts(t, words / step) != 0)
		return -1;
	count_rows(t, &t->a, a, step);
	count_rows(t, &t->b, b, step);
	weigh_counts(t);
	weigh_open(t, a, &weights, &bytes);
	weigh_paired(&t->a, a, t->equal.of_a, weights, bytes);
	weigh_paired(&t->b, b, t->equal.of_b, weights, bytes);
	return 0;
}

static void
free_side(struct term_side *s)
{
	free(s->open);
	free(s->open_at);
	free(s->weights);
}

void
terms_free(struct terms *t)
{
	free_side(&t->a);
	free_side(&t->b);
	equal_free(&t->equal);
	free(t->common);
	free(t->counts);
	*t = (struct terms){0};
}
