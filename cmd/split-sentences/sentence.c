#include "cmd/split-sentences/sentence.h"

#include "cmd/split-sentences/smile.h"
#include "cmd/split-sentences/token.h"
#include "cmd/split-sentences/window.h"
#include "common/utf8.h"

/*
 * The least probabilities, in thousandths, at which the model ends a sentence.
 * Chosen on development documents, and on the side of keeping news whole.
 */
enum {
	AT_MARK = 500,
	AT_SMALL = 600,		/* a mark before a small letter: some names end with one */
	AT_COLON_HABIT = 400,	/* in a language of LANGUAGE_COLONS */
	AT_COLON = 800,
	AT_COLON_UNTRAINED = 950,
	AT_GAP = 700,
	AT_STARTER = 450,	/* a gap before a word that starts sentences */
	AT_UNPUNCTUATED = 350	/* any gap, with -u, in the table of these */
};

static bool
has_flag(const struct language *l, unsigned flag)
{
	return l != NULL && (l->flags & flag);
}

int
segmenter_language(struct segmenter *s, struct slice code)
{
	s->language = language_find(code);
	s->trained = has_flag(s->language, LANGUAGE_TRAINED);
	s->gaps = has_flag(s->language, LANGUAGE_GAPS);
	vocabulary_clear(&s->vocabulary);
	if (vocabulary_add_words(&s->vocabulary, language_common) == -1)
		return -1;
	if (s->language == NULL)
		return 0;
	return vocabulary_add_words(&s->vocabulary, s->language->words) == -1 ? -1 : 1;
}

void
segmenter_free(struct segmenter *s)
{
	vocabulary_free(&s->vocabulary);
	vocabulary_free(&s->own);
}

static bool
is_blank(char c)
{
	return c == ' ' || c == '\n' || c == '\t';
}

static bool
is_small(char c)
{
	return c >= 'a' && c <= 'z';
}

static bool
is_capital(char c)
{
	return c >= 'A' && c <= 'Z';
}

static bool
is_digit(char c)
{
	return c >= '0' && c <= '9';
}

/* The classes of a word by its hash, those of the user's list too. */
static unsigned
classes_of(const struct segmenter *s, uint64_t hash)
{
	return vocabulary_find(&s->vocabulary, hash) | vocabulary_find(&s->own, hash);
}

/*
 * True where a sentence may end at the white space at pos: in text with marks,
 * before a word that starts sentences, and where line ends or several spaces
 * stand. The pronoun and numeral I starts too few.
 */
static bool
likely_gap(const struct segmenter *s, const char *text, size_t len, size_t begin, size_t pos)
{
	unsigned char next = pos + 1 < len ? (unsigned char)text[pos + 1] : ' ';
	struct token token;
	uint32_t first;

	if (s->gaps)
		return true;
	if (!s->trained)
		return false;
	if (text[pos] != ' ' || next == ' ')
		return true;
	if (pos > begin && text[pos - 1] == ',')
		return false;
	if (next < 0x80 && (pos + 2 >= len || is_small(text[pos + 2])))
		return vocabulary_starter(&s->vocabulary, text + pos + 1, text + len);
	if (next == 'I' || (is_capital((char)next) && is_capital(text[pos + 2])))
		return false;
	/* a letter alone: an article in some languages, where it follows a word */
	if (next < 0x80 && pos > begin && !is_small(text[pos - 1]) && (unsigned char)text[pos - 1] < 0x80)
		return false;
	utf8_decode(text + pos + 1, text + len, &first);
	if (!(utf8_class(first) & CH_UPPER))
		return false;
	token_at(text, len, pos + 1, &token);
	return (vocabulary_find(&s->vocabulary, token.hash) & WORD_STARTER) != 0;
}

/* True for white space at pos behind a smile, before a capital or @. */
static bool
smile_gap(const char *text, size_t len, size_t begin, size_t pos)
{
	uint32_t next;

	if (pos + 1 >= len || !smile_may_end(text, begin, pos))
		return false;
	utf8_decode(text + pos + 1, text + len, &next);
	return ((utf8_class(next) & CH_UPPER) || next == '@') && smile_before(text, begin, pos) < pos;
}

/* False where likely_gap() and smile_gap() are false at a glance, as it mostly is: the word behind the space starts no sentences. */
static inline bool
may_be_gap(const struct segmenter *s, size_t pos)
{
	const char *word = s->text + pos + 1;

	return s->scan.gaps == SCAN_ALL || s->len - pos < 4 || *word < 'A' || *word > 'Z' || !is_small(word[1]) ||
	    vocabulary_may_start(&s->vocabulary, word) || smile_may_end(s->text, s->position, pos);
}

