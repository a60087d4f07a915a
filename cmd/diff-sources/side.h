/* A document made ready for comparison: its rows hashed, and where they are looked into, their words. */
#ifndef DIFF_SIDE_H
#define DIFF_SIDE_H

#include <stdbool.h>
#include <stddef.h>
#include <stdint.h>

#include "common/buf.h"

/*
 * One row. canonical is the hash of what side_same() compares. Once side_read()
 * has read it, words are its n_words stems from side.words[first_word] on: the
 * hash of a word's folded form, cut at an apostrophe and, where it holds no
 * digit, to six letters.
 */
struct side_row {
	struct slice text;
	uint64_t canonical;
	uint32_t first_word, n_words;
	uint32_t row;	/* the caller's number for it */
	bool read;
};

/* Zero-initialise it; side_free() gives the memory back. */
struct side {
	struct side_row *rows;
	uint32_t *words;
	size_t n, n_words;
	size_t rows_cap, words_cap;
};

/* Takes all rows out; the memory is kept. */
void side_clear(struct side *);

/*
 * Adds a row of len bytes of well-formed UTF-8 at text, which must outlive it.
 * Returns 0, or -1 with errno ENOMEM.
 */
int side_add(struct side *, const char *text, size_t len, uint32_t row);

/* Reads the words of row i, the first time only. Returns 0, or -1 with errno ENOMEM, or EFBIG from 2^31 words on. */
int side_read(struct side *, size_t i);

/* Reads the words of all rows, which then may stand in any order in side.words. Returns as side_read(). */
int side_read_all(struct side *);

/*
 * Whether two texts are equal once all double quotation marks count as one
 * mark, all single ones and apostrophes as one, each dash and "--" as "-", and
 * a run of white space as one space, none at either end.
 */
bool side_same(struct slice, struct slice);

/* The stem of a word of len bytes, as in side.words. */
uint32_t side_stem(const char *word, size_t len);

void side_free(struct side *);

#endif
