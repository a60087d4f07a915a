#include "cmd/diff-sources/evidence.h"

#include <stdlib.h>
#include <string.h>

const char *const evidence_names[EVIDENCE_N] = {
	"a", "b", "linked", "shared", "a_alone", "b_alone", "a_reach", "b_reach", "a_credit", "b_credit",
};

/* What became of a word in another article. */
enum { UNLINKED, KEPT, CHANGED };

/* The words of one article against each other: states[x * n_words + word]; of each word, whether it begins a row. */
struct collation {
	unsigned char *states;
	bool *begins;
	uint32_t *first;	/* of each row, its first word */
	size_t n_words;
	uint64_t *linked, *reach; /* against each other article */
};

static void
collation_free(struct collation *c)
{
	free(c->states);
	free(c->begins);
	free(c->first);
	free(c->linked);
	free(c->reach);
}

/* Numbers the words of an article as its edits do. */
static int
collation_open(struct collation *c, struct comparison *cmp, const struct article *a, size_t n)
{
	size_t rows = a->side.n, most = 0;

	c->first = calloc(rows + 1, sizeof *c->first);
	if (c->first == NULL)
		return -1;
	for (size_t i = 0; i < rows; i++) {
		struct marks marks = {false, false};

		cmp->tokens_a.n = 0;
		if (tokens_add(&cmp->tokens_a, a->side.rows[i].text, &marks) != 0)
			return -1;
		c->first[i] = (uint32_t)most;
		most += cmp->tokens_a.n;
	}
	c->first[rows] = (uint32_t)most;
	c->n_words = most;
	c->states = calloc(n * most + 1, 1);
	c->begins = calloc(most + 1, sizeof *c->begins);
	c->linked = calloc(n, sizeof *c->linked);
	c->reach = calloc(n, sizeof *c->reach);
	if (c->states == NULL || c->begins == NULL || c->linked == NULL || c->reach == NULL)
		return -1;
	for (size_t i = 0; i < rows; i++)
		c->begins[c->first[i]] = true;
	return 0;
}

/* Notes what link i, whose edits were found, does to the words of its row of a. */
static void
note_link(unsigned char *states, const struct comparison *cmp, const struct link *l, uint32_t first, uint32_t n)
{
	uint32_t begin = cmp->a_begin;
	bool split = l->op == LINK_SPLIT;
	uint32_t at = 0;

	for (size_t k = 0; k <= cmp->edits.n; k++) {
		uint32_t from = k < cmp->edits.n ? cmp->edits.list[k].a - begin : n;
		uint32_t to = k < cmp->edits.n ? cmp->edits.list[k].a_end - begin : n;

		for (; at < from && at < n; at++)
			if (!split || states[first + at] == UNLINKED)
				states[first + at] = KEPT;
		for (; at < to && at < n; at++)
			if (split || states[first + at] == UNLINKED)
				states[first + at] = CHANGED;
	}
}

/* Collates article a with article x of the group. */
static int
collate(struct collation *c, struct comparison *cmp, const struct article_columns *columns, struct article *a, struct article *x, size_t number)
{
	unsigned char *states = c->states + number * c->n_words;
	const struct links *l = &cmp->links;
	uint64_t end = 0;

	if (compare_articles(cmp, columns, a, x) != 0)
		return -1;
	for (size_t i = 0; i < l->n; i++) {
		uint32_t row = l->list[i].a;

		c->linked[number] += i == 0 || l->list[i - 1].a != row;
		if (!l->list[i].moved && l->list[i].b + 1 > end)
			end = l->list[i].b + 1;
		if (compare_link(cmp, i) != 0)
			return -1;
		note_link(states, cmp, &l->list[i], c->first[row], c->first[row + 1] - c->first[row]);
	}
	c->reach[number] = x->side.n == 0 ? 0 : end * 1000 / x->side.n;
	return 0;
}

/*
 * Whether word w of article a stands at a variant place and reads as article
 * with does and no other; with is a itself for a reading of its own.
 */
static bool
is_reading(const struct collation *c, size_t n, size_t a, size_t with, size_t w)
{
	bool against = false;

	for (size_t x = 0; x < n; x++) {
		unsigned state = c->states[x * c->n_words + w];

		if (x == a)
			continue;
		if ((state == KEPT) != (x == with))
			return false;
		against |= state == CHANGED;
	}
	return against;
}

static uint64_t
count_readings(const struct collation *c, size_t n, size_t a, size_t with)
{
	uint64_t count = 0;
	bool before = false;

	for (size_t w = 0; w < c->n_words; w++) {
		bool reading = is_reading(c, n, a, with, w);

		count += reading && (!before || c->begins[w]);
		before = reading;
	}
	return count;
}

static int
collate_all(struct collation *c, struct comparison *cmp, const struct article_columns *columns, struct article *articles, size_t n)
{
	for (size_t i = 0; i < n; i++) {
		if (collation_open(&c[i], cmp, &articles[i], n) != 0)
			return -1;
		for (size_t x = 0; x < n; x++)
			if (x != i && collate(&c[i], cmp, columns, &articles[i], &articles[x], x) != 0)
				return -1;
	}
	return 0;
}

int
evidence_of_group(struct comparison *cmp, const struct article_columns *columns, struct article *articles, size_t n,
    int (*give)(void *, const struct article *a, const struct article *b, const struct evidence *), void *argument)
{
	struct collation *c = calloc(n + 1, sizeof *c);
	int status = c == NULL ? -1 : collate_all(c, cmp, columns, articles, n);

	for (size_t i = 0; i < n && status == 0; i++)
		for (size_t k = i + 1; k < n && status == 0; k++) {
			struct evidence e = {
				.linked = c[i].linked[k],
				.shared = count_readings(&c[i], n, i, k),
				.a_alone = count_readings(&c[i], n, i, i),
				.b_alone = count_readings(&c[k], n, k, k),
				.a_reach = c[i].reach[k],
				.b_reach = c[k].reach[i],
				.a_credit = evidence_credit(&articles[i]),
				.b_credit = evidence_credit(&articles[k]),
			};

			status = give(argument, &articles[i], &articles[k], &e);
		}
	for (size_t i = 0; c != NULL && i < n; i++)
		collation_free(&c[i]);
	free(c);
	return status;
}
