#include "common/escape.h"

static inline bool
is_special(char c)
{
	return (c == '\t') | (c == '\n') | (c == '\r') | (c == '\\');
}

/* A fixed number of bytes at a time, so that the compiler makes vector code of it. */
enum { STEP = 32 };

bool
escape_needed(const char *s, size_t len)
{
	size_t i = 0;

	for (; i + STEP <= len; i += STEP) {
		unsigned char any = 0;

		for (size_t k = 0; k < STEP; k++)
			any |= is_special(s[i + k]);
		if (any)
			return true;
	}
	for (; i < len; i++)
		if (is_special(s[i]))
			return true;
	return false;
}

int
escape_append(struct buf *b, const char *s, size_t len)
{
	static const char letter[] = {['\t'] = 't', ['\n'] = 'n', ['\r'] = 'r', ['\\'] = '\\'};
	size_t plain = 0;

	if (!escape_needed(s, len))
		return buf_append(b, s, len);
	for (size_t i = 0; i < len; i++) {
		if (!is_special(s[i]))
			continue;
		if (buf_append(b, s + plain, i - plain) == -1 || buf_byte(b, '\\') == -1 ||
		    buf_byte(b, letter[(unsigned char)s[i]]) == -1)
			return -1;
		plain = i + 1;
	}
	return buf_append(b, s + plain, len - plain);
}

/* The byte that backslash and c stand for, or 0. */
static char
meaning(char c)
{
	switch (c) {
	case 't':
		return '\t';
	case 'n':
		return '\n';
	case 'r':
		return '\r';
	case '\\':
		return '\\';
	default:
		return 0;
	}
}

bool
escape_valid(const char *s, size_t len)
{
	const char *end = s + len;

	while (s < end && (s = memchr(s, '\\', (size_t)(end - s))) != NULL) {
		if (s + 1 == end || meaning(s[1]) == 0)
			return false;
		s += 2;
	}
	return true;
}

int
unescape_append(struct buf *b, const char *s, size_t len)
{
	const char *end = s + len, *p;

	while (s < end) {
		p = memchr(s, '\\', (size_t)(end - s));
		if (p == NULL || p + 1 == end)
			return buf_append(b, s, (size_t)(end - s));
		if (buf_append(b, s, (size_t)(p - s)) == -1 || buf_byte(b, meaning(p[1])) == -1)
			return -1;
		s = p + 2;
	}
	return 0;
}
