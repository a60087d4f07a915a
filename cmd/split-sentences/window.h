/* Sixteen bytes of text at once: which of them are what, and their lower case. */
#ifndef SPLIT_SENTENCES_WINDOW_H
#define SPLIT_SENTENCES_WINDOW_H

#include <stddef.h>
#include <stdint.h>
#include <string.h>

#ifdef __SSE2__
#include <emmintrin.h>
#endif

enum { WINDOW_SIZE = 16 };
#define WINDOW_ALL 0xffffu

/*
 * The bytes, and functions that tell of them in masks: bit i stands for byte i.
 * Both versions give the same.
 */
#ifdef __SSE2__

typedef struct {
	__m128i v;
} window;

static inline window
window_load(const char *s)
{
	return (window){_mm_loadu_si128((const __m128i *)(const void *)s)};
}

/* The bytes equal to c. */
static inline unsigned
window_equal(window w, char c)
{
	return (unsigned)_mm_movemask_epi8(_mm_cmpeq_epi8(w.v, _mm_set1_epi8(c)));
}

/* The bytes from first to last. */
static inline unsigned
window_range(window w, unsigned char first, unsigned char last)
{
	__m128i v = _mm_sub_epi8(w.v, _mm_set1_epi8((char)first));

	return (unsigned)_mm_movemask_epi8(_mm_cmpeq_epi8(_mm_min_epu8(v, _mm_set1_epi8((char)(last - first))), v));
}

/* The bytes that are not ASCII. */
static inline unsigned
window_wide(window w)
{
	return (unsigned)_mm_movemask_epi8(w.v);
}

/* Makes A to Z small. */
static inline window
window_lower(window w)
{
	__m128i v = _mm_sub_epi8(w.v, _mm_set1_epi8('A'));
	__m128i capital = _mm_cmpeq_epi8(_mm_min_epu8(v, _mm_set1_epi8('Z' - 'A')), v);

	return (window){_mm_or_si128(w.v, _mm_and_si128(capital, _mm_set1_epi8('a' ^ 'A')))};
}

/* Two numbers of eight bytes each, the first byte the least. */
static inline void
window_numbers(window w, uint64_t out[2])
{
	_mm_storeu_si128((__m128i *)(void *)out, w.v);
}

#else

typedef struct {
	unsigned char v[WINDOW_SIZE];
} window;

static inline window
window_load(const char *s)
{
	window w;

	memcpy(w.v, s, WINDOW_SIZE);
	return w;
}

static inline unsigned
window_range(window w, unsigned char first, unsigned char last)
{
	unsigned bits = 0;

	for (unsigned i = 0; i < WINDOW_SIZE; i++)
		bits |= (unsigned)(w.v[i] >= first && w.v[i] <= last) << i;
	return bits;
}

static inline unsigned
window_equal(window w, char c)
{
	return window_range(w, (unsigned char)c, (unsigned char)c);
}

static inline unsigned
window_wide(window w)
{
	return window_range(w, 0x80, 0xff);
}

static inline window
window_lower(window w)
{
	for (unsigned i = 0; i < WINDOW_SIZE; i++)
		w.v[i] |= (unsigned char)((w.v[i] >= 'A' && w.v[i] <= 'Z') << 5);
	return w;
}

static inline void
window_numbers(window w, uint64_t out[2])
{
	out[0] = out[1] = 0;
	for (unsigned i = 0; i < WINDOW_SIZE; i++)
		out[i / 8] |= (uint64_t)w.v[i] << 8 * (i % 8);
}

#endif

/* window_load() of the len bytes at s, fewer than a window's, with zeros before or behind them. */
window window_first(const char *s, size_t len);
window window_last(const char *s, size_t len);

/* The bytes from pos of the text on, zeros behind its end. */
static inline window
window_at(const char *text, size_t len, size_t pos)
{
	return len - pos >= WINDOW_SIZE ? window_load(text + pos) : window_last(text + pos, len - pos);
}

/* The bytes before pos of the text, which is at most its length, zeros before its start. */
static inline window
window_before(const char *text, size_t pos)
{
	return pos >= WINDOW_SIZE ? window_load(text + pos - WINDOW_SIZE) : window_first(text, pos);
}

/* One more step of a hash, over eight bytes: a round of a multiply-xorshift mixer (constants of MurmurHash3's 64-bit finaliser). */
static inline uint64_t
window_mix(uint64_t hash, uint64_t bytes)
{
	hash = (hash ^ bytes) * 0xff51afd7ed558ccdu;
	hash ^= hash >> 33;
	hash *= 0xc4ceb9fe1a85ec53u;
	return hash ^ hash >> 33;
}

/* The hash of the first n bytes, 1 to 16: eight at a time, zeros behind the last. */
static inline uint64_t
window_hash(window w, unsigned n)
{
	uint64_t numbers[2];

	window_numbers(w, numbers);
	if (n <= 8)
		return window_mix(0, numbers[0] & ~(uint64_t)0 >> (64 - 8 * n));
	return window_mix(window_mix(0, numbers[0]), numbers[1] & ~(uint64_t)0 >> (128 - 8 * n));
}

#endif
