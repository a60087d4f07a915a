#include "cmd/split-sentences/features.h"

#include "common/linear.h"
#include "common/utf8.h"

static unsigned
classify_left(const struct context *x, const struct vocabulary *l)
{
	struct token tail;
	unsigned classes = vocabulary_find(l, x->left.hash), whole;

	if (x->c.kind != MARK_DOT)
		return classes;
	if (classes == 0 && token_tail(x->text, x->len, &x->left, &tail))
		classes = vocabulary_find(l, tail.hash);
	if (x->previous.end > x->previous.start && x->text[x->previous.end - 1] == '.') {
		whole = vocabulary_find(l, token_hash_joined(x->text, &x->previous, &x->left)) & WORD_ABBREVIATION;
		if (whole != 0)
			classes = whole;
	}
	if (x->next.end < x->len && x->text[x->next.end] == '.' && x->next.characters <= 3 && x->left.characters <= 3 &&
	    x->left.characters > 0 && x->c.closers == 0 && (vocabulary_find(l, token_hash_joined(x->text, &x->left, &x->next)) & WORD_ABBREVIATION))
		classes |= WORD_INSIDE;
	return classes;
}

/* A gap or a colon says little: what the model has to go by are the words. */
static bool
is_vague(const struct context *x)
{
	return x->c.kind == MARK_GAP || x->c.kind == MARK_COLON;
}

static bool
holds_letters(enum token_shape shape)
{
	return shape != SHAPE_NUMBER && shape != SHAPE_NUMBER_SMALL && shape != SHAPE_YEAR && shape != SHAPE_OTHER && shape != SHAPE_NONE;
}

/* Reads the word before the left one: it may be the first part of an abbreviation, or tell of a letter alone. */
static void
read_previous(struct context *x)
{
	size_t at;

	x->previous.shape = SHAPE_NONE;
	x->previous.start = x->previous.end = x->left.start;
	if (!is_vague(x) && (x->c.kind != MARK_DOT || x->left.characters > 5 || !holds_letters(x->left.shape)))
		return;
	at = token_skip_space_back(x->text, x->begin, x->left.start);
	if (is_vague(x) || (at > x->begin && (x->text[at - 1] == '.' || x->left.shape == SHAPE_INITIAL)))
		token_before(x->text, x->len, x->begin, at, &x->previous);
}

/* Reads the word after the next one, behind a quotation mark or bracket. */
static void
read_following(struct context *x)
{
	unsigned spaces;
	size_t n, pos = token_skip_space(x->text, x->len, x->next.end, &spaces);

	if (pos < x->len && spaces > 0 && mark_opener(x->text + pos, x->text + x->len, &n) != 0)
		pos += n;
	token_at(x->text, x->len, pos, &x->following);
}

void
context_read(struct context *x, const struct vocabulary *l)
{
	size_t at = x->c.apart ? token_skip_space_back(x->text, x->begin, x->c.mark) : x->c.mark;

	token_before(x->text, x->len, x->begin, at, &x->left);
	token_at(x->text, x->len, x->c.word, &x->next);
	read_previous(x);
	if (is_vague(x))
		read_following(x);
	x->left_class = classify_left(x, l);
	x->next_class = vocabulary_find(l, x->next.hash);
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
	/* multiplicative hashing: these bits of the product depend on all of the value but its highest */
	s->out[s->n++] = (uint32_t)((value + (uint64_t)(kind << 3 | s->kind) * 0x9e3779b97f4a7c15u) * 0xd6e8feb86659fd93u >> 40);
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
	uint64_t pair = MIX(left, next);
	size_t length = c->mark - x->begin;

	put(s, 1, MIX(edges, next * 4 + space));
	put(s, 8, MIX(abbreviation, MIX(starter, next)));
	put(s, 13, MIX(x->left.characters > 8 ? 8 : x->left.characters, pair));
	put(s, 16, MIX(starter, MIX(edges, next)));
	put(s, 20, MIX(MIX(c->marks > 4 ? 4 : c->marks, c->apart), edges));
	put(s, 21, MIX(after, pair));
	put(s, 26, MIX(left, edges));
	put(s, 27, MIX(x->left.last, next));
	put(s, 35, MIX(starter, pair));
	put(s, 37, MIX(bucket(length), pair));
	put(s, 40, MIX(x->left.start == x->begin, pair));
	if (c->kind == MARK_COLON || c->kind == MARK_GAP) {
		put(s, 14, MIX(next, x->following.shape));
		put(s, 29, MIX((unsigned char)x->text[c->mark - (c->kind == MARK_GAP)], next));
		put(s, 32, MIX(space, pair));
		put(s, 36, MIX(starter, MIX(x->previous.shape, pair)));
		put(s, 38, MIX(x->previous.shape, MIX(pair, x->following.shape)));
	}
}

/* What holds in one language: its words and habits. */
static void
language_features(struct sink *s, const struct context *x)
{
	const struct candidate *c = &x->c;
	uint64_t language = MIX(x->language->code[0], x->language->code[1]);
	unsigned left = x->left.shape, next = x->next.shape;
	uint64_t edges = MIX(c->closers, c->openers), left_word = x->left.hash ^ language;
	uint64_t next_word = MIX(x->next.hash ^ language, next);

	put(s, 3, left_word);
	put(s, 5, next_word);
	put(s, 12, MIX(token_suffix(x->text, &x->left) ^ language, left));
	put(s, 15, MIX(language, MIX(left, next)));
	put(s, 25, MIX(language, edges));
	if (is_vague(x)) {
		put(s, 6, MIX(next_word, left));
	}
}

size_t
sentence_features(const struct context *x, uint32_t *features)
{
	struct sink s = {features, 0, x->c.kind};

	general_features(&s, x);
	if (language_has(x->language, LANGUAGE_TRAINED) && !x->anonymous)
		language_features(&s, x);
	return s.n;
}
