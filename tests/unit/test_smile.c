/* Emoji and emoticons: where they begin and end, and what is none. */
#include <check.h>
#include <string.h>

#include "cmd/split-sentences/smile.h"

#define SMILING "\xf0\x9f\x98\x8a"
#define PARTY "\xf0\x9f\x8e\x89"
#define HEART "\xe2\x9d\xa4\xef\xb8\x8f"	/* with its variation selector */
#define DOWN "\xf0\x9f\x91\x87"
#define PIN "\xf0\x9f\x93\x8d"
#define SHRUG "\xf0\x9f\xa4\xb7\xf0\x9f\x8f\xbb\xe2\x80\x8d\xe2\x99\x80\xef\xb8\x8f"	/* of a colour and a sex */
#define LONG ")))))))))))))))))))))))))))))))))"	/* 33 mouths */
#define FOUR SMILING SMILING SMILING SMILING
#define THANKS "\xd1\x81\xd0\xbf\xd0\xb0\xd1\x81\xd0\xb8\xd0\xb1\xd0\xbe"

/* The text ends with a smile of so many bytes. */
static const struct {
	const char *text;
	size_t size;
} ends[] = {
	{"rope" SMILING, 4}, {"rope " SMILING PARTY, 8}, {"rope" HEART, 6}, {"rope" SHRUG, 17}, {"rope " DOWN SMILING, 8},
	{"rope " DOWN, 0}, {"rope " SMILING PIN, 0}, {"rope\xe2\x80\xa6", 0}, {"\xe9\x9b\xa8", 0}, {THANKS, 0}, {"rope\xef\xb8\x8f", 0}, {"rope", 0},
	{"rope :)", 2}, {"rope:-(", 3}, {"rope =D", 2}, {"rope ;)))", 4}, {"rope ((", 2}, {"rope (", 0}, {"D", 0}, {"", 0},
	{"so it goes)", 1}, {THANKS ")", 1}, {"really?!)", 1}, {"rope))", 2}, {"(as rope)", 0}, {"(as (any) rope))", 0}, {"item 2)", 0},
	{"rope :" LONG LONG, 64}, {"rope" FOUR FOUR FOUR FOUR PARTY, 64},	/* as far as a smile is read */
	{"item b)", 0}, {"item xiv)", 0}, {"The USA)", 0}, {"and/or", 0}, {"a/", 0},
};

START_TEST(test_before)
{
	size_t len = strlen(ends[_i].text), got = smile_before(ends[_i].text, 0, len);

	ck_assert_msg(got == len - ends[_i].size, "%s: %zu", ends[_i].text, len - got);
	if (ends[_i].size > 0)
		ck_assert(smile_may_end(ends[_i].text, 0, len));
}
END_TEST

/* The smile does not reach back before where the sentence begins. */
START_TEST(test_begin)
{
	const char text[] = SMILING SMILING;

	ck_assert_uint_eq(smile_before(text, 4, 8), 4);
	ck_assert_uint_eq(smile_before(text, 8, 8), 8);
	ck_assert_uint_eq(smile_before(":)", 1, 2), 2);
}
END_TEST

/* The text starts with a smile of so many bytes. */
static const struct {
	const char *text;
	size_t size;
} starts[] = {
	{SMILING, 4}, {SMILING PARTY " and", 8}, {SHRUG, 17}, {SMILING "rope", 0}, {DOWN, 0}, {SMILING DOWN " rope", 0}, {"\xef\xb8\x8f", 0},
	{":" LONG ")", 35}, {":" LONG LONG " rope", 0}, {FOUR FOUR FOUR FOUR, 64}, {FOUR FOUR FOUR FOUR SMILING, 0},
	{":) rope", 2}, {":-)))", 5}, {";D", 2}, {":)rope", 0}, {": )", 0}, {"=", 0}, {"rope", 0}, {"\xe2\x80\xa6", 0}, {"", 0},
};

START_TEST(test_at)
{
	const char *s = starts[_i].text, *end = s + strlen(s);
	size_t got = smile_at(s, end);

	ck_assert_msg(got == starts[_i].size, "%s: %zu", s, got);
	if (got > 0)
		ck_assert(smile_may_start(s));
}
END_TEST

Suite *suite_smile(void);

Suite *
suite_smile(void)
{
	Suite *s = suite_create("smile");
	TCase *t = tcase_create("smile");

	tcase_add_loop_test(t, test_before, 0, sizeof(ends) / sizeof(ends[0]));
	tcase_add_test(t, test_begin);
	tcase_add_loop_test(t, test_at, 0, sizeof(starts) / sizeof(starts[0]));
	suite_add_tcase(s, t);
	return s;
}
