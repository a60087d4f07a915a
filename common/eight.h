/* Eight bytes of text at once, in a word of the machine. */
#ifndef COMMON_EIGHT_H
#define COMMON_EIGHT_H

#include <endian.h>
#include <stddef.h>
#include <stdint.h>
#include <string.h>

/* The byte in each of eight. */
#define EIGHT_EACH(byte) (UINT64_C(0x0101010101010101) * (byte))

/* The n bytes at s, at most eight, the first in the low bits on every machine; those beyond them are 0. */
static inline uint64_t
eight_load(const char *s, size_t n)
{
	uint64_t eight = 0;

	memcpy(&eight, s, n < 8 ? n : 8);
	return le64toh(eight);
}

/* The top bit of each byte that is 0; behind such a one also of some that is 1 (Warren, Hacker's Delight, 6-1). */
static inline uint64_t
eight_zeros(uint64_t eight)
{
	return (eight - EIGHT_EACH(1)) & ~eight & EIGHT_EACH(0x80);
}

#endif