bool
segmenter_candidate(const struct segmenter *s, struct context *x, size_t pos, size_t *resume)
{
	*resume = pos + 1;
	/* most white space is no candidate at all, as can be told at less cost */
	if (s->unpunctuated && !candidate_at(x->text, x->len, x->begin, pos, &x->c, resume))
		return false;
	x->extra = is_blank(x->text[pos]) && !likely_gap(s, x->text, x->len, x->begin, pos) &&
	    !smile_gap(x->text, x->len, x->begin, pos);
	if (!s->unpunctuated && (x->extra || !candidate_at(x->text, x->len, x->begin, pos, &x->c, resume)))
		return false;
	if (x->c.kind == MARK_COLON && s->language != NULL && x->text[x->c.mark] == s->language->stop)
		x->c.kind = x->text[x->c.mark] == ';' ? MARK_BANG : MARK_STOP;
	return true;
}

enum sentence_verdict
segmenter_plain(const struct segmenter *s, const char *text, size_t len, size_t begin, size_t pos)
{
	enum { LONG_WORD = 8, LONG_ABBREVIATION = 5 };
	unsigned n, letters, classes, least = s->trained ? 2 : LONG_ABBREVIATION;
	bool capital;
	char before;
	window w;

	if (is_blank(text[pos]))
		return VERDICT_NONE;
	if (pos + 1 == len)
		return VERDICT_INSIDE;
	if ((text[pos] == '.' || text[pos] == ':') && (is_small(text[pos + 1]) || is_digit(text[pos + 1])))
		return VERDICT_INSIDE;
	if (pos + 4 >= len || text[pos + 1] != ' ')
		return VERDICT_NONE;
	if (text[pos] == ':')
		return is_small(text[pos + 2]) ? VERDICT_INSIDE : VERDICT_NONE;
	if (text[pos] == '.' && text[pos + 3] == '.' && is_capital(text[pos + 2]) && pos > begin + 1 && is_capital(text[pos - 1]) &&
	    (text[pos - 2] == ' ' || text[pos - 2] == '.'))
		return VERDICT_INSIDE;
	if (!is_capital(text[pos + 2]) || !(is_small(text[pos + 3]) || (text[pos + 3] == ' ' && is_small(text[pos + 4]))))
		return VERDICT_NONE;
	w = window_before(text, pos);
	letters = window_range(w, 'a', 'z');
	if (pos - begin < WINDOW_SIZE)
		letters &= ~(WINDOW_ALL >> (pos - begin));
	n = (unsigned)__builtin_clz(~(letters << 16));
	capital = pos - begin > n && is_capital(text[pos - n - 1]);
	n += capital;
	if (n > LONG_WORD)
		return VERDICT_END;
	before = pos - begin > n ? text[pos - n - 1] : ' ';
	if (n < 2 || (before != ' ' && before != '-'))
		return VERDICT_NONE;
	classes = classes_of(s, window_hash(window_lower(window_at(text, len, pos - n)), n));
	if (capital && text[pos] == '.' && classes == WORD_TITLE && is_small(text[pos + 3]) &&
	    !vocabulary_starter(&s->vocabulary, text + pos + 2, text + len))
		return VERDICT_INSIDE;
	if ((classes & (WORD_ABBREVIATION | WORD_OWN)) || n < (capital ? LONG_ABBREVIATION : least))
		return VERDICT_NONE;
	return VERDICT_END;
}

/* A Roman number of two digits and more; one alone may be an initial. */
static bool
is_roman(const struct context *x)
{
	if (x->left.shape != SHAPE_CAPITALS)
		return false;
	for (size_t i = x->left.start; i < x->left.end; i++)
		if (strchr("IVX", x->text[i]) == NULL)
			return false;
	return true;
}

/* A small number before the name of a month, or in a language that writes ordinal numbers so. */
static bool
is_ordinal(const struct context *x)
{
	if (x->left.shape == SHAPE_NUMBER_SMALL && (x->next_class & WORD_MONTH_NAME))
		return true;
	return has_flag(x->language, LANGUAGE_ORDINAL) && !has_flag(x->language, LANGUAGE_TRAINED) && !(x->next_class & WORD_STARTER) &&
	    (x->left.shape == SHAPE_NUMBER_SMALL || (x->left.shape == SHAPE_NUMBER && x->left.characters < 3) || is_roman(x));
}

