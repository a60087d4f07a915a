#include <check.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>

#include "cmd/tag-quotes/clauses.h"

/* A paragraph read, with its clauses. */
struct reading {
	struct lexicon lexicon;
	struct marks marks;
	struct passage passage;
	struct clauses clauses;
};

static struct reading r;

static void
read_text(const char *text)
{
	struct paragraph p = {0, strlen(text)};

	if (r.lexicon.words.slots == NULL)
		ck_assert_int_eq(lexicon_load(&r.lexicon, "en", 2), 0);
	ck_assert_int_eq(marks_pair(&r.marks, text, &p, 1), 0);
	ck_assert_int_eq(passage_read(&r.passage, &r.lexicon, text, &p, r.marks.quoted, r.marks.n), 0);
	ck_assert_int_eq(clauses_find(&r.clauses, &r.passage), 0);
}

static void
drop(void)
{
	lexicon_free(&r.lexicon);
	marks_free(&r.marks);
	passage_free(&r.passage);
	clauses_free(&r.clauses);
	r = (struct reading){.lexicon = {.german = false}};
}

/* The index of the token that is this word, the nth from 0. */
static uint32_t
word(const char *w, unsigned nth)
{
	const struct passage *p = &r.passage;

	for (uint32_t i = 0; i < p->tokens.n; i++)
		if (p->tokens.t[i].len == strlen(w) && memcmp(p->text + p->tokens.t[i].start, w, strlen(w)) == 0 && nth-- == 0)
			return i;
	ck_abort_msg("no token %s", w);
	return 0;
}

/* The clauses, "cue: text" a line. */
static const char *
told(void)
{
	static char out[4096];
	const struct passage *p = &r.passage;
	size_t len = 0;

	out[0] = '\0';
	for (size_t i = 0; i < r.clauses.n; i++) {
		const struct clause *c = &r.clauses.list[i];
		const struct token *cue = &p->tokens.t[c->cue], *first = &p->tokens.t[c->span.first], *last = &p->tokens.t[c->span.end - 1];

		len += (size_t)snprintf(out + len, sizeof(out) - len, "%.*s: %.*s\n", (int)cue->len, p->text + cue->start,
		    (int)(token_end(last) - first->start), p->text + first->start);
	}
	return out;
}

static const struct {
	const char *text, *told;
} examples[] = {
	{"Mayor Grace Ito said the bridge was safe.", "said: the bridge was safe\n"},
	{"Grace Ito told reporters on Monday that the bridge was safe.", "told: the bridge was safe\n"},
	{"The bridge was safe, according to the council.", "according: The bridge was safe\n"},
	{"The bridge was safe, Ito said.", "said: The bridge was safe\n"},
	{"Ito said that's what they would build.", "said: that's what they would build\n"},
	{"Ito said the bridge was safe, while Brandt said it was closed.", "said: the bridge was safe\nsaid: it was closed\n"},
	{"Ito said the bridge was safe, adding that it would open on Friday.",
	    "said: the bridge was safe\nadding: it would open on Friday\n"},
	{"The council met on Monday and closed the bridge.", ""},
	{"“The bridge is safe,” Ito said.", ""},
	{"Ito said that the bridge was “quite safe” for now.", "said: the bridge was “quite safe” for now\n"},
	{"“It was a good design” that held “for years,” Ito said.", "said: It was a good design” that held “for years\n"},
	{"Asked whether the bridge was safe, Ito said it was.", "Asked: whether the bridge was safe\nsaid: it was\n"},
	{"Ito asked if it could be opened.", "asked: if it could be opened\n"},
	/* Two cues of one clause. */
	{"Ito wrote in a letter warning that the bridge could fall within a year.", "wrote: the bridge could fall within a year\n"},
	{"The bridge could fall within a year, the report said, according to the mayor.", "said: The bridge could fall within a year\n"},
	{"Ito said and wrote that the bridge was safe.", "wrote: the bridge was safe\n"},
	{"Officials have claimed and argued that the bridge is safe.", "argued: the bridge is safe\n"},
	{"Ito said the bridge was safe and added that it would open on Friday.",
	    "said: the bridge was safe\nadded: it would open on Friday\n"},
	/* A verb of the same subject ends it, whether or not what that reports is told. */
	{"Ito said the bridge was old and suggested a new one in the long run.", "said: the bridge was old\n"},
	{"", ""},
};

