#include "cmd/strip-boilerplate/features.h"

#include <stdlib.h>
#include <string.h>

#include "common/buf.h"
#include "common/linear.h"

enum kind {
	WORD, PAIR_OF_WORDS, STEM, FIRST_WORD, FIRST_WORDS, LAST_WORD, LAST_WORDS, WHOLE, HEAD_BEFORE, HEAD_AFTER,
	CUE, CUES, RULE, SURE,
	LENGTH, ENDING, BEGINNING, LENGTH_ENDING, CAPITALS, SHOUTED, DIGITS, STOPS, COMMAS, SEPARATORS, QUOTES, BRACKETS, COLONS,
	ADDRESSES, COPYRIGHTS, WORD_LENGTH, REPEATS, IDEOGRAPHS, FORM, DATED,
	FROM_TOP, FROM_END, RELATIVE, PARAGRAPHS,
	NEIGHBOUR, NEIGHBOURS, NEIGHBOUR_CUE, PROSE_BEFORE, PROSE_AFTER, PROSE_COUNTS, BETWEEN_PROSE, RUN,
	SECTION, PROSE, PROSE_NEIGHBOUR, TOPICS, BEST, NEAR, WIDE, NEAR_WIDE, SEGMENT, NOTICE,
	N_KINDS
};

static const char *const names[N_KINDS] = {
	[WORD] = "word", [PAIR_OF_WORDS] = "two words", [STEM] = "stem", [FIRST_WORD] = "first word", [FIRST_WORDS] = "first two words",
	[LAST_WORD] = "last word", [LAST_WORDS] = "last two words", [WHOLE] = "whole text", [HEAD_BEFORE] = "words before",
	[HEAD_AFTER] = "words after", [CUE] = "cue", [CUES] = "cues", [RULE] = "rule", [SURE] = "sure rule",
	[LENGTH] = "length", [ENDING] = "ending", [BEGINNING] = "beginning", [LENGTH_ENDING] = "length and ending",
	[CAPITALS] = "capitals", [SHOUTED] = "shouted words", [DIGITS] = "digits", [STOPS] = "sentence marks", [COMMAS] = "commas",
	[SEPARATORS] = "separators", [QUOTES] = "quotation marks", [BRACKETS] = "brackets", [COLONS] = "colons", [ADDRESSES] = "addresses",
	[COPYRIGHTS] = "copyright signs", [WORD_LENGTH] = "word length", [REPEATS] = "repeats", [IDEOGRAPHS] = "ideographs", [FORM] = "form", [DATED] = "date",
	[FROM_TOP] = "place from the top", [FROM_END] = "place from the end", [RELATIVE] = "place", [PARAGRAPHS] = "paragraphs",
	[NEIGHBOUR] = "neighbour's shape", [NEIGHBOURS] = "neighbours' shapes", [NEIGHBOUR_CUE] = "neighbour's cue",
	[PROSE_BEFORE] = "prose before", [PROSE_AFTER] = "prose after", [PROSE_COUNTS] = "prose around", [BETWEEN_PROSE] = "between prose", [RUN] = "run of short paragraphs",
	[SECTION] = "section", [PROSE] = "structure", [PROSE_NEIGHBOUR] = "neighbour's structure", [NEAR] = "structure nearby",
	[WIDE] = "structure around", [NEAR_WIDE] = "structure near and around", [SEGMENT] = "place beside the best run", [NOTICE] = "notice",
	[TOPICS] = "words shared with the text", [BEST] = "structure beside the best",
};

const char *
feature_name(uint8_t kind)
{
	return names[kind];
}

static void
put(struct features *f, enum kind kind, uint64_t value)
{
	if (f->n == FEATURES_MAX)
		return;
	f->kind[f->n] = (uint8_t)kind;
	f->hash[f->n++] = linear_feature((uint32_t)kind, value);
}

/* 0 1 2 3 4 5-6 7-9 10-14 15-22 23-34 35-54 55-89 90-149 150-299 300- */
static unsigned
size_bucket(uint32_t n)
{
	static const uint32_t bounds[] = {1, 2, 3, 4, 5, 7, 10, 15, 23, 35, 55, 90, 150, 300};
	unsigned b = 0;

	while (b < sizeof(bounds) / sizeof(bounds[0]) && n >= bounds[b])
		b++;
	return b;
}

/* The share of part in whole in sixteenths, 0 and all apart. */
static unsigned
share(uint32_t part, uint32_t whole)
{
	if (part == 0 || whole == 0)
		return 0;
	return part >= whole ? 17 : 1 + (unsigned)((uint64_t)part * 16 / whole);
}

static unsigned
at_most(uint32_t n, unsigned most)
{
	return n < most ? n : most;
}

