#include <check.h>
#include <stdio.h>
#include <string.h>

#include "cmd/strip-boilerplate/trim.h"

Suite *suite_strip_trim(void);

/* The text with each cut between braces. */
static void
check_cuts(const char *text, const char *expected)
{
	struct cut cuts[TRIM_MAX];
	char got[1024];
	size_t n = trim_find(text, strlen(text), cuts), used = 0, at = 0;

	for (size_t i = 0; i < n; i++) {
		ck_assert_uint_ge(cuts[i].begin, at);
		ck_assert_uint_gt(cuts[i].end, cuts[i].begin);
		used += (size_t)snprintf(got + used, sizeof(got) - used, "%.*s{%.*s}", (int)(cuts[i].begin - at), text + at,
		    (int)(cuts[i].end - cuts[i].begin), text + cuts[i].begin);
		at = cuts[i].end;
	}
	snprintf(got + used, sizeof(got) - used, "%s", text + at);
	ck_assert_str_eq(got, expected);
}

START_TEST(metadata)
{
	check_cuts("date 2031-03-12 Ships sail.", "{date 2031-03-12 }Ships sail.");
	check_cuts(" Updated: 2031-03-12T09:30:00Z Ships sail.", "{ Updated: 2031-03-12T09:30:00Z }Ships sail.");
	check_cuts("date 2031-03-12", "{date 2031-03-12}");
	check_cuts("date 2031-03-123 Ships sail.", "date 2031-03-123 Ships sail.");
	check_cuts("A date 2031-03-12 was set.", "A date 2031-03-12 was set.");
	check_cuts("dates 2031-03-12", "dates 2031-03-12");
	check_cuts("date", "date");
	check_cuts("date 2031-03-12T09:30", "{date 2031-03-12T09:30}");
}
END_TEST

START_TEST(images)
{
	check_cuts("One. <image>a.png</image> Two.", "One. {<image>a.png</image>} Two.");
	check_cuts("<ns:image>a</ns:image> <ns:image>b</ns:image> Two.", "{<ns:image>a</ns:image> <ns:image>b</ns:image>} Two.");
	check_cuts("One <image>a.png", "One <image>a.png");
	check_cuts("One <image", "One <image");
	check_cuts("One <maged>a</maged>", "One <maged>a</maged>");
	check_cuts("One <xximage>a</xximage> <b>x</b>", "One <xximage>a</xximage> <b>x</b>");
}
END_TEST

START_TEST(links)
{
	check_cuts("He left. Read more: Who pays?", "He left. {Read more: Who pays?}");
	check_cuts("He left. [READ ALSO: Who pays?]", "He left. {[READ ALSO: Who pays?]}");
	check_cuts("Er ging. Lesen Sie auch: Wer zahlt?", "Er ging. {Lesen Sie auch: Wer zahlt?}");
	check_cuts("\xd0\x9e\xd0\xbd. \xd0\xa7\xd0\xb8\xd1\x82\xd0\xb0\xd0\xb9\xd1\x82\xd0\xb5 \xd1\x82\xd0\xb0\xd0\xba\xd0\xb6\xd0\xb5: X",
	    "\xd0\x9e\xd0\xbd. {\xd0\xa7\xd0\xb8\xd1\x82\xd0\xb0\xd0\xb9\xd1\x82\xd0\xb5 \xd1\x82\xd0\xb0\xd0\xba\xd0\xb6\xd0\xb5: X}");
	check_cuts("He wanted to read more: books, plays.", "He wanted to read more: books, plays.");
	check_cuts("He left. Read more books.", "He left. Read more books.");
	check_cuts("He left. Read more books: ten a year.", "He left. Read more books: ten a year.");
}
END_TEST

START_TEST(credits)
{
	check_cuts("He left. (Reporting by Ann Lee; editing by Bo Ek)", "He left. {(Reporting by Ann Lee; editing by Bo Ek)}");
	check_cuts("He left.\" (AFP)", "He left.\" {(AFP)}");
	check_cuts("He left (Reuters)", "He left (Reuters)");
	check_cuts("He left. (Apart from that, nothing.)", "He left. (Apart from that, nothing.)");
	check_cuts("(AFP)", "(AFP)");
	check_cuts("He left. )", "He left. )");
}
END_TEST

/* White space and marks of every kind may stand between the parts. */
START_TEST(spaces_and_marks)
{
	static const char *const ends[] = {".", "!", "?", "…", "。", ".\"", ".”", ".»", ".'", ".’ \t\r\n"};
	char text[200], expected[200];

	for (size_t i = 0; i < sizeof(ends) / sizeof(ends[0]); i++) {
		snprintf(text, sizeof(text), "He left%s Read more : Who pays?", ends[i]);
		snprintf(expected, sizeof(expected), "He left%s {Read more : Who pays?}", ends[i]);
		check_cuts(text, expected);
	}
	check_cuts("He left, Read more: Who pays?", "He left, Read more: Who pays?");
	check_cuts("(Read more: Who pays?)", "(Read more: Who pays?)");
	check_cuts("He left.\n(See also： Who pays?)", "He left.\n{(See also： Who pays?)}");
	check_cuts("He left. Xread more: Who pays?", "He left. Xread more: Who pays?");
	check_cuts("Read more", "Read more");
	check_cuts("\tdate\t2031-03-12\nShips sail.", "{\tdate\t2031-03-12\n}Ships sail.");
	check_cuts("updated: 2031-03-12T09:30:00+01:00\tShips", "{updated: 2031-03-12T09:30:00+01:00\t}Ships");
	check_cuts("date 2031-03", "date 2031-03");
	check_cuts("date 2031-03x12 Ships", "date 2031-03x12 Ships");
	check_cuts("date: ", "date: ");
	check_cuts("", "");
}
END_TEST

