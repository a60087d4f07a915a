/* Words of a text and their folded form: what quotations and sentences are compared by. */
#ifndef COMMON_WORDS_H
#define COMMON_WORDS_H

#include <stdbool.h>
#include <stddef.h>
#include <stdint.h>

/* The bytes [start, end) of the text that it was found in. */
struct word {
	size_t start, end;
};

/*
 * Finds the next word of the len bytes of well-formed UTF-8 at text, from *pos
 * on, and moves *pos behind it. Returns false at the end. A word is a run of
 * letters, digits and combining marks; an apostrophe between letters and a
 * point or comma between digits are part of it; an ideograph or kana is a word
 * of its own. Linear in len over all calls; never fails.
 */
bool word_next(const char *text, size_t len, size_t *pos, struct word *);

/*
 * Folds the len bytes at text: lower case, without diacritics (canonical
 * decomposition less its marks), typographic apostrophes as '. Writes at most
 * cap bytes, whole code points, to out and returns how many.
 */
size_t word_fold(const char *text, size_t len, char *out, size_t cap);

/* The FNV-1a hash (64 bit) of the folded form, of all of it however long. */
uint64_t word_hash(const char *text, size_t len);

#endif
