#include "cmd/tag-quotes/passage.h"

#include <stdlib.h>

#include "cmd/tag-quotes/features.h"
#include "common/buf.h"

bool
tag_is_finite(enum tag t)
{
	switch (t) {
	case TAG_BE:
	case TAG_HAVE:
	case TAG_DO:
	case TAG_MODAL:
	case TAG_VERB:
	case TAG_VERBS:
	case TAG_PAST:
	case TAG_ED:
		return true;
	default:
		return false;
	}
}

static int
push_quote(struct passage *p, const struct quoted *q, uint32_t first)
{
	if (array_reserve(&p->quotes, &p->quotes_cap, p->n_quotes + 1, sizeof(*p->quotes)) == -1)
		return -1;
	p->quotes[p->n_quotes++] = (struct quoted_tokens){first, first, q->end, q};
	return 0;
}

/* Tags the marks, and tells for each token which outermost quote it is in. */
static int
place_quotes(struct passage *p, const struct quoted *quoted, size_t n)
{
	size_t q = 0, inner = 0;
	struct quoted_tokens *open = NULL;

	p->n_quotes = 0;
	for (size_t i = 0; i < p->tokens.n; i++) {
		struct token *t = &p->tokens.t[i];

		while (q < n && quoted[q].depth > 0)
			q++;
		if (open == NULL && q < n && t->start >= quoted[q].open) {
			if (push_quote(p, &quoted[q++], (uint32_t)i) == -1)
				return -1;
			open = &p->quotes[p->n_quotes - 1];
		}
		p->quote_of[i] = 0;
		if (open == NULL)
			continue;
		if (t->start < open->quoted->start) {
			t->tag = TAG_OPEN;
			open->first = open->end = (uint32_t)i + 1;
		} else if (t->start < open->quoted->end) {
			p->quote_of[i] = (uint32_t)p->n_quotes;
			t->flags |= TOKEN_QUOTED;
			open->end = (uint32_t)i + 1;
		} else if (t->start < open->quoted->close) {
			t->tag = TAG_CLOSE;
		}
		if (token_end(t) >= open->quoted->close)
			open = NULL;
	}
	for (size_t i = 0; i < p->tokens.n; i++) {
		size_t at = p->tokens.t[i].start;

		while (inner < n && quoted[inner].open < at)
			inner++;
		if (inner < n && quoted[inner].depth > 0 && quoted[inner].open == at)
			p->tokens.t[i].tag = TAG_OPEN;
	}
	return 0;
}

/* Whether a subject and a reporting verb follow the comma at i: ", he said". */
static bool
attribution_at(const struct passage *p, uint32_t i, uint32_t end)
{
	for (uint32_t k = i + 1; k < end && k < i + 7; k++) {
		enum tag t = tag_at(p, k);

		if (tag_is_punctuation(t))
			return false;
		if (p->tokens.t[k].cue >= 80)
			return true;
	}
	return false;
}

/* Lets a quote without a closing mark end where the reporter's words begin. */
static void
clip_unclosed(struct passage *p)
{
	for (size_t n = 0; n < p->n_quotes; n++) {
		struct quoted_tokens *q = &p->quotes[n];

		if (!q->quoted->unclosed)
			continue;
		for (uint32_t i = q->first; i < q->end; i++) {
			if (tag_at(p, i) != TAG_COMMA || !attribution_at(p, i, q->end))
				continue;
			q->content_end = token_end(&p->tokens.t[i]);
			for (uint32_t k = i + 1; k < q->end; k++) {
				p->tokens.t[k].flags &= (uint8_t)~TOKEN_QUOTED;
				p->quote_of[k] = 0;
			}
			q->end = i + 1;
		}
	}
}

static int
push_sentence(struct passage *p, size_t first, size_t end)
{
	if (array_reserve(&p->sentences, &p->sentences_cap, p->n_sentences + 1, sizeof(*p->sentences)) == -1)
		return -1;
	p->sentences[p->n_sentences++] = (struct sentence){(uint32_t)first, (uint32_t)end};
	p->tokens.t[first].flags |= TOKEN_FIRST;
	return 0;
}

/* Whether a sentence may begin with this token. */
static bool
may_begin(const struct token *t)
{
	return t->flags & TOKEN_GAP && (t->flags & TOKEN_CAPITAL || t->tag == TAG_OPEN || t->tag == TAG_NUMBER ||
	    t->tag == TAG_LEFT || t->tag == TAG_DASH || t->tag == TAG_OTHER);
}

static int
find_sentences(struct passage *p)
{
	const struct token *t = p->tokens.t;
	size_t first = 0, n = p->tokens.n, i = 0, end;

	p->n_sentences = 0;
	while (i < n) {
		end = i + 1;
		if (t[i].tag == TAG_STOP) {
			bool quoted = t[i].flags & TOKEN_QUOTED;

			while (end < n && (t[end].tag == TAG_CLOSE || t[end].tag == TAG_STOP ||
			    (t[end].tag == TAG_RIGHT && !(t[end].flags & TOKEN_GAP)))) {
				if (t[end].tag == TAG_CLOSE)
					quoted = false;
				end++;
			}
			if (!quoted && end < n && may_begin(&t[end]) && !(t[end].flags & TOKEN_QUOTED && t[end].tag != TAG_OPEN)) {
				if (push_sentence(p, first, end) == -1)
					return -1;
				first = end;
			}
		}
		i = end;
	}
	if (first < n && push_sentence(p, first, n) == -1)
		return -1;
	return 0;
}

int
passage_read(struct passage *p, const struct lexicon *l, const char *text, const struct paragraph *paragraph,
    const struct quoted *quoted, size_t n)
{
	size_t i;

	p->text = text;
	p->models = l->german ? german_models : english_models;
	if (tokens_split(&p->tokens, l, text, paragraph->start, paragraph->end) == -1 ||
	    array_reserve(&p->sentence_of, &p->tokens_cap[0], p->tokens.n + 1, sizeof(uint32_t)) == -1 ||
	    array_reserve(&p->quote_of, &p->tokens_cap[1], p->tokens.n + 1, sizeof(uint32_t)) == -1 ||
	    array_reserve(&p->finite, &p->tokens_cap[2], p->tokens.n + 1, sizeof(uint32_t)) == -1 ||
	    array_reserve(&p->commas, &p->tokens_cap[3], p->tokens.n + 1, sizeof(uint32_t)) == -1 ||
	    place_quotes(p, quoted, n) == -1)
		return -1;
	clip_unclosed(p);
	if (find_sentences(p) == -1)
		return -1;
	for (size_t s = 0; s < p->n_sentences; s++)
		for (i = p->sentences[s].first; i < p->sentences[s].end; i++)
			p->sentence_of[i] = (uint32_t)s;
	p->finite[0] = p->commas[0] = 0;
	for (i = 0; i < p->tokens.n; i++) {
		p->finite[i + 1] = p->finite[i] + tag_is_finite(tag_at(p, (ptrdiff_t)i));
		p->commas[i + 1] = p->commas[i] + (tag_at(p, (ptrdiff_t)i) == TAG_COMMA);
	}
	return 0;
}

void
passage_free(struct passage *p)
{
	free(p->tokens.t);
	free(p->sentences);
	free(p->quotes);
	free(p->sentence_of);
	free(p->quote_of);
	free(p->finite);
	free(p->commas);
	*p = (struct passage){0};
}
