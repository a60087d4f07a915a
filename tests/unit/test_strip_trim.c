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
}
END_TEST

START_TEST(images)
{
	check_cuts("One. <image>a.png</image> Two.", "One. {<image>a.png</image>} Two.");
	check_cuts("<ns:image>a</ns:image> <ns:image>b</ns:image> Two.", "{<ns:image>a</ns:image> <ns:image>b</ns:image>} Two.");
	check_cuts("One <image>a.png", "One <image>a.png");
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

START_TEST(hostile)
{
	char text[8192] = "";

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
	tcase_add_test(t, hostile);
	suite_add_tcase(s, t);
	return s;
}
