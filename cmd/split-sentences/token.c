#include "cmd/split-sentences/token.h"

#include "cmd/split-sentences/mark.h"
#include "common/linear.h"
#include "common/utf8.h"

/*
 * Counts of a token's characters by class, eight bits each in one word, for a
 * token has at most TOKEN_MAX of them; and of the signs that shape it.
 */
enum { COUNT_OTHER = 0, COUNT_CASELESS = 8, COUNT_UPPER = 16, COUNT_LOWER = 24, COUNT_DIGIT = 32, CLASSES = 32 };

/* Where a class of characters is counted, by the low bits of CH_*. */
static const uint8_t count_shift[CLASSES] = {
	[CH_LETTER] = COUNT_CASELESS,
	[CH_LETTER | CH_UPPER] = COUNT_UPPER,
	[CH_LETTER | CH_LOWER] = COUNT_LOWER,
	[CH_DIGIT] = COUNT_DIGIT,
};

struct counts {
	uint64_t classes;
	unsigned ideographs, points, ats, slashes;
};

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
count_other(struct counts *c, uint32_t cp, unsigned class)
{
	if (class & CH_IDEOGRAPH)
		c->ideographs++;
	else if (cp == '.')
		c->points++;
	else if (cp == '@')
		c->ats++;
	else if (cp == '/')
		c->slashes++;
}

static enum token_shape
number_shape(const char *s, unsigned digits, unsigned characters)
{
	unsigned value = 0;

	if (digits < characters || digits > 4)
		return SHAPE_NUMBER;
	for (unsigned i = 0; i < digits; i++)
		if (s[i] < '0' || s[i] > '9')
			return SHAPE_NUMBER;
		else
			value = value * 10 + (unsigned)(s[i] - '0');
	if (value >= 1 && value <= 31)
		return SHAPE_NUMBER_SMALL;
	return digits == 4 && value >= 1100 && value < 2100 ? SHAPE_YEAR : SHAPE_NUMBER;
}

/* The shape of the token at s, whose characters are counted; first is the class of the first one. */
static enum token_shape
shape(const char *s, unsigned first, const struct counts *c, unsigned characters)
{
	unsigned upper = c->classes >> COUNT_UPPER & 255, lower = c->classes >> COUNT_LOWER & 255;
	unsigned caseless = c->classes >> COUNT_CASELESS & 255, digits = c->classes >> COUNT_DIGIT & 255;
	unsigned letters = upper + lower + caseless;

	if (letters + digits == 0)
		return SHAPE_OTHER;
	if (c->ats > 0 || (c->slashes > 0 && c->points > 0) || (c->points > 0 && letters >= 3 * (c->points + 1) && letters > 5))
		return SHAPE_ADDRESS;
	if (letters == 0)
		return number_shape(s, digits, characters);
	if (digits > 0)
		return first & CH_DIGIT ? SHAPE_ORDINAL : SHAPE_CODE;
	if (c->points > 0)
		return SHAPE_DOTTED;
	if (caseless > 0)
		return c->ideographs > 0 ? SHAPE_IDEOGRAPH : SHAPE_CASELESS;
	if (letters == 1)
		return upper > 0 ? SHAPE_INITIAL : SHAPE_LETTER;
	if (lower == 0)
		return SHAPE_CAPITALS;
	return first & CH_UPPER ? SHAPE_CAPITALISED : SHAPE_LOWER;
}

/* Fills in what the bytes [start, end) of a token say. */
static void
describe(const char *text, struct token *t)
{
	const char *s = text + t->start, *end = text + t->end;
	struct counts c = {0};
	uint64_t hash = LINEAR_STRING_BASIS, classes = 0;
	uint32_t cp = 0, before = 0, last = 0, after = 0;
	unsigned class, characters = 0;
	char lower[4];

	for (; s < end; characters++) {
		before = last;
		last = after;
		if ((unsigned char)*s < 0x80) {
			cp = (unsigned char)*s++;
			class = utf8_ascii_class[cp];
			after = class & CH_UPPER ? cp + ('a' - 'A') : cp;
			hash = (hash ^ after) * 0x100000001b3u;
		} else {
			s += utf8_decode_wide(s, end, &cp);
			class = utf8_class_wide(cp);
			after = utf8_lower(cp);
			hash = linear_string_more(hash, lower, utf8_encode(after, lower));
		}
		classes += (uint64_t)1 << count_shift[class % CLASSES];
		if (class & ~(unsigned)(CH_LETTER | CH_UPPER | CH_LOWER | CH_DIGIT))
			count_other(&c, cp, class);
	}
	c.classes = classes;
	t->first = t->last = 0;
	if (characters > 0) {
		utf8_decode(text + t->start, end, &t->first);
		t->last = cp;
	}
	t->characters = characters;
	t->hash = hash;
	t->suffix = ((uint64_t)before << 42) ^ ((uint64_t)last << 21) ^ after;
	t->shape = characters == 0 ? SHAPE_NONE : shape(text + t->start, utf8_class(t->first), &c, characters);
}

void
token_at(const char *text, size_t len, size_t start, struct token *t)
{
	size_t most = len - start < TOKEN_MAX ? len : start + TOKEN_MAX, pos = start, n, next;
	uint32_t cp, after;
	unsigned class;

	while (pos < most) {
		if ((unsigned char)text[pos] < 0x80 && (utf8_ascii_class[(unsigned char)text[pos]] & (CH_LETTER | CH_DIGIT))) {
			pos++;
			continue;
		}
		n = utf8_decode(text + pos, text + len, &cp);
		class = utf8_class(cp);
		if ((class & CH_IDEOGRAPH) && pos > start)
			break;
		if (!(class & (CH_LETTER | CH_DIGIT | CH_MARK))) {
			next = pos + n;
			if (pos == start || next >= most || !is_joint(cp))
				break;
			utf8_decode(text + next, text + len, &after);
			if (!(utf8_class(after) & (CH_LETTER | CH_DIGIT)))
				break;
		}
		pos += n;
		if (class & CH_IDEOGRAPH)
			break;
	}
	if (pos == start && start < len)
		pos += utf8_decode(text + pos, text + len, &cp);
	t->start = start;
	t->end = pos;
	describe(text, t);
}

static bool
ends_token(const char *text, size_t pos, size_t end, uint32_t cp)
{
	size_t n;

	if (cp < 0x80)
		return (utf8_ascii_class[cp] & CH_SPACE) || cp == '"' || cp == '(' || cp == '[' || cp == '{' || cp == '`';
	if (cp == 0x2019)
		return false;
	if (utf8_class(cp) & CH_SPACE)
		return true;
	return mark_opener(text + pos, text + end, &n) != 0;
}

void
token_before(const char *text, size_t begin, size_t end, struct token *t)
{
	size_t least = end - begin > TOKEN_MAX ? end - TOKEN_MAX : begin, pos = end, n;
	uint32_t cp;

	while (pos > least) {
		n = utf8_decode_before(text + begin, text + pos, &cp);
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

/* What parts a compound word; of the typographic apostrophe, the last byte. */
static bool
is_hinge(char c)
{
	return c == '-' || c == '/' || c == '\'' || (unsigned char)c == 0x99;
}

bool
token_tail(const char *text, const struct token *t, struct token *tail)
{
	for (size_t i = t->end; i > t->start; i--) {
		if (!is_hinge(text[i - 1]) || i == t->end)
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
		k = utf8_decode(text + pos, text + len, &cp);
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
		k = utf8_decode_before(text + begin, text + pos, &cp);
		if (!(utf8_class(cp) & CH_SPACE))
			break;
		pos -= k;
	}
	return pos;
}
