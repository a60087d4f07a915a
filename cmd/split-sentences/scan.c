#include "cmd/split-sentences/scan.h"

#include <string.h>

#ifdef __SSE2__
#include <emmintrin.h>
#endif

/* The first bytes of the marks beyond ASCII. */
static bool
starts_mark(unsigned char c)
{
	switch (c) {
	case 0xcd:
	case 0xd6:
	case 0xd8:
	case 0xdb:
	case 0xe0:
	case 0xe1:
	case 0xe2:
	case 0xe3:
	case 0xef:
		return true;
	default:
		return false;
	}
}

uint64_t
scan_block_plain(const unsigned char *s, unsigned char next, enum scan_gaps gaps, bool semicolons)
{
	uint64_t bits = 0;
	unsigned char c, after;
	bool hit;

	for (unsigned i = 0; i < SCAN_BLOCK; i++) {
		c = s[i];
		after = i + 1 < SCAN_BLOCK ? s[i + 1] : next;
		hit = c == '.' || c == '!' || c == '?' || c == ':' || c == '\n' || c == '\t' || (c == ';' && semicolons) || starts_mark(c);
		if (c == ' ')
			hit = gaps == SCAN_ALL || after >= 0x80 || (after >= 'A' && after <= 'Z') || after == ' ';
		bits |= (uint64_t)hit << i;
	}
	return bits;
}

#ifdef __SSE2__


static uint64_t
bits_of(__m128i v)
{
	return (uint64_t)(unsigned)_mm_movemask_epi8(v);
}

static __m128i
equal(__m128i v, int c)
{
	return _mm_cmpeq_epi8(v, _mm_set1_epi8((char)c));
}

/* c - 'A' as an unsigned byte is at most 25. */
static __m128i
capitals(__m128i v)
{
	__m128i offset = _mm_sub_epi8(v, _mm_set1_epi8('A'));

	return _mm_cmpeq_epi8(_mm_min_epu8(offset, _mm_set1_epi8(25)), offset);
}

static __m128i
mark_starts(__m128i v)
{
	static const unsigned char starts[] = {0xcd, 0xd6, 0xd8, 0xdb, 0xe0, 0xe1, 0xe2, 0xe3, 0xef};
	__m128i hits = _mm_setzero_si128();

	for (size_t i = 0; i < sizeof(starts); i++)
		hits = _mm_or_si128(hits, equal(v, starts[i]));
	return hits;
}

uint64_t
scan_block(const unsigned char *s, unsigned char next, enum scan_gaps gaps, bool semicolons)
{
	uint64_t bits = 0, spaces = 0, opens = 0;
	__m128i v, hits;

	for (unsigned i = 0; i < SCAN_BLOCK; i += 16) {
		v = _mm_loadu_si128((const __m128i *)(const void *)(s + i));
		hits = _mm_or_si128(_mm_or_si128(equal(v, '.'), equal(v, '!')), _mm_or_si128(equal(v, '?'), equal(v, ':')));
		hits = _mm_or_si128(hits, _mm_or_si128(equal(v, '\n'), equal(v, '\t')));
		if (semicolons)
			hits = _mm_or_si128(hits, equal(v, ';'));
		if (_mm_movemask_epi8(v) != 0)
			hits = _mm_or_si128(hits, mark_starts(v));
		bits |= bits_of(hits) << i;
		spaces |= bits_of(equal(v, ' ')) << i;
		opens |= bits_of(_mm_or_si128(v, _mm_or_si128(capitals(v), equal(v, ' ')))) << i;
	}
	if (gaps == SCAN_ALL)
		return bits | spaces;
	opens = opens >> 1 | (uint64_t)(next >= 0x80 || (next >= 'A' && next <= 'Z') || next == ' ') << (SCAN_BLOCK - 1);
	return bits | (spaces & opens);
}

#else

uint64_t
scan_block(const unsigned char *s, unsigned char next, enum scan_gaps gaps, bool semicolons)
{
	return scan_block_plain(s, next, gaps, semicolons);
}

#endif

/* Fills in the bits of the block at s->block. */
static void
load(struct scan *s)
{
	unsigned char last[SCAN_BLOCK + 1] = {0};
	const unsigned char *at = (const unsigned char *)s->text + s->block;
	size_t left = s->len - s->block;

	if (left > SCAN_BLOCK) {
		s->bits = scan_block(at, at[SCAN_BLOCK], s->gaps, s->semicolons);
		return;
	}
	memcpy(last, at, left);
	s->bits = scan_block(last, 0, s->gaps, s->semicolons);
}

void
scan_begin(struct scan *s, const char *text, size_t len, enum scan_gaps gaps, bool semicolons)
{
	*s = (struct scan){.text = text, .len = len, .gaps = gaps, .semicolons = semicolons};
	if (len > 0)
		load(s);
}

size_t
scan_next(struct scan *s, size_t pos)
{
	if (pos >= s->len)
		return s->len;
	if (pos - s->block >= SCAN_BLOCK) {
		s->block = pos - pos % SCAN_BLOCK;
		load(s);
	}
	s->bits &= ~(uint64_t)0 << (pos - s->block);
	while (s->bits == 0) {
		s->block += SCAN_BLOCK;
		if (s->block >= s->len) {
			s->block = s->len - s->len % SCAN_BLOCK;
			return s->len;
		}
		load(s);
	}
	return s->block + (size_t)__builtin_ctzll(s->bits);
}
