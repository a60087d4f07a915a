#include "cmd/train-trees/boost.h"

#include <math.h>
#include <stdlib.h>
#include <string.h>

#include "common/logistic.h"

#define VALUES 256	/* of an int8_t */
#define BIAS_STEPS 50

/* The first and the second derivative of the loss, summed over rows. */
struct sums {
	double gradient, hessian;
};

/* What is at work on the rows: their scores, derivatives and leaves, and the sums by leaf, column and value. */
struct work {
	const struct boosting *how;
	const struct boost_rows *rows;
	double *score;
	struct sums *row;
	uint8_t *leaf;
	struct sums *histogram;
};

static struct sums
derivatives(double score, int label)
{
	double p = logistic(score);

	return (struct sums){label - p, p * (1 - p)};
}

/* The log odds of a label of 1 over all rows, by Newton's method. */
static double
log_odds(const struct boost_rows *rows)
{
	double odds = 0;

	for (int step = 0; step < BIAS_STEPS; step++) {
		struct sums s = {0, 1};

		for (size_t i = 0; i < rows->n; i++) {
			struct sums d = derivatives(odds, rows->labels[i]);

			s.gradient += d.gradient;
			s.hessian += d.hessian;
		}
		odds += s.gradient / s.hessian;
	}
	return odds;
}

static void
fill_histogram(struct work *w, size_t leaves)
{
	const struct boost_rows *r = w->rows;

	memset(w->histogram, 0, leaves * r->width * VALUES * sizeof(*w->histogram));
	for (size_t i = 0; i < r->n; i++)
		for (size_t k = 0; k < r->width; k++) {
			struct sums *s = &w->histogram[(w->leaf[i] * r->width + k) * VALUES + (uint8_t)(r->values[i * r->width + k] - INT8_MIN)];

			s->gradient += w->row[i].gradient;
			s->hessian += w->row[i].hessian;
		}
}

static double
gain_of(const struct work *w, struct sums s)
{
	return s.gradient * s.gradient / (s.hessian + w->how->l2);
}

/* Adds what each split of a column would gain in one leaf; gain[v] is of the split above value v. */
static void
add_gains(const struct work *w, const struct sums *column, double gain[VALUES])
{
	struct sums all = {0, 0}, low = {0, 0};

	for (int v = 0; v < VALUES; v++) {
		all.gradient += column[v].gradient;
		all.hessian += column[v].hessian;
	}
	for (int v = 0; v < VALUES - 1; v++) {
		low.gradient += column[v].gradient;
		low.hessian += column[v].hessian;
		gain[v] += gain_of(w, low) + gain_of(w, (struct sums){all.gradient - low.gradient, all.hessian - low.hessian});
	}
}

/* Chooses the split of a level, the same for all leaves, and moves the rows. */
static void
grow_level(struct work *w, struct tree *t, unsigned level)
{
	const struct boost_rows *r = w->rows;
	double most = -1;

	fill_histogram(w, (size_t)1 << level);
	for (size_t k = 0; k < r->width; k++) {
		double gain[VALUES] = {0};

		for (size_t leaf = 0; leaf < (size_t)1 << level; leaf++)
			add_gains(w, &w->histogram[(leaf * r->width + k) * VALUES], gain);
		for (int v = 0; v < VALUES - 1; v++)
			if (gain[v] > most) {
				most = gain[v];
				t->value[level] = (uint8_t)k;
				t->above[level] = (int8_t)(v + INT8_MIN);
			}
	}
	for (size_t i = 0; i < r->n; i++)
		w->leaf[i] |= (uint8_t)((r->values[i * r->width + t->value[level]] > t->above[level]) << level);
}

/* Gives the leaves their say, rounded as the tree keeps it, and adds it to the scores of the rows. */
static void
fill_leaves(struct work *w, struct tree *t)
{
	const struct boost_rows *r = w->rows;
	struct sums leaf[TREE_LEAVES] = {{0, 0}};

	for (size_t i = 0; i < r->n; i++) {
		leaf[w->leaf[i]].gradient += w->row[i].gradient;
		leaf[w->leaf[i]].hessian += w->row[i].hessian;
	}
	for (size_t k = 0; k < TREE_LEAVES; k++) {
		double say = floor(w->how->rate * leaf[k].gradient / (leaf[k].hessian + w->how->l2) * BOOST_SCALE + 0.5);

		t->leaf[k] = (int16_t)(say < INT16_MIN ? INT16_MIN : say > INT16_MAX ? INT16_MAX : say);
	}
	for (size_t i = 0; i < r->n; i++)
		w->score[i] += t->leaf[w->leaf[i]] / (double)BOOST_SCALE;
}

static void
grow(struct work *w, struct tree *t)
{
	const struct boost_rows *r = w->rows;

	memset(t, 0, sizeof(*t));
	memset(w->leaf, 0, r->n);
	for (size_t i = 0; i < r->n; i++)
		w->row[i] = derivatives(w->score[i], r->labels[i]);
	for (unsigned level = 0; level < TREE_DEPTH; level++)
		grow_level(w, t, level);
	fill_leaves(w, t);
}

size_t
boost_train(const struct boosting *how, const struct boost_rows *rows, struct tree *tree, int32_t *bias)
{
	struct work w = {.how = how, .rows = rows};
	size_t n = 0;

	w.score = calloc(rows->n, sizeof(*w.score));
	w.row = calloc(rows->n, sizeof(*w.row));
	w.leaf = calloc(rows->n, 1);
	w.histogram = calloc((size_t)TREE_LEAVES / 2 * rows->width * VALUES, sizeof(*w.histogram));
	if (w.score != NULL && w.row != NULL && w.leaf != NULL && w.histogram != NULL) {
		*bias = (int32_t)floor(log_odds(rows) * BOOST_SCALE + 0.5);
		for (size_t i = 0; i < rows->n; i++)
			w.score[i] = *bias / (double)BOOST_SCALE;
		for (; n < how->trees; n++)
			grow(&w, &tree[n]);
	}
	free(w.score);
	free(w.row);
	free(w.leaf);
	free(w.histogram);
	return n;
}
