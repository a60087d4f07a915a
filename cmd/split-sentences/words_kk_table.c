/*
 * Words of Kazakh: abbreviations as dictionaries and style guides list them, the
 * months, and the small words that begin sentences. Written from knowledge of
 * the language, not taken from a corpus. Sorted by bytes.
 */
#include "cmd/split-sentences/vocabulary.h"

const struct vocabulary_entry language_kk[] = {
	{"б", WORD_SHORT},
	{"б.з", WORD_INSIDE},
	{"б.з.б", WORD_INSIDE},
	{"бет", WORD_NUMBERED},
	{"ж", WORD_LAST},
	{"жж", WORD_LAST},
	{"кг", WORD_UNIT},
	{"км", WORD_UNIT},
	{"млн", WORD_UNIT},
	{"млрд", WORD_UNIT},
	{"мыс", WORD_INSIDE},
	{"мың", WORD_UNIT},
	{"см", WORD_UNIT},
	{"т", WORD_NUMBERED},
	{"т.б", WORD_INSIDE | WORD_LAST},
	{"т.с.с", WORD_INSIDE | WORD_LAST},
	{"яғни", WORD_INSIDE},
	{"ғ", WORD_SHORT},
	{"қ", WORD_INSIDE | WORD_SHORT},
	{NULL, 0},
};
