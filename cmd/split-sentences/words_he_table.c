/*
 * Words of Hebrew: abbreviations as dictionaries and style guides list them, the
 * months, and the small words that begin sentences. Written from knowledge of
 * the language, not taken from a corpus. Sorted by bytes.
 */
#include "cmd/split-sentences/vocabulary.h"

const struct vocabulary_entry language_he[] = {
	{"גב", WORD_TITLE},
	{"ד", WORD_TITLE},
	{"וכד", WORD_LAST},
	{"וכו", WORD_LAST},
	{"לדוג", WORD_INSIDE},
	{"למשל", WORD_INSIDE},
	{"לפנה\"ס", WORD_INSIDE},
	{"מס", WORD_NUMBERED},
	{"מר", WORD_TITLE},
	{"ע\"י", WORD_INSIDE},
	{"עמ", WORD_NUMBERED},
	{"פרופ", WORD_TITLE},
	{NULL, 0},
};
