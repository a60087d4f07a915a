#include <check.h>
#include <string.h>

#include "common/words.h"

Suite *suite_words(void);

/* The words of text, each followed by a bar. */
static void
check_words(const char *text, const char *expected)
{
	char got[256] = "";
	struct word w;
	size_t pos = 0;

	while (word_next(text, strlen(text), &pos, &w)) {
		strncat(got, text + w.start, w.end - w.start);
		strcat(got, "|");
	}
	ck_assert_str_eq(got, expected);
}

static void
check_fold(const char *text, const char *expected)
{
	char got[256];
	size_t n = word_fold(text, strlen(text), got, sizeof(got) - 1);

	got[n] = '\0';
	ck_assert_str_eq(got, expected);
	ck_assert_uint_eq(word_hash(text, strlen(text)), word_hash(expected, n));
}

START_TEST(words_of_english)
{
	check_words("Don't stop: 1,000.5 people, 'quoted' U.S. half-day.", "Don't|stop|1,000.5|people|quoted|U|S|half|day|");
	check_words("the Smiths\xe2\x80\x99 dog\xe2\x80\x99s", "the|Smiths|dog\xe2\x80\x99s|");
	check_words("  ...  ", "");
	check_words("", "");
	check_words("10. 5,", "10|5|");
	check_words("a'1 1'a 1.a a,1 O\xca\xbc" "Neil", "a|1|1|a|1|a|a|1|O\xca\xbc" "Neil|");
}
END_TEST

START_TEST(words_of_other_scripts)
{
	check_words("\xe4\xb8\xad\xe6\x96\x87 a\xe4\xb8\xad", "\xe4\xb8\xad|\xe6\x96\x87|a|\xe4\xb8\xad|");
	check_words("e\xcc\x81t\xc3\xa9", "e\xcc\x81t\xc3\xa9|");
}
END_TEST

START_TEST(folding)
{
	check_fold("Zelenskyy", "zelenskyy");
	check_fold("\xc3\x89T\xc3\x89", "ete");
	check_fold("e\xcc\x81", "e");
	check_fold("don\xe2\x80\x99t", "don't");
	check_fold("\xd0\x96", "\xd0\xb6");
	/* Hangul stays whole, three marks on a letter go, what decomposes into two letters does. */
	check_fold("\xea\xb0\x80 \xed\x9e\xa3 \xed\x9f\x8b", "\xea\xb0\x80 \xed\x9e\xa3 \xed\x9f\x8b");
	check_fold("O\xca\xbcNeil", "o'neil");
	check_fold("\xe1\xbe\x82", "\xce\xb1");
	ck_assert(word_hash("a", 1) != word_hash("b", 1));
}
END_TEST

START_TEST(folding_stops_at_the_capacity)
{
	char out[4];

	ck_assert_uint_eq(word_fold("abcdef", 6, out, 4), 4);
	ck_assert_mem_eq(out, "abcd", 4);
	/* A code point that does not fit whole is left out. */
	ck_assert_uint_eq(word_fold("abc\xd0\x96", 5, out, 4), 3);
}
END_TEST

Suite *
suite_words(void)
{
	Suite *s = suite_create("words");
	TCase *t = tcase_create("words");

	tcase_add_test(t, words_of_english);
	tcase_add_test(t, words_of_other_scripts);
	tcase_add_test(t, folding);
	tcase_add_test(t, folding_stops_at_the_capacity);
	suite_add_tcase(s, t);
	return s;
}
