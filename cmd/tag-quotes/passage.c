#include "cmd/tag-quotes/passage.h"

#include <stdlib.h>
#include <string.h>

#include "cmd/tag-quotes/cue.h"
#include "common/buf.h"

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
	size_t q = 0;
	struct quoted_tokens *open = NULL;

	p->n_quotes = 0;
	if (p->tokens.n > 0)
		memset(p->quote_of, 0, p->tokens.n * sizeof(*p->quote_of));
	if (n == 0)
		return 0;
	for (size_t i = 0; i < p->tokens.n; i++) {
		struct token *t = &p->tokens.t[i];

		while (q < n && quoted[q].depth > 0)
			q++;
		if (open == NULL && q < n && t->start >= quoted[q].open) {
			if (push_quote(p, &quoted[q++], (uint32_t)i) == -1)
				return -1;
			open = &p->quotes[p->n_quotes - 1];
		}
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
	return 0;
}

/* Tags the marks that open quotes inside others. */
static void
place_inner_marks(struct passage *p, const struct quoted *quoted, size_t n)
{
	size_t q = 0;

	for (size_t i = 0; i < p->tokens.n && n > p->n_quotes; i++) {
		struct token *t = &p->tokens.t[i];

		while (q < n && quoted[q].open < t->start)
			q++;
		if (q < n && quoted[q].depth > 0 && quoted[q].open == t->start)
			t->tag = TAG_OPEN;
	}
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

static int
reserve(struct passage *p)
{
	size_t n = p->tokens.n + 1;

	if (array_reserve(&p->sentence_of, &p->tokens_cap[0], n, sizeof(*p->sentence_of)) == -1 ||
	    array_reserve(&p->quote_of, &p->tokens_cap[1], n, sizeof(*p->quote_of)) == -1 ||
	    array_reserve(&p->finite, &p->tokens_cap[2], n, sizeof(*p->finite)) == -1 ||
	    array_reserve(&p->commas, &p->tokens_cap[3], n, sizeof(*p->commas)) == -1 ||
	    array_reserve(&p->ahead, &p->tokens_cap[4], n, sizeof(*p->ahead)) == -1)
		return -1;
	return 0;
}

/* What the subject of a clause may begin with, and how many words at most stand between that and its verb. */
static const uint64_t clause_subjects = TAG_BIT(PRONOUN) | TAG_BIT(NAME) | TAG_BIT(DETERMINER) | TAG_BIT(TITLE) | TAG_BIT(POSSESSIVE) |
    TAG_BIT(NOUNS);
#define CLAUSE_GAP 5

#define AHEAD(which, value) ((uint32_t)(value) << AHEAD_##which)

/* What a tag does to the distances to what stands ahead: of the bytes that it clears, verbs are far again behind punctuation. */
struct effect {
	uint32_t clear, set;
};

#define IS_VERB {AHEAD(FINITE, 0xff) | AHEAD(CLAUSE, 0xff), 0}
#define IS_BREAK {AHEAD(FINITE, 0xff) | AHEAD(CLAUSE, 0xff), AHEAD(FINITE, AHEAD_FAR)}

static const struct effect effects[TAG_COUNT] = {
	[TAG_COMMA] = {AHEAD(COMMA, 0xff) | AHEAD(FINITE, 0xff) | AHEAD(CLAUSE, 0xff), AHEAD(FINITE, AHEAD_FAR)},
	[TAG_STOP] = IS_BREAK, [TAG_COLON] = IS_BREAK, [TAG_SEMICOLON] = IS_BREAK, [TAG_DASH] = IS_BREAK,
	[TAG_THAT] = {AHEAD(THAT, 0xff), 0},
	[TAG_BE] = IS_VERB, [TAG_HAVE] = IS_VERB, [TAG_DO] = IS_VERB, [TAG_MODAL] = IS_VERB,
	[TAG_VERB] = IS_VERB, [TAG_VERBS] = IS_VERB, [TAG_PAST] = IS_VERB, [TAG_ED] = IS_VERB,
	[TAG_NOUNS_VERBS] = {AHEAD(CLAUSE, 0xff), 0},
};

/*
 * Notes for each token of a sentence what stands behind it, from the last to
 * the first. Meanwhile the byte of the clause is a distance like the others:
 * to its verb, or to what stands instead of one.
 */
static void
look_ahead(struct passage *p, const struct sentence *s)
{
	uint32_t ahead = AHEAD(THAT, AHEAD_FAR) | AHEAD(COMMA, AHEAD_FAR) | AHEAD(FINITE, AHEAD_FAR), clause = 1, kind;

	for (uint32_t i = s->end; i-- > s->first;) {
		const struct token *t = &p->tokens.t[i];
		bool subject = tag_in_set((enum tag)t->tag, clause_subjects) & (ahead >> AHEAD_CLAUSE <= CLAUSE_GAP);

		p->ahead[i] = (ahead & ~AHEAD(CLAUSE, 0xff)) | AHEAD(CLAUSE, clause * subject);
		/* One farther each; none goes beyond AHEAD_FAR. */
		ahead += 0x01010101u;
		ahead -= ahead >> 7 & 0x01010101u;
		ahead = (ahead & ~effects[t->tag].clear) | effects[t->tag].set;
		kind = t->tag <= TAG_DASH ? 1 : 2 + (t->cue >= 50);
		clause = ahead >> AHEAD_CLAUSE == 0 ? kind : clause;
	}
}

static int
push_cue(struct passage *p, uint32_t i)
{
	if (array_reserve(&p->cues, &p->cues_cap, p->n_cues + 1, sizeof(*p->cues)) == -1)
		return -1;
	p->cues[p->n_cues++] = i;
	return 0;
}

/* Numbers the sentences, counts verbs and commas up to each token, and finds what may be a cue; only where there is one is looked ahead. */
static int
read_sentences(struct passage *p)
{
	uint32_t finite = 0, commas = 0;

	p->n_cues = 0;
	for (uint32_t n = 0; n < p->n_sentences; n++) {
		const struct sentence s = p->sentences[n];
		size_t cues = p->n_cues;

		for (uint32_t i = s.first; i < s.end; i++) {
			enum tag t = (enum tag)p->tokens.t[i].tag;

			p->sentence_of[i] = n;
			p->finite[i] = finite;
			p->commas[i] = commas;
			finite += tag_is_finite(t);
			commas += t == TAG_COMMA;
			if (cue_is_candidate(p, i) && push_cue(p, i) == -1)
				return -1;
		}
		if (p->n_cues > cues)
			look_ahead(p, &s);
	}
	p->sentence_of[p->tokens.n] = p->n_sentences > 0 ? (uint32_t)p->n_sentences - 1 : 0;
	p->finite[p->tokens.n] = finite;
	p->commas[p->tokens.n] = commas;
	return 0;
}

int
passage_read(struct passage *p, const struct lexicon *l, const char *text, const struct paragraph *paragraph,
    const struct quoted *quoted, size_t n)
{
	p->text = text;
	p->lexicon = l;
	p->models = l->german ? german_models : english_models;
	if (tokens_split(&p->tokens, l, text, paragraph->start, paragraph->end) == -1 || reserve(p) == -1 ||
	    place_quotes(p, quoted, n) == -1)
		return -1;
	place_inner_marks(p, quoted, n);
	clip_unclosed(p);
	return find_sentences(p) == -1 || read_sentences(p) == -1 ? -1 : 0;
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
	free(p->ahead);
	free(p->cues);
	*p = (struct passage){0};
}
