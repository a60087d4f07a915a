#include <check.h>
#include <stdio.h>

#include "cmd/diff-sources/side.h"

Suite *suite_diff_side(void);

static bool
same(const char *a, const char *b)
{
	return side_same(slice_of(a), slice_of(b));
}

static uint32_t
stem(const char *word)
{
	return side_stem(word, strlen(word));
}

START_TEST(equal_but_for_marks)
{
	ck_assert(same("\xe2\x80\x9cYes,\xe2\x80\x9d he said -- twice.", "\"Yes,\"  he said \xe2\x80\x94\ttwice. "));
	ck_assert(same("It\xe2\x80\x99s", "It's"));
	ck_assert(same("", " \n"));
	ck_assert(!same("\"Yes,\"", "'Yes,'"));
	ck_assert(!same("Yes.", "Yes"));
	ck_assert(!same("yes", "Yes"));
	ck_assert(!same("a b", "ab"));
}
END_TEST

/* Rows have one hash where they are equal but for marks and white space, wherever in eight bytes these stand. */
START_TEST(canonical_hashes)
{
	static const char *const alike[][2] = {
		{"\xe2\x80\x9cYes,\xe2\x80\x9d he said -- twice.", "\"Yes,\"  he said \xe2\x80\x94\ttwice. "},
		{"a\xc2\xa0 b \xc2\xa0", " a b"}, {"`a`", "'a'"}, {"\xc2\xab\xe3\x80\x8c\xef\xbc\x82", "\"\"\""}, {"a - b", "a \xe2\x88\x92 b"}, {"", "  "},
		{"1234567  ", "1234567"}, {"12345678 \n9", "12345678 9"}, {"caf\xc3\xa9  s", "caf\xc3\xa9 s"},
	}, *const unlike[][2] = {{"a  b", "ab"}, {"12345678", "123456789"}, {"a b", "a\x01""b"}, {"'a'", "\"a\""}};
	char a[64], b[64];
	struct side s = {0};

	for (size_t pad = 0; pad < 16; pad++)
		for (size_t i = 0; i < sizeof alike / sizeof *alike + sizeof unlike / sizeof *unlike; i++) {
			size_t n = sizeof alike / sizeof *alike;
			const char *const *pair = i < n ? alike[i] : unlike[i - n];

			snprintf(a, sizeof a, "%.*s%s", (int)pad, "The 1st of March", pair[0]);
			snprintf(b, sizeof b, "%.*s%s", (int)pad, "The 1st of March", pair[1]);
			side_clear(&s);
			ck_assert_int_eq(side_add(&s, a, strlen(a), 0), 0);
			ck_assert_int_eq(side_add(&s, b, strlen(b), 1), 0);
			ck_assert_msg((s.rows[0].canonical == s.rows[1].canonical) == same(a, b), "'%s', '%s'", a, b);
		}
	side_free(&s);
}
END_TEST

START_TEST(stems)
{
	ck_assert_uint_eq(stem("Governments"), stem("government"));
	ck_assert_uint_eq(stem("mayor's"), stem("MAYOR"));
	ck_assert_uint_eq(stem("mayor\xe2\x80\x99s"), stem("mayor"));
	ck_assert_uint_ne(stem("1234567"), stem("1234568"));
	ck_assert_uint_ne(stem("river"), stem("rivet"));
}
END_TEST

/* The fast path for plain words gives what side_stem() gives. */
START_TEST(stems_of_rows)
{
	static const char text[] = "The mayor's 1,400 caf\xc3\xa9s, U.S. and Gr\xc3\xbc\xc3\x9f" "e: it's 3.5% \xe2\x80\x98so\xe2\x80\x99 e-mail,x";
	static const char *const words[] = {"The", "mayor's", "1,400", "caf\xc3\xa9s", "U", "S", "and", "Gr\xc3\xbc\xc3\x9f\145", "it's", "3.5", "so", "e", "mail", "x"};
	struct side s = {0};

	ck_assert_int_eq(side_add(&s, text, sizeof text - 1, 7), 0);
	ck_assert_uint_eq(s.n, 1);
	ck_assert_uint_eq(s.rows[0].row, 7);
	ck_assert_int_eq(side_read(&s, 0), 0);
	ck_assert_int_eq(side_read_all(&s), 0); /* which leaves what was read */
	ck_assert_uint_eq(s.rows[0].n_words, sizeof words / sizeof *words);
	for (size_t i = 0; i < s.n_words; i++)
		ck_assert_msg(s.words[i] == stem(words[i]), "word %zu", i);
	side_clear(&s);
	ck_assert_uint_eq(s.n, 0);
	side_free(&s);
}
END_TEST

Suite *
suite_diff_side(void)
{
	Suite *s = suite_create("diff-sources: side");
	TCase *t = tcase_create("side");

	tcase_add_test(t, equal_but_for_marks);
	tcase_add_test(t, canonical_hashes);
	tcase_add_test(t, stems);
	tcase_add_test(t, stems_of_rows);
	suite_add_tcase(s, t);
	return s;
}