START_TEST(clauses_are_found)
{
	read_text(examples[_i].text);
	ck_assert_str_eq(told(), examples[_i].told);
	drop();
}
END_TEST

START_TEST(that_before_a_clitic_is_part_of_the_clause)
{
	read_text("Ito said that that's all that is safe, that's that");
	ck_assert(boundary_is_that(&r.passage, 2));
	ck_assert(!boundary_is_that(&r.passage, 3));
	ck_assert(!boundary_is_that(&r.passage, 0));
	/* The last token of the text. */
	ck_assert(boundary_is_that(&r.passage, (uint32_t)r.passage.tokens.n - 1));
	ck_assert(!boundary_is_candidate(&r.passage, ASK_AFTER_START, 2));
	ck_assert(boundary_is_candidate(&r.passage, ASK_AFTER_START, 3));
	drop();
}
END_TEST

/* What comes to be weighed lies in the sentence, beside the cue, and is not much. */
START_TEST(choices_are_bounded)
{
	static char text[16384];
	struct span_choice all[CLAUSE_CHOICES];
	size_t n;
	uint32_t said;

	for (int i = 0; i < 300; i++)
		strcat(text, "the bridge was safe, and ");
	strcat(text, "Ito said that ");
	for (int i = 0; i < 300; i++)
		strcat(text, "the bridge was safe, ");
	read_text(text);
	said = word("said", 0);
	n = clause_choices(&r.passage, said, all);
	ck_assert_uint_ge(n, 1);
	ck_assert_uint_le(n, CLAUSE_CHOICES);
	for (size_t i = 0; i < n; i++) {
		ck_assert_uint_lt(all[i].span.first, all[i].span.end);
		ck_assert_uint_le(all[i].span.end - all[i].span.first, CLAUSE_LENGTH + 1);
		if (all[i].after)
			ck_assert_uint_gt(all[i].span.first, said);
		else
			ck_assert_uint_le(all[i].span.end, said);
	}
	drop();
}
END_TEST

/* Each value is written, and none beyond them. */
START_TEST(all_values_are_written)
{
	struct span_choice all[CLAUSE_CHOICES];
	int8_t values[2][SPAN_VALUES + 1];

	read_text("Ito said the bridge was safe.");
	ck_assert_uint_ge(clause_choices(&r.passage, 1, all), 1);
	for (int k = 0; k < 2; k++) {
		memset(values[k], 100 + k, sizeof(values[k]));
		span_values(values[k], &r.passage, &all[0]);
		ck_assert_int_eq(values[k][SPAN_VALUES], 100 + k);
	}
	ck_assert_mem_eq(values[0], values[1], SPAN_VALUES);
	drop();
}
END_TEST

/* The nth of the words before which the clause of the first word ends, clipped. */
static const struct {
	const char *text, *cue, *next, *last;
} clips[] = {
	{"Ito said the bridge was safe and suggested it be opened soon.", "said", "suggested", "safe"},
	{"Ito said the bridge was safe, adding it was new indeed.", "said", "adding", "safe"},
	{"Ito said the bridge was safe, while Brandt said it was not.", "said", "said", "safe"},
	{"Ito said the bridge was safe, and Brandt argued it was not.", "said", "argued", "safe"},
	{"Ito said the bridge was safe, although Brandt argued it was not.", "said", "argued", "safe"},
	{"Ito said the bridge was safe and believes it will be opened.", "said", "believes", "safe"},
	{"Ito said the bridge was safe and by saying it was sure.", "said", "saying", "sure"},
	{"Ito said the council had warned that it was not.", "said", "warned", "not"},
	{"Ito said the bridge was safe, because Brandt said it was not.", "said", "said", "not"},
	{"Ito said the bridge that Brandt said was safe was not.", "said", "said", "not"},
};

