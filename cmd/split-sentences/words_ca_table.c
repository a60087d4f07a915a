/*
 * Words of Catalan: abbreviations as dictionaries and style guides list them, the
 * months, and the small words that begin sentences. Written from knowledge of
 * the language, not taken from a corpus. Sorted by bytes.
 */
#include "cmd/split-sentences/vocabulary.h"

const struct vocabulary_entry language_ca[] = {
	{"a", WORD_STARTER},
	{"amb", WORD_STARTER},
	{"aprox", WORD_INSIDE},
	{"aquest", WORD_STARTER},
	{"aquesta", WORD_STARTER},
	{"art", WORD_NUMBERED},
	{"de", WORD_STARTER},
	{"del", WORD_STARTER},
	{"dr", WORD_TITLE},
	{"dra", WORD_TITLE},
	{"el", WORD_STARTER},
	{"els", WORD_STARTER},
	{"en", WORD_STARTER},
	{"etc", WORD_LAST},
	{"i", WORD_STARTER},
	{"la", WORD_STARTER},
	{"les", WORD_STARTER},
	{"n", WORD_NUMBERED},
	{"no", WORD_STARTER},
	{"núm", WORD_NUMBERED},
	{"o", WORD_STARTER},
	{"p", WORD_NUMBERED},
	{"p.ex", WORD_INSIDE},
	{"per", WORD_STARTER},
	{"però", WORD_STARTER},
	{"prof", WORD_TITLE},
	{"pàg", WORD_NUMBERED},
	{"que", WORD_STARTER},
	{"sr", WORD_TITLE},
	{"sra", WORD_TITLE},
	{"st", WORD_TITLE},
	{"sta", WORD_TITLE},
	{"són", WORD_STARTER},
	{"també", WORD_STARTER},
	{"un", WORD_STARTER},
	{"una", WORD_STARTER},
	{"va", WORD_STARTER},
	{"vol", WORD_NUMBERED},
	{"és", WORD_STARTER},
	{NULL, 0},
};
