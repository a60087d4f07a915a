#include "cmd/split-sentences/scan.h"

#include <string.h>

#ifdef __SSE2__
#include <immintrin.h>
#elif defined(__aarch64__)
#include <arm_neon.h>
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

static uint64_t
block_plain(const unsigned char *s, enum scan_gaps gaps, bool semicolons)
{
	uint64_t bits = 0;
	unsigned char c;
	bool hit;

	for (unsigned i = 0; i < SCAN_BLOCK; i++) {
		c = s[i];
		hit = c == '.' || c == '!' || c == '?' || c == ':' || c == '\n' || c == '\t' || (c == ';' && semicolons) || starts_mark(c);
		if (c == ' ')
			hit = gaps == SCAN_ALL || s[i + 1] >= 0x80 || (s[i + 1] >= '@' && s[i + 1] <= 'Z') || s[i + 1] == ' ';
		bits |= (uint64_t)hit << i;
	}
	return bits;
}

void
scan_blocks_plain(uint64_t *bits, const unsigned char *s, size_t n, enum scan_gaps gaps, bool semicolons)
{
	for (size_t i = 0; i < n; i++)
		bits[i] = block_plain(s + i * SCAN_BLOCK, gaps, semicolons);
}

#if defined(__SSE2__) || defined(__aarch64__)

/*
 * The marks of ASCII and the bytes that start one beyond it, each at its lower
 * four bits, in which no two of a table agree: a byte is one of them where the
 * table has it at its place. A line end, whose place the colon has, is apart.
 */
#define NEVER 0xff
static const unsigned char ascii_marks[2][16] = {
	{NEVER, '!', NEVER, NEVER, NEVER, NEVER, NEVER, NEVER, NEVER, '\t', ':', NEVER, NEVER, NEVER, '.', '?'},
	{NEVER, '!', NEVER, NEVER, NEVER, NEVER, NEVER, NEVER, NEVER, '\t', ':', ';', NEVER, NEVER, '.', '?'},
};
static const unsigned char wide_marks[16] = {0xe0, 0xe1, 0xe2, 0xe3, 0, 0, 0xd6, 0, 0xd8, 0, 0, 0xdb, 0, 0xcd, 0, 0xef};
#undef NEVER

#ifdef __SSE2__

/* Bytes that start a mark beyond ASCII. */
static const unsigned char starts[] = {0xcd, 0xd6, 0xd8, 0xdb, 0xe0, 0xe1, 0xe2, 0xe3, 0xef};

/* Those among v, each in its own compare. */
static __m128i
marks_sse2(__m128i v, bool semicolons)
{
	__m128i hits = _mm_or_si128(_mm_cmpeq_epi8(v, _mm_set1_epi8('.')), _mm_cmpeq_epi8(v, _mm_set1_epi8('!')));

	hits = _mm_or_si128(hits, _mm_or_si128(_mm_cmpeq_epi8(v, _mm_set1_epi8('?')), _mm_cmpeq_epi8(v, _mm_set1_epi8(':'))));
	hits = _mm_or_si128(hits, _mm_or_si128(_mm_cmpeq_epi8(v, _mm_set1_epi8('\n')), _mm_cmpeq_epi8(v, _mm_set1_epi8('\t'))));
	if (semicolons)
		hits = _mm_or_si128(hits, _mm_cmpeq_epi8(v, _mm_set1_epi8(';')));
	if (_mm_movemask_epi8(v) != 0)
		for (size_t k = 0; k < sizeof(starts); k++)
			hits = _mm_or_si128(hits, _mm_cmpeq_epi8(v, _mm_set1_epi8((char)starts[k])));
	return hits;
}

__attribute__((target("avx2"))) static inline __m256i
table_avx2(const unsigned char *table)
{
	return _mm256_broadcastsi128_si256(_mm_loadu_si128((const __m128i *)(const void *)table));
}

__attribute__((target("avx2"))) static inline __m256i
marks_avx2(__m256i v, bool semicolons)
{
	__m256i ascii = _mm256_shuffle_epi8(table_avx2(ascii_marks[semicolons]), v);
	__m256i wide = _mm256_shuffle_epi8(table_avx2(wide_marks), _mm256_and_si256(v, _mm256_set1_epi8(15)));
	__m256i hits = _mm256_or_si256(_mm256_cmpeq_epi8(ascii, v), _mm256_cmpeq_epi8(wide, v));

	return _mm256_or_si256(hits, _mm256_cmpeq_epi8(v, _mm256_set1_epi8('\n')));
}

#else

static inline uint8x16_t
load_neon(const uint8x16_t *at)
{
	return vld1q_u8((const unsigned char *)at);
}

static inline uint8x16_t
set_neon(char c)
{
	return vdupq_n_u8((unsigned char)c);
}

/* The highest bit of each byte. */
static inline unsigned
mask_neon(uint8x16_t v)
{
	static const unsigned char places[16] = {1, 2, 4, 8, 16, 32, 64, 128, 1, 2, 4, 8, 16, 32, 64, 128};
	uint8x16_t bits = vandq_u8(vcgeq_u8(v, vdupq_n_u8(0x80)), vld1q_u8(places));

	return vaddv_u8(vget_low_u8(bits)) | (unsigned)vaddv_u8(vget_high_u8(bits)) << 8;
}

