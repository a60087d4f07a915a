#include "cmd/tag-quotes/tokens.h"

#include "common/buf.h"
#include "common/utf8.h"

/* The most bytes of a word, but for its last code point and the point behind it. */
#define WORD_MAX 65528

#define LETTER(upper, lower) [upper] = (lower), [lower] = (lower)

/* Letters and digits of ASCII in lower case; JOINS for what may stand between two of them in a word; else 0. */
enum { JOINS = 1 };

static const unsigned char folded[256] = {
	['.'] = JOINS, [','] = JOINS, ['-'] = JOINS, ['&'] = JOINS, ['_'] = JOINS, ['\''] = JOINS,
	['0'] = '0', ['1'] = '1', ['2'] = '2', ['3'] = '3', ['4'] = '4', ['5'] = '5', ['6'] = '6', ['7'] = '7', ['8'] = '8', ['9'] = '9',
	LETTER('A', 'a'), LETTER('B', 'b'), LETTER('C', 'c'), LETTER('D', 'd'), LETTER('E', 'e'), LETTER('F', 'f'), LETTER('G', 'g'),
	LETTER('H', 'h'), LETTER('I', 'i'), LETTER('J', 'j'), LETTER('K', 'k'), LETTER('L', 'l'), LETTER('M', 'm'), LETTER('N', 'n'),
	LETTER('O', 'o'), LETTER('P', 'p'), LETTER('Q', 'q'), LETTER('R', 'r'), LETTER('S', 's'), LETTER('T', 't'), LETTER('U', 'u'),
	LETTER('V', 'v'), LETTER('W', 'w'), LETTER('X', 'x'), LETTER('Y', 'y'), LETTER('Z', 'z'),
};

/* A text being cut. */
struct cutter {
	const char *text;
	size_t end;
};

/* The code point at offset i, or 0 at the end; *n is its length. */
static uint32_t
peek(const struct cutter *c, size_t i, size_t *n)
{
	uint32_t cp;

	if (i >= c->end) {
		*n = 0;
		return 0;
	}
	if ((unsigned char)c->text[i] < 0x80) {
		*n = 1;
		return (unsigned char)c->text[i];
	}
	*n = utf8_decode(c->text + i, c->text + c->end, &cp);
	return cp;
}

static bool
is_word(uint32_t cp)
{
	return cp != 0 && (utf8_class(cp) & (CH_LETTER | CH_DIGIT | CH_MARK)) != 0;
}

static bool
is_apostrophe(uint32_t cp)
{
	return cp == '\'' || cp == 0x2019;
}

/*
 * The end of the word that starts at i. Apostrophes and hyphens between
 * letters, and points and commas between digits or single letters (U.S.), are
 * part of it.
 */
static size_t
word_end(const struct cutter *c, size_t i)
{
	size_t begin = i, n, m, run = 0;
	uint32_t cp, next, last = 0;

	while (i - begin < WORD_MAX) {
		cp = peek(c, i, &n);
		if (is_word(cp)) {
			last = cp;
			run++;
			i += n;
			continue;
		}
		if (cp == 0 || run == 0)
			break;
		next = peek(c, i + n, &m);
		if (!is_word(next))
			break;
		if (cp == '.' && !((utf8_class(last) & CH_DIGIT && utf8_class(next) & CH_DIGIT) || run == 1))
			break;
		if (cp == ',' && !(utf8_class(last) & CH_DIGIT && utf8_class(next) & CH_DIGIT))
			break;
		if (cp != '.' && cp != ',' && cp != '-' && cp != '&' && cp != '_' && cp != 0x2011 && !is_apostrophe(cp))
			break;
		run = 0;
		i += n;
	}
	return i;
}

/*
 * The end of the word that starts at i where it is of nothing but letters and
 * digits of ASCII, as most are, and its hash; or i where it is not.
 */
static size_t
plain_end(const struct cutter *c, size_t i, uint64_t *hash)
{
	const unsigned char *start = (const unsigned char *)c->text + i, *last = (const unsigned char *)c->text + c->end;
	const unsigned char *end = last - start > WORD_MAX ? start + WORD_MAX : last, *s = start;
	uint64_t h = LEXICON_HASH_BASIS;
	unsigned char f = 0;

	while (s < end && (f = folded[*s]) > JOINS) {
		h = lexicon_hash_byte(h, f);
		s++;
	}
	*hash = h;
	if (s < end && (*s >= 0x80 || (f == JOINS && s + 1 < last && (s[1] >= 0x80 || folded[s[1]] > JOINS))))
		return i;
	return i + (size_t)(s - start);
}

