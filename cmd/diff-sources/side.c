#include "cmd/diff-sources/side.h"

#include <endian.h>
#include <errno.h>
#include <stdlib.h>
#include <string.h>

#include "cmd/diff-sources/plain.h"
#include "common/eight.h"
#include "common/utf8.h"
#include "common/words.h"

enum { STEM_BYTES = 64 };

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
static int64_t
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

/*
 * How many of eight bytes come before one that may not be its own canonical
 * form: not ASCII, a control character, a dash, a grave, a space before another.
 */
static inline size_t
plain_bytes(uint64_t eight)
{
	uint64_t spaces = eight_zeros(eight ^ EIGHT_EACH(' '));
	uint64_t other = ((eight & EIGHT_EACH(0x80)) | eight_zeros(eight & EIGHT_EACH(0xe0)) | eight_zeros(eight ^ EIGHT_EACH('-')) |
	    eight_zeros(eight ^ EIGHT_EACH('`')) | (spaces & spaces >> 8));

	return other == 0 ? 8 : (size_t)__builtin_ctzll(other) / 8;
}

/*
 * Writes the canonical form of a text to out, which has room for its bytes and
 * eight more; it is never longer. Seven bytes at a time, so that each is looked
 * at with the one behind it.
 */
static size_t
canonical_form(struct slice text, char *out)
{
	struct canonical c = canonical_open(text);
	size_t used = 0, left, n;
	uint64_t eight;
	int64_t cp;

	while ((left = (size_t)(c.end - c.p)) > 0) {
		eight = left >= 8 ? eight_load(c.p, 8) : eight_load(c.p, left);
		n = plain_bytes(eight);
		n = n > 7 ? 7 : n;
		if (n > 0) {
			eight = htole64(eight);
			memcpy(out + used, &eight, sizeof eight);
			used += n;
			c.p += n;
			continue;
		}
		cp = canonical_next(&c);
		if (cp >= 0 && !(cp == ' ' && out[used - 1] == ' '))
			used += utf8_encode((uint32_t)cp, out + used);
	}
	return used > 0 && out[used - 1] == ' ' ? used - 1 : used;
}

static int
canonical_hash(struct slice text, struct buf *scratch, uint64_t *hash)
{
	size_t len, n;
	const char *p;
	uint64_t h;

	scratch->len = 0;
	if (buf_reserve(scratch, text.len + 8) != 0)
		return -1;
	len = canonical_form(text, scratch->data);
	h = len;
	for (p = scratch->data; len > 0; p += n, len -= n) {
		n = len < 8 ? len : 8;
		h = plain_mix(h, n == 8 ? eight_load(p, 8) : eight_load(p, n));
	}
	*hash = h;
	return 0;
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
	return (uint32_t)plain_hash(folded, used);
}

/* Finds the stem of the next word from *pos on. */
static bool
next_stem(const char *text, size_t len, size_t *pos, uint32_t *stem)
{
	struct plain_word plain = {.stem = 0};
	struct word w;

	while (*pos < len && (unsigned char)text[*pos] < 128 && !(utf8_ascii_class[(unsigned char)text[*pos]] & (CH_LETTER | CH_DIGIT)))
		++*pos;
	if (*pos == len)
		return false;
	if (plain_word(text, len, *pos, &plain) != 0) {
		*stem = (uint32_t)plain.stem;
		*pos = plain.end;
		return true;
	}
	if (!word_next(text, len, pos, &w))
		return false;
	*stem = side_stem(text + w.start, w.end - w.start);
	return true;
}

int
side_read(struct side *s, size_t i)
{
	struct side_row *r = &s->rows[i];
	size_t pos = 0;

	if (r->read)
		return 0;
	/* two words have a byte between them, or one is an ideograph of three */
	if (array_reserve(&s->words, &s->words_cap, s->n_words + r->text.len / 2 + 1, sizeof *s->words) != 0)
		return -1;
	r->first_word = (uint32_t)s->n_words;
	while (next_stem(r->text.data, r->text.len, &pos, &s->words[s->n_words]))
		if (++s->n_words > INT32_MAX) {
			errno = EFBIG;
			return -1;
		}
	r->n_words = (uint32_t)(s->n_words - r->first_word);
	r->read = true;
	return 0;
}

int
side_read_all(struct side *s)
{
	for (size_t i = 0; i < s->n; i++)
		if (side_read(s, i) != 0)
			return -1;
	return 0;
}

int
side_add(struct side *s, const char *text, size_t len, uint32_t row)
{
	struct side_row *r;

	if (array_reserve(&s->rows, &s->rows_cap, s->n + 1, sizeof *s->rows) != 0)
		return -1;
	r = &s->rows[s->n];
	*r = (struct side_row){.text = {text, len}, .row = row};
	if (canonical_hash(r->text, &s->scratch, &r->canonical) != 0)
		return -1;
	s->n++;
	return 0;
}

void
side_free(struct side *s)
{
	free(s->rows);
	free(s->words);
	buf_free(&s->scratch);
	*s = (struct side){0};
}
