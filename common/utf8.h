/* UTF-8: validity, repair, decoding, and the classes of characters. */
#ifndef COMMON_UTF8_H
#define COMMON_UTF8_H

#include <stddef.h>
#include <stdint.h>

#include "common/buf.h"

/* Classes of a code point, as bits. Letters of scripts without case have only CH_LETTER. */
enum {
	CH_SPACE = 1,	/* White_Space of the Unicode Character Database */
	CH_UPPER = 2,	/* Lu and Lt */
	CH_LOWER = 4,	/* Ll */
	CH_LETTER = 8,	/* L*, upper and lower case included */
	CH_DIGIT = 16,	/* Nd */
	CH_MARK = 32,	/* M*: combining, part of the word that it stands in */
	CH_PUNCT = 64,	/* P* */
	CH_SYMBOL = 128, /* S* */
	CH_IDEOGRAPH = 256 /* Han, kana and the like: a word for each; with CH_LETTER */
};

extern const uint16_t utf8_ascii_class[128];

/* The length in bytes of the longest prefix of the len bytes at s that is well-formed (Unicode 15, table 3-7). */
size_t utf8_valid_prefix(const char *s, size_t len);

/*
 * Appends the len bytes at s to out with U+FFFD in place of each maximal
 * ill-formed subsequence (Unicode 15, section 3.9, "U+FFFD Substitution of
 * Maximal Subparts"), and adds the number of them to *count. Returns 0, or -1
 * as buf_reserve().
 */
int utf8_repair(struct buf *out, const char *s, size_t len, size_t *count);

/* utf8_decode() and utf8_decode_before() for a code point of 128 or more. */
size_t utf8_decode_wide(const char *s, const char *end, uint32_t *cp);
size_t utf8_decode_before_wide(const char *begin, const char *s, uint32_t *cp);

/*
 * Decodes the code point that starts at s, which lies before end. Returns its
 * length in bytes, 1 to 4. The text must be well-formed, as all text is that
 * comes from the reader; where it is not, one byte is taken as U+FFFD and
 * nothing at or after end is read.
 */
static inline size_t
utf8_decode(const char *s, const char *end, uint32_t *cp)
{
	*cp = (unsigned char)*s;
	return *cp < 0x80 ? 1 : utf8_decode_wide(s, end, cp);
}

/* The same for the code point that ends at s, which lies after begin. */
static inline size_t
utf8_decode_before(const char *begin, const char *s, uint32_t *cp)
{
	*cp = (unsigned char)s[-1];
	return *cp < 0x80 ? 1 : utf8_decode_before_wide(begin, s, cp);
}

/* Writes the code point at out, which has room for 4 bytes. Returns its length. */
size_t utf8_encode(uint32_t cp, char *out);

/* The classes of a code point of 128 or more. */
unsigned utf8_class_wide(uint32_t cp);

/* The simple lower case of a code point, itself where it has none. */
uint32_t utf8_lower(uint32_t cp);

static inline unsigned
utf8_class(uint32_t cp)
{
	return cp < 128 ? utf8_ascii_class[cp] : utf8_class_wide(cp);
}

/* The len bytes at s without white space at either end. */
struct slice utf8_trim(const char *s, size_t len);

#endif
