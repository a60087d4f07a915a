#include <check.h>
#include <stdio.h>
#include <string.h>

#include "cmd/strip-boilerplate/dateline.h"
#include "cmd/strip-boilerplate/scan.h"
#include "common/buf.h"

Suite *suite_strip_scan(void);

static struct rules *rules;
static struct scan scan;

static void
setup(void)
{
	rules = rules_new(rule_table, n_rules);
	ck_assert_ptr_nonnull(rules);
}

static void
teardown(void)
{
	rules_free(rules);
}

static const struct shape *
look(const char *text)
{
	scan_paragraph(&scan, rules, rule_table, text, strlen(text));
	return &scan.shape;
}

START_TEST(counts)
{
	const struct shape *s = look("The FBI's 12 men, in \xc3\x89vora since 1999, said \xe2\x80\x9cno\xe2\x80\x9d!");

	ck_assert_uint_eq(s->words, 10);
	ck_assert_uint_eq(s->numbers, 2);
	ck_assert_uint_eq(s->years, 1);
	ck_assert_uint_eq(s->digits, 6);
	ck_assert_uint_eq(s->commas, 2);
	ck_assert_uint_eq(s->stops, 1);
	ck_assert_uint_eq(s->quotes, 2);
	ck_assert_uint_eq(s->beginning, BEGINS_UPPER);
	ck_assert_uint_eq(s->ending, ENDS_SENTENCE);
	s = look("東京で雨。");
	ck_assert_uint_eq(s->tokens, 4);
	ck_assert_uint_eq(s->words, 2);
	s = look("");
	ck_assert_uint_eq(s->tokens, 0);
	ck_assert_uint_eq(s->text_hash, 0);
	ck_assert_uint_eq(look(" \xe2\x80\x94 | ")->letters, 0);
}
END_TEST

START_TEST(beginnings_and_endings)
{
	ck_assert_uint_eq(look("so he said.")->beginning, BEGINS_LOWER);
	ck_assert_uint_eq(look("\"So\" he said...")->beginning, BEGINS_QUOTE);
	ck_assert_uint_eq(scan.shape.ending, ENDS_ELLIPSIS);
	ck_assert_uint_eq(look("- one:")->beginning, BEGINS_BULLET);
	ck_assert_uint_eq(scan.shape.ending, ENDS_COLON);
	ck_assert_uint_eq(look("A man (left) ")->ending, ENDS_BRACKET);
	ck_assert_uint_eq(look("\xe2\x80\x9cGo.\xe2\x80\x9d")->ending, ENDS_SENTENCE);
	ck_assert_uint_eq(look("\xe2\x80\x9cGo\xe2\x80\x9d")->ending, ENDS_QUOTE);
	ck_assert_uint_eq(look("東京")->beginning, BEGINS_LETTER);
	ck_assert_uint_eq(look("12 men,")->beginning, BEGINS_DIGIT);
	ck_assert_uint_eq(scan.shape.ending, ENDS_COMMA);
	ck_assert_uint_eq(look("(a) —")->beginning, BEGINS_BRACKET);
	ck_assert_uint_eq(scan.shape.ending, ENDS_OTHER);
	ck_assert_uint_eq(look("– a…")->beginning, BEGINS_BULLET);
	ck_assert_uint_eq(scan.shape.ending, ENDS_ELLIPSIS);
	ck_assert_uint_eq(look("— a \"...")->beginning, BEGINS_BULLET);
	ck_assert_uint_eq(scan.shape.ending, ENDS_ELLIPSIS);
	ck_assert_uint_eq(look("* a")->beginning, BEGINS_BULLET);
	ck_assert_uint_eq(look("$5 \"")->beginning, BEGINS_OTHER);
	ck_assert_uint_eq(look("\")")->ending, ENDS_OTHER);
}
END_TEST

