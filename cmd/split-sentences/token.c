#include "cmd/split-sentences/token.h"

#include <string.h>

#include "cmd/split-sentences/mark.h"
#include "common/linear.h"
#include "common/utf8.h"

/* What a token's characters are. */
enum kind { KIND_OTHER, KIND_UPPER, KIND_LOWER, KIND_CASELESS, KIND_IDEOGRAPH, KIND_DIGIT, KIND_MARK, KIND_POINT, KIND_AT, KIND_SLASH, KINDS };

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

static enum kind
kind_of(uint32_t cp)
{
	static const uint8_t punctuation[128] = {['.'] = KIND_POINT, ['@'] = KIND_AT, ['/'] = KIND_SLASH};
	unsigned class = utf8_class(cp);

	if (class & CH_LOWER)
		return KIND_LOWER;
	if (class & CH_UPPER)
		return KIND_UPPER;
	if (class & CH_DIGIT)
		return KIND_DIGIT;
	if (class & CH_IDEOGRAPH)
		return KIND_IDEOGRAPH;
	if (class & CH_LETTER)
		return KIND_CASELESS;
	if (class & CH_MARK)
		return KIND_MARK;
	return cp < 128 ? (enum kind)punctuation[cp] : KIND_OTHER;
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

/* The shape of the token at s, whose characters are counted by kind. */
static enum token_shape
shape(const char *s, const char *end, const unsigned *count, unsigned characters)
{
	unsigned letters = count[KIND_UPPER] + count[KIND_LOWER] + count[KIND_CASELESS] + count[KIND_IDEOGRAPH];
	unsigned points = count[KIND_POINT];
	uint32_t first;

	if (letters + count[KIND_DIGIT] == 0)
		return SHAPE_OTHER;
	if (count[KIND_AT] > 0 || (count[KIND_SLASH] > 0 && points > 0) || (points > 0 && letters >= 3 * (points + 1) && letters > 5))
		return SHAPE_ADDRESS;
	if (letters == 0)
		return number_shape(s, count[KIND_DIGIT], characters);
	decode(s, end, &first);
	if (count[KIND_DIGIT] > 0)
		return kind_of(first) == KIND_DIGIT ? SHAPE_ORDINAL : SHAPE_CODE;
	if (points > 0)
		return SHAPE_DOTTED;
	if (count[KIND_IDEOGRAPH] > 0)
		return SHAPE_IDEOGRAPH;
	if (count[KIND_CASELESS] > 0)
		return SHAPE_CASELESS;
	if (letters == 1)
		return count[KIND_UPPER] > 0 ? SHAPE_INITIAL : SHAPE_LETTER;
	if (count[KIND_LOWER] == 0)
		return SHAPE_CAPITALS;
	return kind_of(first) == KIND_UPPER ? SHAPE_CAPITALISED : SHAPE_LOWER;
}

/* Fills in what the bytes [start, end) of a token say. */
static void
describe(const char *text, struct token *t)
{
	unsigned count[KINDS] = {0};
	uint64_t hash = linear_string(NULL, 0);
	uint32_t cp = 0, small, before = 0, last = 0, after = 0;
	size_t n;
	char lower[4];

	t->characters = 0;
	for (size_t i = t->start; i < t->end; i += n) {
		n = decode(text + i, text + t->end, &cp);
		if (t->characters++ == 0)
			t->first = cp;
		count[kind_of(cp)]++;
		small = cp < 0x80 ? cp + (cp - 'A' < 26 ? 'a' - 'A' : 0) : utf8_lower(cp);
		before = last;
		last = after;
		after = small;
		if (small < 0x80) {
			hash = (hash ^ small) * 0x100000001b3u;
			continue;
		}
		for (size_t k = 0, m = utf8_encode(small, lower); k < m; k++)
			hash = (hash ^ (unsigned char)lower[k]) * 0x100000001b3u;
	}
	t->last = cp;
	t->hash = hash;
	t->suffix = ((uint64_t)before << 42) ^ ((uint64_t)last << 21) ^ after;
	if (t->characters == 0) {
		t->first = 0;
		t->shape = SHAPE_NONE;
	} else
		t->shape = shape(text + t->start, text + t->end, count, t->characters);
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
