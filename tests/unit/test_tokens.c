#include <check.h>
#include <stdlib.h>
#include <string.h>

#include "cmd/tag-quotes/lexicon.h"
#include "cmd/tag-quotes/tokens.h"
#include "common/buf.h"

static struct lexicon lexicon;

static void
load(void)
{
	ck_assert_int_eq(lexicon_load(&lexicon, "en", 2), 0);
}

static void
unload(void)
{
	lexicon_free(&lexicon);
}

/* The tokens of a text, joined by |. */
static const char *
split(const char *text)
{
	static struct buf out;
	struct tokens ts = {0};

	ck_assert_int_eq(tokens_split(&ts, &lexicon, text, 0, strlen(text)), 0);
	ck_assert_uint_eq(ts.t[ts.n].len, 0);
	ck_assert_int_eq(ts.t[ts.n].tag, TAG_NONE);
	out.len = 0;
	for (size_t i = 0; i < ts.n; i++) {
		if (i > 0)
			buf_byte(&out, '|');
		buf_append(&out, text + ts.t[i].start, ts.t[i].len);
	}
	buf_byte(&out, '\0');
	free(ts.t);
	return out.data;
}

struct example {
	const char *text, *tokens;
};

static const struct example examples[] = {
	{"He said so.", "He|said|so|."},
	{"Ms. Ito's plan, the mayor’s, isn't his.", "Ms.|Ito|'s|plan|,|the|mayor|’s|,|isn't|his|."},
	{"J. Brandt of the U.S. paid $1,250.50 -- twice...", "J.|Brandt|of|the|U.S.|paid|$|1,250.50|--|twice|..."},
	{"``Well-known,'' he'd say", "``|Well-known|,|''|he|'d|say"},
	{"", ""},
	{" \t\n", ""},
	{"Müller–Brandt", "Müller|–|Brandt"},
	{"x,y 1,y x.5 a-b a- -b A&B a_b 3.", "x|,|y|1|,|y|x.5|a-b|a|-|-|b|A&B|a_b|3|."},
	{"13.a 13.5 1.234,56 3.\u0663 \u0663.3 \u0663,3", "13|.|a|13.5|1.234,56|3.\u0663|\u0663.3|\u0663,3"},
	{"a\u2011b a\u2010b he'l they're WE'VE \u0301a", "a\u2011b|a|\u2010|b|he'l|they|'re|WE|'VE|\u0301a"},
	{"caf\u00e9's Caf\u00e9, na\u00efve-\u00e9 8\u00e9", "caf\u00e9|'s|Caf\u00e9|,|na\u00efve-\u00e9|8\u00e9"},
};

START_TEST(splits)
{
	ck_assert_str_eq(split(examples[_i].text), examples[_i].tokens);
}
END_TEST

START_TEST(tags)
{
	struct tokens ts = {0};
	const char *text = "the Mayor quickly told US (them) they're IT we've he'd";
	const enum tag want[] = {TAG_DETERMINER, TAG_TITLE, TAG_ADVERB, TAG_ED, TAG_NAME, TAG_LEFT, TAG_OBJECT, TAG_RIGHT, TAG_PRONOUN,
		TAG_BE, TAG_NAME, TAG_PRONOUN, TAG_HAVE, TAG_PRONOUN, TAG_MODAL};

	ck_assert_int_eq(tokens_split(&ts, &lexicon, text, 0, strlen(text)), 0);
	ck_assert_uint_eq(ts.n, sizeof(want) / sizeof(want[0]));
	for (size_t i = 0; i < ts.n; i++)
		ck_assert_int_eq(ts.t[i].tag, want[i]);
	ck_assert_uint_ge(ts.t[3].cue, 80);
	ck_assert_uint_eq(ts.t[0].cue, 0);
	free(ts.t);
}
END_TEST

/* The tables are sorted: a word twice would mean that one entry is never used. */
START_TEST(sorted)
{
	for (size_t i = 1; i < n_english_words; i++)
		ck_assert_msg(strcmp(english_words[i - 1].word, english_words[i].word) < 0, "%s", english_words[i].word);
	for (size_t i = 1; i < n_german_words; i++)
		ck_assert_msg(strcmp(german_words[i - 1].word, german_words[i].word) < 0, "%s", german_words[i].word);
	for (size_t i = 1; i < n_english_cues; i++)
		ck_assert_msg(strcmp(english_cues[i - 1].word, english_cues[i].word) < 0, "%s", english_cues[i].word);
	for (size_t i = 1; i < n_german_cues; i++)
		ck_assert_msg(strcmp(german_cues[i - 1].word, german_cues[i].word) < 0, "%s", german_cues[i].word);
	for (size_t i = 1; i < n_first_names; i++)
		ck_assert_msg(strcmp(first_names[i - 1].name, first_names[i].name) < 0, "%s", first_names[i].name);
	for (size_t i = 1; i < n_roles; i++)
		ck_assert_msg(strcmp(roles[i - 1].word, roles[i].word) < 0, "%s", roles[i].word);
}
END_TEST

static struct word_facts
facts_of(const char *word)
{
	return lexicon_find(&lexicon, lexicon_hash(word, strlen(word)));
}

static enum gender
first_name(const char *word)
{
	return first_name_gender(&lexicon, lexicon_hash(word, strlen(word)));
}

START_TEST(facts)
{
	ck_assert_int_eq(first_name("Grace"), GENDER_FEMALE);
	ck_assert_int_eq(first_name("paul"), GENDER_MALE);
	ck_assert_int_eq(first_name("Bridge"), GENDER_UNKNOWN);
	ck_assert_int_eq(word_gender(facts_of("spokeswoman")), GENDER_FEMALE);
	ck_assert_int_eq(word_gender(facts_of("He")), GENDER_MALE);
	ck_assert_int_eq(word_gender(facts_of("they")), GENDER_UNKNOWN);
	ck_assert_uint_eq(facts_of("they").flags, WORD_PRONOUN);
	ck_assert_uint_eq(facts_of("von").flags, WORD_PARTICLE);
	ck_assert(facts_of("parliament").flags & WORD_BODY);
	ck_assert_uint_eq(lexicon_hash("ISN’T", 7), lexicon_hash("isn't", 5));
	ck_assert(lexicon_knows("de", 2));
	ck_assert(!lexicon_knows("xx", 2));
	ck_assert(!lexicon_knows("deu", 3));
	ck_assert_uint_eq(facts_of("zzyzx").tag, TAG_NONE);
	ck_assert(facts_of("mayor").flags & WORD_TITLE);
}
END_TEST

Suite *suite_tokens(void);

Suite *
suite_tokens(void)
{
	Suite *s = suite_create("tokens");
	TCase *c = tcase_create("tokens");

	tcase_add_checked_fixture(c, load, unload);
	tcase_add_loop_test(c, splits, 0, sizeof(examples) / sizeof(examples[0]));
	tcase_add_test(c, tags);
	tcase_add_test(c, sorted);
	tcase_add_test(c, facts);
	suite_add_tcase(s, c);
	return s;
}