START_TEST(together)
{
	check_cuts("date 2031-03-12 One. <image>a</image> Two. (AFP)", "{date 2031-03-12 }One. {<image>a</image>} Two. {(AFP)}");
	check_cuts("<image>a</image>\r\n<image>b</image>x<image>c</image> d", "{<image>a</image>\r\n<image>b</image>}x{<image>c</image>} d");
	check_cuts("One. (AFP <image>a</image>)", "One. (AFP {<image>a</image>})");
	check_cuts("One <:image>a</:image> <image >a</image> <abcdefghijklmnopqrstuvwxyz:image>a</image>",
	    "One {<:image>a</:image>} <image >a</image> <abcdefghijklmnopqrstuvwxyz:image>a</image>");
}
END_TEST

/* A credit of a picture tells that what stands before it is a caption; other parentheses do not. */
START_TEST(captions)
{
	static const char *const yes[] = {"Barges at dusk. (Agency Photo/Ann Lee)", "Barges at dusk (Photo by Ann Lee).", "Der Hafen am Abend (Foto: A. Lee)",
		"Το λιμάνι (Φωτογραφία: Α. Λη)"};
	static const char *const no[] = {"(Photo: Ann Lee)", "Barges at dusk (photo)", "Barges (telephoto: a lens)", "Barges. Photo: Ann Lee", "Barges. (Photo: Ann) Lee",
		"A (Photo: b) c)", "Barges at dusk photo: Ann Lee)", ")", ".", ""};
	char text[600];

	for (size_t i = 0; i < sizeof(yes) / sizeof(yes[0]); i++) {
		ck_assert_msg(trim_is_captioned(yes[i], strlen(yes[i])), "%s", yes[i]);
		ck_assert_uint_eq(trim_suffix(yes[i], strlen(yes[i])), strlen(yes[i]));
	}
	for (size_t i = 0; i < sizeof(no) / sizeof(no[0]); i++)
		ck_assert_msg(!trim_is_captioned(no[i], strlen(no[i])), "%s", no[i]);
	snprintf(text, sizeof(text), "Barges (Photo: %0450d)", 0);
	ck_assert(!trim_is_captioned(text, strlen(text)));
	ck_assert_uint_eq(trim_suffix("He left. (AFP)", 14), 14);
	ck_assert_uint_eq(trim_suffix("He left. Read more: Who?", 24), 9);
	ck_assert_uint_eq(trim_suffix("He left.", 8), 8);
	check_cuts("Barges at dusk. (Agency Photo/Ann Lee)", "Barges at dusk. {(Agency Photo/Ann Lee)}");
	check_cuts("He left. (with AP)", "He left. {(with AP)}");
	check_cuts("He left. (Photo: Ann Lee).", "He left. {(Photo: Ann Lee).}");
	check_cuts("He left. (Source:Ann Lee)", "He left. {(Source:Ann Lee)}");
}
END_TEST

START_TEST(hostile)
{
	static const char nul[] = "date 2031-03-12T\0 x";
	char text[8192] = "";

	ck_assert_uint_eq(trim_prefix(nul, sizeof(nul) - 1), 0);

	for (int i = 0; i < 400; i++)
		strcat(text, "<image>x</image>y ");
	{
		struct cut cuts[TRIM_MAX];

		ck_assert_uint_le(trim_find(text, strlen(text), cuts), TRIM_MAX);
		ck_assert_uint_eq(trim_find("", 0, cuts), 0);
		memset(text, '<', sizeof(text));
		ck_assert_uint_eq(trim_find(text, sizeof(text), cuts), 0);
		memset(text, ':', sizeof(text));
		ck_assert_uint_eq(trim_find(text, sizeof(text), cuts), 0);
		memset(text, '(', sizeof(text));
		text[sizeof(text) - 1] = ')';
		ck_assert_uint_eq(trim_find(text, sizeof(text), cuts), 0);
	}
}
END_TEST

Suite *
suite_strip_trim(void)
{
	Suite *s = suite_create("strip_trim");
	TCase *t = tcase_create("trim");

	tcase_add_test(t, metadata);
	tcase_add_test(t, images);
	tcase_add_test(t, links);
	tcase_add_test(t, credits);
	tcase_add_test(t, spaces_and_marks);
	tcase_add_test(t, together);
	tcase_add_test(t, captions);
	tcase_add_test(t, hostile);
	suite_add_tcase(s, t);
	return s;
}
