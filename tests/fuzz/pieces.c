#include "tests/fuzz/pieces.h"

#include <stdio.h>
#include <stdlib.h>

#include "common/escape.h"
#include "common/utf8.h"
#include "tests/fuzz/harness.h"

enum { COLUMNS_MOST = 64 };

/* A row with its text unescaped, which is the bytes [start, end) of its paragraph. */
struct piece {
	struct slice doc, par, text;
	size_t start, end;
};

struct pieces {
	struct piece *p;
	size_t n, cap;
	struct buf texts;
};

static size_t
cut(struct slice line, struct slice *fields)
{
	size_t n = 0, begin = 0;

	for (size_t i = 0; i <= line.len && n < COLUMNS_MOST; i++)
		if (i == line.len || line.data[i] == '\t') {
			fields[n++] = (struct slice){line.data + begin, i - begin};
			begin = i + 1;
		}
	return n;
}

static struct slice
next_line(const char **p, const char *end)
{
	const char *lf = memchr(*p, '\n', (size_t)(end - *p));
	struct slice line = {*p, (size_t)(lf - *p)};

	*p = lf + 1;
	return line;
}

static size_t
number_of(struct slice s)
{
	char digits[24];

	REQUIRE(s.len > 0 && s.len < sizeof(digits));
	memcpy(digits, s.data, s.len);
	digits[s.len] = '\0';
	REQUIRE(strspn(digits, "0123456789") == s.len);
	return strtoul(digits, NULL, 10);
}

/* Where the columns called so stand in a header. Returns false where one is missing, or the table too wide to look at. */
static bool
find_columns(struct slice header, const char *const *names, size_t n, size_t *at)
{
	struct slice fields[COLUMNS_MOST];
	size_t width = cut(header, fields);

	if (width == COLUMNS_MOST)
		return false;
	for (size_t i = 0; i < n; i++) {
		for (at[i] = 0; at[i] < width && !slice_equal(fields[at[i]], slice_of(names[i])); at[i]++)
			;
		if (at[i] == width)
			return false;
	}
	return true;
}

static bool
pieces_read(struct pieces *ps, const struct buf *table)
{
	static const char *const names[] = {"doc", "par", "start", "end", "text"};
	const char *p = table->data, *end = p + table->len;
	struct slice fields[COLUMNS_MOST];
	size_t at[5], begin;

	if (table->len == 0 || !find_columns(next_line(&p, end), names, 5, at))
		return false;
	/* what is unescaped is no longer than it was: no text moves */
	REQUIRE(buf_reserve(&ps->texts, table->len) == 0);
	while (p < end) {
		cut(next_line(&p, end), fields);
		REQUIRE(array_reserve(&ps->p, &ps->cap, ps->n + 1, sizeof(*ps->p)) == 0);
		begin = ps->texts.len;
		REQUIRE(unescape_append(&ps->texts, fields[at[4]].data, fields[at[4]].len) == 0);
		ps->p[ps->n] = (struct piece){fields[at[0]], fields[at[1]], {ps->texts.data + begin, ps->texts.len - begin},
		    number_of(fields[at[2]]), number_of(fields[at[3]])};
		REQUIRE(ps->p[ps->n].end - ps->p[ps->n].start == ps->p[ps->n].text.len);
		ps->n++;
	}
	return true;
}

static bool
is_slice(const struct piece *of, const struct piece *p)
{
	return slice_equal(of->doc, p->doc) && slice_equal(of->par, p->par) && of->start <= p->start && p->end <= of->end &&
	    slice_equal(p->text, (struct slice){of->text.data + (p->start - of->start), p->text.len});
}

/* Rows mostly follow each other as the texts do. */
static void
require_slices(const struct pieces *texts, const struct pieces *out)
{
	size_t k = 0, tried;

	for (size_t i = 0; i < out->n; i++) {
		for (tried = 0; tried < texts->n && !is_slice(&texts->p[k], &out->p[i]); tried++)
			k = (k + 1) % texts->n;
		REQUIRE(tried < texts->n);
	}
}

static void
require_gap(const struct piece *of, size_t start, size_t end, enum relation relation)
{
	const char *s = of->text.data + (start - of->start);

	REQUIRE(start == end || (relation == ALL_BUT_SPACE && utf8_trim(s, end - start).len == 0));
}

static void
require_whole(const struct pieces *texts, const struct pieces *out, enum relation relation)
{
	size_t k = 0;

	for (size_t i = 0; i < texts->n; i++) {
		const struct piece *of = &texts->p[i];
		size_t done = of->start;

		for (; k < out->n && is_slice(of, &out->p[k]) && out->p[k].start >= done; k++) {
			require_gap(of, done, out->p[k].start, relation);
			done = out->p[k].end;
		}
		require_gap(of, done, of->end, relation);
	}
	REQUIRE(k == out->n);
}

/* Checks that a text, unless it is empty, is one of the document called so; *k is where the last one was. */
static void
require_text(const struct pieces *texts, struct slice doc, struct slice text, size_t *k)
{
	size_t tried;

	for (tried = 0; tried < texts->n; tried++, *k = (*k + 1) % texts->n)
		if (slice_equal(texts->p[*k].doc, doc) && slice_equal(texts->p[*k].text, text))
			return;
	REQUIRE(text.len == 0);
}

static void
require_pairs(const struct pieces *texts, const struct buf *out)
{
	static const char *const names[] = {"a", "b", "a_text", "b_text"};
	const char *p = out->data, *end = p + out->len;
	struct slice fields[COLUMNS_MOST];
	struct buf text = {0};
	size_t at[4], k[2] = {0, 0};

	if (out->len == 0 || !find_columns(next_line(&p, end), names, 4, at))
		return;
	while (p < end) {
		cut(next_line(&p, end), fields);
		for (size_t i = 0; i < 2; i++) {
			text.len = 0;
			REQUIRE(unescape_append(&text, fields[at[2 + i]].data, fields[at[2 + i]].len) == 0);
			require_text(texts, fields[at[i]], (struct slice){text.data, text.len}, &k[i]);
		}
	}
	buf_free(&text);
}

static void
require_sums(const struct buf *out)
{
	static const char *const names[] = {"a_sents", "same", "edited", "split", "merged", "only_a"};
	const char *p = out->data, *end = p + out->len;
	struct slice fields[COLUMNS_MOST];
	size_t at[6], sum;

	if (out->len == 0 || !find_columns(next_line(&p, end), names, 6, at))
		return;
	while (p < end) {
		cut(next_line(&p, end), fields);
		sum = 0;
		for (size_t i = 1; i < 6; i++)
			sum += number_of(fields[at[i]]);
		REQUIRE(sum == number_of(fields[at[0]]));
	}
}

void
require_relation(enum relation relation, const struct buf *in, const struct buf *out)
{
	struct pieces texts = {0}, pieces = {0};

	if (relation == SUMS)
		require_sums(out);
	else if (relation != ANYTHING && pieces_read(&texts, in)) {
		if (relation == PAIRS)
			require_pairs(&texts, out);
		else if (pieces_read(&pieces, out)) {
			if (relation == SLICES)
				require_slices(&texts, &pieces);
			else
				require_whole(&texts, &pieces, relation);
		}
	}
	free(texts.p);
	free(pieces.p);
	buf_free(&texts.texts);
	buf_free(&pieces.texts);
}
