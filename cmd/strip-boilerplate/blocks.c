#include "cmd/strip-boilerplate/blocks.h"

#include <stdlib.h>
#include <string.h>

#include "common/buf.h"

bool
block_is_prose(const struct block *b)
{
	return b->shape.words >= 15 && (b->shape.ending == ENDS_SENTENCE || b->shape.ending == ENDS_QUOTE) && b->shape.stops > 0;
}

/* Empties the table, with room for n hashes. */
static int
table_clear(struct workspace *w, size_t n)
{
	w->size = 16;
	while (w->size < 2 * n)
		w->size *= 2;
	if (array_reserve(&w->seen, &w->seen_cap, w->size + 1, sizeof(*w->seen)) == -1)
		return -1;
	memset(w->seen, 0, w->size * sizeof(*w->seen));
	return 0;
}

/*
 * The slot of the hash, with count 0 where it is new. Where too many hashes lie
 * in one place, as no news does by chance, it is a slot that forgets.
 */
static struct seen *
table_slot(struct workspace *w, uint64_t hash)
{
	enum { MOST_PROBES = 64 };
	size_t i = (size_t)(hash ^ hash >> 20) & (w->size - 1), probes = 0;

	while (w->seen[i].count != 0 && w->seen[i].hash != hash) {
		i = (i + 1) & (w->size - 1);
		if (++probes == MOST_PROBES) {
			i = w->size;
			w->seen[i].count = 0;
			break;
		}
	}
	w->seen[i].hash = hash;
	return &w->seen[i];
}

static int
count_repeats(struct workspace *w, struct block *b, size_t n)
{
	if (table_clear(w, n) == -1)
		return -1;
	for (size_t i = 0; i < n; i++)
		table_slot(w, b[i].shape.text_hash)->count++;
	for (size_t i = 0; i < n; i++) {
		uint32_t count = table_slot(w, b[i].shape.text_hash)->count;

		b[i].repeats = count > 0 ? count - 1 : 0;
	}
	return 0;
}

int
block_topics(struct workspace *w, struct block *b, const struct scan *s)
{
	uint32_t n = s->shape.tokens < SCAN_HEAD ? s->shape.tokens : SCAN_HEAD;

	b->topics_begin = (uint32_t)w->n_topics;
	if (array_reserve(&w->topics, &w->topics_cap, w->n_topics + SCAN_HEAD, sizeof(*w->topics)) == -1)
		return -1;
	/* Half of the words have no stem, at random: they are overwritten, which is quicker than a branch. */
	for (uint32_t i = 0; i < n; i++) {
		w->topics[w->n_topics] = (uint32_t)(s->head_stems[i] ^ s->head_stems[i] >> 32);
		w->n_topics += s->head_stems[i] != 0;
	}
	b->topics = (uint32_t)w->n_topics - b->topics_begin;
	return 0;
}

/* How many of each paragraph's words of content stand in another one from begin to end that looks like prose. */
static int
share_topics(struct workspace *w, struct block *b, size_t n, size_t begin, size_t end)
{
	struct seen *s;

	if (table_clear(w, w->n_topics) == -1)
		return -1;
	for (size_t i = begin; i < end; i++)
		for (uint32_t k = 0; b[i].prose < 0 && b[i].shape.words >= 10 && k < b[i].topics; k++) {
			s = table_slot(w, w->topics[b[i].topics_begin + k]);
			if (s->count == 0 || s->first != i)
				s->count++;
			s->first = (uint32_t)i;
		}
	for (size_t i = 0; i < n; i++) {
		b[i].topics_shared = 0;
		for (uint32_t k = 0; k < b[i].topics; k++) {
			s = table_slot(w, w->topics[b[i].topics_begin + k]);
			b[i].topics_shared += s->count > 1 || (s->count == 1 && s->first != i);
		}
	}
	return 0;
}

void
workspace_free(struct workspace *w)
{
	free(w->seen);
	free(w->topics);
}

static unsigned
lowest(uint32_t set)
{
	unsigned l = 0;

	while (!(set >> l & 1))
		l++;
	return l;
}

static bool
is_short(const struct block *b)
{
	return b->shape.words < 15 && b->shape.ending != ENDS_SENTENCE && b->shape.ending != ENDS_QUOTE;
}

/* Runs of short paragraphs without a sentence: lists, of links or of the article's own. */
static void
find_runs(struct block *b, size_t n)
{
	size_t begin = 0, end;

	for (size_t i = 0; i < n; i = end) {
		begin = i;
		for (end = i; end < n && is_short(&b[end]); end++)
			continue;
		for (size_t k = begin; k < end; k++) {
			b[k].run = (uint32_t)(end - begin);
			b[k].run_place = (uint32_t)(k - begin);
			b[k].run_opening = begin > 0 ? b[begin - 1].shape.ending : (uint8_t)ENDS_OTHER;
		}
		end += end == begin;
	}
}

