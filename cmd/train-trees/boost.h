/* Boosting of decision trees on rows of small integers. */
#ifndef TRAIN_TREES_BOOST_H
#define TRAIN_TREES_BOOST_H

#include <stddef.h>
#include <stdint.h>

#include "common/trees.h"

/* n rows of width values each, one behind the other, and a label, 0 or 1, for each. */
struct boost_rows {
	const int8_t *values;
	const uint8_t *labels;
	size_t n, width;
};

struct boosting {
	size_t trees;		/* how many, at most */
	double rate;		/* the share of its best answer that a tree gives */
	double l2;		/* the penalty on what a leaf says */
};

/* The score of one unit of log odds. */
#define BOOST_SCALE 4096

/*
 * Puts the trees at tree, room for the number wanted, and the score that they
 * start from at bias. Gradient boosting of the logistic loss with Newton steps
 * (Friedman, Hastie and Tibshirani, Annals of Statistics 28, 2000; Chen and
 * Guestrin, KDD 2016), of oblivious trees (Prokhorenkova et al., NeurIPS 2018).
 * The same rows give the same trees on any machine with IEEE 754 doubles.
 * width is at most 256. Returns the number of trees, or 0 with errno ENOMEM.
 */
size_t boost_train(const struct boosting *, const struct boost_rows *, struct tree *, int32_t *bias);

#endif
