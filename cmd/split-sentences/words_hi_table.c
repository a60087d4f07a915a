/*
 * Words of Hindi: abbreviations as dictionaries and style guides list them, the
 * months, and the small words that begin sentences. Written from knowledge of
 * the language, not taken from a corpus. Sorted by bytes.
 */
#include "cmd/split-sentences/vocabulary.h"

const struct vocabulary_entry language_hi[] = {
	{"आदि", WORD_LAST},
	{"ई.पू", WORD_INSIDE},
	{"उदा", WORD_INSIDE},
	{"ए", WORD_INSIDE},
	{"कु", WORD_TITLE},
	{"डा", WORD_TITLE},
	{"डी", WORD_INSIDE},
	{"डॉ", WORD_TITLE},
	{"नं", WORD_NUMBERED},
	{"पं", WORD_TITLE},
	{"पृ", WORD_NUMBERED},
	{"प्रो", WORD_TITLE},
	{"बी", WORD_INSIDE},
	{"मि", WORD_TITLE},
	{"श्री", WORD_TITLE},
	{"सी", WORD_INSIDE},
	{NULL, 0},
};
