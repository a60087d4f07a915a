#include "common/utf8.h"

#include <utf8proc.h>

#include "common/utf8_table.h"

#define S CH_SPACE
#define P CH_PUNCT
#define Y CH_SYMBOL
#define D CH_DIGIT
#define U (CH_UPPER | CH_LETTER)
#define L (CH_LOWER | CH_LETTER)

const uint16_t utf8_ascii_class[128] = {
	0, 0, 0, 0, 0, 0, 0, 0, 0, S, S, S, S, S, 0, 0,
	0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0,
	S, P, P, P, Y, P, P, P, P, P, P, Y, P, P, P, P,
	D, D, D, D, D, D, D, D, D, D, P, P, Y, Y, Y, P,
	P, U, U, U, U, U, U, U, U, U, U, U, U, U, U, U,
	U, U, U, U, U, U, U, U, U, U, U, P, P, P, Y, P,
	Y, L, L, L, L, L, L, L, L, L, L, L, L, L, L, L,
	L, L, L, L, L, L, L, L, L, L, L, P, Y, P, Y, 0,
};

#undef S
#undef P
#undef Y
#undef D
#undef U
#undef L

/*
 * The length of the well-formed sequence that starts at s with a byte that is
 * not ASCII, or 0; *bad is then
 * the length of the maximal ill-formed subsequence (Unicode 15, table 3-7: the
 * second byte's range depends on the first).
 */
static size_t
sequence(const unsigned char *s, size_t len, size_t *bad)
{
	unsigned char low = 0x80, high = 0xbf;
	size_t want;

	*bad = 1;
	if (s[0] < 0xc2 || s[0] > 0xf4)
		return 0;
	want = s[0] < 0xe0 ? 2 : s[0] < 0xf0 ? 3 : 4;
	switch (s[0]) {
	case 0xe0:
		low = 0xa0;
		break;
	case 0xed:
		high = 0x9f;
		break;
	case 0xf0:
		low = 0x90;
		break;
	case 0xf4:
		high = 0x8f;
		break;
	}
	for (size_t i = 1; i < want; i++) {
		if (i >= len || s[i] < low || s[i] > high) {
			*bad = i;
			return 0;
		}
		low = 0x80;
		high = 0xbf;
	}
	return want;
}

/* How many of the len bytes at s are ASCII before the first word of eight that holds one that is not. */
static size_t
ascii_run(const char *s, size_t len)
{
	size_t i = 0;
	uint64_t w[4];

	for (; i + sizeof(w) <= len; i += sizeof(w)) {
		memcpy(w, s + i, sizeof(w));
		if ((w[0] | w[1] | w[2] | w[3]) & 0x8080808080808080u)
			break;
	}
	for (; i + sizeof(w[0]) <= len; i += sizeof(w[0])) {
		memcpy(w, s + i, sizeof(w[0]));
		if (w[0] & 0x8080808080808080u)
			break;
	}
	return i;
}

static bool
continues(unsigned char c)
{
	return (c & 0xc0) == 0x80;
}

/* 2 or 3 where a well-formed sequence of that length starts at s by what most first bytes ask for alone, else 0. */
static inline size_t
common_sequence(const unsigned char *s, size_t len)
{
	if (s[0] >= 0xc2 && s[0] <= 0xdf)
		return len >= 2 && continues(s[1]) ? 2 : 0;
	if (s[0] > 0xe0 && s[0] <= 0xef && s[0] != 0xed)
		return len >= 3 && continues(s[1]) && continues(s[2]) ? 3 : 0;
	return 0;
}

size_t
utf8_valid_prefix(const char *s, size_t len)
{
	const unsigned char *u = (const unsigned char *)s;
	size_t i = 0, n, bad;

	while (i < len) {
		i += ascii_run(s + i, len - i);
		while (i < len && u[i] < 0x80)
			i++;
		while (i < len && u[i] >= 0x80) {
			n = common_sequence(u + i, len - i);
			if (n == 0 && (n = sequence(u + i, len - i, &bad)) == 0)
				return i;
			i += n;
		}
	}
	return len;
}

int
utf8_repair(struct buf *out, const char *s, size_t len, size_t *count)
{
	size_t i = 0, valid, bad;

	while (i < len) {
		valid = utf8_valid_prefix(s + i, len - i);
		if (buf_append(out, s + i, valid) == -1)
			return -1;
		i += valid;
		if (i == len)
			break;
		sequence((const unsigned char *)s + i, len - i, &bad);
		if (buf_append(out, "\xef\xbf\xbd", 3) == -1)
			return -1;
		i += bad;
		(*count)++;
	}
	return 0;
}

size_t
utf8_decode_wide(const char *s, const char *end, uint32_t *cp)
{
	const unsigned char *u = (const unsigned char *)s;
	size_t n, bad;

	n = common_sequence(u, (size_t)(end - s));
	if (n == 0)
		n = sequence(u, (size_t)(end - s), &bad);
	switch (n) {
	case 2:
		*cp = (uint32_t)(u[0] & 0x1f) << 6 | (u[1] & 0x3f);
		return 2;
	case 3:
		*cp = (uint32_t)(u[0] & 0x0f) << 12 | (uint32_t)(u[1] & 0x3f) << 6 | (u[2] & 0x3f);
		return 3;
	case 4:
		*cp = (uint32_t)(u[0] & 0x07) << 18 | (uint32_t)(u[1] & 0x3f) << 12 |
		    (uint32_t)(u[2] & 0x3f) << 6 | (u[3] & 0x3f);
		return 4;
	default:
		*cp = 0xfffd;
		return 1;
	}
}

