/* Words of plain ASCII, cut, folded and hashed in one pass: most of a text. */
#ifndef DIFF_PLAIN_H
#define DIFF_PLAIN_H

#include <stdbool.h>
#include <stddef.h>
#include <stdint.h>

#include "common/linear.h"
#include "common/utf8.h"

enum { STEM_LETTERS = 6 };

/* hash is that of word_hash(); stem the same of its first STEM_LETTERS letters. */
struct plain_word {
	size_t end;
	uint64_t hash, stem;
	bool digits;
};

/*
 * Reads the word that begins at start, where it is letters and digits of ASCII
 * and what stands behind it cannot be part of it. Returns whether it is so;
 * where not, word_next() tells.
 */
static inline bool
plain_word(const char *text, size_t len, size_t start, struct plain_word *w)
{
	uint64_t h = LINEAR_STRING_BASIS;
	unsigned classes = 0;
	size_t i = start;

	w->stem = h;
	for (; i < len && (unsigned char)text[i] < 128; i++) {
		unsigned class = utf8_ascii_class[(unsigned char)text[i]];

		if (!(class & (CH_LETTER | CH_DIGIT)))
			break;
		classes |= class;
		h = (h ^ (uint64_t)(text[i] | (class & CH_UPPER ? 32 : 0))) * 0x100000001b3u;
		if (i - start < STEM_LETTERS)
			w->stem = h;
	}
	w->end = i;
	w->hash = h;
	w->digits = (classes & CH_DIGIT) != 0;
	if (i == start)
		return false;
	return i == len || ((unsigned char)text[i] < 128 && text[i] != '\'' && text[i] != '.' && text[i] != ',') || i + 1 == len || text[i + 1] == ' ';
}

#endif
