#include <check.h>
#include <stdio.h>
#include <stdlib.h>

#include "cmd/diff-sources/edits.h"
#include "cmd/diff-sources/tokens.h"

Suite *suite_diff_edits(void);

static void
cut(struct token_list *l, const char *text)
{
	struct marks marks = {false, false};

	ck_assert_int_eq(tokens_add(l, slice_of(text), &marks), 0);
}

static void
put(char *out, const struct token *t, uint32_t begin, uint32_t end)
{
	for (uint32_t i = begin; i < end; i++)
		sprintf(out + strlen(out), "%s%.*s", i == begin ? "" : " ", (int)t[i].len, t[i].text);
}

/* The hunks as "old>new|old>new|". */
static void
check_edits(const char *a, const char *b, const char *expected)
{
	struct token_list ta = {0}, tb = {0};
	struct edits e = {0};
	char got[4096] = "";

	cut(&ta, a);
	cut(&tb, b);
	ck_assert_int_eq(edits_find(&e, ta.list, ta.n, tb.list, tb.n), 0);
	edits_join(&e, ta.list);
	for (size_t i = 0; i < e.n; i++) {
		put(got, ta.list, e.list[i].a, e.list[i].a_end);
		strcat(got, ">");
		put(got, tb.list, e.list[i].b, e.list[i].b_end);
		strcat(got, "|");
	}
	ck_assert_str_eq(got, expected);
	free(ta.list);
	free(tb.list);
	edits_free(&e);
}

START_TEST(words)
{
	check_edits("", "", "");
	check_edits("One two.", "One two.", "");
	check_edits("", "New.", ">New .|");
	check_edits("Old.", "", "Old .>|");
	check_edits("It cost $4.2 million.", "It cost $4.5 million.", "$4.2>$4.5|");
	check_edits("about 1,200 men", "about 1,300 men", "1,200>1,300|");
	check_edits("The U.S. said so.", "The US said so.", "U.S.>US|");
	check_edits("The U.Sx fleet", "The U.\u00c9. fleet", "Sx>\u00c9 .|");
	check_edits("a\u00a0b\tc", "a b d", "c>d|");
	check_edits("It rose 5% today", "It rose 6% today", "5%>6%|");
}
END_TEST

START_TEST(case_and_marks)
{
	check_edits("The dog barked.", "the dog barked.", "");
	check_edits("See the Prime Minister.", "See the prime minister.", "Prime Minister>prime minister|");
	check_edits("\"Yes\" -- it's", "\xe2\x80\x9cYes\xe2\x80\x9d \xe2\x80\x94 it\xe2\x80\x99s", "");
	check_edits("a na\xc3\xafve man", "a naive man", "na\xc3\xafve>naive|");
}
END_TEST

START_TEST(small_words_are_absorbed)
{
	check_edits("a pledge of peace now", "a promise of calm now", "pledge of peace>promise of calm|");
	check_edits("Rubio and Witkoff met", "Mr Rubio and Mr Witkoff met", ">Mr|>Mr|");
}
END_TEST

/* A comma never stays in place of a name; between words that stay it does, and so do marks that nothing else parts. */
START_TEST(words_before_marks)
{
	check_edits("Ann Reiter, Keld", "Keld, Ann Maurer", "Ann Reiter ,>|>, Ann Maurer|");
	check_edits("Rosa, Anna", "Anna, Mira", "Rosa ,>|>, Mira|");
	check_edits("It broke, Ann left.", "It broke then, Bob left.", ", Ann>then , Bob|");
	check_edits("It broke, he left.", "It broke then, as he left.", ">then|>as|");
	check_edits("It broke then, as he left.", "It broke, he left.", "then>|as>|");
	check_edits("Yes\".", "Yes.\"", "\" .>. \"|");
	check_edits("He said, \"\" - yes", "He said then \"\" as yes", ",>then|->as|");
	check_edits("Yes; no", "Yes, no", ";>,|");
	check_edits("\"Yes.\"", "\"Yes,\" he said.", ".>,|>he said .|");
}
END_TEST

/* That what lies between hunks is equal, and all is covered. Returns how many tokens are equal. */
static size_t
check_covered(const char *a, const char *b)
{
	struct token_list ta = {0}, tb = {0};
	struct edits e = {0};
	size_t x = 0, y = 0, equal = 0;

	cut(&ta, a);
	cut(&tb, b);
	ck_assert_int_eq(edits_find(&e, ta.list, ta.n, tb.list, tb.n), 0);
	for (size_t i = 0; i < e.n; i++) {
		ck_assert_uint_eq(e.list[i].a - x, e.list[i].b - y);
		for (; x < e.list[i].a; x++, y++, equal++)
			ck_assert(ta.list[x].key == tb.list[y].key);
		x = e.list[i].a_end;
		y = e.list[i].b_end;
	}
	ck_assert_uint_eq(ta.n - x, tb.n - y);
	equal += ta.n - x;
	free(ta.list);
	free(tb.list);
	edits_free(&e);
	return equal;
}

static void
add_words(char *out, char letter, int n)
{
	for (int i = 0; i < n; i++)
		sprintf(out + strlen(out), "%c%d ", letter, i);
}

/* Two texts longer than one search reaches, with every third word in common; and one that ends in the midst of the other. */
START_TEST(long_texts)
{
	static char a[40000], b[40000];

	for (int i = 0; i < 2000; i++) {
		sprintf(a + strlen(a), "a%d ", i);
		sprintf(b + strlen(b), "%c%d ", i % 3 == 0 ? 'a' : 'b', i);
	}
	ck_assert_uint_gt(check_covered(a, b), 0);
	strcpy(a, "x ");
	strcpy(b, "y ");
	add_words(a, 'c', 80);
	add_words(b, 'c', 80);
	add_words(b, 'd', 400);
	ck_assert_uint_eq(check_covered(a, b), 80);
	ck_assert_uint_eq(check_covered(b, a), 80);
}
END_TEST

START_TEST(cut_to_a_part)
{
	struct hunk list[] = {{0, 1, 0, 1}, {3, 4, 3, 3}, {5, 7, 4, 8}};
	struct edits e = {.list = list, .n = 3};

	edits_cut(&e, 'b', 0, 6);
	ck_assert_uint_eq(e.n, 3);
	ck_assert_uint_eq(e.list[2].b_end, 6);
	ck_assert_uint_eq(e.list[2].a_end, 7);

	memcpy(list, (struct hunk[]){{0, 1, 0, 1}, {3, 4, 3, 3}, {5, 7, 4, 8}}, sizeof list);
	e.n = 3;
	edits_cut(&e, 'b', 6, 9);
	ck_assert_uint_eq(e.n, 1);
	ck_assert_uint_eq(e.list[0].b, 6);
	ck_assert_uint_eq(e.list[0].a, e.list[0].a_end);
}
END_TEST

Suite *
suite_diff_edits(void)
{
	Suite *s = suite_create("diff-sources: edits");
	TCase *t = tcase_create("edits");

	tcase_add_test(t, words);
	tcase_add_test(t, case_and_marks);
	tcase_add_test(t, small_words_are_absorbed);
	tcase_add_test(t, words_before_marks);
	tcase_add_test(t, long_texts);
	tcase_add_test(t, cut_to_a_part);
	suite_add_tcase(s, t);
	return s;
}
