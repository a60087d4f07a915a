#include "cmd/split-sentences/token.h"

#include "cmd/split-sentences/describe.h"
#include "cmd/split-sentences/mark.h"
#include "cmd/split-sentences/window.h"
#include "common/utf8.h"

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

/* token_at() for any characters: the end of the token. */
static size_t
wide_end(const char *text, size_t len, size_t start)
{
	size_t most = len - start < TOKEN_MAX ? len : start + TOKEN_MAX, pos = start, n, next;
	uint32_t cp, after;
	unsigned class;

	while (pos < most) {
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
	return pos;
}

void
token_at(const char *text, size_t len, size_t start, struct token *t)
{
	window w = window_at(text, len, start), lower = window_lower(w);
	unsigned letters = window_range(lower, 'a', 'z') | window_range(w, '0', '9'), word = letters, n;

	/* a joint counts where a letter stands behind it */
	if ((~letters & (letters >> 1)) != 0)
		word |= letters >> 1 & ~1u & (window_equal(w, '\'') | window_range(w, '-', '/') | window_equal(w, ',') | window_equal(w, '&') |
		    window_equal(w, '_') | window_equal(w, '@'));
	n = (unsigned)__builtin_ctz(~word);
	t->start = start;
	if (n < WINDOW_SIZE - 1 && !(window_wide(w) & ((4u << n) - 1)))
		t->end = start + (n > 0 ? n : start < len);
	else
		t->end = wide_end(text, len, start);
	token_describe(text, w, t);
}

static bool
ends_token(const char *text, size_t pos, size_t end, uint32_t cp, unsigned class)
{
	size_t n;

	if (class & CH_SPACE)
		return true;
	if (cp < 0x80)
		return cp == '"' || cp == '(' || cp == '[' || cp == '{' || cp == '`';
	return (class & (CH_PUNCT | CH_SYMBOL)) && cp != 0x2019 && mark_opener(text + pos, text + end, &n) != 0;
}

/*
 * token_before() for any characters: the start of the token. Of ideographs the
 * last few are enough, for no space tells where their words begin, and of signs.
 */
static size_t
wide_start(const char *text, size_t begin, size_t end)
{
	enum { FEW = 3 };
	size_t least = end - begin > TOKEN_MAX ? end - TOKEN_MAX : begin, pos = end, n;
	unsigned class, ideographs = 0, signs = 0;
	uint32_t cp;

	while (pos > least && ideographs < FEW && signs < FEW) {
		n = utf8_decode_before(text + begin, text + pos, &cp);
		class = utf8_class(cp);
		if (n > pos - least || ends_token(text, pos - n, end, cp, class))
			break;
		ideographs += (class & CH_IDEOGRAPH) != 0;
		signs += n > 1 && !(class & (CH_LETTER | CH_DIGIT | CH_MARK));
		pos -= n;
	}
	return pos;
}

void
token_before(const char *text, size_t len, size_t begin, size_t end, struct token *t)
{
	window w = window_before(text, end);
	unsigned ends = window_equal(w, ' ') | window_range(w, '\t', '\r') | window_equal(w, '"') | window_equal(w, '(') |
	    window_equal(w, '[') | window_equal(w, '`') | window_equal(w, '{'), n;

	if (end - begin < WINDOW_SIZE)
		ends |= WINDOW_ALL >> (end - begin);
	t->end = end;
	if (ends == 0 || (n = (unsigned)__builtin_clz(ends << 16), window_wide(w) & ~(WINDOW_ALL >> n)))
		t->start = wide_start(text, begin, end);
	else
		t->start = end - n;
	token_describe(text, window_at(text, len, t->start), t);
}

/* What parts a compound word; of the typographic apostrophe, the last byte. */
static bool
is_hinge(char c)
{
	return c == '-' || c == '/' || c == '\'' || (unsigned char)c == 0x99;
}

bool
token_tail(const char *text, size_t len, const struct token *t, struct token *tail)
{
	if (t->plain)
		return false;
	for (size_t i = t->end; i > t->start; i--) {
		if (!is_hinge(text[i - 1]) || i == t->end)
			continue;
		tail->start = i;
		tail->end = t->end;
		token_describe(text, window_at(text, len, tail->start), tail);
		return true;
	}
	return false;
}

size_t
token_skip_any_space(const char *text, size_t len, size_t pos, unsigned *n)
{
	uint32_t cp;
	size_t k;

	for (*n = 0; pos < len; ++*n) {
		k = utf8_decode(text + pos, text + len, &cp);
		if (!(utf8_class(cp) & CH_SPACE))
			break;
		pos += k;
	}
	return pos;
}

size_t
token_skip_any_space_back(const char *text, size_t begin, size_t pos)
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
