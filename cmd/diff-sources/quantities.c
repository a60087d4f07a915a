#include "cmd/diff-sources/quantities.h"

#include <stdlib.h>
#include <string.h>

#include "cmd/diff-sources/spelling.h"
#include "cmd/diff-sources/vocabulary.h"
#include "common/buf.h"
#include "common/linear.h"

enum {
	KIND_SHIFT = 56,	/* values of days, months and units are kept apart from numbers from this bit on */
	PARTS_MAX = 7,		/* of a number: trillions, billions, millions, thousands, hundreds, tens, ones */
	TEN = 10000		/* in thousandths */
};

static const uint64_t number_max = UINT64_C(1) << 50;

static int
add(struct quantities *q, uint64_t value)
{
	if (array_reserve(&q->list, &q->cap, q->n + 1, sizeof *q->list) != 0)
		return -1;
	q->list[q->n++] = value;
	return 0;
}

static bool
is_digit(char c)
{
	return c >= '0' && c <= '9';
}

static bool
is_letter(unsigned char c)
{
	return (c | 32) >= 'a' && (c | 32) <= 'z';
}

/* Whether the point or comma at p groups thousands: exactly three digits stand behind it. */
static bool
groups(const char *p, const char *end)
{
	size_t n = 0;

	while (p + 1 + n < end && is_digit(p[1 + n]))
		n++;
	return n == 3;
}

/*
 * The value of the digits at *p, in thousandths; *p is moved behind them. Digits
 * past a thousandth count for nothing.
 */
static uint64_t
read_digits(const char **at, const char *end)
{
	const char *p = *at;
	uint64_t value = 0, scale = 100;

	for (; p < end && (is_digit(*p) || ((*p == '.' || *p == ',') && groups(p, end))); p++)
		if (is_digit(*p) && value < number_max)
			value = value * 10 + (uint64_t)(*p - '0') * 1000;
	if (p + 1 < end && (*p == '.' || *p == ',') && is_digit(p[1]))
		for (p++; p < end && is_digit(*p); p++, scale /= 10)
			value += scale * (uint64_t)(*p - '0');
	*at = p;
	return value;
}

static uint64_t
tagged(const struct quantity *q)
{
	return q->value | (uint64_t)(q->kind + 1) << KIND_SHIFT;
}

/* What the value of a number is the sum of; a part behind it is smaller than unit. */
struct part {
	uint64_t value, unit;
};

/* A number that is being read: words and digits that make one value: "two thousand", "three hundred", "ten". */
struct phrase {
	struct quantities *out;
	struct part parts[PARTS_MAX];
	size_t n;
};

static int
finish(struct phrase *p)
{
	uint64_t value = 0;
	bool begun = p->n > 0;

	while (p->n > 0)
		value += p->parts[--p->n].value;
	return begun ? add(p->out, value) : 0;
}

/* Goes on with a part that is small enough, else begins another number with it. */
static int
put(struct phrase *p, uint64_t value, uint64_t unit)
{
	if ((p->n == PARTS_MAX || (p->n > 0 && value >= p->parts[p->n - 1].unit)) && finish(p) != 0)
		return -1;
	p->parts[p->n++] = (struct part){value, unit};
	return 0;
}

/* Multiplies the last part, and with it those before that are smaller than the factor: "two hundred ten thousand". */
static int
multiply(struct phrase *p, uint64_t thousandths)
{
	uint64_t value;

	if (p->n == 0)
		return put(p, thousandths, thousandths);
	value = p->parts[--p->n].value;
	while (p->n > 0 && p->parts[p->n - 1].value < thousandths)
		value += p->parts[--p->n].value;
	return put(p, value * (thousandths / 1000), thousandths);
}

/* What stands behind digits in one token: "bn", "m", "th", "%", or letters of some other meaning. */
static int
add_suffix(struct phrase *p, const char *s, size_t len)
{
	static const struct { const char *suffix; uint64_t factor; } factors[] = {
		{"k", 1000000}, {"m", 1000000000}, {"mn", 1000000000}, {"st", 1000}, {"nd", 1000}, {"rd", 1000}, {"th", 1000}, {"s", 1000},
	};
	char word[NORMAL_BYTES];
	const struct quantity *q;

	if (len == 1 && *s == '%')
		return finish(p) != 0 ? -1 : add(p->out, tagged(quantity_find("percent", 7)));
	len = spelling_plain(s, len, word);
	if (len == 0)
		return 0;
	for (size_t i = 0; i < sizeof factors / sizeof *factors; i++)
		if (strcmp(word, factors[i].suffix) == 0)
			return multiply(p, factors[i].factor);
	q = quantity_find(word, len);
	if (q != NULL && q->kind == QUANTITY_MULTIPLIER)
		return multiply(p, q->value);
	if (finish(p) != 0)
		return -1;
	return add(p->out, q != NULL ? tagged(q) : linear_string(word, len));
}

/* The unit of the currency sign that a token begins with, or NULL. */
static const struct quantity *
currency(const struct token *t)
{
	static const struct { const char *sign, *unit; } signs[] = {{"$", "dollar"}, {"\xc2\xa3", "pound"}, {"\xe2\x82\xac", "euro"}, {"\xc2\xa5", "yen"}};

	for (size_t i = 0; i < sizeof signs / sizeof *signs; i++)
		if (t->len > strlen(signs[i].sign) && memcmp(t->text, signs[i].sign, strlen(signs[i].sign)) == 0)
			return quantity_find(signs[i].unit, strlen(signs[i].unit));
	return NULL;
}

