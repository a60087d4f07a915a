#include "cmd/split-sentences/token.h"

#include <string.h>

#include "cmd/split-sentences/mark.h"
#include "common/linear.h"
#include "common/utf8.h"

/* What the characters of a token add up to. */
struct shape_counts {
	unsigned upper, lower, caseless, ideographs, digits, points, others;
	bool first_upper, first_digit, at_sign, slash;
	unsigned value;
};

/* utf8_decode() with the usual case in line. */
static inline size_t
decode(const char *s, const char *end, uint32_t *cp)
{
	if ((unsigned char)*s < 0x80) {
		*cp = (unsigned char)*s;
		return 1;
	}
	return utf8_decode(s, end, cp);
}

static inline size_t
decode_before(const char *begin, const char *s, uint32_t *cp)
{
	if ((unsigned char)s[-1] < 0x80) {
		*cp = (unsigned char)s[-1];
		return 1;
	}
	return utf8_decode_before(begin, s, cp);
}

static bool
is_joint(uint32_t cp)
{
	switch (cp) {
	case '\'':
	case '.':
	case '-':
	case '&':
	case '/':
	case ',':
	case '_':
	case '@':
	case 0x2019:
	case 0x00b7:
	case 0x2011:
	case 0x200c:	/* zero width non-joiner, in Persian words */
		return true;
	default:
		return false;
	}
}

static void
count(struct shape_counts *c, uint32_t cp, unsigned class, bool first)
{
	if (class & CH_DIGIT) {
		c->digits++;
		c->first_digit |= first;
		if (c->value < 10000 && cp < 128)
			c->value = c->value * 10 + (cp - '0');
	} else if (class & CH_UPPER) {
		c->upper++;
		c->first_upper |= first;
	} else if (class & CH_LOWER)
		c->lower++;
	else if (class & CH_IDEOGRAPH)
		c->ideographs++;
	else if (class & CH_LETTER)
		c->caseless++;
	else if (cp == '.')
		c->points++;
	else if (cp == '@')
		c->at_sign = true;
	else if (cp == '/')
		c->slash = true;
	else if (!(class & CH_MARK))
		c->others++;
}

static enum token_shape
number_shape(const struct shape_counts *c, unsigned characters)
{
	if (c->digits < characters)
		return SHAPE_NUMBER;
	if (c->value >= 1 && c->value <= 31)
		return SHAPE_NUMBER_SMALL;
	if (c->digits == 4 && c->value >= 1100 && c->value < 2100)
		return SHAPE_YEAR;
	return SHAPE_NUMBER;
}

static enum token_shape
shape(const struct shape_counts *c, unsigned characters)
{
	unsigned letters = c->upper + c->lower + c->caseless + c->ideographs;

	if (letters + c->digits == 0)
		return SHAPE_OTHER;
	if (c->at_sign || (c->slash && c->points > 0) || (c->points > 0 && letters >= 3 * (c->points + 1) && letters > 5))
		return SHAPE_ADDRESS;
	if (letters == 0)
		return number_shape(c, characters);
	if (c->digits > 0)
		return c->first_digit ? SHAPE_ORDINAL : SHAPE_CODE;
	if (c->points > 0)
		return SHAPE_DOTTED;
	if (c->ideographs > 0)
		return SHAPE_IDEOGRAPH;
	if (c->caseless > 0)
		return SHAPE_CASELESS;
	if (letters == 1)
		return c->upper ? SHAPE_INITIAL : SHAPE_LETTER;
	if (c->lower == 0)
		return SHAPE_CAPITALS;
	return c->first_upper ? SHAPE_CAPITALISED : SHAPE_LOWER;
}

