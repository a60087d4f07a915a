#include "cmd/split-sentences/list.h"

#include <stdbool.h>
#include <stdio.h>
#include <string.h>

#include "cmd/split-sentences/token.h"
#include "common/utf8.h"

static const char *const bullets[] = {"*", "\xc2\xb7", "\xe2\x80\xa2", "\xe2\x81\x83", "\xe2\x96\xaa", "\xe2\x97\x8f", "\xe2\x97\xa6"};

/* Longer ones first: a marker ends with the longest that fits. */
static const char *const suffixes[] = {".)", ".", ")"};

static const char *const romans[] = {"", "i", "ii", "iii", "iv", "v", "vi", "vii", "viii", "ix", "x", "xi", "xii", "xiii", "xiv", "xv",
    "xvi", "xvii", "xviii", "xix", "xx"};

#define COUNT(a) (sizeof(a) / sizeof((a)[0]))

/* The length of the word of the table that [s, end) starts with, or 0. */
static size_t
match(const char *const *words, size_t n, const char *s, const char *end)
{
	size_t len;

	for (size_t i = 0; i < n; i++) {
		len = strlen(words[i]);
		if (len <= (size_t)(end - s) && memcmp(words[i], s, len) == 0)
			return len;
	}
	return 0;
}

static bool
is_space(const char *s, const char *end)
{
	uint32_t cp;

	if (s >= end)
		return false;
	utf8_decode(s, end, &cp);
	return (utf8_class(cp) & CH_SPACE) != 0;
}

/* Reads a number, roman number or letter at s. Returns its length, or 0. */
static size_t
read_value(struct list *l, const char *s, const char *end)
{
	size_t n = 0;

	l->value = 0;
	while (s + n < end && n < 3 && s[n] >= '0' && s[n] <= '9')
		l->value = l->value * 10 + (unsigned)(s[n++] - '0');
	if (n > 0) {
		l->style = LIST_NUMBER;
		return s + n < end && s[n] >= '0' && s[n] <= '9' ? 0 : n;
	}
	l->style = LIST_ROMAN;
	while (s + n < end && strchr("ivx", s[n]) != NULL && s[n] != '\0' && n < 5)
		n++;
	for (l->value = 1; n > 0 && l->value < COUNT(romans) - 1; l->value++)
		if (strlen(romans[l->value]) == n && memcmp(romans[l->value], s, n) == 0)
			return n;
	l->style = LIST_LETTER;
	l->value = (unsigned char)*s;
	return *s >= 'a' && *s < 'z' ? 1 : 0;
}

size_t
list_begin(struct list *l, const char *text, size_t len, size_t begin)
{
	const char *s = text + begin, *end = text + len, *p = s;
	size_t n, bullet;

	*l = (struct list){.gap = len, .start = len, .end = len};
	if (begin == len || (*s >= 'A' && *s <= 'Z'))
		return begin;
	bullet = match(bullets, COUNT(bullets), p, end);
	p += bullet;
	while (bullet > 0 && p < end && p - s < MARKER_MAX / 2 && *p == ' ')
		p++;
	if (bullet == 0 && *p == '(' && p + 1 < end)
		p++;
	l->prefix = (size_t)(p - s);
	n = p < end ? read_value(l, p, end) : 0;
	l->suffix = n == 0 ? 0 : match(suffixes, COUNT(suffixes), p + n, end);
	if (l->suffix == 0 || !is_space(p + n + l->suffix, end)) {
		n = l->suffix = 0;
		l->style = LIST_BULLET;
		if (bullet == 0 || !is_space(s + bullet, end)) {
			l->style = LIST_NONE;
			return begin;
		}
		l->prefix = bullet;
	}
	memcpy(l->marker, s, l->prefix);
	memcpy(l->marker + l->prefix, s + l->prefix + n, l->suffix);
	l->end = begin + l->prefix + n + l->suffix;
	n = l->end;
	list_advance(l, text, len);
	return n;
}

/* Writes the marker that the next item must have to out. Returns its length, or 0 where there is none. */
static size_t
next_marker(const struct list *l, char out[2 * MARKER_MAX])
{
	char value[MARKER_MAX] = "";
	int n = 0;

	if (l->style == LIST_NUMBER)
		n = snprintf(value, sizeof(value), "%u", l->value + 1);
	else if (l->style == LIST_LETTER && l->value < 'z')
		n = snprintf(value, sizeof(value), "%c", (int)l->value + 1);
	else if (l->style == LIST_ROMAN && l->value + 1 < COUNT(romans))
		n = snprintf(value, sizeof(value), "%s", romans[l->value + 1]);
	if (n == 0 && l->style != LIST_BULLET)
		return 0;
	memcpy(out, l->marker, l->prefix);
	memcpy(out + l->prefix, value, (size_t)n);
	memcpy(out + l->prefix + n, l->marker + l->prefix, l->suffix);
	return l->prefix + (size_t)n + l->suffix;
}

void
list_advance(struct list *l, const char *text, size_t len)
{
	char marker[2 * MARKER_MAX];
	const char *from = text + l->end, *end = text + len, *found, *gap;
	size_t n = next_marker(l, marker);

	l->gap = l->start = l->end = len;
	while (n > 0 && (found = memmem(from, (size_t)(end - from), marker, n)) != NULL) {
		from = found + n;
		gap = text + token_skip_space_back(text, 0, (size_t)(found - text));
		if (gap == found || !is_space(from, end))
			continue;
		l->value++;
		l->gap = (size_t)(gap - text);
		l->start = (size_t)(found - text);
		l->end = (size_t)(from - text);
		return;
	}
}
