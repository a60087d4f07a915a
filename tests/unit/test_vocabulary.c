/* The languages' words: order and form of the tables, and looking them up. */
#include <check.h>
#include <string.h>

#include "cmd/split-sentences/token.h"
#include "cmd/split-sentences/vocabulary.h"

static void
check_words(const struct vocabulary_entry *words)
{
	for (size_t i = 0; words[i].word != NULL; i++) {
		const char *w = words[i].word;

		ck_assert_uint_ne(words[i].classes, 0);
		ck_assert_msg(*w != '\0' && w[strlen(w) - 1] != '.', "%s ends with a dot", w);
		ck_assert_msg(i == 0 || strcmp(words[i - 1].word, w) < 0, "%s is out of order", w);
	}
}

START_TEST(test_tables)
{
	check_words(language_common);
	for (size_t i = 0; i < n_languages; i++) {
		ck_assert(i == 0 || strcmp(languages[i - 1].code, languages[i].code) < 0);
		ck_assert_ptr_eq(language_find(slice_of(languages[i].code)), &languages[i]);
		check_words(languages[i].words);
	}
	ck_assert_ptr_null(language_find(slice_of("xx")));
	ck_assert_ptr_null(language_find(slice_of("eng")));
}
END_TEST

/* Every word of every table is found with its classes, in lower case, and another is not. */
START_TEST(test_find)
{
	struct vocabulary v = {0};

	ck_assert_uint_eq(vocabulary_find(&v, token_hash("mr", 2)), 0);
	for (size_t i = 0; i < n_languages; i++) {
		vocabulary_clear(&v);
		ck_assert_int_eq(vocabulary_add_words(&v, languages[i].words), 0);
		for (const struct vocabulary_entry *e = languages[i].words; e->word != NULL; e++)
			ck_assert_msg(vocabulary_find(&v, token_hash(e->word, strlen(e->word))) == e->classes, "%s %s",
			    languages[i].code, e->word);
		ck_assert_uint_eq(vocabulary_find(&v, token_hash("zyzzyva", 7)), 0);
	}
	vocabulary_free(&v);
}
END_TEST

/* What tells at a glance never denies what the table of words says. */
START_TEST(test_starter)
{
	static const struct {
		const char *text;
		bool starts;
	} words[] = {{"He", true}, {"He left", true}, {"The", true}, {"The boats", true}, {"It's", true}, {"Th", false}, {"the", false},
	    {"T", false}, {"Theatre", false}, {"Hex", false}, {"HE", false}, {"The\xc3\xa9", false}, {"The2", false}, {"TheA", false},
	    {"Thethethethethethe", false}, {"{he", false},
	    {"Antidisestablish", false}, {"(The", false}};
	struct vocabulary v = {0};
	const char *w;

	ck_assert_int_eq(vocabulary_add_words(&v, language_find(slice_of("en"))->words), 0);
	for (size_t i = 0; i < sizeof(words) / sizeof(words[0]); i++) {
		w = words[i].text;
		ck_assert_msg(vocabulary_starter(&v, w, w + strlen(w)) == words[i].starts, "%s", w);
		ck_assert_msg(!words[i].starts || vocabulary_may_start(&v, w), "%s", w);
	}
	ck_assert(!vocabulary_may_start(&v, "Xylem"));
	vocabulary_free(&v);
}
END_TEST

Suite *suite_vocabulary(void);

Suite *
suite_vocabulary(void)
{
	Suite *s = suite_create("vocabulary");
	TCase *t = tcase_create("vocabulary");

	tcase_add_test(t, test_tables);
	tcase_add_test(t, test_find);
	tcase_add_test(t, test_starter);
	suite_add_tcase(s, t);
	return s;
}
