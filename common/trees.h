/*
 * Boosted decision trees over small integers: what is counted and measured,
 * where common/linear.h is for what is merely there. cmd/train-trees makes them.
 */
#ifndef COMMON_TREES_H
#define COMMON_TREES_H

#include <stddef.h>
#include <stdint.h>

#include "common/logistic.h"

#define TREE_DEPTH 3
#define TREE_LEAVES (1 << TREE_DEPTH)

/*
 * A tree whose levels each ask one question of every node, whether value[i] of
 * a row is above above[i] (oblivious trees: Kohavi 1994): the answers, the
 * first as the lowest bit, are the index of its leaf.
 */
struct tree {
	uint8_t value[TREE_DEPTH];
	int8_t above[TREE_DEPTH];
	int16_t leaf[TREE_LEAVES];
};

/* The score is bias plus the leaves of all trees; scale is the score that stands for one unit of log odds. */
struct trees {
	const struct tree *tree;
	size_t n;
	int32_t bias, scale;
};

/* What the trees [from, to) add to the score of a row of values. */
static inline int32_t
trees_part(const struct trees *m, size_t from, size_t to, const int8_t *values)
{
	int32_t score = 0;

	for (size_t i = from; i < to; i++) {
		const struct tree *t = &m->tree[i];
		unsigned leaf = 0;

		for (unsigned k = TREE_DEPTH; k-- > 0;)
			leaf = 2 * leaf + (values[t->value[k]] > t->above[k]);
		score += t->leaf[leaf];
	}
	return score;
}

/* The score of a row of values. */
static inline int32_t
trees_score(const struct trees *m, const int8_t *values)
{
	return m->bias + trees_part(m, 0, m->n, values);
}

/* The probability that a score stands for, in thousandths, 0 to 1000. */
static inline int
trees_probability(const struct trees *m, int32_t score)
{
	return logistic_probability(score, m->scale);
}

#endif
