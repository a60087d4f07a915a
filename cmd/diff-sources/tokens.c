#include "cmd/diff-sources/tokens.h"

#include <errno.h>

#include "cmd/diff-sources/plain.h"
#include "cmd/diff-sources/side.h"
#include "cmd/diff-sources/vocabulary.h"
#include "common/linear.h"
#include "common/utf8.h"
#include "common/words.h"

/* A row that is being cut. */
struct cut {
	struct token_list *out;
	struct slice text;
	struct marks *marks;
	bool initial;	/* the next word begins a sentence */
};

enum { LETTER_OR_DIGIT = CH_LETTER | CH_DIGIT };

static unsigned
class_at(struct slice text, size_t pos)
{
	uint32_t cp;

	if (pos >= text.len)
		return CH_SPACE;
	utf8_decode(text.data + pos, text.data + text.len, &cp);
	return utf8_class(cp);
}

static unsigned
class_before(struct slice text, size_t pos)
{
	uint32_t cp;

	if (pos == 0)
		return CH_SPACE;
	utf8_decode_before(text.data, text.data + pos, &cp);
	return utf8_class(cp);
}

static bool
is_currency(uint32_t cp)
{
	return cp == '$' || cp == 0xa3 || cp == 0xa5 || (cp >= 0x20a0 && cp <= 0x20cf);
}

static bool
is_double(uint32_t cp)
{
	return cp == '"' || (cp >= 0x201c && cp <= 0x201f) || cp == 0xab || cp == 0xbb ||
	    (cp >= 0x300c && cp <= 0x300f) || cp == 0xff02;
}

static bool
is_single(uint32_t cp)
{
	return cp == '\'' || cp == '`' || (cp >= 0x2018 && cp <= 0x201b) || cp == 0x2039 || cp == 0x203a;
}

/* What kinds of marks share a key. */
static uint64_t
mark_key(uint32_t cp)
{
	if (is_double(cp))
		return '"';
	if (is_single(cp))
		return '\'';
	if ((cp >= 0x2010 && cp <= 0x2015) || cp == 0x2212)
		return '-';
	return cp;
}

static inline struct token *
add(struct cut *c, size_t start, size_t end, enum token_kind kind, uint64_t key)
{
	struct token_list *l = c->out;
	struct token *t;

	if (l->n == l->cap && array_reserve(&l->list, &l->cap, l->n + 1, sizeof *l->list) != 0)
		return NULL;
	t = &l->list[l->n++];
	*t = (struct token){
		.text = c->text.data + start, .start = (uint32_t)start, .len = (uint32_t)(end - start), .kind = (uint8_t)kind,
		.key = kind > TOKEN_NUMBER ? key * 4 + 3 : key * 4, .quoted = c->marks->in_double || c->marks->in_single,
	};
	return t;
}

/* Where the letters with points that begin at a word of one letter end: "U.S.", "a.m.". Else the word's end. */
static size_t
end_of_initials(struct slice text, struct word w)
{
	size_t end = w.end, n = 0;

	while (end + 1 < text.len && text.data[end] == '.' && class_at(text, end + 1) & CH_LETTER &&
	    !(class_at(text, end + 2) & (LETTER_OR_DIGIT | CH_MARK)) && (unsigned char)text.data[end + 1] < 128) {
		end += 2;
		n++;
	}
	return n > 0 && end < text.len && text.data[end] == '.' ? end + 1 : end;
}

static bool
has_digit(const char *s, size_t len)
{
	for (size_t i = 0; i < len; i++)
		if (s[i] >= '0' && s[i] <= '9')
			return true;
	return class_at((struct slice){s, len}, 0) & CH_DIGIT;
}

/* Adds a plain word and moves *pos behind it. Returns 0 or -1; or 1 where there is none, or more to it. */
static int
add_plain(struct cut *c, size_t *pos)
{
	struct plain_word w;
	int plain = plain_word(c->text.data, c->text.len, *pos, &w);
	struct token *t;
	char behind;

	if (plain == 0)
		return 1;
	behind = w.end < c->text.len ? c->text.data[w.end] : ' ';
	if (plain == 2 ? behind == '%' : behind == '.' && w.end - *pos == 1)
		return 1;
	t = add(c, *pos, w.end, plain == 2 ? TOKEN_NUMBER : TOKEN_WORD, w.hash);
	if (t == NULL)
		return -1;
	t->looked_up = c->out->vocabulary != NULL && !vocabulary_may_hold(c->out->vocabulary, w.hash);
	t->capital = utf8_ascii_class[(unsigned char)c->text.data[*pos]] & CH_UPPER;
	t->initial = c->initial;
	c->initial = false;
	*pos = w.end;
	return 0;
}

/* The hash of the folded form: that of plain_word() where the word could be plain. */
static uint64_t
word_key(const char *word, size_t len)
{
	char folded[PLAIN_BYTES + 4];
	size_t n = word_fold(word, len, folded, sizeof folded);

	return n <= PLAIN_BYTES ? plain_hash(folded, n) : word_hash(word, len);
}