/* A token with a digit in it. */
static int
add_number(struct phrase *p, const struct token *t)
{
	const char *s = t->text, *end = s + t->len;
	const struct quantity *sign = currency(t);
	char word[NORMAL_BYTES];

	if (finish(p) != 0 || (sign != NULL && add(p->out, tagged(sign)) != 0))
		return -1;
	while (s < end && !is_digit(*s) && !is_letter((unsigned char)*s))
		s++;
	if (s == end || !is_digit(*s)) {
		spelling_plain(t->text, t->len, word);
		return add(p->out, linear_string(word, strlen(word)));
	}
	p->parts[p->n++] = (struct part){read_digits(&s, end), 0};
	return s < end ? add_suffix(p, s, (size_t)(end - s)) : 0;
}

/* Whether a number stands before token i, with nothing but hyphens between. */
static bool
follows_number(struct token *run, size_t i)
{
	while (i > 0 && run[i - 1].kind == TOKEN_PUNCTUATION && run[i - 1].len == 1 && *run[i - 1].text == '-')
		i--;
	if (i == 0)
		return false;
	return quantities_is_number(&run[i - 1]) || (run[i - 1].len == 3 && memcmp(run[i - 1].text, "per", 3) == 0);
}

/* Whether the name of a month, which is a verb too, stands where a date would. */
static bool
is_date(const struct token *run, size_t n, size_t i)
{
	if ((i + 1 < n && run[i + 1].kind == TOKEN_NUMBER) || (i > 0 && run[i - 1].kind == TOKEN_NUMBER))
		return true;
	return i > 0 && !run[i - 1].capital;
}

static int
add_word(struct phrase *p, const struct quantity *q, struct token *run, size_t n, size_t i, bool weak)
{
	switch (q->kind) {
	case QUANTITY_ONES:
		return put(p, q->value, 0);
	case QUANTITY_TENS:
		return put(p, q->value, TEN);
	case QUANTITY_MULTIPLIER:
		return multiply(p, q->value);
	case QUANTITY_WEAK: /* twenty-one, twenty-first */
		return weak || follows_number(run, i) ? put(p, q->value, 0) : finish(p);
	case QUANTITY_UNIT:
		if (!follows_number(run, i))
			return finish(p);
		break;
	case QUANTITY_MONTH:
		if ((strcmp(q->word, "may") == 0 || strcmp(q->word, "march") == 0) && !is_date(run, n, i))
			return finish(p);
		break;
	default:
		break;
	}
	return finish(p) != 0 ? -1 : add(p->out, tagged(q));
}

int
quantities_add(struct quantities *out, struct token *run, size_t n, size_t from, size_t end, bool weak)
{
	struct phrase p = {.out = out};
	int status = 0;

	for (size_t i = from; i < end && status == 0; i++) {
		token_look_up(&run[i]);
		if (run[i].kind == TOKEN_NUMBER)
			status = add_number(&p, &run[i]);
		else if (run[i].quantity != 0)
			status = add_word(&p, &quantity_table[run[i].quantity - 1], run, n, i, weak);
		else if ((run[i].kind != TOKEN_PUNCTUATION || *run[i].text != '-') && !quantities_joins(run, n, i))
			status = finish(&p);
	}
	return status != 0 ? -1 : finish(&p);
}

static int
compare(const void *x, const void *y)
{
	uint64_t a = *(const uint64_t *)x, b = *(const uint64_t *)y;

	return (a > b) - (a < b);
}

bool
quantities_equal(struct quantities *a, size_t from, struct quantities *b, size_t other_from)
{
	size_t n = a->n - from;

	if (n != b->n - other_from)
		return false;
	if (n == 0)
		return true;
	qsort(a->list + from, n, sizeof *a->list, compare);
	qsort(b->list + other_from, n, sizeof *b->list, compare);
	return memcmp(a->list + from, b->list + other_from, n * sizeof *a->list) == 0;
}

bool
quantities_same_kinds(const struct quantities *a, size_t from, const struct quantities *b, size_t other_from)
{
	size_t n = a->n - from;

	if (n != b->n - other_from)
		return false;
	for (size_t i = 0; i < n; i++)
		if (a->list[from + i] >> KIND_SHIFT != b->list[other_from + i] >> KIND_SHIFT)
			return false;
	return n > 0;
}

bool
quantities_is(struct token *t)
{
	token_look_up(t);
	return t->kind == TOKEN_NUMBER || t->quantity != 0;
}

static bool
is_kind(struct token *t, enum quantity_kind first, enum quantity_kind last)
{
	token_look_up(t);
	return t->quantity != 0 && quantity_table[t->quantity - 1].kind >= first && quantity_table[t->quantity - 1].kind <= last;
}

bool
quantities_is_number(struct token *t)
{
	return t->kind == TOKEN_NUMBER || is_kind(t, QUANTITY_ONES, QUANTITY_WEAK);
}

bool
quantities_joins(struct token *run, size_t n, size_t i)
{
	return run[i].len == 3 && memcmp(run[i].text, "and", 3) == 0 && i > 0 && i + 1 < n &&
	    is_kind(&run[i - 1], QUANTITY_MULTIPLIER, QUANTITY_MULTIPLIER) && is_kind(&run[i + 1], QUANTITY_ONES, QUANTITY_WEAK);
}
