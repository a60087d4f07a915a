/*
 * Linear models over hashed binary features with integer weights: the same
 * features and hash at training and at run time. cmd/train-linear makes them.
 */
#ifndef COMMON_LINEAR_H
#define COMMON_LINEAR_H

#include <stddef.h>
#include <stdint.h>

#include "common/logistic.h"

/*
 * weights has 2^bits entries. A feature is any 32-bit hash; its weight stands
 * at the hash's low bits. The score is bias plus the sum of the weights; scale
 * is the score that stands for one unit of log odds.
 */
struct linear {
	const int8_t *weights;
	unsigned bits;
	int32_t bias;
	int32_t scale;
};

/*
 * The hash of a feature: what kind of feature it is, and its value. Two rounds
 * of a multiply-xorshift mixer (constants of MurmurHash3's 64-bit finaliser).
 */
static inline uint32_t
linear_feature(uint32_t kind, uint64_t value)
{
	uint64_t h = value + (uint64_t)kind * 0x9e3779b97f4a7c15u;

	h ^= h >> 33;
	h *= 0xff51afd7ed558ccdu;
	h ^= h >> 33;
	h *= 0xc4ceb9fe1a85ec53u;
	h ^= h >> 33;
	return (uint32_t)h;
}

/* FNV-1a, 64 bit: the value of a feature that is a string, begun with LINEAR_STRING_BASIS, len bytes at a time. */
#define LINEAR_STRING_BASIS 0xcbf29ce484222325u

static inline uint64_t
linear_string_more(uint64_t h, const char *s, size_t len)
{
	for (size_t i = 0; i < len; i++)
		h = (h ^ (unsigned char)s[i]) * 0x100000001b3u;
	return h;
}

static inline uint64_t
linear_string(const char *s, size_t len)
{
	return linear_string_more(LINEAR_STRING_BASIS, s, len);
}

/* The score of n features. */
static inline int32_t
linear_score(const struct linear *m, const uint32_t *features, size_t n)
{
	int32_t score = m->bias;
	uint32_t mask = ((uint32_t)1 << m->bits) - 1;
	const int8_t *w = m->weights;
	size_t i = 0;

	for (; n - i >= 4; i += 4)
		score += w[features[i] & mask] + w[features[i + 1] & mask] + w[features[i + 2] & mask] + w[features[i + 3] & mask];
	for (; i < n; i++)
		score += w[features[i] & mask];
	return score;
}

/* The probability that a score stands for, in thousandths, 0 to 1000. */
static inline int
linear_probability(const struct linear *m, int32_t score)
{
	return logistic_probability(score, m->scale);
}

#endif
