/*
 * Words of Persian: abbreviations as dictionaries and style guides list them, the
 * months, and the small words that begin sentences. Written from knowledge of
 * the language, not taken from a corpus. Sorted by bytes.
 */
#include "cmd/split-sentences/vocabulary.h"

const struct vocabulary_entry language_fa[] = {
	{"ج", WORD_NUMBERED},
	{"دکتر", WORD_TITLE},
	{"ر.ک", WORD_INSIDE},
	{"ش", WORD_NUMBERED},
	{"ش.م", WORD_INSIDE},
	{"ص", WORD_NUMBERED},
	{"غیره", WORD_LAST},
	{"ق", WORD_LAST},
	{"ق.م", WORD_INSIDE},
	{"م", WORD_LAST},
	{"مهندس", WORD_TITLE},
	{"ه.ش", WORD_INSIDE},
	{"ه.ق", WORD_INSIDE},
	{"پ.م", WORD_INSIDE},
	{NULL, 0},
};
