/* Whole-number logarithm. */
#ifndef DIFF_LOGARITHM_H
#define DIFF_LOGARITHM_H

#include <stdint.h>

/*
 * 16 * log2(n) to within a sixteenth or so, 0 for n of 0 or 1: the position of
 * the top bit, and the four bits behind it as they stand (linear between powers
 * of two).
 */
static inline uint32_t
log2_sixteenths(uint64_t n)
{
	uint32_t top;

	if (n < 2)
		return 0;
	top = 63 - (uint32_t)__builtin_clzll(n);
	return top * 16 + (uint32_t)((top >= 4 ? n >> (top - 4) : n << (4 - top)) & 15);
}

#endif
