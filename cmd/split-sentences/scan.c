#include "cmd/split-sentences/scan.h"

#include <string.h>

#ifdef __SSE2__
#include <immintrin.h>
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

/* Bytes that start a mark beyond ASCII. */
static const unsigned char starts[] = {0xcd, 0xd6, 0xd8, 0xdb, 0xe0, 0xe1, 0xe2, 0xe3, 0xef};

/* The marks, and the spaces that count as gaps by what follows them. */
static uint64_t
choose(uint64_t marks, uint64_t spaces, uint64_t opens, unsigned char next, enum scan_gaps gaps)
{
	if (gaps == SCAN_ALL)
		return marks | spaces;
	opens = opens >> 1 | (uint64_t)(next >= 0x80 || (next >= 'A' && next <= 'Z') || next == ' ') << (SCAN_BLOCK - 1);
	return marks | (spaces & opens);
}

/*
 * The versions differ in the width of their vectors alone. c - 'A' as an
 * unsigned byte is at most 25 where c is a capital.
 */
#define VECTOR_SCAN(name, attribute, vector, bytes, load, set, equal, or, sub, min, bits) \
	attribute static uint64_t \
	name(const unsigned char *s, unsigned char next, enum scan_gaps gaps, bool semicolons) \
	{ \
		uint64_t marks = 0, spaces = 0, opens = 0; \
		vector v, hits, space, capital; \
\
		for (unsigned i = 0; i < SCAN_BLOCK; i += (bytes)) { \
			v = load((const vector *)(const void *)(s + i)); \
			space = equal(v, set(' ')); \
			capital = sub(v, set('A')); \
			capital = equal(min(capital, set(25)), capital); \
			hits = or(or(equal(v, set('.')), equal(v, set('!'))), or(equal(v, set('?')), equal(v, set(':')))); \
			hits = or(hits, or(equal(v, set('\n')), equal(v, set('\t')))); \
			if (semicolons) \
				hits = or(hits, equal(v, set(';'))); \
			if (bits(v) != 0) \
				for (size_t k = 0; k < sizeof(starts); k++) \
					hits = or(hits, equal(v, set((char)starts[k]))); \
			marks |= (uint64_t)(unsigned)bits(hits) << i; \
			spaces |= (uint64_t)(unsigned)bits(space) << i; \
			opens |= (uint64_t)(unsigned)bits(or(or(v, space), capital)) << i; \
		} \
		return choose(marks, spaces, opens, next, gaps); \
	}

VECTOR_SCAN(sse2, , __m128i, 16, _mm_loadu_si128, _mm_set1_epi8, _mm_cmpeq_epi8, _mm_or_si128, _mm_sub_epi8, _mm_min_epu8,
    _mm_movemask_epi8)
VECTOR_SCAN(avx2, __attribute__((target("avx2"))), __m256i, 32, _mm256_loadu_si256, _mm256_set1_epi8, _mm256_cmpeq_epi8,
    _mm256_or_si256, _mm256_sub_epi8, _mm256_min_epu8, _mm256_movemask_epi8)

#endif

scan_function *
scan_block_sse2(void)
{
#ifdef __SSE2__
	return sse2;
#else
	return NULL;
#endif
}

scan_function *
scan_block_avx2(void)
{
#ifdef __SSE2__
	return __builtin_cpu_supports("avx2") ? avx2 : NULL;
#else
	return NULL;
#endif
}

/* The bits of the last block, which may be a short one: no byte behind the text is read. */
static uint64_t
last_bits(const struct scan *s)
{
	unsigned char last[SCAN_BLOCK] = {0};

	memcpy(last, s->text + s->block, s->len - s->block);
	return s->function(last, 0, s->gaps, s->semicolons);
}

/* Fills in the bits of the block at s->block. */
static void
load(struct scan *s)
{
	const unsigned char *at = (const unsigned char *)s->text + s->block;

	s->bits = s->len - s->block > SCAN_BLOCK ? s->function(at, at[SCAN_BLOCK], s->gaps, s->semicolons) : last_bits(s);
}

void
scan_begin(struct scan *s, const char *text, size_t len, enum scan_gaps gaps, bool semicolons)
{
	*s = (struct scan){.text = text, .len = len, .gaps = gaps, .semicolons = semicolons, .function = scan_block_avx2()};
	if (s->function == NULL)
		s->function = scan_block_sse2();
	if (s->function == NULL)
		s->function = scan_block_plain;
	if (len > 0)
		load(s);
}

size_t
scan_on(struct scan *s, size_t pos, size_t limit)
{
	if (pos >= limit)
		return limit;
	if (pos - s->block >= SCAN_BLOCK) {
		s->block = pos - pos % SCAN_BLOCK;
		load(s);
	}
	s->bits &= ~(uint64_t)0 << (pos - s->block);
	while (s->bits == 0) {
		if (limit - s->block <= SCAN_BLOCK)
			return limit;
		s->block += SCAN_BLOCK;
		load(s);
	}
	pos = s->block + (size_t)__builtin_ctzll(s->bits);
	return pos < limit ? pos : limit;
}