/* Adds the word at w, and moves *pos behind it. sign is where a currency sign before it begins, or its start. */
static int
add_word(struct cut *c, struct word w, size_t sign, size_t *pos)
{
	const char *s = c->text.data;
	bool digits = has_digit(s + w.start, w.end - w.start);
	struct token *t;
	uint32_t cp;
	uint64_t key;

	utf8_decode(s + w.start, s + w.end, &cp);
	if (!digits && w.end - w.start == 1)
		w.end = end_of_initials(c->text, w);
	key = word_key(s + w.start, w.end - w.start);
	if (digits && w.end < c->text.len && s[w.end] == '%')
		key ^= '%' * UINT64_C(0x9e3779b97f4a7c15), w.end++;
	if (sign < w.start)
		key ^= linear_string(s + sign, w.start - sign);
	t = add(c, sign, w.end, digits ? TOKEN_NUMBER : TOKEN_WORD, key);
	if (t == NULL)
		return -1;
	t->capital = utf8_class(cp) & CH_UPPER;
	t->initial = c->initial;
	c->initial = false;
	*pos = w.end;
	return 0;
}

/*
 * Opens or closes quotation marks; straight ones are told by what stands beside
 * them. Returns false where a single one does neither: an apostrophe.
 */
static bool
turn(struct cut *c, uint32_t cp, size_t start, size_t end)
{
	unsigned before = class_before(c->text, start), after = class_at(c->text, end);
	struct marks *m = c->marks;
	bool was = m->in_single;

	if (is_double(cp)) {
		if (cp == 0x201e || cp == 0x300c || cp == 0x300e)
			m->in_double = true;
		else if (cp == 0x201c) /* opens in English, closes in German */
			m->in_double = !m->in_double || !(before & (LETTER_OR_DIGIT | CH_PUNCT));
		else
			m->in_double = cp != 0x201d && !m->in_double;
		return true;
	}
	if (was)
		m->in_single = after & LETTER_OR_DIGIT;
	else
		m->in_single = cp != 0x2019 && !(before & LETTER_OR_DIGIT) && after & LETTER_OR_DIGIT;
	return was != m->in_single;
}

/* Whether a sentence may begin behind this mark; the point of a short capitalised word is that of an abbreviation. */
static bool
ends_sentence(const struct cut *c, uint32_t cp)
{
	const struct token *last = c->out->n > 0 ? &c->out->list[c->out->n - 1] : NULL;

	if (cp == '.')
		return last == NULL || last->len > 4 || !last->capital;
	return cp == '!' || cp == '?' || cp == ':';
}

/* Adds the character at *pos, which begins no word, and moves *pos behind it. White space gives no token. */
static int
add_mark(struct cut *c, size_t *pos)
{
	size_t start = *pos, end;
	enum token_kind kind = TOKEN_PUNCTUATION;
	struct token *t;
	uint32_t cp;

	if (c->text.data[start] == ',') { /* the most frequent one, and no more than itself */
		t = add(c, start, ++*pos, kind, ',');
		if (t != NULL)
			t->quoted = false;
		return t == NULL ? -1 : 0;
	}
	end = start + utf8_decode(c->text.data + start, c->text.data + c->text.len, &cp);
	*pos = end;
	if (utf8_class(cp) & CH_SPACE)
		return 0;
	if (cp == '-' && end < c->text.len && c->text.data[end] == '-')
		*pos = ++end;
	if (is_double(cp) || is_single(cp))
		kind = is_double(cp) ? TOKEN_DOUBLE : TOKEN_SINGLE;
	c->initial |= ends_sentence(c, cp);
	if (kind != TOKEN_PUNCTUATION && !turn(c, cp, start, end))
		kind = TOKEN_PUNCTUATION;
	t = add(c, start, end, kind, mark_key(cp));
	if (t == NULL)
		return -1;
	t->quoted = false;
	return 0;
}

void
marks_pass(struct marks *m, struct slice text)
{
	struct cut c = {.text = text, .marks = m};
	uint32_t cp;

	m->in_single = false;
	for (size_t pos = 0, n; pos < text.len; pos += n) {
		n = 1;
		if (text.data[pos] != '"' && (unsigned char)text.data[pos] < 0xc2)
			continue;
		n = utf8_decode(text.data + pos, text.data + text.len, &cp);
		if (is_double(cp))
			turn(&c, cp, pos, pos + n);
	}
}

/* Adds what begins at *pos, and moves *pos behind it. */
static int
add_next(struct cut *c, size_t *pos)
{
	size_t sign = *pos, next = *pos, n;
	int status = add_plain(c, pos);
	struct word w;
	uint32_t cp;

	if (status <= 0)
		return status;
	n = utf8_decode(c->text.data + next, c->text.data + c->text.len, &cp);
	if (is_currency(cp) && class_at(c->text, next + n) & CH_DIGIT)
		next += n;
	else if (!(utf8_class(cp) & LETTER_OR_DIGIT))
		return add_mark(c, pos);
	word_next(c->text.data, c->text.len, &next, &w);
	return add_word(c, w, sign, pos);
}

int
tokens_add(struct token_list *out, struct slice text, struct marks *marks)
{
	struct cut c = {out, text, marks, true};
	size_t pos = 0;

	if (text.len > UINT32_MAX) {
		errno = EFBIG;
		return -1;
	}
	while (pos < text.len)
		if (text.data[pos] == ' ')
			pos++;
		else if (add_next(&c, &pos) != 0)
			return -1;
	return 0;
}

bool
token_equal(const struct token *a, const struct token *b)
{
	struct slice x = {a->text, a->len}, y = {b->text, b->len};

	if (a->kind > TOKEN_NUMBER || slice_equal(x, y))
		return true;
	return side_same(x, y);
}

