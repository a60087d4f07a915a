#include "common/words.h"

#include <utf8proc.h>

#include "common/linear.h"
#include "common/utf8.h"

enum { WORD = CH_LETTER | CH_DIGIT | CH_MARK };

static bool
is_apostrophe(uint32_t cp)
{
	return cp == '\'' || cp == 0x2019 || cp == 0x2bc;
}

/* Whether cp may stand inside a word, between a character of class before and one of class after. */
static bool
joins(uint32_t cp, unsigned before, unsigned after)
{
	if (is_apostrophe(cp))
		return (before & CH_LETTER) && (after & CH_LETTER);
	return (cp == '.' || cp == ',') && (before & CH_DIGIT) && (after & CH_DIGIT);
}

/* utf8_decode() without the call where it is not needed. */
static inline size_t
decode(const char *p, const char *end, uint32_t *cp)
{
	if ((unsigned char)*p >= 128)
		return utf8_decode(p, end, cp);
	*cp = (unsigned char)*p;
	return 1;
}

bool
word_next(const char *text, size_t len, size_t *pos, struct word *w)
{
	const char *p = text + *pos, *end = text + len;
	uint32_t cp = 0, next;
	unsigned class = 0, after;
	size_t n = 0;

	for (; p < end; p += n) {
		n = decode(p, end, &cp);
		class = utf8_class(cp);
		if (class & (CH_LETTER | CH_DIGIT))
			break;
	}
	if (p == end) {
		*pos = len;
		return false;
	}
	w->start = (size_t)(p - text);
	for (p += n; p < end && !(class & CH_IDEOGRAPH); p += n) {
		n = decode(p, end, &cp);
		after = utf8_class(cp);
		if (after & CH_IDEOGRAPH)
			break;
		if (after & WORD) {
			if (!(after & CH_MARK))
				class = after;
			continue;
		}
		if (p + n == end)
			break;
		decode(p + n, end, &next);
		if (!joins(cp, class, utf8_class(next)))
			break;
	}
	w->end = *pos = (size_t)(p - text);
	return true;
}

/*
 * The folded form of one code point, at most 4 code points: *out. Returns how
 * many. Hangul syllables stay whole, since their parts are not diacritics.
 */
static size_t
fold(uint32_t cp, uint32_t out[4])
{
	utf8proc_int32_t d[4] = {0};
	utf8proc_ssize_t n;
	size_t k = 0;
	int boundary = 0;

	if (is_apostrophe(cp)) {
		out[0] = '\'';
		return 1;
	}
	if (cp < 128 || (cp >= 0xac00 && cp <= 0xd7a3)) {
		out[0] = utf8_lower(cp);
		return 1;
	}
	n = utf8proc_decompose_char((utf8proc_int32_t)cp, d, 4, UTF8PROC_DECOMPOSE | UTF8PROC_STRIPMARK, &boundary);
	for (; k < 4 && (utf8proc_ssize_t)k < n; k++)
		out[k] = utf8_lower((uint32_t)d[k]);
	return k;
}

size_t
word_fold(const char *text, size_t len, char *out, size_t cap)
{
	const char *p = text, *end = text + len;
	uint32_t cp, folded[4];
	char bytes[4];
	size_t used = 0, n, k;

	while (p < end) {
		if ((unsigned char)*p < 128 && used < cap) {
			out[used++] = (char)utf8_lower((unsigned char)*p++);
			continue;
		}
		p += decode(p, end, &cp);
		n = fold(cp, folded);
		for (size_t i = 0; i < n; i++) {
			k = utf8_encode(folded[i], bytes);
			if (k > cap - used)
				return used;
			memcpy(out + used, bytes, k);
			used += k;
		}
	}
	return used;
}

uint64_t
word_hash(const char *text, size_t len)
{
	const char *p = text, *end = text + len;
	uint64_t h = LINEAR_STRING_BASIS;
	uint32_t cp, folded[4];
	char bytes[4];
	size_t n;

	while (p < end) {
		if ((unsigned char)*p < 128) {
			bytes[0] = (char)utf8_lower((unsigned char)*p++);
			h = linear_string_more(h, bytes, 1);
			continue;
		}
		p += decode(p, end, &cp);
		n = fold(cp, folded);
		for (size_t i = 0; i < n; i++)
			h = linear_string_more(h, bytes, utf8_encode(folded[i], bytes));
	}
	return h;
}
