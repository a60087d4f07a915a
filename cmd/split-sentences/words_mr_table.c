/*
 * Words of Marathi: abbreviations as dictionaries and style guides list them, the
 * months, and the small words that begin sentences. Written from knowledge of
 * the language, not taken from a corpus. Sorted by bytes.
 */
#include "cmd/split-sentences/vocabulary.h"

const struct vocabulary_entry language_mr[] = {
	{"इ.स", WORD_INSIDE},
	{"उदा", WORD_INSIDE},
	{"कु", WORD_TITLE},
	{"क्र", WORD_NUMBERED},
	{"डॉ", WORD_TITLE},
	{"पृ", WORD_NUMBERED},
	{"प्रा", WORD_TITLE},
	{"श्री", WORD_TITLE},
	{"सौ", WORD_TITLE},
	{NULL, 0},
};