void
features_words(const struct scan *s, struct features *f)
{
	uint32_t n = s->shape.tokens, head = n < SCAN_HEAD ? n : SCAN_HEAD, begin;
	uint64_t before = 0, word;

	for (uint32_t i = 0; i < head; i++) {
		word = s->head[i];
		put(f, WORD, word);
		if (i > 0)
			put(f, PAIR_OF_WORDS, before * 31 + word);
		if (s->head_stems[i] != 0)
			put(f, STEM, s->head_stems[i]);
		before = word;
	}
	begin = n > head + SCAN_TAIL ? n - SCAN_TAIL : head;
	for (uint32_t i = begin; i < n; i++) {
		word = s->tail[i % SCAN_TAIL];
		put(f, WORD, word);
		if (i > begin)
			put(f, PAIR_OF_WORDS, before * 31 + word);
		before = word;
	}
	if (n == 0)
		return;
	put(f, FIRST_WORD, s->head[0]);
	put(f, LAST_WORD, s->tail[(n - 1) % SCAN_TAIL]);
	if (n > 1) {
		put(f, FIRST_WORDS, s->shape.head_hash);
		put(f, LAST_WORDS, s->tail[(n - 2) % SCAN_TAIL] * 31 + s->tail[(n - 1) % SCAN_TAIL]);
	}
	if (n <= 5)
		put(f, WHOLE, s->shape.text_hash);
	for (unsigned i = 0; i < s->n_rules; i++)
		put(f, RULE, s->rules[i]);
}

/* What a paragraph looks like by itself. */
static void
shape_features(const struct block *b, struct features *f)
{
	const struct shape *s = &b->shape;
	uint32_t latin = s->tokens - s->ideographs;
	unsigned length = size_bucket(s->words);

	put(f, LENGTH, length);
	put(f, ENDING, s->ending);
	put(f, BEGINNING, s->beginning);
	put(f, LENGTH_ENDING, length * N_ENDINGS + s->ending);
	put(f, LENGTH_ENDING, 1000 + (length * N_ENDINGS + s->ending) * N_BEGINNINGS + s->beginning);
	put(f, CAPITALS, (at_most(length, 6) * 32) + share(s->capitalised, latin));
	put(f, SHOUTED, share(s->shouted, latin));
	put(f, DIGITS, share(s->digits, s->points));
	put(f, DIGITS, 100 + share(s->numbers, s->tokens));
	put(f, STOPS, at_most(s->stops, 5) * 16 + length);
	put(f, COMMAS, share(s->commas * 4, s->words));
	put(f, SEPARATORS, at_most(s->separators, 6) * 4 + at_most(length / 4, 3));
	put(f, QUOTES, at_most(s->quotes, 3));
	put(f, BRACKETS, at_most(s->brackets, 3) * 2 + (length > 6));
	put(f, COLONS, at_most(s->colons, 3) * 2 + (length > 6));
	put(f, ADDRESSES, at_most(s->addresses, 2));
	put(f, COPYRIGHTS, at_most(s->copyrights, 2));
	put(f, WORD_LENGTH, latin == 0 ? 99 : at_most((s->letters - at_most(s->ideographs, s->letters)) * 2 / latin, 24));
	put(f, IDEOGRAPHS, share(s->ideographs, s->tokens));
	if (s->words <= SCAN_FORM_WORDS)
		put(f, FORM, s->form_hash);
	put(f, REPEATS, at_most(b->repeats, 3) * 16 + length);
}

static void
cue_features(const struct block *b, struct features *f)
{
	unsigned length = at_most(size_bucket(b->shape.words) / 3, 3);

	for (unsigned l = 0; l < N_LABELS; l++) {
		if (b->cues >> l & 1)
			put(f, CUE, l * 4 + length);
		if (b->pairs >> l & 1)
			put(f, CUES, l);
	}
	if (b->cues == 0)
		put(f, CUE, 9999);
	if (b->sure != -1)
		put(f, SURE, 0);
	if (b->dated)
		put(f, DATED, length);
}

void
features_notice(const struct scan *s, struct features *f)
{
	struct block b = {.shape = s->shape, .sure = (int16_t)s->sure, .rule = -1};

	for (unsigned l = 0; l < N_LABELS; l++) {
		b.cues |= (uint32_t)(s->cues[l] > 0) << l;
		b.pairs |= (uint32_t)(s->cues[l] > 1) << l;
	}
	features_words(s, f);
	shape_features(&b, f);
	cue_features(&b, f);
}

static bool
is_prose(const struct block *b)
{
	return b->shape.words >= 15 && (b->shape.ending == ENDS_SENTENCE || b->shape.ending == ENDS_QUOTE) && b->shape.stops > 0;
}

