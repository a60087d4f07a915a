#include <check.h>
#include <string.h>

#include "cmd/tag-quotes/quote_kind.h"

static struct lexicon lexicon;
static struct marks marks;
static struct passage passage;

static void
read_text(const char *text, const char *language)
{
	struct paragraph p = {0, strlen(text)};

	ck_assert_int_eq(lexicon_load(&lexicon, language, 2), 0);
	ck_assert_int_eq(marks_pair(&marks, text, &p, 1), 0);
	ck_assert_int_eq(passage_read(&passage, &lexicon, text, &p, marks.quoted, marks.n), 0);
	ck_assert_uint_ge(passage.n_quotes, 1);
}

static void
drop(void)
{
	lexicon_free(&lexicon);
	marks_free(&marks);
	passage_free(&passage);
}

static const struct {
	const char *text, *language;
	enum quotation_type kind; /* of the first quote */
} kinds[] = {
	{"“The bridge is safe,” Ito said.", "en", QUOTATION_DIRECT},
	{"Ito called the bridge “a disgrace to the town.”", "en", QUOTATION_PARTIAL},
	{"Ito said that “it was safe” now.", "en", QUOTATION_PARTIAL},
	/* Works, terms, nicknames. */
	{"She once played a nurse in the film “The Long Bridge,” which was shot in Kelm.", "en", QUOTATION_SCARE},
	{"The town sold its “Old Bridge” at last.", "en", QUOTATION_SCARE},
	{"“https://example.org/a.png” Ito said.", "en", QUOTATION_SCARE},
	/* Running text is a quotation in languages that nobody knows, too. */
	{"« Nous ne partirons pas », a dit Mme Lenoir.", "en", QUOTATION_PARTIAL},
	{"„Die Brücke ist sicher“, sagte Brandt.", "de", QUOTATION_DIRECT},
	/* Nothing else in the paragraph, or a name. */
	{"“Good.” — Paul Brandt", "en", QUOTATION_DIRECT},
	{"“So it is.”", "en", QUOTATION_DIRECT},
	/* Nothing behind the mark. */
	{"Ito saw “ ", "en", QUOTATION_PARTIAL},
};

START_TEST(kinds_are_told)
{
	struct link link;

	read_text(kinds[_i].text, kinds[_i].language);
	link = link_find(&passage, 0);
	ck_assert_int_eq(quote_kind(&passage, 0, &link), kinds[_i].kind);
	drop();
}
END_TEST

/* Each value is written, and none beyond them. */
START_TEST(all_values_are_written)
{
	int8_t values[2][QUOTE_VALUES + 1];

	read_text("“It is,” Ito said of the “old” bridge.", "en");
	for (int k = 0; k < 2; k++) {
		struct link link = link_find(&passage, 1);

		memset(values[k], 100 + k, sizeof(values[k]));
		quote_kind_values(values[k], &passage, 1, &link, 3);
		ck_assert_int_eq(values[k][QUOTE_VALUES], 100 + k);
	}
	ck_assert_mem_eq(values[0], values[1], QUOTE_VALUES);
	drop();
}
END_TEST

START_TEST(no_word_may_be_a_cue)
{
	read_text("The “old” bridge.", "en");
	ck_assert_int_eq(link_find(&passage, 0).odds, LINK_NONE);
	drop();
}
END_TEST

Suite *suite_quote_kind(void);

Suite *
suite_quote_kind(void)
{
	Suite *s = suite_create("quote_kind");
	TCase *t = tcase_create("core");

	tcase_add_loop_test(t, kinds_are_told, 0, sizeof(kinds) / sizeof(kinds[0]));
	tcase_add_test(t, all_values_are_written);
	tcase_add_test(t, no_word_may_be_a_cue);
	suite_add_tcase(s, t);
	return s;
}
