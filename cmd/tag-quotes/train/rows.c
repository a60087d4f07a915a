#include "cmd/tag-quotes/train/rows.h"

#include <err.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>

#include "cmd/tag-quotes/clause.h"
#include "cmd/tag-quotes/link.h"
#include "cmd/tag-quotes/quote_kind.h"
#include "cmd/tag-quotes/speaker.h"
#include "common/buf.h"
#include "common/utf8.h"

/* One article, its paragraph at hand, and its annotation. */
struct article {
	struct buf text;
	struct paragraph *paragraphs;
	size_t n, cap;
	struct marks marks;
	struct passage passage;
	const struct gold_row *rows;
	size_t n_rows;
};

/* The question whose rows are wanted. */
static enum question wanted;

static void
print_row(enum question question, int label, const struct features *f)
{
	if (question != wanted)
		return;
	printf("%d\t", label);
	for (size_t i = 0; i < f->n; i++)
		printf("%s%u", i == 0 ? "" : " ", f->f[i]);
	putchar('\n');
}

static bool
is(const char *a, const char *b)
{
	return strcmp(a, b) == 0;
}

static bool
is_clause(const struct gold_row *r)
{
	return is(r->type, "indirect") || is(r->type, "mixed");
}

static bool
in_span(const struct token *t, struct span s)
{
	return t->start >= s.start && token_end(t) <= s.end;
}

/* The tokens of a span without punctuation at its ends and without a leading "that"; empty where there is none. */
static struct token_span
tokens_of(const struct passage *p, struct span s)
{
	struct token_span r = {0, 0};
	uint32_t n = (uint32_t)p->tokens.n;

	while (r.first < n && p->tokens.t[r.first].start < s.start)
		r.first++;
	r.end = r.first;
	while (r.end < n && token_end(&p->tokens.t[r.end]) <= s.end)
		r.end++;
	while (r.first < r.end && (!boundary_is_word(p, r.first) || boundary_is_that(p, r.first))) {
		if (boundary_is_that(p, r.first) && r.first + 1 == r.end)
			break;
		r.first++;
	}
	while (r.end > r.first && !boundary_is_word(p, r.end - 1))
		r.end--;
	return r;
}

/* The head of a cue: its likeliest token. Returns false where no token of it can be one. */
static bool
head_of(const struct passage *p, struct span cue, uint32_t *head)
{
	int most = -1;

	for (uint32_t i = 0; i < p->tokens.n; i++)
		if (in_span(&p->tokens.t[i], cue) && cue_is_candidate(p, i) && p->tokens.t[i].cue > most) {
			most = p->tokens.t[i].cue;
			*head = i;
		}
	return most >= 0;
}

static bool
covered(const struct article *a, const struct token *t)
{
	for (size_t i = 0; i < a->n_rows; i++)
		if (in_span(t, a->rows[i].cue))
			return true;
	return false;
}

static const struct gold_row *
row_of_quote(const struct article *a, const struct quoted_tokens *q)
{
	for (size_t i = 0; i < a->n_rows; i++) {
		struct token_span s = tokens_of(&a->passage, a->rows[i].content);
		struct token_span mine = tokens_of(&a->passage, (struct span){q->quoted->start, q->quoted->end});

		if (!is_clause(&a->rows[i]) && s.first == mine.first && s.end == mine.end && s.end > s.first)
			return &a->rows[i];
	}
	return NULL;
}

static void
quotes_rows(const struct article *a)
{
	const struct passage *p = &a->passage;
	struct features f;

	for (size_t q = 0; q < p->n_quotes; q++) {
		const struct gold_row *r = row_of_quote(a, &p->quotes[q]);
		uint32_t first, end, head = 0;

		if (r == NULL || is(r->type, "scare"))
			continue;
		quote_kind_features(&f, p, &p->quotes[q]);
		print_row(ASK_DIRECT, is(r->type, "direct"), &f);
		if (r->cue.end == 0 || !head_of(p, r->cue, &head))
			continue;
		link_range(p, &p->quotes[q], &first, &end);
		for (uint32_t c = first; c < end; c++)
			if (cue_is_candidate(p, c) && (c == head || !in_span(&p->tokens.t[c], r->cue))) {
				link_features(&f, p, q, c);
				print_row(ASK_LINK, c == head, &f);
			}
	}
}

/* The clause of which c is the cue's head, behind it or before it. */
static const struct gold_row *
clause_of(const struct article *a, uint32_t c, bool after)
{
	uint32_t head = 0;

	for (size_t i = 0; i < a->n_rows; i++) {
		const struct gold_row *r = &a->rows[i];

		if (!is_clause(r) || !in_span(&a->passage.tokens.t[c], r->cue) || !head_of(&a->passage, r->cue, &head) ||
		    head != c || (r->content.start >= a->passage.tokens.t[c].start) != after)
			continue;
		return r;
	}
	return NULL;
}

