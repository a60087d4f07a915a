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
static inline int
stands_alone(char c)
{
	return ((signed char)c > ' ') & (c != '-') & (c != '`');
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
 * form: not ASCII, a control character, a dash, a grave, a space before one of
 * these or another, or at the end.
 */
static inline size_t
plain_bytes(uint64_t eight)
{
	uint64_t spaces = eight_zeros(eight ^ EIGHT_EACH(' '));
	uint64_t other = (eight & EIGHT_EACH(0x80)) | eight_zeros(eight & EIGHT_EACH(0xe0)) | eight_zeros(eight ^ EIGHT_EACH('-')) | eight_zeros(eight ^ EIGHT_EACH('`'));

	other |= spaces & ((other | spaces) >> 8 | UINT64_C(1) << 63);
	return other == 0 ? 8 : (size_t)__builtin_ctzll(other) / 8;
}

/* A fixed number of bytes at a time, so that the compiler makes vector code of it. */
enum { STEP = 32 };

/* Whether STEP bytes are their own canonical form; the one behind them is looked at too. */
static inline bool
plain_step(const char *p)
{
	unsigned char other = 0;

	for (size_t k = 0; k < STEP; k++)
		other |= !(stands_alone(p[k]) | ((p[k] == ' ') & stands_alone(p[k + 1])));
	return other == 0;
}

/* A hash of bytes that come a few at a time: those of the last eight that are not mixed in yet, and how many bits they are. */
struct digest {
	uint64_t hash, rest;
	unsigned bits;
};

/* Adds the first n of eight bytes, from 1 to 8. */
static inline void
digest_add(struct digest *d, uint64_t eight, size_t n)
{
	eight = plain_first(eight, n);
	d->rest |= eight << d->bits;
	if (d->bits + 8 * n >= 64) {
		d->hash = plain_mix(d->hash, d->rest);
		d->rest = d->bits == 0 ? 0 : eight >> (64 - d->bits);
		d->bits -= 64;
	}
	d->bits += (unsigned)(8 * n);
}

/* The hash of the canonical form of a text. */
static uint64_t
canonical_hash(struct slice text)
{
	struct slice s = utf8_trim(text.data, text.len);
	struct canonical c = {s.data, s.data + s.len};
	struct digest d = {0, 0, 0};
	char bytes[8] = "";
	uint64_t eight;
	size_t left, n;

	while ((left = (size_t)(c.end - c.p)) > 0) {
		if (left > STEP && plain_step(c.p)) {
			for (n = 0; n < STEP; n += 8)
				digest_add(&d, eight_load(c.p + n, 8), 8);
			c.p += STEP;
			continue;
		}
		eight = left >= 8 ? eight_load(c.p, 8) : eight_load(c.p, left);
		n = plain_bytes(eight);
		if (n > 0) {
			digest_add(&d, eight, n);
			c.p += n;
		} else {
			n = utf8_encode((uint32_t)canonical_next(&c), bytes);
			digest_add(&d, eight_load(bytes, 8), n);
		}
	}
	return plain_mix(d.hash ^ d.bits, d.rest);
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

	*pos = plain_gap(text, len, *pos);
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
