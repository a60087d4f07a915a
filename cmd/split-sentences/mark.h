/* The characters that can end a sentence, and those that close or open what stands around them. */
#ifndef SPLIT_SENTENCES_MARK_H
#define SPLIT_SENTENCES_MARK_H

#include <stdbool.h>
#include <stddef.h>
#include <stdint.h>

enum mark_kind {
	MARK_NONE,
	MARK_DOT,	/* also ends abbreviations and numbers */
	MARK_BANG,	/* ! ? and their like in scripts written with spaces */
	MARK_ELLIPSIS,	/* … and runs of dots */
	MARK_STOP,	/* ends a sentence and nothing else: 。！？ । ። */
	MARK_COLON,	/* : and ; */
	MARK_GAP,	/* none: white space alone */
	MARK_SMILE	/* emoji or an emoticon */
};

/*
 * What the character at s is, which lies before end; *n is its length in bytes. Those beyond ASCII are the ones of Unicode 15's
 * Sentence_Terminal property in scripts that are written today, and U+2026.
 */
enum mark_kind mark_at(const char *s, const char *end, size_t *n);

/* Classes of quotation marks, brackets, dashes and bullets, as bits. */
enum {
	EDGE_DOUBLE = 1,	/* a double quotation mark or guillemet */
	EDGE_SINGLE = 2,	/* a single quotation mark or apostrophe */
	EDGE_BRACKET = 4,
	EDGE_NOTE = 8,		/* a footnote mark: [12] or a superscript figure */
	EDGE_DASH = 16,
	EDGE_BULLET = 32,
	EDGE_SMILE = 64		/* emoji or an emoticon behind a mark */
};

/* The class of the quotation mark or bracket at s that can close, or 0; *n is its length. */
unsigned mark_closer(const char *s, const char *end, size_t *n);

/* The class of the quotation mark, bracket, dash or bullet at s that can stand before a sentence, or 0. */
unsigned mark_opener(const char *s, const char *end, size_t *n);

/* The length of the footnote mark at s, or 0. */
size_t mark_note(const char *s, const char *end);

#endif
