/* Words of plain ASCII, cut, folded and hashed eight bytes at a time: most of a text. */
#ifndef DIFF_PLAIN_H
#define DIFF_PLAIN_H

#include <stdbool.h>
#include <stddef.h>
#include <stdint.h>

#include "common/eight.h"
#include "common/utf8.h"

enum {
	STEM_LETTERS = 6,
	PLAIN_BYTES = 48	/* longer words are not plain */
};

/* hash is plain_hash() of the folded word; stem is that of its first STEM_LETTERS letters, or where it holds a digit, of all. */
struct plain_word {
	size_t end;
	uint64_t hash, stem;
};

/* One of eight bytes after another: one step of it keeps words apart, as the multiplier is odd (2^64 by the golden ratio). */
static inline uint64_t
plain_mix(uint64_t h, uint64_t eight)
{
	h = (h ^ eight) * UINT64_C(0x9e3779b97f4a7c15);
	return h ^ h >> 32;
}

/* The hash of a folded word. */
static inline uint64_t
plain_hash(const char *s, size_t n)
{
	uint64_t h = 0;

	for (; n > 8; s += 8, n -= 8)
		h = plain_mix(h, eight_load(s, 8));
	return plain_mix(h, eight_load(s, n));
}

/* The top bit of each of eight bytes of ASCII that is at least from and at most to. */
static inline uint64_t
plain_between(uint64_t eight, unsigned char from, unsigned char to)
{
	return (eight + EIGHT_EACH(0x80u - from)) & ~(eight + EIGHT_EACH(0x7fu - to)) & EIGHT_EACH(0x80);
}

/* Whether one of U+2010 to U+2026 stands at i, U+2019 apart: quotation marks, dashes, an ellipsis, no part of any word. */
static inline bool
plain_mark(const char *text, size_t len, size_t i)
{
	const unsigned char *p = (const unsigned char *)text + i;

	return i + 2 < len && *p == 0xe2 && p[1] == 0x80 && p[2] >= 0x90 && p[2] <= 0xa6 && p[2] != 0x99;
}

/* Where the characters of ASCII and the marks from start on end that begin no word. */
static inline size_t
plain_gap(const char *text, size_t len, size_t start)
{
	size_t i = start;

	for (;;) {
		while (i < len && (unsigned char)text[i] < 128 && !(utf8_ascii_class[(unsigned char)text[i]] & (CH_LETTER | CH_DIGIT)))
			i++;
		if (!plain_mark(text, len, i))
			return i;
		i += 3;
	}
}

/*
 * Whether a word of letters and digits of ASCII surely ends at i: no letter or
 * mark stands there, and no apostrophe, point or comma that joins it with what
 * is behind. Marks such as U+201D do end it.
 */
static inline bool
plain_ends(const char *text, size_t len, size_t i)
{
	const unsigned char *p = (const unsigned char *)text + i;

	if (i < len && (*p == '\'' || *p == '.' || *p == ',')) {
		p++;
		i++;
		if (i < len && *p < 128)
			return !((*p | 32) >= 'a' && (*p | 32) <= 'z') && !(*p >= '0' && *p <= '9');
	}
	return i >= len || *p < 128 || plain_mark(text, len, i);
}

/* How many of eight bytes, from the first on, are letters and digits of ASCII; *digits gets the top bit of each digit. */
static inline size_t
plain_run(uint64_t eight, uint64_t *digits)
{
	uint64_t ascii = eight & EIGHT_EACH(0x7f), other;

	*digits = plain_between(ascii, '0', '9');
	other = ~((plain_between(ascii | EIGHT_EACH(0x20), 'a', 'z') | *digits) & ~eight) & EIGHT_EACH(0x80);
	return other == 0 ? 8 : (size_t)__builtin_ctzll(other) / 8;
}

/* The first n, from 1 to 8, of eight bytes; the others are 0. */
static inline uint64_t
plain_first(uint64_t eight, size_t n)
{
	return eight & UINT64_MAX >> 8 * (8 - n);
}

/*
 * Reads the word that begins at start, where it is letters and digits of ASCII
 * and what stands behind it cannot be part of it. Returns 0 where it is not so,
 * and word_next() tells; else 1, or 2 where it holds a digit.
 */
static inline int
plain_word(const char *text, size_t len, size_t start, struct plain_word *w)
{
	uint64_t eight = len - start >= 8 ? eight_load(text + start, 8) : eight_load(text + start, len - start);
	uint64_t more, digits, any;
	size_t n = plain_run(eight, &digits), i = start + n;

	if (n == 0)
		return 0;
	eight = plain_first(eight | EIGHT_EACH(0x20), n);
	any = plain_first(digits, n);
	w->hash = plain_mix(0, eight);
	w->stem = n <= STEM_LETTERS ? w->hash : plain_mix(0, eight & UINT64_C(0xffffffffffff));
	for (; n == 8 && i < len && i - start <= PLAIN_BYTES; i += n) {
		more = len - i >= 8 ? eight_load(text + i, 8) : eight_load(text + i, len - i);
		n = plain_run(more, &digits);
		if (n == 0)
			break;
		more = plain_first(more | EIGHT_EACH(0x20), n);
		any |= plain_first(digits, n);
		w->hash = plain_mix(w->hash, more);
	}
	w->end = i;
	if (i - start > PLAIN_BYTES || !plain_ends(text, len, i))
		return 0;
	if (any != 0)
		w->stem = w->hash;
	return 1 + (any != 0);
}

#endif
