#include "cmd/diff-sources/links.h"

#include <stdlib.h>
#include <string.h>

#include "common/utf8.h"

/* Probabilities in thousandths: of a link to be looked at, to be one, to be a further one; and what rows that are equal have at least. */
enum { LOOK = 20, FIRST = 400, FURTHER = 450, EQUAL = 950 };

/* Of rows that are linked by slight evidence: words of the short one, times that the long one is as long, weight of what they share. */
enum { FEW = 4, LONGER = 3, SLIGHT = 20 * 16 };

/* The most links of a row whose overlap is measured. */
enum { PARTS_MAX = 16 };

/*
 * A place in the order: the probability on top, then the model's score, then
 * the candidate's number from behind, so that equals stand in the order of b.
 */
static uint64_t
place(int probability, int32_t score, size_t i)
{
	return (uint64_t)probability << 54 | (uint64_t)((int64_t)score + (1 << 21)) << 32 | (UINT32_MAX - (uint32_t)i);
}

/* Bits that one pass of sort() looks at: three passes, the last of which leaves what is sorted in the spare room. */
enum { DIGIT = 11 };

/*
 * Sorts n places, whose low halves fall already, by their high halves from high
 * to low: a radix sort, least digit first. spare has room for n.
 */
static void
sort(uint64_t *places, uint64_t *spare, size_t n)
{
	uint64_t *from = places, *to = spare, *sorted;

	for (unsigned shift = 32; shift < 64; shift += DIGIT) {
		size_t first[1 << DIGIT] = {0}, at = 0;

		for (size_t i = 0; i < n; i++)
			first[from[i] >> shift & ((1 << DIGIT) - 1)]++;
		for (size_t digit = 1 << DIGIT; digit-- > 0;) {
			size_t count = first[digit];

			first[digit] = at;
			at += count;
		}
		for (size_t i = 0; i < n; i++)
			to[first[from[i] >> shift & ((1 << DIGIT) - 1)]++] = from[i];
		sorted = to;
		to = from;
		from = sorted;
	}
	if (n > 0)
		memcpy(places, from, n * sizeof *places);
}

size_t
links_candidate(const struct links *l, size_t k)
{
	return UINT32_MAX - (uint32_t)l->order[k];
}

static void
cover_row(struct linked *r, uint32_t other, uint16_t share, bool same)
{
	if (r->n == 0 || other < r->low)
		r->low = other;
	if (r->n == 0 || other > r->high)
		r->high = other;
	r->n++;
	r->explained = r->explained > 2000 ? r->explained : (uint16_t)(r->explained + share);
	r->same |= same;
}

int
links_accept(struct links *l, size_t i)
{
	const struct candidate *c = &l->context->candidates->list[i];

	if (array_reserve(&l->list, &l->list_cap, l->n + 1, sizeof *l->list) != 0)
		return -1;
	l->list[l->n++] = (struct link){.a = c->a, .b = c->b, .score = c->score < 1000 || c->same ? c->score : 999, .op = c->same ? LINK_SAME : LINK_EDITED};
	cover_row(&l->a[c->a], c->b, c->in_a, c->same);
	cover_row(&l->b[c->b], c->a, c->in_b, c->same);
	return 0;
}

/* Looks the weight of each value up, once: there are far fewer than candidates. */
static void
open_weights(struct links *l)
{
	for (uint32_t k = 0; k < LINK_FEATURES && !l->has_weights; k++)
		for (unsigned value = 0; value < 256; value++)
			l->weights[k][value] = diff_link_model.weights[context_feature(k, (uint8_t)value) & ((1u << diff_link_model.bits) - 1)];
	l->has_weights = true;
}

static int32_t
score(const struct links *l, size_t i)
{
	uint8_t values[LINK_FEATURES];
	int32_t sum = diff_link_model.bias;

	context_values(l->context, i, values);
	for (size_t k = 0; k < LINK_FEATURES; k++)
		sum += l->weights[k][values[k]];
	return sum;
}

/* Scores the candidates and puts the likely ones in order. */
static int
order(struct links *l)
{
	size_t n = l->context->candidates->n;

	if (array_reserve(&l->order, &l->order_cap, n, sizeof *l->order) != 0 ||
	    array_reserve(&l->spare, &l->spare_cap, n, sizeof *l->spare) != 0)
		return -1;
	l->n_order = 0;
	open_weights(l);
	for (size_t i = 0; i < n; i++) {
		const struct candidate *c = &l->context->candidates->list[i];
		bool paired = l->context->terms->equal.of_b[c->b] != 0;
		int32_t sum = paired ? 0 : score(l, i);
		int p = paired ? EQUAL : linear_probability(&diff_link_model, sum);

		if (c->same && p < EQUAL)
			p = EQUAL;
		if (p >= LOOK)
			l->order[l->n_order++] = place(p, sum, i);
	}
	sort(l->order, l->spare, l->n_order);
	return 0;
}