/* Fills in what the bytes [start, end) of a token say. */
static void
describe(const char *text, struct token *t)
{
	struct shape_counts c = {0};
	uint64_t hash = linear_string(NULL, 0);
	uint32_t cp = 0, last[3] = {0};
	size_t n;
	char lower[4];

	t->first = t->last = 0;
	t->characters = 0;
	for (size_t i = t->start; i < t->end; i += n) {
		n = decode(text + i, text + t->end, &cp);
		if (t->characters++ == 0)
			t->first = cp;
		count(&c, cp, utf8_class(cp), t->characters == 1);
		t->last = cp;
		last[0] = last[1];
		last[1] = last[2];
		if (cp < 0x80) {
			last[2] = cp + (cp - 'A' < 26 ? 'a' - 'A' : 0);
			hash = (hash ^ last[2]) * 0x100000001b3u;
			continue;
		}
		last[2] = utf8_lower(cp);
		for (size_t k = 0, m = utf8_encode(last[2], lower); k < m; k++)
			hash = (hash ^ (unsigned char)lower[k]) * 0x100000001b3u;
	}
	t->hash = hash;
	t->suffix = ((uint64_t)last[0] << 42) ^ ((uint64_t)last[1] << 21) ^ last[2];
	t->shape = t->start == t->end ? SHAPE_NONE : shape(&c, t->characters);
}

void
token_at(const char *text, size_t len, size_t start, struct token *t)
{
	size_t most = len - start < TOKEN_MAX ? len : start + TOKEN_MAX, pos = start, n, next;
	uint32_t cp, after;
	unsigned class;

	while (pos < most) {
		n = decode(text + pos, text + len, &cp);
		class = utf8_class(cp);
		if ((class & CH_IDEOGRAPH) && pos > start)
			break;
		if (!(class & (CH_LETTER | CH_DIGIT | CH_MARK))) {
			next = pos + n;
			if (pos == start || next >= most || !is_joint(cp))
				break;
			decode(text + next, text + len, &after);
			if (!(utf8_class(after) & (CH_LETTER | CH_DIGIT)))
				break;
		}
		pos += n;
		if (class & CH_IDEOGRAPH)
			break;
	}
	if (pos == start && start < len)
		pos += decode(text + pos, text + len, &cp);
	t->start = start;
	t->end = pos;
	describe(text, t);
}

static bool
ends_token(const char *text, size_t pos, size_t end, uint32_t cp)
{
	size_t n;

	if (utf8_class(cp) & CH_SPACE)
		return true;
	if (cp == '\'' || cp == 0x2019 || cp == '-' || cp == '*' || cp == ')' || cp == ']')
		return false;
	return mark_opener(text + pos, text + end, &n) != 0;
}

void
token_before(const char *text, size_t begin, size_t end, struct token *t)
{
	size_t least = end - begin > TOKEN_MAX ? end - TOKEN_MAX : begin, pos = end, n;
	uint32_t cp;

	while (pos > least) {
		n = decode_before(text + begin, text + pos, &cp);
		if (n > pos - least || ends_token(text, pos - n, end, cp))
			break;
		pos -= n;
	}
	t->start = pos;
	t->end = end;
	describe(text, t);
}

uint64_t
token_hash(const char *s, size_t len)
{
	struct token t = {.end = len};

	describe(s, &t);
	return t.hash;
}

bool
token_tail(const char *text, const struct token *t, struct token *tail)
{
	for (size_t i = t->end; i > t->start; i--) {
		if (strchr("-/'\x99", text[i - 1]) == NULL || text[i - 1] == '\0' || i == t->end)
			continue;
		tail->start = i;
		tail->end = t->end;
		describe(text, tail);
		return true;
	}
	return false;
}

size_t
token_skip_space(const char *text, size_t len, size_t pos, unsigned *n)
{
	uint32_t cp;
	size_t k;

	*n = 0;
	while (pos < len) {
		k = decode(text + pos, text + len, &cp);
		if (!(utf8_class(cp) & CH_SPACE))
			break;
		pos += k;
		++*n;
	}
	return pos;
}

size_t
token_skip_space_back(const char *text, size_t begin, size_t pos)
{
	uint32_t cp;
	size_t k;

	while (pos > begin) {
		k = decode_before(text + begin, text + pos, &cp);
		if (!(utf8_class(cp) & CH_SPACE))
			break;
		pos -= k;
	}
	return pos;
}