/* A word that is no abbreviation before one with a capital: what segmenter_plain() tells of ASCII. */
static bool
is_plain(const struct context *x)
{
	/* a letter that names a thing: "vitamin A. The" */
	if (x->left.shape == SHAPE_INITIAL && x->previous.shape == SHAPE_LOWER && x->next.shape == SHAPE_CAPITALISED &&
	    (x->next_class & WORD_STARTER))
		return true;
	if ((x->left_class & WORD_ABBREVIATION) || x->next.shape != SHAPE_CAPITALISED || x->c.apart || x->c.spaces == 0 ||
	    x->left.characters < (has_flag(x->language, LANGUAGE_TRAINED) ? 2 : 5))
		return false;
	if (x->left.shape == SHAPE_LOWER || (x->left.shape == SHAPE_CAPITALISED && x->left.characters >= 5))
		return true;
	return (x->left.shape == SHAPE_CAPITALISED || x->left.shape == SHAPE_CAPITALS) && (x->next_class & WORD_STARTER) &&
	    x->left.characters > 2;
}

static bool
starts_small(const struct token *t)
{
	return t->shape == SHAPE_LOWER || t->shape == SHAPE_LETTER || (t->shape == SHAPE_DOTTED && (utf8_class(t->first) & CH_LOWER));
}

enum { NUMERO_SIGN = 0x2116 };

/* The rules for a dot with nothing but white space on its way to the next word. */
static enum sentence_verdict
dot_rule(const struct context *x)
{
	bool abbreviation = (x->left_class & WORD_ABBREVIATION) != 0;

	if (x->next.first == '.')
		return VERDICT_END;
	if (x->next.first == NUMERO_SIGN || is_ordinal(x) || ((x->left_class & WORD_OWN) && !(x->next_class & WORD_STARTER)))
		return VERDICT_INSIDE;
	if (starts_small(&x->next) && (abbreviation || !has_flag(x->language, LANGUAGE_TRAINED)))
		return VERDICT_INSIDE;
	if (x->next.shape == SHAPE_CASELESS && ((x->left_class & (WORD_TITLE | WORD_NUMBERED | WORD_INSIDE)) ||
	    x->left.shape == SHAPE_DOTTED || (x->left.shape == SHAPE_CASELESS && x->left.characters == 1)))
		return VERDICT_INSIDE;
	return is_plain(x) ? VERDICT_END : VERDICT_NONE;
}

/* A mark, or a smile, and the name of one who is spoken to: "@anna". */
static bool
before_name(const struct context *x)
{
	size_t name = x->next.start + 1;
	uint32_t cp;

	if (x->next.first != '@' || x->c.spaces == 0 || x->c.kind == MARK_COLON || x->c.kind == MARK_GAP ||
	    (x->left_class & (WORD_ABBREVIATION | WORD_OWN)) || name >= x->len)
		return false;
	utf8_decode(x->text + name, x->text + x->len, &cp);
	return (utf8_class(cp) & CH_LETTER) != 0;
}

/* A smile, alone or behind a mark, before a capital. */
static bool
after_feeling(const struct context *x)
{
	const struct candidate *c = &x->c;

	if (c->spaces == 0 || (c->kind != MARK_SMILE && (!(c->closers & EDGE_SMILE) || c->kind == MARK_COLON)))
		return false;
	return (utf8_class(x->next.first) & CH_UPPER) != 0;
}

/* A quotation and its source in brackets, behind which the mark of the sentence stands: "... so." (Moss 55). */
static bool
before_source(const struct context *x)
{
	enum { FAR = 64 };
	const char *source = x->text + x->c.next, *end = x->text + x->len, *close;
	size_t n;

	if (!(x->c.closers & EDGE_DOUBLE) || x->c.openers != EDGE_BRACKET || *source != '(')
		return false;
	close = memchr(source, ')', end - source < FAR ? (size_t)(end - source) : FAR);
	return close != NULL && close + 1 < end && mark_at(close + 1, end, &n) != MARK_NONE && mark_at(close - 1, end, &n) == MARK_NONE;
}

enum sentence_verdict
segmenter_rule(const struct context *x)
{
	const struct candidate *c = &x->c;

	if (after_feeling(x) || before_name(x))
		return VERDICT_END;
	if (c->kind == MARK_STOP && (c->closers == 0 || c->spaces > 0))
		return VERDICT_END;
	if ((c->closers & (EDGE_DOUBLE | EDGE_SINGLE | EDGE_BRACKET)) && c->openers == 0 && starts_small(&x->next))
		return VERDICT_INSIDE;
	if (before_source(x))
		return VERDICT_INSIDE;
	/* the pronoun is a capital inside a sentence too */
	if (c->kind == MARK_ELLIPSIS && c->apart && x->next.first == 'I' && x->next.characters == 1)
		return VERDICT_INSIDE;
	return c->kind == MARK_DOT && c->closers == 0 && c->openers == 0 ? dot_rule(x) : VERDICT_NONE;
}

