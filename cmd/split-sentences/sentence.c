#include "cmd/split-sentences/sentence.h"

#include "cmd/split-sentences/token.h"
#include "common/utf8.h"

int segmenter_milli[2][8] = {{0, 500, 500, 500, 500, 950, 980}, {0, 500, 500, 500, 500, 700, 850}};

size_t
sentence_scan(const char *text, size_t len, size_t pos, bool gaps)
{
	for (; pos < len; pos++) {
		unsigned char c = (unsigned char)text[pos];
		size_t n;

		if (c == '.' || c == '!' || c == '?' || c == ':' || c == ';')
			return pos;
		if (gaps && (c == ' ' || c == '\n' || c == '\t'))
			return pos;
		if (c >= 0xc0 && mark_at(text + pos, text + len, &n) != MARK_NONE)
			return pos;
	}
	return len;
}

int
segmenter_language(struct segmenter *s, struct slice code)
{
	s->language = language_find(code);
	s->lexicon.n = 0;
	if (s->lexicon.cap > 0)
		memset(s->lexicon.slots, 0, s->lexicon.cap * sizeof(*s->lexicon.slots));
	if (lexicon_add_words(&s->lexicon, language_common) == -1)
		return -1;
	if (s->language == NULL)
		return 0;
	return lexicon_add_words(&s->lexicon, s->language->words) == -1 ? -1 : 1;
}

void
segmenter_free(struct segmenter *s)
{
	lexicon_free(&s->lexicon);
	lexicon_free(&s->own);
}

bool
segmenter_candidate(const struct segmenter *s, struct context *x, size_t pos, size_t *resume)
{
	if (!candidate_at(x->text, x->len, x->begin, pos, &x->c, resume))
		return false;
	if (x->c.kind == MARK_COLON && s->language != NULL && x->text[x->c.mark] == s->language->stop)
		x->c.kind = x->text[x->c.mark] == ';' ? MARK_BANG : MARK_STOP;
	return true;
}

/* A small number before the name of a month, or in a language that writes ordinal numbers so. */
static bool
is_ordinal(const struct context *x)
{
	if (x->c.kind != MARK_DOT || x->c.closers != 0 || x->c.openers != 0)
		return false;
	if (x->left.shape == SHAPE_NUMBER_SMALL && (x->next_class & WORD_MONTH_NAME))
		return true;
	return x->language != NULL && x->language->ordinal && !x->language->trained && !(x->next_class & WORD_STARTER) &&
	    (x->left.shape == SHAPE_NUMBER_SMALL || (x->left.shape == SHAPE_NUMBER && x->left.characters < 3));
}

enum sentence_verdict
segmenter_rule(const struct context *x)
{
	const struct candidate *c = &x->c;

	if (c->kind == MARK_STOP && c->closers == 0)
		return VERDICT_END;
	if ((c->closers & (EDGE_DOUBLE | EDGE_SINGLE | EDGE_BRACKET)) && c->openers == 0 &&
	    (x->next.shape == SHAPE_LOWER || x->next.shape == SHAPE_LETTER))
		return VERDICT_INSIDE;
	if ((x->left_class & WORD_OWN) && c->kind == MARK_DOT && c->closers == 0 && !(x->next_class & WORD_STARTER))
		return VERDICT_INSIDE;
	return is_ordinal(x) ? VERDICT_INSIDE : VERDICT_NONE;
}

void
sentence_begin(struct segmenter *s, const char *text, size_t len)
{
	unsigned spaces;

	s->text = text;
	s->len = len;
	s->position = token_skip_space(text, len, 0, &spaces);
	s->scan = s->position < len ? list_begin(&s->list, text, len, s->position) : len;
}

static bool
ends_here(const struct segmenter *s, struct context *x, struct sentence *out)
{
	uint32_t features[FEATURES_MAX];
	enum sentence_verdict verdict;
	size_t n;

	context_read(x, &s->lexicon);
	x->left_class |= lexicon_find(&s->own, x->left.hash);
	verdict = segmenter_rule(x);
	out->reason = REASON_MARK;
	if (verdict != VERDICT_NONE)
		return verdict == VERDICT_END;
	n = sentence_features(x, features);
	out->reason = REASON_MODEL;
	out->score = linear_score(s->model, features, n);
	return linear_probability(s->model, out->score) >= segmenter_milli[x->language != NULL && x->language->trained][x->c.kind];
}

static bool
finish(struct segmenter *s, struct sentence *out, enum sentence_reason reason, size_t end, size_t next)
{
	out->end = end;
	out->reason = reason;
	s->position = s->scan = next;
	return true;
}

bool
sentence_next(struct segmenter *s, struct sentence *out)
{
	struct context x = {.text = s->text, .len = s->len, .language = s->language, .begin = s->position};
	size_t pos = s->scan, item = s->list.gap;

	if (s->position >= s->len)
		return false;
	out->start = s->position;
	while ((pos = sentence_scan(s->text, s->len, pos, true)) < item) {
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
	s->scan = s->list.end;
	list_advance(&s->list, s->text, s->len);
	return true;
}
