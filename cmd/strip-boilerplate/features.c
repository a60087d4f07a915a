#include "cmd/strip-boilerplate/features.h"

#include <stdlib.h>
#include <string.h>

#include "common/buf.h"
#include "common/linear.h"

enum kind {
	WORD, PAIR_OF_WORDS, STEM, FIRST_WORD, FIRST_WORDS, LAST_WORD, LAST_WORDS, WHOLE, HEAD_BEFORE, HEAD_AFTER,
	CUE, CUES, RULE, SURE,
	LENGTH, ENDING, BEGINNING, LENGTH_ENDING, DIGITS, STOPS, COMMAS, SEPARATORS, QUOTES, BRACKETS, COLONS,
	ADDRESSES, COPYRIGHTS, WORD_LENGTH, REPEATS, IDEOGRAPHS, OPENING, DATED,
	FROM_TOP, FROM_END, PARAGRAPHS,
	NEIGHBOUR, NEIGHBOURS, NEIGHBOUR_CUE, PROSE_BEFORE, PROSE_AFTER, PROSE_COUNTS, BETWEEN_PROSE, RUN, ALIKE,
	SECTION, PROSE, TOPICS, TITLE, NEAR, WIDE, SEGMENT, NOTICE,
	N_KINDS
};

/* Several kinds that a person would call the same have one name. */
static const char *const names[N_KINDS] = {
	[WORD] = "wording", [PAIR_OF_WORDS] = "wording", [STEM] = "wording", [FIRST_WORD] = "wording", [FIRST_WORDS] = "wording", [LAST_WORD] = "wording",
	[LAST_WORDS] = "wording", [WHOLE] = "wording",
	[CUE] = "phrases", [CUES] = "phrases", [RULE] = "phrases",
	[SURE] = "phrases",
	[LENGTH] = "length and form", [ENDING] = "length and form", [BEGINNING] = "length and form",
	[LENGTH_ENDING] = "length and form", [STOPS] = "length and form", [COMMAS] = "length and form",
	[QUOTES] = "length and form", [BRACKETS] = "length and form", [COLONS] = "length and form",
	[WORD_LENGTH] = "length and form", [IDEOGRAPHS] = "length and form", [OPENING] = "length and form",
	[DIGITS] = "numbers", [DATED] = "numbers",
	[SEPARATORS] = "signs", [ADDRESSES] = "signs", [COPYRIGHTS] = "signs",
	[REPEATS] = "repeats",
	[FROM_TOP] = "place in the document", [FROM_END] = "place in the document", [PARAGRAPHS] = "place in the document",
	[HEAD_BEFORE] = "neighbours", [HEAD_AFTER] = "neighbours", [NEIGHBOUR] = "neighbours", [NEIGHBOURS] = "neighbours",
	[NEIGHBOUR_CUE] = "neighbours", [ALIKE] = "neighbours",
	[PROSE_BEFORE] = "text around", [PROSE_AFTER] = "text around", [PROSE_COUNTS] = "text around",
	[BETWEEN_PROSE] = "text around", [RUN] = "text around", [SECTION] = "text around", [NEAR] = "text around",
	[WIDE] = "text around", [SEGMENT] = "text around",
	[PROSE] = "structure",
	[TOPICS] = "words shared with the text", [TITLE] = "words shared with the text",
	[NOTICE] = "wording of notices",
};

const char *
feature_name(unsigned kind)
{
	return kind < N_KINDS ? names[kind] : NULL;
}

static inline void
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
	uint32_t n = s->shape.tokens, head = n < SCAN_HEAD ? n : SCAN_HEAD;

	if (n == 0)
		return;
	for (uint32_t i = 0; i < head; i++)
		put(f, WORD, s->head[i]);
	for (uint32_t i = n > head + SCAN_TAIL ? n - SCAN_TAIL : head; i < n; i++)
		put(f, WORD, s->tail[i % SCAN_TAIL]);
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
	put(f, REPEATS, at_most(b->repeats, 3) * 16 + length);
}