/* Length and ending of the paragraph at i in 15 classes; 99 off the document. */
static unsigned
coarse(const struct block *blocks, size_t n, size_t i)
{
	const struct shape *s;
	unsigned size;

	if (i >= n)
		return 99;
	s = &blocks[i].shape;
	size = s->words < 3 ? 0 : s->words < 8 ? 1 : s->words < 15 ? 2 : s->words < 30 ? 3 : 4;
	if (s->ending == ENDS_SENTENCE || s->ending == ENDS_QUOTE)
		return size * 3;
	return size * 3 + (s->ending == ENDS_COLON ? 1 : 2);
}

static unsigned
distance(uint32_t d)
{
	return d < 6 ? d : d < 9 ? 6 : d < 15 ? 7 : d < 30 ? 8 : d < 80 ? 9 : 10;
}

void
features_structure(const struct block *blocks, size_t n, size_t i, struct features *f)
{
	const struct block *b = &blocks[i];
	unsigned own = coarse(blocks, n, i), before = coarse(blocks, n, i - 1), after = coarse(blocks, n, i + 1);
	unsigned fine = size_bucket(b->shape.words), prose = is_prose(b);

	shape_features(b, f);
	cue_features(b, f);
	if (n == 1)
		return;
	put(f, FROM_TOP, distance((uint32_t)i) * 2 + (fine > 7));
	put(f, FROM_END, distance((uint32_t)(n - 1 - i)) * 2 + (fine > 7));
	put(f, RELATIVE, (i * 16 / n) * 4 + fine / 4);
	put(f, PARAGRAPHS, size_bucket((uint32_t)n) * 4 + fine / 4);
	put(f, NEIGHBOUR, before);
	put(f, NEIGHBOUR, 100 + after);
	put(f, NEIGHBOUR, 200 + coarse(blocks, n, i - 2));
	put(f, NEIGHBOUR, 300 + coarse(blocks, n, i + 2));
	put(f, NEIGHBOUR, 400 + coarse(blocks, n, i - 3));
	put(f, NEIGHBOUR, 500 + coarse(blocks, n, i + 3));
	put(f, NEIGHBOURS, (own * 100 + before) * 100 + after);
	put(f, NEIGHBOURS, 1000000 + own * 100 + before);
	put(f, NEIGHBOURS, 2000000 + own * 100 + after);
	put(f, PROSE_BEFORE, distance(b->prose_before) * 16 + fine);
	put(f, PROSE_AFTER, distance(b->prose_after) * 16 + fine);
	put(f, BETWEEN_PROSE, (distance(b->prose_before) * 16 + distance(b->prose_after)) * 2 + prose);
	put(f, BETWEEN_PROSE, 1000 + (b->prose_before > 0) * 128u + (b->prose_after > 0) * 64u + (b->cues != 0) * 32u + fine);
	put(f, PROSE_COUNTS, (at_most(size_bucket(b->n_before), 10) * 16 + at_most(size_bucket(b->n_after), 10)) * 2 + prose);
	if (b->run > 0) {
		put(f, RUN, (size_bucket(b->run) * 4 + at_most(b->run_place, 3)) * 4 + (b->prose_before > 0) * 2u + (b->prose_after > 0));
		put(f, RUN, 1000 + ((size_bucket(b->run) * N_ENDINGS + b->run_opening) * 2 + (b->prose_after > 0)) * 2 + (b->cues != 0));
	}
	for (unsigned l = 0; l < N_LABELS; l++) {
		if (i > 0 && blocks[i - 1].cues >> l & 1)
			put(f, NEIGHBOUR_CUE, l);
		if (i + 1 < n && blocks[i + 1].cues >> l & 1)
			put(f, NEIGHBOUR_CUE, 100 + l);
	}
	if (b->section != 0) {
		put(f, SECTION, b->section_label * 16 + distance(b->section));
		put(f, SECTION, 1000 + b->section_label * 2 + prose);
	}
}

static int
bucket_of(int32_t log_odds)
{
	int32_t b = (log_odds + 400) / 6;

	return b < 40 ? 40 : b > 93 ? 93 : (int)b;
}

