#include "cmd/split-sentences/rules.h"

#include <string.h>

#include "common/utf8.h"

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
	return language_has(x->language, LANGUAGE_ORDINAL) && !language_has(x->language, LANGUAGE_TRAINED) && !(x->next_class & WORD_STARTER) &&
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
	    x->left.characters < (language_has(x->language, LANGUAGE_TRAINED) ? 2 : 5))
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
	if (starts_small(&x->next) && (abbreviation || !language_has(x->language, LANGUAGE_TRAINED)))
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
sentence_rule(const struct context *x)
{
	const struct candidate *c = &x->c;

	if (x->behind_hashtags || after_feeling(x) || before_name(x))
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
