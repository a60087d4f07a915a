#include "cmd/strip-boilerplate/dateline.h"

#include "common/utf8.h"

/* Bytes from the start in which a clock or a date stands, and from the end for a date. */
enum { CLOCK_WITHIN = 25, DATE_WITHIN = 14, DATE_FROM_END = 24, MOST_WORDS = 20, MOST_BYTES = 240 };

static bool
is_digit(const char *p, const char *end)
{
	return p < end && *p >= '0' && *p <= '9';
}

/* Reads at most most digits at *p. Returns how many. */
static int
digits(const char **p, const char *end, int most)
{
	int n = 0;

	while (n < most && is_digit(*p, end)) {
		(*p)++;
		n++;
	}
	return n;
}

/* 9:05 or 21:05 */
static bool
clock_at(const char *p, const char *end)
{
	if (digits(&p, end, 2) == 0 || p >= end || *p++ != ':')
		return false;
	return digits(&p, end, 2) == 2 && !is_digit(p, end);
}

/* 9.4.2013, 2013-04-09, 09/04/13 */
static bool
date_at(const char *p, const char *end)
{
	char mark;

	if (digits(&p, end, 4) == 0 || p >= end || (*p != '.' && *p != '-' && *p != '/'))
		return false;
	mark = *p++;
	if (digits(&p, end, 2) == 0 || p >= end || *p++ != mark)
		return false;
	return digits(&p, end, 4) >= 2 && !is_digit(p, end);
}

/* Whether the form stands at the start of a number between from and to. */
static bool
found(bool (*form)(const char *, const char *), const char *text, const char *from, const char *to, const char *end)
{
	for (const char *p = from; p < to; p++)
		if (is_digit(p, end) && (p == text || !is_digit(p - 1, end)) && form(p, end))
			return true;
	return false;
}

bool
dateline(const char *text, size_t len, const struct shape *s)
{
	struct slice t = utf8_trim(text, len);
	const char *end = t.data + t.len;

	if (s->digits == 0 || s->words >= MOST_WORDS || t.len > MOST_BYTES || s->ending == ENDS_SENTENCE || s->ending == ENDS_ELLIPSIS)
		return false;
	if (s->years > 0 && s->numbers >= 2 && s->tokens <= 2 * s->numbers + 1)
		return true;
	return found(clock_at, t.data, t.data, t.len < CLOCK_WITHIN ? end : t.data + CLOCK_WITHIN, end) ||
	    found(date_at, t.data, t.data, t.len < DATE_WITHIN ? end : t.data + DATE_WITHIN, end) ||
	    found(date_at, t.data, t.len < DATE_FROM_END ? t.data : end - DATE_FROM_END, end, end);
}