void
features_context(const struct block *blocks, size_t n, size_t i, struct features *f)
{
	const struct block *b = &blocks[i];
	unsigned long_one = b->shape.words >= 15;
	int64_t segment = b->segment;
	unsigned d = distance((uint32_t)(segment < 0 ? -segment : segment));

	put(f, PROSE, (uint64_t)bucket_of(b->prose));
	if (b->notice > 0)
		put(f, NOTICE, (uint64_t)b->notice / 100);
	if (n == 1)
		return;
	if (i > 0) {
		put(f, HEAD_BEFORE, blocks[i - 1].shape.words <= 5 ? blocks[i - 1].shape.text_hash : blocks[i - 1].shape.head_hash);
		put(f, PROSE_NEIGHBOUR, (uint64_t)bucket_of(blocks[i - 1].prose) * 2 + long_one);
	}
	if (i + 1 < n) {
		put(f, HEAD_AFTER, blocks[i + 1].shape.words <= 5 ? blocks[i + 1].shape.text_hash : blocks[i + 1].shape.head_hash);
		put(f, PROSE_NEIGHBOUR, 1000 + (uint64_t)bucket_of(blocks[i + 1].prose) * 2 + long_one);
	}
	put(f, TOPICS, (b->topics == 0 ? 31 : b->topics_shared * 8 / b->topics) * 16 + at_most(size_bucket(b->shape.words), 15));
	put(f, TOPICS, 1000 + at_most(b->topics_shared, 8) * 64 + (uint64_t)(bucket_of(b->prose) - 40) / 2);
	put(f, BEST, (uint64_t)bucket_of(b->prose - b->best) * 2 + long_one);
	put(f, BEST, 1000 + (uint64_t)bucket_of(b->best) * 2 + long_one);
	put(f, NEAR, (uint64_t)bucket_of(b->near) * 2 + long_one);
	put(f, WIDE, (uint64_t)bucket_of(b->wide) * 2 + long_one);
	put(f, NEAR_WIDE, (uint64_t)((bucket_of(b->near) / 3 * 100 + bucket_of(b->wide) / 3) * 2) + long_one);
	put(f, SEGMENT, (d * 2 + (segment > 0)) * 2 + long_one);
	put(f, SEGMENT, 1000 + (d * 2 + (segment > 0)) * 16 + coarse(blocks, n, i));
}

/* Empties the table, with room for n hashes. */
static int
table_clear(struct workspace *w, size_t n)
{
	w->size = 16;
	while (w->size < 2 * n)
		w->size *= 2;
	if (array_reserve(&w->seen, &w->seen_cap, w->size, sizeof(*w->seen)) == -1)
		return -1;
	memset(w->seen, 0, w->size * sizeof(*w->seen));
	return 0;
}

/* The slot of the hash, with count 0 where it is new. */
static struct seen *
table_slot(struct workspace *w, uint64_t hash)
{
	size_t i = (size_t)(hash ^ hash >> 20) & (w->size - 1);

	while (w->seen[i].count != 0 && w->seen[i].hash != hash)
		i = (i + 1) & (w->size - 1);
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
	for (size_t i = 0; i < n; i++)
		b[i].repeats = table_slot(w, b[i].shape.text_hash)->count - 1;
	return 0;
}

int
block_topics(struct workspace *w, struct block *b, const struct scan *s)
{
	uint32_t n = s->shape.tokens < SCAN_HEAD ? s->shape.tokens : SCAN_HEAD;

	b->topics = 0;
	b->topics_begin = (uint32_t)w->n_topics;
	if (array_reserve(&w->topics, &w->topics_cap, w->n_topics + SCAN_HEAD, sizeof(*w->topics)) == -1)
		return -1;
	for (uint32_t i = 0; i < n; i++)
		if (s->head_stems[i] != 0)
			w->topics[b->topics_begin + b->topics++] = (uint32_t)(s->head_stems[i] ^ s->head_stems[i] >> 32);
	w->n_topics += b->topics;
	return 0;
}

/* How many of each paragraph's words of content stand in another one that looks like prose. */
static int
share_topics(struct workspace *w, struct block *b, size_t n)
{
	struct seen *s;

	if (table_clear(w, w->n_topics) == -1)
		return -1;
	for (size_t i = 0; i < n; i++)
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

int
blocks_structure(struct workspace *w, struct block *b, size_t n)
{
	size_t prose = 0, section = 0;
	uint32_t label = 0, met = 0;

	if (count_repeats(w, b, n) == -1)
		return -1;
	find_runs(b, n);
	for (size_t i = 0; i < n; i++) {
		b[i].prose_before = met > 0 ? (uint32_t)(i - prose) : 0;
		b[i].n_before = met;
		b[i].section = label != 0 ? (uint32_t)(i - section) : 0;
		b[i].section_label = label;
		if (is_prose(&b[i])) {
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
		if (is_prose(&b[i])) {
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

int
blocks_context(struct workspace *w, struct block *b, size_t n)
{
	size_t begin, end;
	int32_t best = 0;

	if (share_topics(w, b, n) == -1)
		return -1;
	best_run(b, n, &begin, &end);
	for (size_t i = 0; i < n; i++)
		if (i == 0 || b[i].prose < best)
			best = b[i].prose;
	for (size_t i = 0; i < n; i++) {
		b[i].best = best;
		b[i].near = mean(b, n, i, 2);
		b[i].wide = mean(b, n, i, 6);
		b[i].segment = i < begin ? -(int32_t)(begin - i) : i >= end ? (int32_t)(i - end + 1) : 0;
	}
	return 0;
}