/* Every kind of mark counts as what it is, in ASCII or beyond it. */
START_TEST(marks)
{
	const struct shape *s = look("a！ b？ c。 d… e．");

	ck_assert_uint_eq(s->stops, 5);
	ck_assert_uint_eq(look("a， b、 c；")->commas, 3);
	ck_assert_uint_eq(look("a： （b） 【c】 (d)")->brackets, 3);
	ck_assert_uint_eq(scan.shape.colons, 1);
	ck_assert_uint_eq(look("‘a’ ‚b„ «c» 「d」『e』 ʼf")->quotes, 8);
	ck_assert_uint_eq(look("a | b · c • d › e → f ► g ▶ h ■ i ｜ j ・ k » l")->separators, 11);
	ck_assert_uint_eq(look("© a ® b ℗ c")->copyrights, 3);
	ck_assert_uint_eq(look("a@b.c")->addresses, 1);
	ck_assert_uint_eq(look("12 345 1999 1899 2100 2031 20311")->years, 2);
	ck_assert_uint_eq(look("٣٤ x")->digits, 2);
	ck_assert_uint_eq(look("१९९९ x")->years, 0);
	ck_assert_uint_eq(look("é1999")->years, 0);
	ck_assert_uint_eq(look("a\u00a0b\u3000c")->words, 3);
}
END_TEST

/* What stands in many places. */
START_TEST(words_of_rules)
{
	char text[4096] = "";

	for (int i = 0; i < 40; i++)
		strcat(text, "cookie policy privacy policy newsletter read more share this photo by sign up published ");
	look(text);
	ck_assert_uint_le(scan.n_rules, SCAN_RULES);
	ck_assert_uint_gt(scan.n_rules, 2);
}
END_TEST

/* All the phrases of the table in one paragraph: more rules than are kept of any. */
START_TEST(all_rules)
{
	struct buf text = {.max = 1 << 20};

	for (size_t i = 0; i < n_rules; i++) {
		buf_append(&text, rule_table[i].phrase, strlen(rule_table[i].phrase));
		buf_byte(&text, ' ');
	}
	scan_paragraph(&scan, rules, rule_table, text.data, text.len);
	ck_assert_uint_eq(scan.n_rules, SCAN_RULES);
	buf_free(&text);
	rules_free(NULL);
}
END_TEST

/* Numbers do not tell two paragraphs apart, case and marks neither; words do. */
START_TEST(hashes)
{
	uint64_t h = look("Page 3 of 120")->text_hash;

	ck_assert_uint_eq(look("PAGE 14, of 7!")->text_hash, h);
	ck_assert_uint_ne(look("Page three of 120")->text_hash, h);
	ck_assert_uint_ne(look("of Page 3 120")->text_hash, h);
	h = look("9 May: Riga, Daugava Hall")->opening_hash;
	ck_assert_uint_eq(look(" 31 June: Oslo")->opening_hash, h);
	ck_assert_uint_ne(look("June 31: Oslo")->opening_hash, h);
}
END_TEST

/* A word has one hash, whichever of its letters are ASCII and however long it is. */
START_TEST(long_words)
{
	char a[400], b[400];

	memset(a, 'a', sizeof(a) - 1);
	memset(b, 'A', sizeof(b) - 1);
	a[sizeof(a) - 1] = b[sizeof(b) - 1] = '\0';
	ck_assert_uint_eq(look(a)->tokens, 1);
	ck_assert_uint_eq(scan.shape.letters, sizeof(a) - 1);
	ck_assert_uint_eq(scan.head[0], (look(b), scan.head[0]));
	a[200] = 'b';
	ck_assert_uint_ne(scan.head[0], (look(a), scan.head[0]));
}
END_TEST

/*
 * Words of ASCII letters alone, of every length, in front of everything that may
 * follow one, and near the end: they count as the same letters would elsewhere.
 */
