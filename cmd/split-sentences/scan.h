/* Finds the bytes at which a sentence may end, a block at a time. */
#ifndef SPLIT_SENTENCES_SCAN_H
#define SPLIT_SENTENCES_SCAN_H

#include <stdbool.h>
#include <stddef.h>
#include <stdint.h>

enum { SCAN_BLOCK = 64 };

/* What to look for beside marks. */
enum scan_gaps {
	SCAN_CAPITALS,	/* white space before @, A to Z or before a byte beyond ASCII, and line ends and TABs */
	SCAN_ALL	/* all white space */
};

/*
 * The candidates among n blocks of SCAN_BLOCK bytes at s, as bits, a number a
 * block. One byte behind the blocks is read too.
 */
typedef void scan_function(uint64_t *bits, const unsigned char *s, size_t n, enum scan_gaps, bool semicolons);

/* How many blocks are looked at in one go. */
enum { SCAN_AHEAD = 8 };

/*
 * Walks over the len bytes at text. Bit i of bits is set where the byte at
 * block + i is still to be given. Zero-initialise it before the first text.
 */
struct scan {
	const char *text;
	size_t len, block;
	uint64_t bits;
	uint64_t ahead[SCAN_AHEAD];	/* of the n blocks from first on */
	size_t first, n;
	enum scan_gaps gaps;
	bool semicolons;	/* ; is a mark */
	scan_function *function;
};

void scan_begin(struct scan *, const char *text, size_t len, enum scan_gaps, bool semicolons);

/* scan_next() where no bit is left in the block. */
size_t scan_on(struct scan *, size_t pos, size_t limit);

/*
 * The first position from pos on, before limit, at which a mark or a gap may
 * begin, or limit, which is at most the text's length. pos never goes back over
 * calls, so that all calls together are linear.
 */
static inline size_t
scan_next(struct scan *s, size_t pos, size_t limit)
{
	uint64_t bits;

	if (pos >= limit || pos - s->block >= SCAN_BLOCK || (bits = s->bits & ~(uint64_t)0 << (pos - s->block)) == 0)
		return scan_on(s, pos, limit);
	s->bits = bits;
	pos = s->block + (size_t)__builtin_ctzll(bits);
	return pos < limit ? pos : limit;
}

/* The definition, and the same in vector instructions where the machine has them, else NULL. */
scan_function scan_blocks_plain;
scan_function *scan_blocks_sse2(void);
scan_function *scan_blocks_avx2(void);
scan_function *scan_blocks_neon(void);

#endif