static bool
ends_in_word(struct slice text)
{
	uint32_t cp;

	text = utf8_trim(text.data, text.len);
	utf8_decode_before(text.data, text.data + text.len, &cp);
	return utf8_class(cp) & (CH_LETTER | CH_DIGIT);
}

/*
 * Whether a row of a few words that ends in none but a word, as headlines do,
 * shares too little with a far longer one to be linked with it: no two words in
 * a row, and no weight.
 */
static bool
is_slight(const struct links *l, const struct candidate *c)
{
	const struct side_row *a = &l->context->a->rows[c->a], *b = &l->context->b->rows[c->b];
	const struct side_row *few = a->n_words < b->n_words ? a : b, *many = few == a ? b : a;

	return few->n_words <= FEW && many->n_words >= LONGER * few->n_words && c->pairs == 0 && c->shared < SLIGHT && ends_in_word(few->text);
}

int
links_first(struct links *l, const struct context *x)
{
	size_t rows_a = x->a->n, rows_b = x->b->n;

	l->context = x;
	l->n = 0;
	if (array_reserve(&l->a, &l->a_cap, rows_a, sizeof *l->a) != 0 ||
	    array_reserve(&l->b, &l->b_cap, rows_b, sizeof *l->b) != 0 ||
	    order(l) != 0)
		return -1;
	for (size_t i = 0; i < rows_a; i++)
		l->a[i] = (struct linked){0};
	for (size_t i = 0; i < rows_b; i++)
		l->b[i] = (struct linked){0};
	for (size_t k = 0; k < l->n_order && l->order[k] >> 54 >= FIRST; k++) {
		size_t i = links_candidate(l, k);
		const struct candidate *c = &x->candidates->list[i];

		if (l->a[c->a].n == 0 && l->b[c->b].n == 0 && !is_slight(l, c) && links_accept(l, i) != 0)
			return -1;
	}
	return 0;
}

bool
links_open(const struct links *l, size_t i, struct cover *v)
{
	const struct candidate *c = &l->context->candidates->list[i];
	bool a_linked = l->a[c->a].n != 0, b_linked = l->b[c->b].n != 0;
	const struct linked *r = a_linked ? &l->a[c->a] : &l->b[c->b];
	uint32_t other = a_linked ? c->b : c->a, low, high;

	if (a_linked == b_linked)
		return false;
	low = other < r->low ? r->low - other : other - r->low;
	high = other < r->high ? r->high - other : other - r->high;
	*v = (struct cover){.explained = r->explained, .distance = low < high ? low : high, .same = r->same, .a_linked = a_linked};
	return true;
}

static int
link_further(struct links *l)
{
	uint32_t features[FURTHER_FEATURES];
	struct cover v;

	for (size_t k = 0; k < l->n_order; k++) {
		size_t i = links_candidate(l, k);

		if (!links_open(l, i, &v) || is_slight(l, &l->context->candidates->list[i]))
			continue;
		v.probability = (uint32_t)(l->order[k] >> 54);
		context_further(l->context, i, &v, features);
		if (linear_probability(&diff_further_model, linear_score(&diff_further_model, features, FURTHER_FEATURES)) >= FURTHER &&
		    links_accept(l, i) != 0)
			return -1;
	}
	return 0;
}

/* Copies the links in the order of the rows of one side, which tell how many each has; those of one row stay in their order. */
static void
distribute(const struct links *l, const struct link *from, struct link *to, const struct linked *rows, size_t n_rows, bool of_b)
{
	uint32_t at = 0;

	for (size_t i = 0; i < n_rows; i++) {
		l->at[i] = at;
		at += rows[i].n;
	}
	for (size_t i = 0; i < l->n; i++)
		to[l->at[of_b ? from[i].b : from[i].a]++] = from[i];
}

/* Puts the links in the order of a, then b. */
static int
arrange(struct links *l)
{
	size_t rows_a = l->context->a->n, rows_b = l->context->b->n;

	if (array_reserve(&l->sorted, &l->sorted_cap, l->n, sizeof *l->sorted) != 0 ||
	    array_reserve(&l->at, &l->at_cap, rows_a > rows_b ? rows_a : rows_b, sizeof *l->at) != 0)
		return -1;
	distribute(l, l->list, l->sorted, l->b, rows_b, true);
	distribute(l, l->sorted, l->list, l->a, rows_a, false);
	return 0;
}

