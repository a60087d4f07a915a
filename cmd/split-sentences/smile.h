/* Emoji and emoticons: where they stand at the end of a sentence they belong to it, and often take the place of its mark. */
#ifndef SPLIT_SENTENCES_SMILE_H
#define SPLIT_SENTENCES_SMILE_H

#include <stdbool.h>
#include <stddef.h>
#include <stdint.h>

/*
 * The start of the emoji or the emoticon that ends at pos, after begin, or pos
 * where none does. A run of emoji counts from where it starts; a closing bracket
 * is an emoticon where it stands twice, or behind a word, and none opens before
 * it. Emoji that lead on to what follows, such as a pointing hand, are none.
 * Looks at a bounded number of bytes.
 */
size_t smile_before(const char *text, size_t begin, size_t pos);

/* The length of the emoji or the emoticon at s, before end, which has white space or the end behind it; else 0. */
size_t smile_at(const char *s, const char *end);

/* False where none starts with the byte at s, as mostly. */
static inline bool
smile_may_start(const char *s)
{
	return (unsigned char)*s >= 0xe2 || *s == ':' || *s == ';' || *s == '=';
}

/* True for the first bytes of emoji and of what goes with them, beyond those of most letters. */
static inline bool
smile_leads(char c)
{
	return (unsigned char)c == 0xe2 || (unsigned char)c == 0xef || (unsigned char)c == 0xf0;
}

/* False where none ends at pos, after begin, as mostly. */
static inline bool
smile_may_end(const char *text, size_t begin, size_t pos)
{
	static const uint64_t last[2] = {UINT64_C(1) << '(' | UINT64_C(1) << ')' | UINT64_C(1) << '*' | UINT64_C(1) << '/',
	    UINT64_C(1) << ('D' - 64) | UINT64_C(1) << ('P' - 64) | UINT64_C(1) << ('[' - 64) | UINT64_C(1) << (']' - 64) |
	    UINT64_C(1) << ('|' - 64)};
	unsigned char c;

	if (pos <= begin)
		return false;
	c = (unsigned char)text[pos - 1];
	if (c >= 'a' && c <= 'z')
		return false;
	if (c < 0x80)
		return last[c >> 6] >> (c & 63) & 1;
	return pos - begin > 2 && (smile_leads(text[pos - 3]) || (pos - begin > 3 && smile_leads(text[pos - 4])));
}

#endif