START_TEST(plain_words)
{
	static const char *const behind[] = {"", " ", ", and", "! ", "\n", ". End of a long enough line", "'", "\xe2\x80\x9d", "[", "@", "`", "{"};
	char text[120], word[] = "abcdefghijklmnopqrstuvwxyzabcdefghijklmnopqrstuvwxyz";

	for (size_t n = 1; n < sizeof(word); n++)
		for (size_t k = 0; k < sizeof(behind) / sizeof(behind[0]); k++) {
			const char *more = behind[k];
			size_t words = strcmp(more, ", and") == 0 ? 2 : strstr(more, "End") != NULL ? 7 : 1;

			snprintf(text, sizeof(text), "%.*s%s", (int)n, word, more);
			for (size_t i = 0; i < n; i++)
				text[i] = (char)(text[i] - 'a' + 'A');
			look(text);
			ck_assert_uint_eq(scan.head[0], linear_string(word, n));
			ck_assert_uint_eq(scan.head_stems[0], n > 5 ? linear_string(word, 5) : 0);
			ck_assert_uint_eq(scan.shape.tokens, words);
			ck_assert_uint_eq(scan.shape.points, more[0] == '\xe2' ? n + 1 : strlen(text));
			ck_assert_uint_eq(scan.shape.commas, more[0] == ',');
			ck_assert_uint_eq(scan.shape.stops, more[0] == '!' || more[0] == '.');
			text[n - 1] = word[n - 1];
			look(text);
			ck_assert_uint_eq(scan.head[0], linear_string(word, n));
		}
	look("na\xc3\xafve na\xc3\x8fVE e\xcc\x81tude don't DON\xe2\x80\x99T ab12 mp3");
	ck_assert_uint_eq(scan.shape.tokens, 7);
	ck_assert_uint_eq(scan.head[0], scan.head[1]);
	ck_assert_uint_eq(scan.head[2], linear_string("etude", 5));
	ck_assert_uint_eq(scan.head[3], scan.head[4]);
	ck_assert_uint_eq(scan.head[5], linear_string("ab00", 4));
	ck_assert_uint_eq(scan.head[6], linear_string("mp0", 3));
}
END_TEST

static bool
dated(const char *text)
{
	return dateline(text, strlen(text), look(text));
}

START_TEST(lines_with_dates)
{
	char text[300];

	ck_assert(dated("12 May 2031, 14:05"));
	ck_assert(dated("09:41 Harbour bridge closed for repairs"));
	ck_assert(dated("2031-03-12 Harbour bridge closed"));
	ck_assert(dated("Harbour bridge closed 12/03/2031"));
	ck_assert(dated("May 12, 2031"));
	ck_assert(!dated("The bridge was closed on 12 May 2031, the mayor said."));
	ck_assert(!dated("In 2031 the bridge closed"));
	ck_assert(!dated("1.5 million people watched"));
	ck_assert(!dated("Ratio 3:1 or 10:123"));
	ck_assert(dated("12.5.31 Harbour bridge closed"));
	ck_assert(dated("Harbour bridge closed, 2031/5/12"));
	ck_assert(!dated("Mayor Brennan and the harbour board 9:41"));
	ck_assert(!dated("Harbour bridge and the ferry: 9:41 was late"));
	ck_assert(!dated("Heats 1: 2: 34:5 6"));
	ck_assert(!dated("Rows 12.5-31 and 12.5.3 and 1234567.1.1"));
	ck_assert(!dated("Scores 12. 5. and 12.5."));
	ck_assert(!dated("Lane 4-"));
	ck_assert(dated("Closed 12.5.2031"));
	ck_assert(!dated("Closed 12.5.20311"));
	snprintf(text, sizeof(text), "%0250d", 0);
	ck_assert(!dated(text));
	memcpy(text, "12.5.2031 ", 10);
	ck_assert(!dated(text));
	text[200] = '\0';
	ck_assert(dated(text));
	ck_assert(!dated("Lane 12:345 of 7"));
	ck_assert(!dated("It closed at 9:41..."));
	ck_assert(!dated("A 9:41 one two three four five six seven eight nine ten eleven twelve thirteen fourteen fifteen sixteen seventeen eighteen"));
	ck_assert(!dated(""));
}
END_TEST

Suite *
suite_strip_scan(void)
{
	Suite *s = suite_create("strip_scan");
	TCase *t = tcase_create("scan");

	tcase_add_checked_fixture(t, setup, teardown);
	tcase_add_test(t, counts);
	tcase_add_test(t, beginnings_and_endings);
	tcase_add_test(t, marks);
	tcase_add_test(t, words_of_rules);
	tcase_add_test(t, all_rules);
	tcase_add_test(t, hashes);
	tcase_add_test(t, long_words);
	tcase_add_test(t, plain_words);
	tcase_add_test(t, lines_with_dates);
	suite_add_tcase(s, t);
	return s;
}