/* Clitics that are words of their own: their length with the apostrophe, in code points. */
static bool
is_clitic(const char *s, size_t len)
{
	static const char *const clitics[] = {"s", "d", "ll", "ve", "re", "m"};

	for (size_t i = 0; i < sizeof(clitics) / sizeof(clitics[0]); i++) {
		size_t n = 0;

		while (n < len && clitics[i][n] != '\0' && utf8_lower((unsigned char)s[n]) == (unsigned char)clitics[i][n])
			n++;
		if (n == len && clitics[i][n] == '\0')
			return true;
	}
	return false;
}

/* Where a clitic starts in the word [i, end), or end. */
static size_t
clitic_start(const struct cutter *c, size_t i, size_t end)
{
	for (size_t k = 1; k <= 5 && end - i > k; k++) {
		const char *p = c->text + end - k;

		if ((*p & 0x80) == 0 && *p != '\'')
			continue;
		if (*p == '\'' && is_clitic(p + 1, k - 1))
			return end - k;
		if (k >= 4 && memcmp(p, "\xe2\x80\x99", 3) == 0 && is_clitic(p + 3, k - 3))
			return end - k;
	}
	return end;
}

static enum tag
clitic_tag(const char *last)
{
	switch (*last) {
	case 'l':
	case 'd':
		return TAG_MODAL;
	case 'e':
		return last[-1] == 'v' ? TAG_HAVE : TAG_BE;
	case 'm':
		return TAG_BE;
	default:
		return TAG_POSSESSIVE;
	}
}

static bool
ends(const char *s, size_t len, const char *suffix, size_t n)
{
	return len > n + 1 && memcmp(s + len - n, suffix, n) == 0;
}

/* The part of speech of a word that the lexicon does not have, by its form. */
static enum tag
word_tag(const char *s, size_t len, unsigned flags, bool german)
{
	if (s[0] >= '0' && s[0] <= '9')
		return TAG_NUMBER;
	if (flags & TOKEN_CAPITAL)
		return TAG_NAME;
	if (german)
		return ends(s, len, "te", 2) || ends(s, len, "ten", 3) ? TAG_PAST : TAG_NOUN;
	if (ends(s, len, "ly", 2))
		return TAG_ADVERB;
	if (ends(s, len, "ing", 3))
		return TAG_ING;
	if (ends(s, len, "ed", 2))
		return TAG_ED;
	if (ends(s, len, "s", 1) && s[len - 2] != 's')
		return TAG_NOUNS;
	return TAG_NOUN;
}

/* Whether the word is in capitals, by its first two letters. */
static unsigned
capitals(const char *s, size_t len)
{
	uint32_t first, second = 0;
	size_t n;

	if ((unsigned char)*s < 0x80 && !(utf8_class((unsigned char)*s) & CH_UPPER))
		return 0;
	n = utf8_decode(s, s + len, &first);
	if (!(utf8_class(first) & CH_UPPER))
		return 0;
	if (n < len)
		utf8_decode(s + n, s + len, &second);
	return utf8_class(second) & CH_UPPER ? TOKEN_CAPITAL | TOKEN_SHOUT : TOKEN_CAPITAL;
}

/* Sets what a word is from the lexicon and its form. */
static void
classify(const struct lexicon *l, const char *text, struct token *t)
{
	struct word_facts facts = lexicon_find(l, t->hash);
	unsigned flags = t->flags;

	t->cue = facts.cue;
	t->speech = facts.speech;
	if (facts.tag != TAG_NONE && (!(flags & TOKEN_CAPITAL) || facts.tag < TAG_ADVERB))
		t->tag = facts.tag;
	else
		t->tag = (uint8_t)word_tag(text + t->start, t->len - (flags & TOKEN_ABBREVIATION ? 1 : 0), flags, l->german);
	/* US and IT are no pronouns. */
	if (flags & TOKEN_SHOUT && (t->tag == TAG_OBJECT || t->tag == TAG_PRONOUN))
		t->tag = TAG_NAME;
	if (facts.flags & WORD_TITLE) {
		t->flags |= TOKEN_TITLE;
		if (flags & TOKEN_CAPITAL)
			t->tag = TAG_TITLE;
	}
}

static enum tag
punctuation_tag(uint32_t cp)
{
	switch (cp) {
	case ',':
	case 0x3001:
	case 0xff0c:
		return TAG_COMMA;
	case '.':
	case '!':
	case '?':
	case 0x2026:
	case 0x3002:
	case 0xff01:
	case 0xff1f:
		return TAG_STOP;
	case ':':
		return TAG_COLON;
	case ';':
		return TAG_SEMICOLON;
	case '-':
	case 0x2012:
	case 0x2013:
	case 0x2014:
	case 0x2015:
		return TAG_DASH;
	case '(':
	case '[':
		return TAG_LEFT;
	case ')':
	case ']':
		return TAG_RIGHT;
	default:
		return TAG_OTHER;
	}
}

