#include "cmd/split-sentences/features.h"

#include "common/linear.h"
#include "common/utf8.h"

/* No headline has more bytes. */
enum { LONG_HEADLINE = 120 };

/* The hash of "a.b": how an abbreviation of two parts stands in the vocabulary, however it is spaced. */
static uint64_t
joined(const char *text, const struct token *a, const struct token *b)
{
	uint64_t h = a->hash;
	uint32_t cp;
	size_t n;
	char lower[4];

	if (text[a->end - 1] != '.')
		h = (h ^ '.') * 0x100000001b3u;
	for (size_t i = b->start; i < b->end; i += n) {
		n = utf8_decode(text + i, text + b->end, &cp);
		for (size_t k = 0, m = utf8_encode(utf8_lower(cp), lower); k < m; k++)
			h = (h ^ (unsigned char)lower[k]) * 0x100000001b3u;
	}
	return h;
}

static unsigned
classify_left(const struct context *x, const struct vocabulary *l)
{
	struct token tail;
	unsigned classes = vocabulary_find(l, x->left.hash);

	if (x->c.kind != MARK_DOT)
		return classes;
	if (classes == 0 && token_tail(x->text, &x->left, &tail))
		classes = vocabulary_find(l, tail.hash);
	if (x->previous.end > x->previous.start && x->text[x->previous.end - 1] == '.' && x->left.characters <= 5)
		classes |= vocabulary_find(l, joined(x->text, &x->previous, &x->left)) & WORD_ABBREVIATION;
	if (x->next.end < x->len && x->text[x->next.end] == '.' && x->next.characters <= 3 && x->left.characters <= 3 &&
	    x->left.characters > 0 && x->c.closers == 0 && (vocabulary_find(l, joined(x->text, &x->left, &x->next)) & WORD_ABBREVIATION))
		classes |= WORD_INSIDE;
	return classes;
}

/* The word before the left one, without the dot of an abbreviation. */
static unsigned
classify_previous(const struct context *x, const struct vocabulary *l)
{
	struct token t = x->previous;

	if (t.end == t.start || x->text[t.end - 1] != '.')
		return 0;
	token_before(x->text, t.start, t.end - 1, &t);
	return vocabulary_find(l, t.hash);
}

/* Counts the words up to the candidate, from where the one before it in the sentence was. */
static void
read_headline(struct context *x)
{
	struct headline h = x->headline;
	unsigned class;
	uint32_t cp;

	if (h.begin != x->begin || h.end < x->begin)
		h = (struct headline){.begin = x->begin, .end = x->begin};
	while (h.end < x->c.mark) {
		h.end += utf8_decode(x->text + h.end, x->text + x->c.mark, &cp);
		class = utf8_class(cp);
		if (!h.inside && !(class & CH_SPACE)) {
			h.words++;
			h.small += (class & CH_LOWER) != 0;
		}
		h.inside = !(class & CH_SPACE);
	}
	x->headline = h;
}

void
context_read(struct context *x, const struct vocabulary *l)
{
	size_t at = token_skip_space_back(x->text, x->begin, x->c.mark);
	unsigned spaces;
	size_t n, pos;

	token_before(x->text, x->begin, at, &x->left);
	at = token_skip_space_back(x->text, x->begin, x->left.start);
	token_before(x->text, x->begin, at, &x->previous);
	token_at(x->text, x->len, x->c.word, &x->next);
	pos = token_skip_space(x->text, x->len, x->next.end, &spaces);
	if (pos < x->len && mark_opener(x->text + pos, x->text + x->len, &n) != 0 && spaces > 0)
		pos += n;
	token_at(x->text, x->len, pos, &x->following);
	x->left_class = classify_left(x, l);
	x->next_class = vocabulary_find(l, x->next.hash);
	x->previous_class = classify_previous(x, l);
	if ((x->c.kind == MARK_COLON || x->c.kind == MARK_GAP) && x->c.mark - x->begin <= LONG_HEADLINE)
		read_headline(x);
}

static unsigned
bucket(size_t n)
{
	unsigned b = 0;

	while (n > 0 && b < 9) {
		n >>= 1;
		b++;
	}
	return b;
}

/* Where features go. No two kinds share a number; the holes are those that proved no use. */
struct sink {
	uint32_t *out;
	size_t n;
	uint32_t kind;		/* the mark's, so that each mark has weights of its own */
};

static void
put(struct sink *s, uint32_t kind, uint64_t value)
{
	s->out[s->n++] = linear_feature(kind << 3 | s->kind, value);
}

#define MIX(a, b) ((uint64_t)(a) * 0x9ddfea08eb382d69u + (uint64_t)(b))

