/*
 * Words of Armenian: abbreviations as dictionaries and style guides list them, the
 * months, and the small words that begin sentences. Written from knowledge of
 * the language, not taken from a corpus. Sorted by bytes.
 */
#include "cmd/split-sentences/vocabulary.h"

const struct vocabulary_entry language_hy[] = {
	{"այլն", WORD_LAST},
	{"կմ", WORD_UNIT},
	{"մ.թ", WORD_INSIDE},
	{"մ.թ.ա", WORD_INSIDE},
	{"մլն", WORD_UNIT},
	{"մլրդ", WORD_UNIT},
	{"տես", WORD_INSIDE},
	{"օր", WORD_INSIDE},
	{"և.այլն", WORD_LAST},
	{NULL, 0},
};
