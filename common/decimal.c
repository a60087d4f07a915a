#include "common/decimal.h"

/* The three digits of a number below 1000, the first the least byte, and how many zeros lead them. */
#define DIGITS(n) ((uint32_t)('0' + (n) / 100) | (uint32_t)('0' + (n) / 10 % 10) << 8 | (uint32_t)('0' + (n) % 10) << 16 | \
	(uint32_t)(((n) < 10) + ((n) < 100)) << 24)
#define TEN(n) DIGITS(n), DIGITS((n) + 1), DIGITS((n) + 2), DIGITS((n) + 3), DIGITS((n) + 4), DIGITS((n) + 5), DIGITS((n) + 6), DIGITS((n) + 7), \
	DIGITS((n) + 8), DIGITS((n) + 9)
#define HUNDRED(n) TEN(n), TEN((n) + 10), TEN((n) + 20), TEN((n) + 30), TEN((n) + 40), TEN((n) + 50), TEN((n) + 60), TEN((n) + 70), TEN((n) + 80), TEN((n) + 90)

static const uint32_t digits[1000] = {HUNDRED(0), HUNDRED(100), HUNDRED(200), HUNDRED(300), HUNDRED(400), HUNDRED(500), HUNDRED(600),
    HUNDRED(700), HUNDRED(800), HUNDRED(900)};

/* Writes three digits, and a byte behind them that does not count. */
static inline void
append_digits(char *out, uint32_t three)
{
	out[0] = (char)three;
	out[1] = (char)(three >> 8);
	out[2] = (char)(three >> 16);
	out[3] = (char)(three >> 24);
}

/* A number below 1000. */
static inline char *
append_small(char *out, uint64_t number)
{
	uint32_t zeros = digits[number] >> 24;

	append_digits(out, digits[number] >> 8 * zeros);
	return out + 3 - zeros;
}

/* A number of seven digits and more. */
static char *
append_large(char *out, uint64_t number)
{
	char *end = out + 1;

	for (uint64_t n = number; n >= 10; n /= 10)
		end++;
	out = end;
	do
		*--out = (char)('0' + number % 10);
	while ((number /= 10) != 0);
	return end;
}

char *
decimal_append(char *out, uint64_t number)
{
	if (number < 1000)
		return append_small(out, number);
	if (number >= 1000000)
		return append_large(out, number);
	out = append_small(out, number / 1000);
	append_digits(out, digits[number % 1000]);
	return out + 3;
}
