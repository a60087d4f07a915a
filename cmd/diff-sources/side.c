#include "cmd/diff-sources/side.h"

#include <errno.h>
#include <stdlib.h>

#include "cmd/diff-sources/plain.h"
#include "common/linear.h"
#include "common/utf8.h"
#include "common/words.h"

enum { STEM_BYTES = 64 };

static const uint64_t prime = 0x9e3779b97f4a7c15u; /* odd, near 2^64 by the golden ratio (Knuth 6.4) */

void
side_clear(struct side *s)
{
	s->n = s->n_words = 0;
}

/* One canonical code point of a text after another. */
struct canonical {
	const char *p, *end;
};

static bool
is_space(const char *p, const char *end, size_t *n)
{
	uint32_t cp;

	*n = utf8_decode(p, end, &cp);
	return utf8_class(cp) & CH_SPACE;
}

static void
canonical_skip(struct canonical *c)
{
	size_t n;

	while (c->p < c->end && is_space(c->p, c->end, &n))
		c->p += n;
}

static uint32_t
canonical_mark(uint32_t cp)
{
	switch (cp) {
	case 0x201c: case 0x201d: case 0x201e: case 0x201f:
	case 0xab: case 0xbb: case 0x300c: case 0x300d: case 0x300e: case 0x300f: case 0xff02:
		return '"';
	case 0x2018: case 0x2019: case 0x201a: case 0x201b:
	case 0x2039: case 0x203a: case '`': case 0xb4: case 0x2bc: case 0xff07:
		return '\'';
	case 0x2010: case 0x2011: case 0x2012: case 0x2013: case 0x2014: case 0x2015: case 0x2212:
		return '-';
	default:
		return cp;
	}
}

/* Whether the byte is a canonical code point, whatever stands beside it. */
static inline bool
stands_alone(char c)
{
	return (unsigned char)c < 128 && c > ' ' && c != '-' && c != '`';
}

/* The next one, or -1 at the end. White space at the ends gives none. */
static inline int64_t
canonical_next(struct canonical *c)
{
	uint32_t cp;
	size_t n;

	if (c->p == c->end)
		return -1;
	if (stands_alone(*c->p) || (*c->p == ' ' && c->p + 1 < c->end && stands_alone(c->p[1])))
		return *c->p++;
	n = utf8_decode(c->p, c->end, &cp);
	if (cp < 128 ? cp == ' ' || (cp < ' ' && utf8_class(cp) & CH_SPACE) : utf8_class(cp) & CH_SPACE) {
		canonical_skip(c);
		return c->p == c->end ? -1 : ' ';
	}
	c->p += n;
	if (cp == '-' && c->p < c->end && *c->p == '-')
		c->p++;
	return cp < 128 && cp != '`' ? cp : canonical_mark(cp);
}

static struct canonical
canonical_open(struct slice s)
{
	struct canonical c = {s.data, s.data + s.len};

	canonical_skip(&c);
	return c;
}

bool
side_same(struct slice a, struct slice b)
{
	struct canonical ca = canonical_open(a), cb = canonical_open(b);
	int64_t x, y;

	if (slice_equal(a, b))
		return true;
	do {
		x = canonical_next(&ca);
		y = canonical_next(&cb);
	} while (x == y && x >= 0);
	return x == y;
}

/* Hashes the run of letters and digits of ASCII at c->p, eight at a time, and moves behind it. */
static uint64_t
hash_run(uint64_t h, struct canonical *c)
{
	const char *p = c->p, *end = c->end;
	uint64_t eight = 0;
	unsigned n = 0;

	for (; p < end && (unsigned char)*p < 128 && utf8_ascii_class[(unsigned char)*p] & (CH_LETTER | CH_DIGIT); p++) {
		eight = eight << 8 | (unsigned char)*p;
		if (++n % 8 == 0) {
			h = (h ^ eight) * prime;
			h ^= h >> 29;
			eight = 0;
		}
	}
	c->p = p;
	h = (h ^ eight) * prime;
	return h ^ h >> 29;
}

static uint64_t
canonical_hash(struct slice s)
{
	struct canonical c = canonical_open(s);
	uint64_t h = LINEAR_STRING_BASIS;
	int64_t cp;

	for (h = hash_run(h, &c); (cp = canonical_next(&c)) >= 0; h = hash_run(h, &c))
		h = (h ^ (uint64_t)cp) * prime;
	return h;
}

uint32_t
side_stem(const char *word, size_t len)
{
	char folded[STEM_BYTES];
	size_t n = word_fold(word, len, folded, sizeof folded), used = 0, letters = 0;
	bool digits = false;

	for (size_t i = 0; i < n; i++)
		digits |= folded[i] >= '0' && folded[i] <= '9';
	while (used < n && folded[used] != '\'' && (digits || letters < STEM_LETTERS)) {
		used++;
		while (used < n && ((unsigned char)folded[used] & 0xc0) == 0x80)
			used++;
		letters++;
	}
	return linear_feature(0, linear_string(folded, used));
}

/* Finds the stem of the next word from *pos on. */
static bool
next_stem(const char *text, size_t len, size_t *pos, uint32_t *stem)
{
	struct plain_word plain;
	struct word w;

	while (*pos < len && (unsigned char)text[*pos] < 128 && !(utf8_ascii_class[(unsigned char)text[*pos]] & (CH_LETTER | CH_DIGIT)))
		++*pos;
	if (*pos == len)
		return false;
	if (plain_word(text, len, *pos, &plain) && plain.end - *pos <= STEM_BYTES) {
		*stem = linear_feature(0, plain.digits ? plain.hash : plain.stem);
		*pos = plain.end;
		return true;
	}
	if (!word_next(text, len, pos, &w))
		return false;
	*stem = side_stem(text + w.start, w.end - w.start);
	return true;
}

static int
add_words(struct side *s, const char *text, size_t len)
{
	uint32_t stem;
	size_t pos = 0;

	/* two words have a byte between them, or one is an ideograph of three */
	if (array_reserve(&s->words, &s->words_cap, s->n_words + len / 2 + 1, sizeof *s->words) != 0)
		return -1;
	while (next_stem(text, len, &pos, &stem)) {
		if (s->n_words >= INT32_MAX) {
			errno = EFBIG;
			return -1;
		}
		s->words[s->n_words++] = stem;
	}
	return 0;
}

int
side_add(struct side *s, const char *text, size_t len, uint32_t row)
{
	struct side_row *r;

	if (array_reserve(&s->rows, &s->rows_cap, s->n + 1, sizeof *s->rows) != 0)
		return -1;
	r = &s->rows[s->n];
	*r = (struct side_row){.text = {text, len}, .first_word = (uint32_t)s->n_words, .row = row};
	if (add_words(s, text, len) != 0)
		return -1;
	r->n_words = (uint32_t)(s->n_words - r->first_word);
	r->canonical = canonical_hash(r->text);
	s->n++;
	return 0;
}

void
side_free(struct side *s)
{
	free(s->rows);
	free(s->words);
	*s = (struct side){0};
}