/* The shape of the word before the mark; where it is a known abbreviation, what it is an abbreviation of. */
static unsigned
left_form(const struct context *x)
{
	unsigned bit = 0;

	if (x->c.kind != MARK_DOT || !(x->left_class & WORD_ABBREVIATION))
		return x->left.shape;
	while (!(x->left_class >> bit & 1))
		bit++;
	return SHAPE_COUNT + bit;
}

/* How many words the sentence has so far and how many of them start small, where it is short enough for a headline. */
static uint64_t
headline(const struct context *x)
{
	const struct headline *h = &x->headline;

	if (x->c.mark - x->begin > LONG_HEADLINE)
		return 0;
	return 1 + MIX(h->words > 7 ? 7 : h->words, h->small > 4 ? 4 : h->small);
}

/* What holds in any language: shapes, classes, marks. */
static void
general_features(struct sink *s, const struct context *x)
{
	const struct candidate *c = &x->c;
	unsigned after = x->next.end < x->len ? (unsigned char)x->text[x->next.end] : 0;
	unsigned starter = (x->next_class & WORD_STARTER) != 0;
	unsigned left = left_form(x), next = x->next.shape, abbreviation = x->left_class & WORD_ABBREVIATION;
	unsigned space = c->line_end ? 3 : c->spaces > 1 ? 2 : c->spaces;
	uint64_t edges = MIX(c->closers, c->openers);
	uint64_t mark = MIX(c->marks > 4 ? 4 : c->marks, c->apart);
	uint64_t pair = MIX(left, next);
	size_t length = c->mark - x->begin;

	put(s, 1, MIX(edges, next * 4 + space));
	put(s, 7, MIX(abbreviation, next));
	put(s, 8, MIX(abbreviation, MIX(starter, next)));
	put(s, 13, MIX(x->left.characters > 8 ? 8 : x->left.characters, pair));
	put(s, 14, MIX(next, x->following.shape));
	put(s, 16, MIX(starter, MIX(edges, next)));
	put(s, 18, bucket(length));
	put(s, 19, MIX(mark, next));
	put(s, 20, MIX(mark, edges));
	put(s, 21, MIX(after, pair));
	put(s, 22, MIX(c->closers, x->next.first));
	put(s, 26, MIX(left, edges));
	put(s, 27, MIX(x->left.last, next));
	put(s, 35, MIX(starter, MIX(x->previous.shape, pair)));
	put(s, 40, MIX(x->left.start == x->begin, pair));
	put(s, 36, MIX(x->previous_class & WORD_TITLE, MIX(x->previous.shape, pair)));
	put(s, 37, MIX(bucket(length), MIX(left, next)));
	put(s, 38, MIX(x->previous.shape, MIX(pair, x->following.shape)));
	put(s, 39, MIX(x->left.shape, MIX(abbreviation, next)));
	if (c->kind == MARK_COLON || c->kind == MARK_GAP) {
		uint64_t line = headline(x);

		put(s, 41, MIX(line, starter));
		put(s, 42, MIX(line, pair));
		put(s, 43, MIX(line, x->following.shape));
		put(s, 29, MIX((unsigned char)x->text[c->mark - (c->kind == MARK_GAP)], next));
		put(s, 32, MIX(space, pair));
	}
}

/* What holds in one language: its words and habits. */
static void
language_features(struct sink *s, const struct context *x)
{
	const struct candidate *c = &x->c;
	uint64_t language = linear_string(x->language->code, 2);
	unsigned left = x->left.shape, next = x->next.shape;
	uint64_t edges = MIX(c->closers, c->openers), left_word = x->left.hash ^ language;
	uint64_t next_word = MIX(x->next.hash ^ language, next), previous = x->previous.hash ^ language;

	put(s, 3, left_word);
	put(s, 4, MIX(left_word, next));
	put(s, 5, next_word);
	put(s, 6, MIX(next_word, left));
	put(s, 10, MIX(previous, (x->left_class & WORD_ABBREVIATION) != 0));
	put(s, 11, MIX(previous, x->left.hash));
	put(s, 12, MIX(x->left.suffix ^ language, left));
	put(s, 15, MIX(language, MIX(left, next)));
	put(s, 17, MIX(next_word, edges));
	put(s, 25, MIX(language, edges));
}

size_t
sentence_features(const struct context *x, uint32_t *features)
{
	struct sink s = {features, 0, x->c.kind};

	general_features(&s, x);
	if (x->language != NULL && (x->language->flags & LANGUAGE_TRAINED) && !x->anonymous)
		language_features(&s, x);
	return s.n;
}
