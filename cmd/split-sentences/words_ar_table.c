/*
 * Words of Arabic: abbreviations as dictionaries and style guides list them, the
 * months, and the small words that begin sentences. Written from knowledge of
 * the language, not taken from a corpus. Sorted by bytes.
 */
#include "cmd/split-sentences/vocabulary.h"

const struct vocabulary_entry language_ar[] = {
	{"أ", WORD_TITLE},
	{"أ.د", WORD_INSIDE},
	{"إلخ", WORD_LAST},
	{"الخ", WORD_LAST},
	{"ت", WORD_SHORT},
	{"ج", WORD_NUMBERED},
	{"د", WORD_TITLE | WORD_INSIDE},
	{"رقم", WORD_NUMBERED},
	{"ص", WORD_NUMBERED},
	{"ق.م", WORD_INSIDE},
	{"م", WORD_TITLE | WORD_INSIDE},
	{"هـ", WORD_INSIDE},
	{NULL, 0},
};