/* Threads the links of each row of b. */
static int
thread(struct links *l)
{
	size_t rows = l->context->b->n;

	if (array_reserve(&l->next_of_b, &l->next_cap, l->n, sizeof *l->next_of_b) != 0 ||
	    array_reserve(&l->first_of_b, &l->first_cap, rows, sizeof *l->first_of_b) != 0)
		return -1;
	if (rows > 0)
		memset(l->first_of_b, 0, rows * sizeof *l->first_of_b);
	for (size_t i = l->n; i-- > 0;) {
		l->next_of_b[i] = l->first_of_b[l->list[i].b];
		l->first_of_b[l->list[i].b] = (uint32_t)i + 1;
	}
	return 0;
}

/* What one row shares with those that it is linked to: all of it, each word once, and the least with one of them. */
struct overlap {
	uint64_t all, once, least;
};

/* Whether what the links of a row hold of it are parts, more or less, and not all the same, as with a lead and its headline. */
static bool
are_parts(const struct overlap *o)
{
	return (o->all - o->once) * 3 <= o->least * 2;
}

/* Tells of row a, whose links begin at i, or of row b, whether their links are their parts. */
static int
find_parts(struct links *l, bool of_b, uint32_t row, size_t i)
{
	const struct context *x = l->context;
	const struct side *own = of_b ? x->b : x->a, *other = of_b ? x->a : x->b;
	struct linked *r = of_b ? &l->b[row] : &l->a[row];
	struct overlap o = {0, 0, UINT64_MAX};
	uint64_t shared;

	r->parts = r->n > 1;
	if (r->n < 2 || r->n > PARTS_MAX)
		return 0;
	if (bag_fill(&l->bag, x->terms, own, row) != 0)
		return -1;
	for (uint32_t left = r->n; left > 0; left--) {
		shared = bag_cover(&l->bag, other, of_b ? l->list[i].a : l->list[i].b, &o.once);
		o.all += shared;
		o.least = shared < o.least ? shared : o.least;
		i = of_b ? l->next_of_b[i] - 1 : i + 1;
	}
	r->parts = are_parts(&o);
	return 0;
}

/*
 * A link to a row of b that has several as its parts is merged; of those left,
 * each is split where its row of a has several as its parts. Rows that are
 * equal stay the same.
 */
static int
name_ops(struct links *l)
{
	for (uint32_t b = 0; b < l->context->b->n; b++)
		if (l->b[b].n > 0 && find_parts(l, true, b, l->first_of_b[b] - 1) != 0)
			return -1;
	for (size_t i = 0, end; i < l->n; i = end) {
		size_t single = 0;

		if (find_parts(l, false, l->list[i].a, i) != 0)
			return -1;
		for (end = i; end < l->n && l->list[end].a == l->list[i].a; end++)
			single += !l->b[l->list[end].b].parts;
		for (size_t k = i; k < end; k++)
			if (l->list[k].op != LINK_SAME)
				l->list[k].op = l->b[l->list[k].b].parts ? LINK_MERGED :
				    single > 1 && l->a[l->list[k].a].parts ? LINK_SPLIT : LINK_EDITED;
	}
	return 0;
}

/* Links outside the longest run in which neither side goes back are moved. */
static int
find_moved(struct links *l, struct chain *chain)
{
	chain_clear(chain);
	for (size_t i = 0; i < l->n; i++)
		if (chain_add(chain, l->list[i].a, l->list[i].b, 1) != 0)
			return -1;
	if (chain_mark(chain, l->context->b->n, true) != 0)
		return -1;
	for (size_t i = 0; i < l->n; i++)
		l->list[i].moved = !chain->points[i].inside;
	return 0;
}

int
links_find(struct links *l, struct context *x)
{
	if (links_first(l, x) != 0 || link_further(l) != 0)
		return -1;
	if (arrange(l) != 0 || thread(l) != 0 || name_ops(l) != 0)
		return -1;
	return find_moved(l, &x->chain);
}

void
links_free(struct links *l)
{
	free(l->list);
	free(l->a);
	free(l->b);
	free(l->order);
	free(l->spare);
	free(l->sorted);
	free(l->at);
	free(l->first_of_b);
	free(l->next_of_b);
	bag_free(&l->bag);
	*l = (struct links){0};
}