/* Skips the white space, and the marker of a list, that the text opens with. */
static void
open_text(struct segmenter *s)
{
	unsigned spaces;

	s->list = (struct list){.gap = s->len, .start = s->len, .end = s->len};
	s->position = s->from = 0;
	/* most texts open with a capital */
	if (s->len > 0 && is_capital(s->text[0]))
		return;
	s->position = s->from = token_skip_space(s->text, s->len, 0, &spaces);
	if (s->position < s->len) {
		s->from = list_begin(&s->list, s->text, s->len, s->position);
		s->from = token_skip_space(s->text, s->len, s->from, &spaces);
	}
}

void
sentence_begin(struct segmenter *s, const char *text, size_t len)
{
	s->text = text;
	s->len = len;
	open_text(s);
	scan_begin(&s->scan, text, len, s->unpunctuated || s->gaps ? SCAN_ALL : SCAN_CAPITALS,
	    s->language != NULL && s->language->stop == ';');
}

static int
threshold(const struct context *x)
{
	switch (x->c.kind) {
	case MARK_COLON:
		if (has_flag(x->language, LANGUAGE_COLONS))
			return AT_COLON_HABIT;
		return has_flag(x->language, LANGUAGE_TRAINED) ? AT_COLON : AT_COLON_UNTRAINED;
	case MARK_GAP:
		/* a letter may be a name: "curve A" */
		return (x->next_class & WORD_STARTER) && x->next.shape != SHAPE_INITIAL ? AT_STARTER : AT_GAP;
	default:
		return x->next.shape == SHAPE_LOWER ? AT_SMALL : AT_MARK;
	}
}

static bool
model_ends(const struct linear *m, const uint32_t *features, size_t n, int least, struct sentence *out)
{
	out->model = m;
	out->score = linear_score(m, features, n);
	return linear_probability(m, out->score) >= least;
}

static bool
ends_here(const struct segmenter *s, struct context *x, struct sentence *out)
{
	uint32_t features[FEATURES_MAX];
	enum sentence_verdict verdict;
	size_t n;

	context_read(x, &s->vocabulary);
	x->left_class |= vocabulary_find(&s->own, x->left.hash);
	verdict = segmenter_rule(x);
	out->reason = REASON_MARK;
	if (verdict != VERDICT_NONE)
		return verdict == VERDICT_END;
	out->reason = REASON_MODEL;
	n = sentence_features(x, features);
	if (!x->extra && model_ends(s->model, features, n, threshold(x), out))
		return true;
	return s->unpunctuated && candidate_is_gap(&x->c) && model_ends(s->gap_model, features, n, AT_UNPUNCTUATED, out);
}

static bool
finish(struct segmenter *s, struct sentence *out, enum sentence_reason reason, size_t end, size_t next)
{
	out->end = end;
	out->reason = reason;
	s->position = s->from = next;
	return true;
}

bool
sentence_next(struct segmenter *s, struct sentence *out)
{
	struct context x;
	size_t pos = s->from, item = s->list.gap;
	enum sentence_verdict verdict;
	unsigned spaces;

	if (s->position >= s->len)
		return false;
	out->start = s->position;
	context_begin(&x, s->text, s->len, s->position, s->language);
	while ((pos = scan_next(&s->scan, pos, item)) < item) {
		if (s->text[pos] == ' ' && !may_be_gap(s, pos)) {
			pos++;
			continue;
		}
		verdict = segmenter_plain(s, s->text, s->len, x.begin, pos);
		if (verdict == VERDICT_END && pos + 2 < item)
			return finish(s, out, REASON_MARK, pos + 1, pos + 2);
		if (verdict == VERDICT_INSIDE) {
			pos += 2;
			continue;
		}
		if (!segmenter_candidate(s, &x, pos, &pos) || x.c.end > item)
			continue;
		if (ends_here(s, &x, out)) {
			finish(s, out, out->reason, x.c.end, x.c.next);
			if (x.c.next < s->list.start)
				return true;
			break;
		}
	}
	if (item == s->len)
		return finish(s, out, REASON_PARAGRAPH, token_skip_space_back(s->text, x.begin, s->len), s->len);
	if (s->position == out->start)
		finish(s, out, REASON_ITEM, item, s->list.start);
	s->from = token_skip_space(s->text, s->len, s->list.end, &spaces);
	list_advance(&s->list, s->text, s->len);
	return true;
}
