/* Logistic regression over hashed binary features, and its rounding to integer weights. */
#ifndef TRAIN_LINEAR_LOGISTIC_H
#define TRAIN_LINEAR_LOGISTIC_H

#include <stddef.h>
#include <stdint.h>

/* A labelled row: the features [first, first + n) of the array they all stand in. */
struct example {
	size_t first, n;
	double weight;
	int label;	/* 0 or 1 */
};

struct training {
	unsigned bits;		/* the model has 2^bits weights */
	unsigned epochs;
	double l2;		/* strength of the penalty, per example of weight 1 */
	double rate;		/* step size */
	double dropout;		/* the share of a row's features that each step leaves out, 0 for none */
};

struct trained {
	int8_t *weights;	/* the caller frees them */
	int32_t bias, scale;
};

/*
 * Trains on n examples in an order that a fixed seed shuffles anew each epoch:
 * stochastic gradient descent with a step per feature (AdaGrad: Duchi, Hazan
 * and Singer, JMLR 12, 2011), with features left out at random (Wager, Wang and
 * Liang, NIPS 2013), averaged over the last half of the epochs; then
 * scales the weights so that the largest is 127 and rounds them. The same
 * examples give the same weights on any machine with IEEE 754 doubles. Returns
 * 0, or -1 with errno ENOMEM.
 */
int logistic_train(const struct training *, struct example *, size_t n,
    const uint32_t *features, struct trained *);

#endif