static inline uint8x16_t
marks_neon(uint8x16_t v, bool semicolons)
{
	/* Places beyond the table, those of bytes that are not ASCII, give zero. */
	uint8x16_t ascii = vqtbl1q_u8(vld1q_u8(ascii_marks[semicolons]), vandq_u8(v, vdupq_n_u8(0x8f)));
	uint8x16_t wide = vqtbl1q_u8(vld1q_u8(wide_marks), vandq_u8(v, vdupq_n_u8(15)));

	return vorrq_u8(vorrq_u8(vceqq_u8(ascii, v), vceqq_u8(wide, v)), vceqq_u8(v, vdupq_n_u8('\n')));
}

#endif

/*
 * The versions differ in the width of their vectors alone, and in how they find
 * the marks. c - 'A' as an unsigned byte is at most 25 where c is a capital.
 */
#define VECTOR_SCAN(name, attribute, vector, bytes, load, set, equal, or, and, sub, min, mask) \
	attribute static void \
	name(uint64_t *bits, const unsigned char *s, size_t n, enum scan_gaps gaps, bool semicolons) \
	{ \
		vector v, next, opens, capital, all = set((char)(gaps == SCAN_ALL ? 0x80 : 0)); \
\
		for (; n > 0; n--, bits++) { \
			*bits = 0; \
			for (unsigned i = 0; i < SCAN_BLOCK; i += (bytes), s += (bytes)) { \
				v = load((const vector *)(const void *)s); \
				next = load((const vector *)(const void *)(s + 1)); \
				capital = sub(next, set('@')); \
				capital = equal(min(capital, set(26)), capital); \
				opens = or(or(or(next, all), equal(next, set(' '))), capital); \
				opens = and(opens, equal(v, set(' '))); \
				*bits |= (uint64_t)(unsigned)mask(or(marks_##name(v, semicolons), opens)) << i; \
			} \
		} \
	}

#ifdef __SSE2__
VECTOR_SCAN(sse2, , __m128i, 16, _mm_loadu_si128, _mm_set1_epi8, _mm_cmpeq_epi8, _mm_or_si128, _mm_and_si128, _mm_sub_epi8, _mm_min_epu8,
    _mm_movemask_epi8)
VECTOR_SCAN(avx2, __attribute__((target("avx2"))), __m256i, 32, _mm256_loadu_si256, _mm256_set1_epi8, _mm256_cmpeq_epi8,
    _mm256_or_si256, _mm256_and_si256, _mm256_sub_epi8, _mm256_min_epu8, _mm256_movemask_epi8)
#else
VECTOR_SCAN(neon, , uint8x16_t, 16, load_neon, set_neon, vceqq_u8, vorrq_u8, vandq_u8, vsubq_u8, vminq_u8, mask_neon)
#endif

#endif

scan_function *
scan_blocks_sse2(void)
{
#ifdef __SSE2__
	return sse2;
#else
	return NULL;
#endif
}

scan_function *
scan_blocks_avx2(void)
{
#ifdef __SSE2__
	return __builtin_cpu_supports("avx2") ? avx2 : NULL;
#else
	return NULL;
#endif
}

scan_function *
scan_blocks_neon(void)
{
#ifdef __aarch64__
	return neon;
#else
	return NULL;
#endif
}

/* Fills in the bits of the block at s->block, and of those behind it. No byte behind the text is read. */
static void
load(struct scan *s)
{
	const unsigned char *at = (const unsigned char *)s->text + s->block;
	size_t len = s->len - s->block, n = len > 0 ? (len - 1) / SCAN_BLOCK : 0;
	unsigned char last[SCAN_BLOCK + 1] = {0};

	s->first = s->block;
	s->n = n < SCAN_AHEAD ? n : SCAN_AHEAD;
	s->function(s->ahead, at, s->n, s->gaps, s->semicolons);
	if (s->n < SCAN_AHEAD) {
		memcpy(last, at + n * SCAN_BLOCK, len - n * SCAN_BLOCK);
		s->function(s->ahead + s->n, last, 1, s->gaps, s->semicolons);
		s->n++;
	}
}

/* Goes on to the block at block. */
static void
move(struct scan *s, size_t block)
{
	s->block = block;
	if ((block - s->first) / SCAN_BLOCK >= s->n)
		load(s);
	s->bits = s->ahead[(block - s->first) / SCAN_BLOCK];
}

static scan_function *
fastest(void)
{
	scan_function *const versions[] = {scan_blocks_avx2(), scan_blocks_sse2(), scan_blocks_neon()};

	for (size_t i = 0; i < sizeof(versions) / sizeof(versions[0]); i++)
		if (versions[i] != NULL)
			return versions[i];
	return scan_blocks_plain;
}

void
scan_begin(struct scan *s, const char *text, size_t len, enum scan_gaps gaps, bool semicolons)
{
	if (s->function == NULL)
		s->function = fastest();
	s->text = text;
	s->len = len;
	s->gaps = gaps;
	s->semicolons = semicolons;
	s->first = s->n = s->block = 0;
	s->bits = 0;
	if (len > 0)
		move(s, 0);
}

size_t
scan_on(struct scan *s, size_t pos, size_t limit)
{
	if (pos >= limit)
		return limit;
	if (pos - s->block >= SCAN_BLOCK)
		move(s, pos - pos % SCAN_BLOCK);
	s->bits &= ~(uint64_t)0 << (pos - s->block);
	while (s->bits == 0) {
		if (limit - s->block <= SCAN_BLOCK)
			return limit;
		move(s, s->block + SCAN_BLOCK);
	}
	pos = s->block + (size_t)__builtin_ctzll(s->bits);
	return pos < limit ? pos : limit;
}
