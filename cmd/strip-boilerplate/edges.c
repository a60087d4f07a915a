#include "cmd/strip-boilerplate/edges.h"

#include "common/utf8.h"

const uint8_t mark_ascii_kind[128] = {
	['.'] = MARK_STOP, ['!'] = MARK_STOP, ['?'] = MARK_STOP, [','] = MARK_COMMA, [';'] = MARK_COMMA, [':'] = MARK_COLON,
	['('] = MARK_OPENING, ['['] = MARK_OPENING, ['{'] = MARK_OPENING, ['<'] = MARK_OPENING,
	[')'] = MARK_CLOSING, [']'] = MARK_CLOSING, ['}'] = MARK_CLOSING, ['>'] = MARK_CLOSING,
	['\''] = MARK_APOSTROPHE, ['"'] = MARK_QUOTE, ['|'] = MARK_SEPARATOR, ['/'] = MARK_SEPARATOR, ['*'] = MARK_SEPARATOR, ['_'] = MARK_SEPARATOR, ['@'] = MARK_AT,
};

enum mark_kind
mark_kind_wide(uint32_t cp)
{
	switch (cp) {
	case 0x2026: case 0x3002: case 0xff01: case 0xff1f: case 0xff0e: case 0x37e: case 0x61f: case 0x964:
		return MARK_STOP;
	case 0xff0c: case 0x3001: case 0xff1b:
		return MARK_COMMA;
	case 0xff1a:
		return MARK_COLON;
	case 0xff08: case 0x3010:
		return MARK_OPENING;
	case 0xff09: case 0x3011:
		return MARK_CLOSING;
	case 0x2019: case 0x2bc:
		return MARK_APOSTROPHE;
	case 0xab: case 0x201c: case 0x201d: case 0x201e: case 0x2018: case 0x201a: case 0x300c: case 0x300d: case 0x300e: case 0x300f:
		return MARK_QUOTE;
	case 0xbb: case 0xb7: case 0x2022: case 0x203a: case 0x2192: case 0x25ba: case 0x25b6: case 0x25a0: case 0xff5c: case 0x30fb:
		return MARK_SEPARATOR;
	case 0xa9: case 0xae: case 0x2117:
		return MARK_COPYRIGHT;
	default:
		return MARK_OTHER;
	}
}

uint8_t
text_beginning(const char *text, size_t len)
{
	uint32_t cp;
	unsigned class;

	if (len == 0)
		return BEGINS_OTHER;
	utf8_decode(text, text + len, &cp);
	class = utf8_class(cp);
	if (class & CH_UPPER)
		return BEGINS_UPPER;
	if (class & CH_LOWER)
		return BEGINS_LOWER;
	if (class & CH_LETTER)
		return BEGINS_LETTER;
	if (class & CH_DIGIT)
		return BEGINS_DIGIT;
	switch (mark_kind(cp)) {
	case MARK_QUOTE: case MARK_APOSTROPHE:
		return BEGINS_QUOTE;
	case MARK_OPENING:
		return BEGINS_BRACKET;
	case MARK_SEPARATOR:
		return BEGINS_BULLET;
	default:
		return cp == '-' || cp == 0x2013 || cp == 0x2014 ? BEGINS_BULLET : BEGINS_OTHER;
	}
}

uint8_t
text_ending(const char *text, size_t len)
{
	const char *end = text + len;
	uint8_t closed = ENDS_OTHER;
	uint32_t cp;
	unsigned class;

	while (end > text) {
		end -= utf8_decode_before(text, end, &cp);
		class = utf8_class(cp);
		if (class & CH_SPACE)
			continue;
		if (class & (CH_LETTER | CH_DIGIT | CH_MARK))
			return closed == ENDS_OTHER ? ENDS_WORD : closed;
		switch (mark_kind(cp)) {
		case MARK_STOP:
			if (cp == 0x2026 || (end - text >= 2 && end[-1] == '.' && end[-2] == '.'))
				return ENDS_ELLIPSIS;
			return ENDS_SENTENCE;
		case MARK_COMMA:
			return ENDS_COMMA;
		case MARK_COLON:
			return ENDS_COLON;
		case MARK_CLOSING:
			closed = ENDS_BRACKET;
			break;
		case MARK_QUOTE: case MARK_APOSTROPHE:
			closed = ENDS_QUOTE;
			break;
		default:
			return ENDS_OTHER;
		}
	}
	return ENDS_OTHER;
}

uint64_t
text_opening(const char *at, size_t len)
{
	const char *end = at + len;
	uint64_t hash = 0;
	uint32_t cp, form, before = 0;
	unsigned class, n = 0;

	for (int i = 0; i < OPENING_POINTS && at < end && n < OPENING_PARTS; i++) {
		at += utf8_decode(at, end, &cp);
		class = utf8_class(cp);
		form = class & CH_LETTER ? 'a' : class & CH_DIGIT ? '0' : class & CH_SPACE ? ' ' : cp;
		if ((form != 'a' && form != '0') || before != form) {
			hash = (hash ^ form) * 0x100000001b3u;
			n++;
		}
		before = form;
	}
	return hash;
}
