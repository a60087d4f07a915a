#include "cmd/tag-quotes/tokens.h"

#include "common/buf.h"
#include "common/utf8.h"

#define TOKEN_MAX 65536

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

	while (i - begin < TOKEN_MAX - 8) {
		while (i < c->end && (unsigned char)c->text[i] < 0x80 && utf8_ascii_class[(unsigned char)c->text[i]] & (CH_LETTER | CH_DIGIT) &&
		    run < TOKEN_MAX / 2) {
			last = (unsigned char)c->text[i++];
			run++;
		}
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

/* Sets what a word is from the lexicon and its form. */
static void
classify(const struct lexicon *l, const char *text, struct token *t)
{
	const char *s = text + t->start;
	const struct word_facts *facts;
	uint32_t first, second = 0;
	size_t n = utf8_decode(s, s + t->len, &first);

	if (n < t->len)
		utf8_decode(s + n, s + t->len, &second);
	t->flags |= TOKEN_WORD;
	if (utf8_class(first) & CH_UPPER)
		t->flags |= TOKEN_CAPITAL;
	if (utf8_class(first) & CH_UPPER && utf8_class(second) & CH_UPPER)
		t->flags |= TOKEN_SHOUT;
	t->hash = lexicon_hash(s, t->len);
	facts = lexicon_find(l, t->hash);
	t->cue = facts->cue;
	t->speech = facts->speech;
	if (facts->flags & WORD_TITLE)
		t->flags |= TOKEN_TITLE;
	if (facts->flags & WORD_ABBREVIATION)
		t->flags |= TOKEN_ABBREVIATION;
	if (facts->tag != TAG_NONE && (!(t->flags & TOKEN_CAPITAL) || facts->tag < TAG_ADVERB))
		t->tag = facts->tag;
	else
		t->tag = (uint8_t)word_tag(s, t->len, t->flags, l->german);
	/* US and IT are no pronouns. */
	if (t->flags & TOKEN_SHOUT && (t->tag == TAG_OBJECT || t->tag == TAG_PRONOUN))
		t->tag = TAG_NAME;
	if (t->flags & TOKEN_TITLE && t->flags & TOKEN_CAPITAL)
		t->tag = TAG_TITLE;
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

static int
push(struct tokens *ts, struct token t)
{
	if (ts->n == ts->cap && array_reserve(&ts->t, &ts->cap, ts->n + 1, sizeof(*ts->t)) == -1)
		return -1;
	ts->t[ts->n++] = t;
	return 0;
}

/* A word, and the clitic at its end as another. Returns its end, or 0 where memory ran out. */
static size_t
push_word(struct tokens *ts, const struct lexicon *l, const struct cutter *c, size_t i, unsigned gap)
{
	size_t end = word_end(c, i), split = l->german ? end : clitic_start(c, i, end);
	struct token t = {.start = i, .len = (uint32_t)(split - i), .flags = (uint8_t)gap};

	classify(l, c->text, &t);
	/* The point of an abbreviation, of an initial and of U.S. belongs to it. */
	if (split == end && end < c->end && c->text[end] == '.' &&
	    (t.flags & TOKEN_ABBREVIATION || (t.flags & TOKEN_CAPITAL &&
	    (t.len == 1 || (t.len >= 3 && c->text[end - 2] == '.'))))) {
		t.flags |= TOKEN_ABBREVIATION;
		t.len++;
		end++;
		split++;
	} else {
		t.flags &= (uint8_t)~TOKEN_ABBREVIATION;
	}
	if (push(ts, t) == -1)
		return 0;
	if (split < end) {
		t = (struct token){.start = split, .len = (uint32_t)(end - split), .flags = TOKEN_WORD};
		t.hash = lexicon_hash(c->text + split, t.len);
		t.tag = (uint8_t)clitic_tag(c->text + end - 1);
		if (push(ts, t) == -1)
			return 0;
	}
	return end;
}

int
tokens_split(struct tokens *ts, const struct lexicon *l, const char *text, size_t start, size_t end)
{
	struct cutter c = {text, end};
	size_t i = start, n;
	unsigned gap = 0;
	uint32_t cp;

	ts->n = 0;
	while (i < end) {
		cp = peek(&c, i, &n);
		if (utf8_class(cp) & CH_SPACE) {
			gap = TOKEN_GAP;
			i += n;
			continue;
		}
		if (is_word(cp)) {
			i = push_word(ts, l, &c, i, gap);
			if (i == 0)
				return -1;
		} else {
			/* "--" is a dash, "..." a stop, '' and `` marks. */
			size_t m = i + n, most = text[i] == '\'' || text[i] == '`' ? 2 : 3;

			while (m < end && m - i < most && text[m] == text[i] && strchr(".-'`", text[i]) != NULL)
				m++;
			if (push(ts, (struct token){.start = i, .len = (uint32_t)(m - i), .tag = (uint8_t)punctuation_tag(cp),
			    .flags = (uint8_t)gap, .hash = cp}) == -1)
				return -1;
			i = m;
		}
		gap = 0;
	}
	return 0;
}