/* The lines of a list begin alike, those of a table of concerts as well as links. */
static void
count_alike(struct block *b, size_t n)
{
	enum { REACH = 4 };

	for (size_t i = 0; i < n; i++)
		for (size_t k = i + 1; k < n && k <= i + REACH; k++)
			if (b[i].shape.opening_hash != 0 && b[k].shape.opening_hash == b[i].shape.opening_hash) {
				b[i].alike++;
				b[k].alike++;
			}
}

int
blocks_structure(struct workspace *w, struct block *b, size_t n)
{
	size_t prose = 0, section = 0;
	uint32_t label = 0, met = 0;

	if (count_repeats(w, b, n) == -1)
		return -1;
	find_runs(b, n);
	count_alike(b, n);
	for (size_t i = 0; i < n; i++) {
		b[i].prose_before = met > 0 ? (uint32_t)(i - prose) : 0;
		b[i].n_before = met;
		b[i].section = label != 0 ? (uint32_t)(i - section) : 0;
		b[i].section_label = label;
		if (block_is_prose(&b[i])) {
			prose = i;
			met++;
		}
		if (b[i].cues != 0 && b[i].shape.words <= 6) {
			section = i;
			label = lowest(b[i].cues);
		}
	}
	met = 0;
	for (size_t i = n; i-- > 0;) {
		b[i].prose_after = met > 0 ? (uint32_t)(prose - i) : 0;
		b[i].n_after = met;
		if (block_is_prose(&b[i])) {
			prose = i;
			met++;
		}
	}
	return 0;
}

/* Means of prose over reach neighbours on each side, the paragraph itself included. */
static int32_t
mean(const struct block *b, size_t n, size_t i, size_t reach)
{
	size_t from = i > reach ? i - reach : 0, to = i + reach < n ? i + reach + 1 : n;
	int64_t sum = 0;

	for (size_t k = from; k < to; k++)
		sum += b[k].prose;
	return (int32_t)(sum / (int64_t)(to - from));
}

/*
 * The run of paragraphs with the largest sum of words, those likelier the
 * article for it and the others against (maximum subsequence: Pasternack and
 * Roth, WWW 2009; Kadane's algorithm).
 */
static void
best_run(const struct block *b, size_t n, size_t *begin, size_t *end)
{
	int64_t sum = 0, best = 0, value;
	size_t from = 0;

	*begin = *end = 0;
	for (size_t i = 0; i < n; i++) {
		value = b[i].prose > 32 ? 32 : b[i].prose < -32 ? -32 : b[i].prose;
		sum -= value * (8 + (int64_t)(b[i].shape.words < 100 ? b[i].shape.words : 100));
		if (sum <= 0) {
			sum = 0;
			from = i + 1;
		} else if (sum > best) {
			best = sum;
			*begin = from;
			*end = i + 1;
		}
	}
}

static bool
may_be_title(const struct block *b)
{
	return b->shape.words >= 3 && b->shape.words <= 25 && !block_is_prose(b) && b->cues == 0 && !b->dated && b->topics_shared > 0;
}

/* Compares what may be a headline before the text that begins at begin, or just within it. */
static void
rank_titles(struct block *b, size_t n, size_t begin)
{
	enum { BEFORE = 64, WITHIN = 2 };
	size_t first = begin > BEFORE ? begin - BEFORE : 0, last = begin + WITHIN < n ? begin + WITHIN : n;
	uint32_t between = 0;

	for (size_t i = last; i-- > first;) {
		if (!may_be_title(&b[i]))
			continue;
		b[i].title_rank = 1;
		b[i].title_between = between++;
		for (size_t k = first; k < last; k++) {
			if (k == i || !may_be_title(&b[k]))
				continue;
			b[i].twin |= b[k].shape.head_hash == b[i].shape.head_hash;
			b[i].title_rank += b[k].topics_shared > b[i].topics_shared;
		}
	}
}

int
blocks_context(struct workspace *w, struct block *b, size_t n)
{
	size_t begin, end;

	best_run(b, n, &begin, &end);
	if (share_topics(w, b, n, begin, end) == -1)
		return -1;
	rank_titles(b, n, begin);
	for (size_t i = 0; i < n; i++) {
		b[i].near = mean(b, n, i, 2);
		b[i].wide = mean(b, n, i, 6);
		b[i].segment = i < begin ? -(int32_t)(begin - i) : i >= end ? (int32_t)(i - end + 1) : 0;
	}
	return 0;
}