size_t
utf8_decode_before_wide(const char *begin, const char *s, uint32_t *cp)
{
	const char *p = s - 1;

	while (p > begin && s - p < 4 && ((unsigned char)*p & 0xc0) == 0x80)
		p--;
	if (p + utf8_decode(p, s, cp) == s)
		return (size_t)(s - p);
	*cp = 0xfffd;
	return 1;
}

size_t
utf8_encode(uint32_t cp, char *out)
{
	static const unsigned lead[] = {0, 0, 0xc0, 0xe0, 0xf0};
	size_t n = cp < 0x80 ? 1 : cp < 0x800 ? 2 : cp < 0x10000 ? 3 : 4;

	for (size_t i = n - 1; i > 0; i--, cp >>= 6)
		out[i] = (char)(0x80 | (cp & 0x3f));
	out[0] = (char)(lead[n] | cp);
	return n;
}

/* Whether a letter beyond the pages is Han or bopomofo, scripts written without spaces in which a character is near a word. */
static int
is_ideograph(uint32_t cp)
{
	return (cp >= 0x3105 && cp <= 0x312f) || (cp >= 0x3400 && cp <= 0x9fff) || (cp >= 0xf900 && cp <= 0xfaff) || cp >= 0x20000;
}

/* The class that a letter of utf8_pages stands for. */
static const uint16_t page_class[128] = {
	['S'] = CH_SPACE,
	['U'] = CH_UPPER | CH_LETTER,
	['L'] = CH_LOWER | CH_LETTER,
	['O'] = CH_LETTER,
	['I'] = CH_LETTER | CH_IDEOGRAPH,
	['D'] = CH_DIGIT,
	['M'] = CH_MARK,
	['P'] = CH_PUNCT,
	['Y'] = CH_SYMBOL,
};

static unsigned
category_class(uint32_t cp)
{
	switch (utf8proc_category((utf8proc_int32_t)cp)) {
	case UTF8PROC_CATEGORY_LU:
	case UTF8PROC_CATEGORY_LT:
		return CH_UPPER | CH_LETTER;
	case UTF8PROC_CATEGORY_LL:
		return CH_LOWER | CH_LETTER;
	case UTF8PROC_CATEGORY_LM:
	case UTF8PROC_CATEGORY_LO:
		return is_ideograph(cp) ? CH_LETTER | CH_IDEOGRAPH : CH_LETTER;
	case UTF8PROC_CATEGORY_ND:
		return CH_DIGIT;
	case UTF8PROC_CATEGORY_MN:
	case UTF8PROC_CATEGORY_MC:
	case UTF8PROC_CATEGORY_ME:
		return CH_MARK;
	case UTF8PROC_CATEGORY_PC:
	case UTF8PROC_CATEGORY_PD:
	case UTF8PROC_CATEGORY_PS:
	case UTF8PROC_CATEGORY_PE:
	case UTF8PROC_CATEGORY_PI:
	case UTF8PROC_CATEGORY_PF:
	case UTF8PROC_CATEGORY_PO:
		return CH_PUNCT;
	case UTF8PROC_CATEGORY_SM:
	case UTF8PROC_CATEGORY_SC:
	case UTF8PROC_CATEGORY_SK:
	case UTF8PROC_CATEGORY_SO:
		return CH_SYMBOL;
	case UTF8PROC_CATEGORY_ZS:
	case UTF8PROC_CATEGORY_ZL:
	case UTF8PROC_CATEGORY_ZP:
		return CH_SPACE;
	default:
		return cp == 0x85 ? CH_SPACE : 0;
	}
}

unsigned
utf8_class_wide(uint32_t cp)
{
	enum { FIRST_HAN = 0x4e00, LAST_HAN = 0x9fef, FIRST_HANGUL = 0xac00, LAST_HANGUL = 0xd7a3 };

	if (cp < 0x10000 && utf8_page[cp >> 8] != 0)
		return page_class[(unsigned char)utf8_pages[utf8_page[cp >> 8] - 1][cp & 0xff]];
	if (cp >= FIRST_HAN && cp <= LAST_HAN)
		return CH_LETTER | CH_IDEOGRAPH;
	if (cp >= FIRST_HANGUL && cp <= LAST_HANGUL)
		return CH_LETTER;
	return category_class(cp);
}

uint32_t
utf8_lower(uint32_t cp)
{
	if (cp < 128)
		return cp >= 'A' && cp <= 'Z' ? cp + 32 : cp;
	/* Latin and Cyrillic capitals whose small letters stand 32 places on */
	if ((cp >= 0xc0 && cp <= 0xde && cp != 0xd7) || (cp >= 0x410 && cp <= 0x42f))
		return cp + 32;
	return (uint32_t)utf8proc_tolower((utf8proc_int32_t)cp);
}

struct slice
utf8_trim(const char *s, size_t len)
{
	const char *end = s + len;
	uint32_t cp;
	size_t n;

	while (s < end) {
		n = utf8_decode(s, end, &cp);
		if (!(utf8_class(cp) & CH_SPACE))
			break;
		s += n;
	}
	while (end > s) {
		n = utf8_decode_before(s, end, &cp);
		if (!(utf8_class(cp) & CH_SPACE))
			break;
		end -= n;
	}
	return (struct slice){s, (size_t)(end - s)};
}
