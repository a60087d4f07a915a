/* Marks, and how a paragraph begins, ends and looks. */
#ifndef STRIP_EDGES_H
#define STRIP_EDGES_H

#include <stddef.h>
#include <stdint.h>

/* How the paragraph ends, behind closing marks. */
enum ending { ENDS_WORD, ENDS_SENTENCE, ENDS_COLON, ENDS_ELLIPSIS, ENDS_COMMA, ENDS_BRACKET, ENDS_QUOTE, ENDS_OTHER, N_ENDINGS };

/* How it begins. */
enum beginning { BEGINS_UPPER, BEGINS_LOWER, BEGINS_LETTER, BEGINS_DIGIT, BEGINS_QUOTE, BEGINS_BRACKET, BEGINS_BULLET, BEGINS_OTHER, N_BEGINNINGS };

/* What a mark or sign is good for. */
enum mark_kind { MARK_OTHER, MARK_STOP, MARK_COMMA, MARK_COLON, MARK_OPENING, MARK_CLOSING, MARK_QUOTE, MARK_SEPARATOR, MARK_AT, MARK_COPYRIGHT, MARK_APOSTROPHE, N_MARK_KINDS };

extern const uint8_t mark_ascii_kind[128];

enum mark_kind mark_kind_wide(uint32_t cp);

static inline enum mark_kind
mark_kind(uint32_t cp)
{
	return cp < 128 ? (enum mark_kind)mark_ascii_kind[cp] : mark_kind_wide(cp);
}

/* Of len bytes of well-formed UTF-8, without white space around them: an enum beginning, an enum ending. */
uint8_t text_beginning(const char *text, size_t len);
uint8_t text_ending(const char *text, size_t len);

enum { OPENING_POINTS = 40, OPENING_PARTS = 6 };

/*
 * A hash of the form in which the text begins: letters in a row count as one, so do
 * digits, and marks as they are, so that "9 May: Riga" has that of "31 June: Oslo".
 * Of its first OPENING_PARTS such parts, within OPENING_POINTS code points.
 */
uint64_t text_opening(const char *at, size_t len);

#endif