START_TEST(a_cue_beside_ends_a_clause)
{
	struct token_span s;
	bool same = strcmp(clips[_i].cue, clips[_i].next) == 0;
	uint32_t cue, next;

	read_text(clips[_i].text);
	cue = word(clips[_i].cue, 0);
	next = word(clips[_i].next, same ? 1 : 0);
	s = (struct token_span){cue + 1, (uint32_t)r.passage.tokens.n - 1};
	clause_clip(&r.passage, cue, next, &s);
	ck_assert_uint_eq(s.end, word(clips[_i].last, 0) + 1);
	drop();
}
END_TEST

/* A clause of which nothing would be left stays as it is. */
START_TEST(a_clip_leaves_a_clause)
{
	struct token_span s;

	read_text("Ito said and suggested it be opened.");
	s = (struct token_span){3, 7};
	clause_clip(&r.passage, word("said", 0), word("suggested", 0), &s);
	ck_assert_uint_eq(s.end, 7);
	drop();
}
END_TEST

/* The clause that holds a quote, where there is one. */
START_TEST(quotes_are_placed)
{
	const struct clause *c;

	read_text("Ito said that the bridge was “quite safe” for now. Nobody saw the “old” one.");
	ck_assert_uint_eq(r.passage.n_quotes, 2);
	c = clauses_around(&r.clauses, 0);
	ck_assert_ptr_nonnull(c);
	ck_assert_uint_eq(c->cue, word("said", 0));
	ck_assert_ptr_null(clauses_around(&r.clauses, 1));
	drop();
	/* Of two clauses the shorter, but one that somebody says before one that somebody hopes. */
	read_text("Ito said Brandt said the “old” bridge was safe.");
	c = clauses_around(&r.clauses, 0);
	ck_assert_ptr_nonnull(c);
	read_text("Ito said that the bridge was “quite safe” and that the council hoped it was “as good as new.”");
	c = clauses_around(&r.clauses, 1);
	ck_assert_ptr_nonnull(c);
	ck_assert_uint_eq(c->cue, word("said", 0));
	drop();
}
END_TEST

/* Signs that are read as words may begin a clause, other marks not. */
START_TEST(signs_are_words)
{
	static const char *const text[] = {"$", "#", "@", "%"};

	read_text("Ito said $ 4 and # 5 and @ 6 and 7 % ( 8 ).");
	for (size_t i = 0; i < sizeof(text) / sizeof(text[0]); i++)
		ck_assert(boundary_is_word(&r.passage, word(text[i], 0)));
	ck_assert(!boundary_is_word(&r.passage, word("(", 0)));
	ck_assert(!boundary_is_candidate(&r.passage, ASK_AFTER_START, word("(", 0)));
	drop();
}
END_TEST

START_TEST(a_lead_passes_over_auxiliaries)
{
	read_text("Ito had not really been told. Said again.");
	ck_assert_int_eq((int)cue_lead(&r.passage, word("told", 0)), 0);
	ck_assert_int_lt((int)cue_lead(&r.passage, word("Said", 0)), (int)word("Said", 0));
	read_text("Never said.");
	ck_assert_int_eq((int)cue_lead(&r.passage, word("said", 0)), -1);
	drop();
}
END_TEST

Suite *suite_clause(void);

Suite *
suite_clause(void)
{
	Suite *s = suite_create("clause");
	TCase *c = tcase_create("clause");

	tcase_add_loop_test(c, clauses_are_found, 0, sizeof(examples) / sizeof(examples[0]));
	tcase_add_test(c, that_before_a_clitic_is_part_of_the_clause);
	tcase_add_test(c, choices_are_bounded);
	tcase_add_test(c, all_values_are_written);
	tcase_add_loop_test(c, a_cue_beside_ends_a_clause, 0, sizeof(clips) / sizeof(clips[0]));
	tcase_add_test(c, a_clip_leaves_a_clause);
	tcase_add_test(c, quotes_are_placed);
	tcase_add_test(c, signs_are_words);
	tcase_add_test(c, a_lead_passes_over_auxiliaries);
	suite_add_tcase(s, c);
	return s;
}