static void
cues_rows(const struct article *a)
{
	const struct passage *p = &a->passage;
	struct features f;

	for (uint32_t c = 0; c < p->tokens.n; c++) {
		const struct gold_row *after, *before;

		if (!cue_is_candidate(p, c))
			continue;
		after = clause_of(a, c, true);
		before = clause_of(a, c, false);
		if (after == NULL && before == NULL && covered(a, &p->tokens.t[c]) && p->tokens.t[c].cue < 50)
			continue;
		cue_features(&f, p, c);
		print_row(ASK_AFTER, after != NULL, &f);
		print_row(ASK_BEFORE, before != NULL, &f);
		if (after != NULL || before != NULL)
			print_row(ASK_SPEECH, is((after != NULL ? after : before)->kind, "speech"), &f);
	}
}

static void
boundary_rows(const struct passage *p, enum question question, uint32_t c, uint32_t other, uint32_t gold)
{
	struct token_span r = boundary_range(p, question, c, other);
	struct features f;

	if (gold < r.first || gold >= r.end)
		return;
	for (uint32_t i = r.first; i < r.end; i++)
		if (boundary_is_candidate(p, question, i)) {
			boundary_features(&f, question, p, c, other, i);
			print_row(question, i == gold, &f);
		}
}

/* The rows of the clause of cue c on one side. */
static void
clause_rows(const struct article *a, uint32_t c, bool after)
{
	const struct passage *p = &a->passage;
	const struct gold_row *r = clause_of(a, c, after);
	struct token_span s;

	if (r == NULL)
		return;
	s = tokens_of(p, r->content);
	if (s.end == s.first)
		return;
	if (after) {
		boundary_rows(p, ASK_AFTER_START, c, 0, s.first);
		boundary_rows(p, ASK_AFTER_END, c, s.first, s.end - 1);
	} else {
		boundary_rows(p, ASK_BEFORE_END, c, 0, s.end - 1);
		boundary_rows(p, ASK_BEFORE_START, c, s.end - 1, s.first);
	}
}

static void
boundaries_rows(const struct article *a)
{
	for (uint32_t c = 0; c < a->passage.tokens.n; c++)
		if (cue_is_candidate(&a->passage, c)) {
			clause_rows(a, c, true);
			clause_rows(a, c, false);
		}
}

static void
print_values(int label, const int8_t *values, size_t n)
{
	printf("%d\t", label);
	for (size_t i = 0; i < n; i++)
		printf("%s%d", i == 0 ? "" : " ", values[i]);
	putchar('\n');
}

/* Whether a quote is part of a longer one, or has a shorter one in it, that somebody speaks or thinks. */
static bool
is_part_spoken(const struct article *a, const struct quoted_tokens *q)
{
	for (size_t i = 0; i < a->n_rows; i++) {
		const struct gold_row *r = &a->rows[i];

		if (!is_clause(r) && !is(r->type, "scare") && r->content.start < q->quoted->end && q->quoted->start < r->content.end)
			return true;
	}
	return false;
}

/*
 * The rows of what stands between marks: of what was annotated only. Nobody
 * annotated what single marks hold in headlines.
 */
static void
spoken_rows(const struct article *a)
{
	const struct passage *p = &a->passage;
	int8_t values[QUOTE_VALUES];
	struct features f;

	for (size_t q = 0; q < p->n_quotes; q++) {
		const struct gold_row *r = row_of_quote(a, &p->quotes[q]);
		struct link link = link_find(p, q);

		if (p->quotes[q].quoted->continues || (r == NULL && !is_part_spoken(a, &p->quotes[q])))
			continue;
		quote_kind_features(&f, p, &p->quotes[q]);
		quote_kind_values(values, p, q, &link, answer_odds(p, ASK_DIRECT, ask(p, ASK_DIRECT, &f)));
		print_values(r == NULL || !is(r->type, "scare"), values, QUOTE_VALUES);
	}
}

/* The rows of the clauses that are weighed for a cue. */
static void
span_rows(const struct article *a, uint32_t c)
{
	const struct passage *p = &a->passage;
	const struct gold_row *gold[] = {clause_of(a, c, false), clause_of(a, c, true)};
	struct span_choice all[CLAUSE_CHOICES];
	size_t n = clause_choices(p, c, all);
	int8_t values[SPAN_VALUES];

	if (gold[false] == NULL && gold[true] == NULL && covered(a, &p->tokens.t[c]) && p->tokens.t[c].cue < 50)
		return;
	for (size_t i = 0; i < n; i++) {
		const struct gold_row *r = gold[all[i].after];
		struct token_span s = r == NULL ? (struct token_span){0, 0} : tokens_of(p, r->content);
		bool exact = all[i].span.first == s.first && all[i].span.end == s.end;

		span_values(values, p, &all[i]);
		print_values(exact && (wanted == ASK_SPAN || is(r->kind, "speech")), values, SPAN_VALUES);
	}
}