/* Whether the point behind a word belongs to it: of an abbreviation, of an initial, of U.S. */
static bool
takes_point(const struct lexicon *l, const struct cutter *c, const struct token *t)
{
	return lexicon_find(l, t->hash).flags & WORD_ABBREVIATION ||
	    (t->flags & TOKEN_CAPITAL && (t->len == 1 || (t->len >= 3 && c->text[token_end(t) - 2] == '.')));
}

/* Writes the word [i, end) as a token, with the point behind it where that is part of it. */
static void
put_word(const struct lexicon *l, const struct cutter *c, size_t i, size_t end, uint64_t hash, unsigned gap, struct token *t)
{
	/* By the time it is classified, what is known of it is at hand. */
	__builtin_prefetch(&l->words.slots[hash & l->words.mask]);
	*t = (struct token){.start = i, .len = (uint32_t)(end - i), .hash = hash,
	    .flags = (uint8_t)(gap | TOKEN_WORD | capitals(c->text + i, end - i))};
	if (end < c->end && c->text[end] == '.' && takes_point(l, c, t)) {
		t->flags |= TOKEN_ABBREVIATION;
		t->len++;
	}
}

/* The end of the word [i, end) without its clitic, which is written as a token. */
static size_t
cut_clitic(const struct cutter *c, size_t i, size_t end, struct token *t)
{
	size_t split = clitic_start(c, i, end);

	if (split < end)
		*t = (struct token){.start = split, .len = (uint32_t)(end - split), .flags = TOKEN_WORD,
		    .hash = lexicon_hash(c->text + split, end - split), .tag = (uint8_t)clitic_tag(c->text + end - 1)};
	return split;
}

/* Writes the mark or symbol cp, n bytes at i, as a token: "--" is a dash, "..." a stop, '' and `` marks. */
static void
cut_sign(const struct cutter *c, size_t i, size_t n, uint32_t cp, unsigned gap, struct token *t)
{
	size_t end = i + n, most = cp == '\'' || cp == '`' ? 2 : 3;

	if (cp == '.' || cp == '-' || cp == '\'' || cp == '`')
		while (end < c->end && end - i < most && c->text[end] == c->text[i])
			end++;
	*t = (struct token){.start = i, .len = (uint32_t)(end - i), .tag = (uint8_t)punctuation_tag(cp), .flags = (uint8_t)gap, .hash = cp};
}

/* Cuts what stands at i: a word, which may be two tokens, a sign, or white space, which is none. Returns how many tokens; *len is their length. */
static size_t
cut(const struct lexicon *l, const struct cutter *c, size_t i, unsigned gap, struct token *t, size_t *len)
{
	size_t n = 1, end;
	uint64_t hash;

	end = plain_end(c, i, &hash);
	if (end == i) {
		uint32_t cp = peek(c, i, len);
		unsigned class = utf8_class(cp);

		if (class & CH_SPACE)
			return 0;
		if (!is_word(cp)) {
			cut_sign(c, i, *len, cp, gap, t);
			*len = t->len;
			return 1;
		}
		end = word_end(c, i);
		if (!l->german) {
			size_t whole = end;

			end = cut_clitic(c, i, whole, t + 1);
			n += end < whole;
		}
		hash = lexicon_hash(c->text + i, end - i);
	}
	put_word(l, c, i, end, hash, gap, t);
	*len = token_end(&t[n - 1]) - i;
	return n;
}

int
tokens_split(struct tokens *ts, const struct lexicon *l, const char *text, size_t start, size_t end)
{
	struct cutter c = {text, end};
	unsigned gap = 0;
	size_t n, len;

	ts->n = 0;
	for (size_t i = start; i < end; i += len) {
		if (text[i] == ' ') {
			gap = TOKEN_GAP;
			if (++i == end)
				break;
		}
		/* A word may be two tokens. */
		if (ts->cap - ts->n < 2 && array_reserve(&ts->t, &ts->cap, ts->n + 2, sizeof(*ts->t)) == -1)
			return -1;
		n = cut(l, &c, i, gap, ts->t + ts->n, &len);
		gap = n == 0 ? TOKEN_GAP : 0;
		ts->n += n;
	}
	if (array_reserve(&ts->t, &ts->cap, ts->n + 1, sizeof(*ts->t)) == -1)
		return -1;
	for (size_t k = 0; k < ts->n; k++)
		if (ts->t[k].tag == TAG_NONE)
			classify(l, text, &ts->t[k]);
	ts->t[ts->n] = (struct token){.start = end};
	return 0;
}
