/* A row's words as a few bits, to tell rows that cannot be much alike without looking at their words. */
#ifndef DIFF_SKETCH_H
#define DIFF_SKETCH_H

#include <stdbool.h>
#include <stdint.h>

/* One of 128 bits for each word, by its stem (a Bloom filter with one hash); how many are set. */
struct sketch {
	uint64_t bits[2];
	uint32_t n;
};

/* The bits that are set in a word (Warren, Hacker's Delight, 5-1). */
static inline uint32_t
sketch_count(uint64_t x)
{
	x -= x >> 1 & UINT64_C(0x5555555555555555);
	x = (x & UINT64_C(0x3333333333333333)) + (x >> 2 & UINT64_C(0x3333333333333333));
	x = (x + (x >> 4)) & UINT64_C(0x0f0f0f0f0f0f0f0f);
	return (uint32_t)(x * UINT64_C(0x0101010101010101) >> 56);
}

static inline struct sketch
sketch_make(const uint32_t *words, uint32_t n)
{
	struct sketch s = {{0, 0}, 0};

	for (uint32_t i = 0; i < n; i++)
		s.bits[words[i] >> 6 & 1] |= UINT64_C(1) << (words[i] & 63);
	s.n = sketch_count(s.bits[0]) + sketch_count(s.bits[1]);
	return s;
}

/* Whether two rows may have half the different words of the shorter one in common. */
static inline bool
sketch_alike(const struct sketch *x, const struct sketch *y)
{
	uint32_t common = sketch_count(x->bits[0] & y->bits[0]) + sketch_count(x->bits[1] & y->bits[1]);

	return 2 * common >= (x->n < y->n ? x->n : y->n);
}

#endif