static void
spans_rows(const struct article *a)
{
	for (uint32_t c = 0; c < a->passage.tokens.n; c++)
		if (cue_is_candidate(&a->passage, c))
			span_rows(a, c);
}

/* The rows of the speaker whose phrase begins the gold speaker. */
static void
speaker_end_rows(const struct passage *p, uint32_t c, struct token_span content, struct token_span phrase, uint32_t gold)
{
	struct token_span r = speaker_end_range(p, c, content, phrase);
	struct features f;

	for (uint32_t i = r.first; i < r.end; i++)
		if (boundary_is_word(p, i) || tag_at(p, i) == TAG_RIGHT) {
			speaker_end_features(&f, p, c, phrase, i);
			print_row(ASK_SPEAKER_END, i == gold, &f);
		}
}

static void
speaker_rows(const struct passage *p, const struct gold_row *r)
{
	struct token_span content, speaker, range, phrase;
	struct features f;
	uint32_t c = 0;

	if (r->cue.end == 0 || r->speaker.end == 0 || !head_of(p, r->cue, &c))
		return;
	content = tokens_of(p, r->content);
	speaker = tokens_of(p, r->speaker);
	if (content.first == content.end || speaker.first == speaker.end)
		return;
	if (tag_at(p, speaker.end) == TAG_RIGHT && token_end(&p->tokens.t[speaker.end]) <= r->speaker.end)
		speaker.end++;
	range = speaker_range(p, c);
	if (speaker.first < range.first || speaker.first >= range.end)
		return;
	for (uint32_t i = range.first; speaker_next(p, c, range, &i, &phrase);) {
		bool right = phrase.first <= speaker.first && speaker.first < phrase.end;

		if (!speaker_is_candidate(p, content, phrase))
			continue;
		speaker_features(&f, p, c, content, phrase);
		print_row(ASK_SPEAKER, right, &f);
		if (right)
			speaker_end_rows(p, c, content, phrase, speaker.end - 1);
	}
}

static void
speakers_rows(const struct article *a)
{
	for (size_t i = 0; i < a->n_rows; i++)
		if (!is(a->rows[i].type, "scare"))
			speaker_rows(&a->passage, &a->rows[i]);
}

static void
read_article(struct article *a, const char *folder, const char *name)
{
	char path[4096], block[65536];
	size_t n, start = 0;
	FILE *in;

	snprintf(path, sizeof(path), "%s/%s.txt", folder, name);
	in = fopen(path, "r");
	if (in == NULL)
		err(1, "%s", path);
	a->text.len = a->n = 0;
	while ((n = fread(block, 1, sizeof(block), in)) > 0)
		if (buf_append(&a->text, block, n) == -1)
			err(1, NULL);
	fclose(in);
	if (buf_byte(&a->text, '\n') == -1)
		err(1, NULL);
	for (size_t i = 0; i < a->text.len; i++) {
		if (a->text.data[i] != '\n')
			continue;
		if (array_reserve(&a->paragraphs, &a->cap, a->n + 1, sizeof(*a->paragraphs)) == -1)
			err(1, NULL);
		if (utf8_trim(a->text.data + start, i - start).len > 0)
			a->paragraphs[a->n++] = (struct paragraph){start, i};
		start = i + 1;
	}
}

void
rows_print(const char *language, enum question question, const struct gold *gold, const char *folder, const char *name)
{
	static struct article a;
	static struct lexicon lexicon;
	size_t first, end, q = 0, m;

	wanted = question;
	if (lexicon.words.slots == NULL && lexicon_load(&lexicon, language, strlen(language)) == -1)
		err(1, NULL);
	read_article(&a, folder, name);
	gold_find(gold, name, &first, &end);
	if (marks_pair(&a.marks, a.text.data, a.paragraphs, a.n) == -1)
		err(1, NULL);
	for (size_t i = 0; i < a.n; i++) {
		for (m = q; m < a.marks.n && a.marks.quoted[m].paragraph == i; m++)
			;
		if (passage_read(&a.passage, &lexicon, a.text.data, &a.paragraphs[i], a.marks.quoted + q, m - q) == -1)
			err(1, NULL);
		q = m;
		for (; first < end && gold->rows[first].content.start < a.paragraphs[i].start; first++)
			;
		a.rows = gold->rows + first;
		for (a.n_rows = 0; first + a.n_rows < end && a.rows[a.n_rows].content.start < a.paragraphs[i].end; a.n_rows++)
			;
		if (question <= ASK_LINK)
			quotes_rows(&a);
		else if (question <= ASK_SPEECH)
			cues_rows(&a);
		else if (question <= ASK_BEFORE_END)
			boundaries_rows(&a);
		else if (question == ASK_SPOKEN)
			spoken_rows(&a);
		else if (question >= ASK_SPAN)
			spans_rows(&a);
		else
			speakers_rows(&a);
	}
}
