#include "cmd/split-sentences/sentence.h"

#include <string.h>

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

int
segmenter_language(struct segmenter *s, struct slice code)
{
	s->language = language_find(code);
	s->trained = language_has(s->language, LANGUAGE_TRAINED);
	s->gaps = language_has(s->language, LANGUAGE_GAPS);
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

/* The start of the hashtag that ends at pos, after begin, or pos where none does that is of ordinary length. */
static size_t
hashtag_before(const char *text, size_t begin, size_t pos)
{
	enum { FAR = 64 };
	size_t start = pos;

	while (start > begin && pos - start < FAR && !is_blank(text[start - 1]))
		start--;
	return pos - start > 1 && text[start] == '#' ? start : pos;
}

/* True for white space at pos behind two hashtags or more, before a capital. One alone is as often a word of the sentence. */
static bool
hashtags_gap(const char *text, size_t len, size_t begin, size_t pos)
{
	size_t last = hashtag_before(text, begin, pos);
	uint32_t next;

	if (last == pos || last == begin || hashtag_before(text, begin, last - 1) == last - 1 || pos + 1 >= len)
		return false;
	utf8_decode(text + pos + 1, text + len, &next);
	return (utf8_class(next) & CH_UPPER) != 0;
}

/* False where likely_gap(), smile_gap() and hashtags_gap() are false at a glance, as it mostly is: the word behind the space starts no sentences. */
static inline bool
may_be_gap(const struct segmenter *s, size_t pos)
{
	const char *word = s->text + pos + 1;

	return s->scan.gaps == SCAN_ALL || s->len - pos < 4 || *word < 'A' || *word > 'Z' || !is_small(word[1]) ||
	    vocabulary_may_start(&s->vocabulary, word) || smile_may_end(s->text, s->position, pos) || s->hashtags;
}

bool
segmenter_candidate(const struct segmenter *s, struct context *x, size_t pos, size_t *resume)
{
	*resume = pos + 1;
	/* most white space is no candidate at all, as can be told at less cost */
	if (s->unpunctuated && !candidate_at(x->text, x->len, x->begin, pos, &x->c, resume))
		return false;
	x->behind_hashtags = s->hashtags && is_blank(x->text[pos]) && hashtags_gap(x->text, x->len, x->begin, pos);
	x->extra = is_blank(x->text[pos]) && !likely_gap(s, x->text, x->len, x->begin, pos) &&
	    !smile_gap(x->text, x->len, x->begin, pos) && !x->behind_hashtags;
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
	s->hashtags = len > 0 && memchr(text, '#', len) != NULL;
	open_text(s);
	scan_begin(&s->scan, text, len, s->unpunctuated || s->gaps ? SCAN_ALL : SCAN_CAPITALS,
	    s->language != NULL && s->language->stop == ';');
}

static int
threshold(const struct context *x)
{
	switch (x->c.kind) {
	case MARK_COLON:
		if (language_has(x->language, LANGUAGE_COLONS))
			return AT_COLON_HABIT;
		return language_has(x->language, LANGUAGE_TRAINED) ? AT_COLON : AT_COLON_UNTRAINED;
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
	verdict = sentence_rule(x);
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