static void
cue_features(const struct block *b, struct features *f)
{
	unsigned length = at_most(size_bucket(b->shape.words) / 3, 3);

	for (unsigned l = 0; b->cues >> l != 0; l++) {
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

/* Pairs of words, and what words begin with. */
static void
word_pairs(const struct scan *s, struct features *f)
{
	uint32_t n = s->shape.tokens < SCAN_HEAD ? s->shape.tokens : SCAN_HEAD;

	for (uint32_t i = 0; i < n; i++) {
		if (i > 0)
			put(f, PAIR_OF_WORDS, s->head[i - 1] * 31 + s->head[i]);
		if (s->head_stems[i] != 0)
			put(f, STEM, s->head_stems[i]);
	}
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
	word_pairs(s, f);
	shape_features(&b, f);
	cue_features(&b, f);
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
	unsigned fine = size_bucket(b->shape.words), prose = block_is_prose(b);

	shape_features(b, f);
	cue_features(b, f);
	if (n == 1)
		return;
	put(f, FROM_TOP, distance((uint32_t)i) * 2 + (fine > 7));
	put(f, FROM_END, distance((uint32_t)(n - 1 - i)) * 2 + (fine > 7));
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
	for (uint32_t l = 0, cues = i > 0 ? blocks[i - 1].cues : 0; cues >> l != 0; l++)
		if (cues >> l & 1)
			put(f, NEIGHBOUR_CUE, l);
	for (uint32_t l = 0, cues = i + 1 < n ? blocks[i + 1].cues : 0; cues >> l != 0; l++)
		if (cues >> l & 1)
			put(f, NEIGHBOUR_CUE, 100 + l);
	if (b->shape.opening_hash != 0) {
		put(f, ALIKE, b->alike * 8 + (b->prose_before > 0) * 4u + (b->prose_after > 0) * 2u + (b->cues != 0));
		put(f, ALIKE, 100 + b->alike * 8 + at_most(fine, 7));
		put(f, OPENING, b->shape.opening_hash);
		if (b->alike > 1)
			put(f, ALIKE, b->shape.opening_hash);
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

/* A heading is known by all of its words, what is longer by how it begins. */
static uint64_t
short_hash(const struct shape *s)
{
	return s->words <= 5 ? s->text_hash : s->head_hash;
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
	if (i > 0)
		put(f, HEAD_BEFORE, short_hash(&blocks[i - 1].shape));
	if (i + 1 < n)
		put(f, HEAD_AFTER, short_hash(&blocks[i + 1].shape));
	put(f, TOPICS, (b->topics == 0 ? 31 : b->topics_shared * 8 / b->topics) * 16 + at_most(size_bucket(b->shape.words), 15));
	put(f, TOPICS, 1000 + at_most(b->topics_shared, 8) * 64 + (uint64_t)(bucket_of(b->prose) - 40) / 2);
	if (segment < 0 && b->shape.words >= 4 && b->shape.words <= 20) {
		unsigned part = b->topics == 0 ? 9 : b->topics_shared * 4 / b->topics;

		put(f, TOPICS, 5000 + (at_most(b->topics_shared, 4) * 16 + part) * 16 + d);
		put(f, TOPICS, 7000 + at_most(b->topics_shared, 4) * 16 + part);
		put(f, TOPICS, 9000 + (at_most(b->topics_shared, 4) * 16 + part) * 4 + at_most((unsigned)i, 3));
	}
	if (b->title_rank > 0) {
		unsigned rank = at_most(b->title_rank - 1, 3), between = at_most(b->title_between, 5);

		put(f, TITLE, (uint64_t)rank * 16 + at_most(b->topics_shared, 6));
		put(f, TITLE, 1000 + (uint64_t)rank * 16 + d);
		put(f, TITLE, 2000 + (uint64_t)(rank * 8 + between) * 2 + b->twin);
		put(f, TITLE, 3000 + (uint64_t)(rank * 8 + at_most(b->topics_shared, 4)) * 8 + between);
	}
	put(f, NEAR, (uint64_t)bucket_of(b->near) * 2 + long_one);
	put(f, WIDE, (uint64_t)bucket_of(b->wide) * 2 + long_one);
	put(f, SEGMENT, (d * 2 + (segment > 0)) * 2 + long_one);
	put(f, SEGMENT, 1000 + (d * 2 + (segment > 0)) * 16 + coarse(blocks, n, i));
}
