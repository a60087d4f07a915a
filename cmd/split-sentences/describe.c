#include "cmd/split-sentences/describe.h"

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
	if (c->ats > 0 || (c->slashes > 0 && c->points > 0) || (c->points > 0 && letters >= 3 * (c->points + 1)))
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

/* Room for a token in lower case, which a few characters have of three bytes in place of two. */
enum { FOLDED_MAX = TOKEN_MAX + TOKEN_MAX / 2 };

/* Writes the lower case of a character of the class, which is [s, end), at out. Returns the end. */
static inline char *
fold(char *out, const char *s, const char *end, uint32_t cp, unsigned class)
{
	if (class != 0 && !(class & (CH_UPPER | CH_SYMBOL))) {
		while (s < end)
			*out++ = *s++;
		return out;
	}
	return out + utf8_encode(utf8_lower(cp), out);
}

/* The lower case of the text [s, end), of at most TOKEN_MAX bytes. Returns its end. */
static char *
fold_text(char *out, const char *s, const char *end)
{
	uint32_t cp;
	size_t n;

	for (; s < end; s += n) {
		n = utf8_decode(s, end, &cp);
		out = fold(out, s, s + n, cp, utf8_class(cp));
	}
	return out;
}

/* window_hash() for any number of bytes. */
static uint64_t
hash_bytes(const char *s, const char *end)
{
	uint64_t hash = 0, numbers[2];

	for (; s < end; s += 8) {
		window_numbers(window_at(s, (size_t)(end - s), 0), numbers);
		hash = window_mix(hash, numbers[0]);
	}
	return hash;
}

/* token_describe() for any characters. */
static void
describe_wide(const char *text, struct token *t)
{
	const char *s = text + t->start, *end = text + t->end, *from;
	char folded[FOLDED_MAX + 4], *out = folded;
	struct counts c = {0};
	uint32_t cp = 0;
	unsigned class;

	t->first = t->last = 0;
	t->characters = 0;
	t->plain = false;
	for (; s < end; t->characters++) {
		from = s;
		s += utf8_decode(s, end, &cp);
		if (t->characters == 0)
			t->first = cp;
		class = utf8_class(cp);
		out = fold(out, from, s, cp, class);
		c.classes += (uint64_t)1 << count_shift[class % CLASSES];
		if (class & ~(unsigned)(CH_LETTER | CH_UPPER | CH_LOWER | CH_DIGIT))
			count_other(&c, cp, class);
	}
	t->last = cp;
	t->hash = hash_bytes(folded, out);
	t->shape = t->characters == 0 ? SHAPE_NONE : shape(text + t->start, utf8_class(t->first), &c, t->characters);
}

/* The shape of n bytes of ASCII with points or signs among them, where the bits of letters are. */
static bool
is_address(window w, unsigned letters, unsigned others)
{
	unsigned points = window_equal(w, '.') & others, count;

	if ((window_equal(w, '@') & others) || ((window_equal(w, '/') & others) && points != 0))
		return true;
	if (points == 0)
		return false;
	count = (unsigned)__builtin_popcount(letters);
	return count > 5 && count >= 3 * ((unsigned)__builtin_popcount(points) + 1);
}

/* shape() of n bytes of ASCII that are not all letters, where the bits of upper and letters are. */
static enum token_shape
mixed_shape(const char *s, window w, unsigned upper, unsigned letters, unsigned n)
{
	unsigned all = (1u << n) - 1, digits = window_range(w, '0', '9') & all, others = all & ~(letters | digits);

	if (others == all)
		return SHAPE_OTHER;
	if (others != 0 && is_address(w, letters, others))
		return SHAPE_ADDRESS;
	if (letters == 0)
		return number_shape(s, digits == all ? n : 0, n);
	if (digits != 0)
		return digits & 1 ? SHAPE_ORDINAL : SHAPE_CODE;
	if (window_equal(w, '.') & others)
		return SHAPE_DOTTED;
	if ((letters & (letters - 1)) == 0)
		return upper != 0 ? SHAPE_INITIAL : SHAPE_LETTER;
	if (upper == letters)
		return SHAPE_CAPITALS;
	return upper & 1 ? SHAPE_CAPITALISED : SHAPE_LOWER;
}

/* The shape of a word of n letters of ASCII, with capitals where the bits of upper say so. */
static inline enum token_shape
word_shape(unsigned upper, unsigned n)
{
	if (n == 1)
		return upper ? SHAPE_INITIAL : SHAPE_LETTER;
	if (upper == (1u << n) - 1)
		return SHAPE_CAPITALS;
	return upper & 1 ? SHAPE_CAPITALISED : SHAPE_LOWER;
}

/* Most tokens are a few bytes of ASCII. */
void
token_describe(const char *text, window w, struct token *t)
{
	size_t size = t->end - t->start;
	unsigned n = (unsigned)size, all, upper, letters;

	if (size - 1 >= WINDOW_SIZE || (window_wide(w) & ((1u << n) - 1))) {
		describe_wide(text, t);
		return;
	}
	all = (1u << n) - 1;
	t->first = (unsigned char)text[t->start];
	t->last = (unsigned char)text[t->end - 1];
	t->characters = n;
	upper = window_range(w, 'A', 'Z') & all;
	w = window_lower(w);
	letters = window_range(w, 'a', 'z') & all;
	t->plain = letters == all;
	t->shape = t->plain ? word_shape(upper, n) : mixed_shape(text + t->start, w, upper, letters, n);
	t->hash = window_hash(w, n);
}

uint64_t
token_hash(const char *s, size_t len)
{
	char folded[FOLDED_MAX];

	return hash_bytes(folded, fold_text(folded, s, s + (len < TOKEN_MAX ? len : TOKEN_MAX)));
}

uint64_t
token_hash_joined(const char *text, const struct token *a, const struct token *b)
{
	char folded[2 * FOLDED_MAX + 1], *end = fold_text(folded, text + a->start, text + a->end);

	if (text[a->end - 1] != '.')
		*end++ = '.';
	return hash_bytes(folded, fold_text(end, text + b->start, text + b->end));
}

uint64_t
token_suffix(const char *text, const struct token *t)
{
	const char *begin = text + t->start, *s = text + t->end;
	uint64_t suffix = 0;
	uint32_t cp;

	for (unsigned i = 0; i < 3 && s > begin; i++) {
		s -= utf8_decode_before(begin, s, &cp);
		suffix |= (uint64_t)utf8_lower(cp) << 21 * i;
	}
	return suffix;
}
