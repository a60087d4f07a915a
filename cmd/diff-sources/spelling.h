/* Whether two words are one word written in two ways. */
#ifndef DIFF_SPELLING_H
#define DIFF_SPELLING_H

#include <stdbool.h>
#include <stddef.h>

#include "cmd/diff-sources/tokens.h"

enum { NORMAL_BYTES = 64 };

/*
 * Writes the normal form of len bytes at text to out, ended by NUL, and returns
 * its length: folded, only letters and digits, contractions written out,
 * regional spellings brought to one form, by the table and by rule (-our and -or,
 * -ise and -ize, -re and -er, -ll- and -l-, ae and e). Two words with one normal
 * form are the same. What does not fit is cut.
 */
size_t spelling_normal(const char *text, size_t len, char out[NORMAL_BYTES]);

/* The folded letters and digits of len bytes at text, ended by NUL: what the vocabulary is looked up by. */
size_t spelling_plain(const char *text, size_t len, char out[NORMAL_BYTES]);

/* False where the normal forms of two words cannot begin with the same letter. */
bool spelling_may_agree(const struct token *, const struct token *);

/*
 * Whether two words are the same word: one normal form, or both capitalised and
 * one name in two transliterations: the same consonants in the same places
 * between vowels, whatever these are.
 */
bool spelling_alike(const struct token *, const struct token *);

#endif
