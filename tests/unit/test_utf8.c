#include <check.h>
#include <string.h>
#include <utf8proc.h>

#include "common/utf8.h"

Suite *suite_utf8(void);

/* What repair makes of s: the text, and how many sequences it replaced. */
static void
check_repair(const char *s, size_t len, const char *expected, size_t replaced)
{
	struct buf out = {0};
	size_t count = 0;

	ck_assert_int_eq(utf8_repair(&out, s, len, &count), 0);
	ck_assert_uint_eq(count, replaced);
	ck_assert_uint_eq(out.len, strlen(expected));
	ck_assert_mem_eq(out.data, expected, out.len);
	ck_assert_uint_eq(utf8_valid_prefix(out.data, out.len), out.len);
	buf_free(&out);
}

#define FFFD "\xef\xbf\xbd"

/* The examples of the Unicode Standard, tables 3-8 to 3-11. */
START_TEST(maximal_subparts_are_replaced)
{
	check_repair("\xc0\xaf\xe0\x80\xbf\xf0\x81\x82\x41", 9, FFFD FFFD FFFD FFFD FFFD FFFD FFFD FFFD "A", 8);
	check_repair("\xed\xa0\x80\xed\xbf\xbf\xed\xaf\x41", 9, FFFD FFFD FFFD FFFD FFFD FFFD FFFD FFFD "A", 8);
	check_repair("\xf4\x91\x92\x93\xff\x41\x80\xbf\x42", 9, FFFD FFFD FFFD FFFD FFFD "A" FFFD FFFD "B", 7);
	check_repair("\xe1\x80\xe2\xf0\x91\x92\xf1\xbf\x41", 9, FFFD FFFD FFFD FFFD "A", 4);
}
END_TEST

START_TEST(a_sequence_cut_off_is_replaced)
{
	check_repair("a\xe2\x80", 3, "a" FFFD, 1);
	check_repair("a\xf0", 2, "a" FFFD, 1);
}
END_TEST

START_TEST(the_valid_prefix_ends_at_the_first_bad_byte)
{
	char s[200];

	for (size_t i = 0; i < sizeof(s); i++) {
		memset(s, 'x', sizeof(s));
		ck_assert_uint_eq(utf8_valid_prefix(s, sizeof(s)), sizeof(s));
		s[i] = '\xff';
		ck_assert_uint_eq(utf8_valid_prefix(s, sizeof(s)), i);
	}
	ck_assert_uint_eq(utf8_valid_prefix("\xe2\x80\x9c" "a\xf0\x9f\x98\x80", 8), 8);
}
END_TEST

START_TEST(a_sequence_cut_off_is_no_part_of_the_valid_prefix)
{
	static const char *const texts[] = {"a\xc3", "a\xc3x", "a\xe2\x80", "a\xe2x\x80", "a\xe2\x80x", "a\xf0\x9f\x98"};

	for (size_t i = 0; i < sizeof(texts) / sizeof(texts[0]); i++)
		ck_assert_uint_eq(utf8_valid_prefix(texts[i], strlen(texts[i])), 1);
}
END_TEST

START_TEST(decoding_goes_both_ways)
{
	static const uint32_t points[] = {0, 'a', 0x7f, 0x80, 0x7ff, 0x800, 0x201c, 0xffff, 0x10000, 0x10ffff};
	char s[4];
	uint32_t cp;

	for (size_t i = 0; i < sizeof(points) / sizeof(points[0]); i++) {
		size_t n = utf8_encode(points[i], s);

		ck_assert_uint_eq(utf8_decode(s, s + n, &cp), n);
		ck_assert_uint_eq(cp, points[i]);
		ck_assert_uint_eq(utf8_decode_before(s, s + n, &cp), n);
		ck_assert_uint_eq(cp, points[i]);
	}
}
END_TEST

START_TEST(nothing_is_read_past_the_end)
{
	const char s[] = "\xe2\x80\x9c";
	uint32_t cp;

	ck_assert_uint_eq(utf8_decode(s, s + 2, &cp), 1);
	ck_assert_uint_eq(cp, 0xfffd);
	ck_assert_uint_eq(utf8_decode_before(s + 1, s + 3, &cp), 1);
	ck_assert_uint_eq(cp, 0xfffd);
}
END_TEST

START_TEST(classes)
{
	ck_assert_uint_eq(utf8_class('A'), CH_UPPER | CH_LETTER);
	ck_assert_uint_eq(utf8_class('z'), CH_LOWER | CH_LETTER);
	ck_assert_uint_eq(utf8_class('7'), CH_DIGIT);
	ck_assert_uint_eq(utf8_class('\r'), CH_SPACE);
	ck_assert_uint_eq(utf8_class('"'), CH_PUNCT);
	ck_assert_uint_eq(utf8_class(0xa0), CH_SPACE);
	ck_assert_uint_eq(utf8_class(0x85), CH_SPACE);
	ck_assert_uint_eq(utf8_class(0x201c), CH_PUNCT);
	ck_assert_uint_eq(utf8_class(0x0416), CH_UPPER | CH_LETTER);
	ck_assert_uint_eq(utf8_class(0x4e2d), CH_LETTER | CH_IDEOGRAPH);
	ck_assert_uint_eq(utf8_class(0x0301), CH_MARK);
	ck_assert_uint_eq(utf8_class(0x0665), CH_DIGIT);
	ck_assert_uint_eq(utf8_class(0x20ac), CH_SYMBOL);
	ck_assert_uint_eq(utf8_class(0x200b), 0);
	ck_assert_uint_eq(utf8_lower(0x0416), 0x0436);
	ck_assert_uint_eq(utf8_lower('Q'), 'q');
}
END_TEST

START_TEST(trimming_takes_all_white_space)
{
	const char s[] = " \xc2\xa0 a b\xe3\x80\x80\r\n";
	struct slice t = utf8_trim(s, sizeof(s) - 1);

	ck_assert_uint_eq(t.len, 3);
	ck_assert_mem_eq(t.data, "a b", 3);
	ck_assert_uint_eq(utf8_trim("\t \n", 3).len, 0);
}
END_TEST

START_TEST(a_full_buffer_is_told)
{
	size_t count;

	for (size_t max = 1; max <= 5; max++) {
		struct buf out = {.max = max};

		ck_assert_int_eq(utf8_repair(&out, "a\xff" "b", 3, &count), max == 5 ? 0 : -1);
		buf_free(&out);
	}
}
END_TEST

/* Each range's first and last, and what stands beside them. */
START_TEST(ideographs)
{
	static const struct { uint32_t cp; int ideograph; } cases[] = {
		{0x3400, 1}, {0x9fff, 1}, {0xa000, 0}, {0x3041, 1}, {0x30ff, 1}, {0x3031, 0}, {0x3005, 1}, {0x3105, 1}, {0x312f, 1}, {0x3131, 0},
		{0xf900, 1}, {0xfaff, 0}, {0xfb1d, 0}, {0x20000, 1}, {0x10400, 0}, {0x5d0, 0}, {0x2b0, 0}, {0x30fb, 0}, {0x3007, 1}, {0x2163, 0},
	};

	for (size_t i = 0; i < sizeof(cases) / sizeof(cases[0]); i++)
		ck_assert_msg(((utf8_class(cases[i].cp) & CH_IDEOGRAPH) != 0) == cases[i].ideograph, "U+%04X", (unsigned)cases[i].cp);
}
END_TEST

/* Bytes that continue nothing are taken one at a time, from either side. */
START_TEST(continuation_bytes_alone)
{
	static const char s[] = "\x80\x80\x80\x80\x80";
	uint32_t cp;

	for (size_t i = 1; i <= 5; i++) {
		ck_assert_uint_eq(utf8_decode_before(s, s + i, &cp), 1);
		ck_assert_uint_eq(cp, 0xfffd);
		ck_assert_uint_eq(utf8_decode(s + i - 1, s + 5, &cp), 1);
	}
}
END_TEST

/* The table of common scripts says what the library does; a later Unicode may give a class to what has none here. */
START_TEST(classes_agree_with_the_library)
{
	static const unsigned expected[] = {
		[UTF8PROC_CATEGORY_LU] = CH_UPPER | CH_LETTER, [UTF8PROC_CATEGORY_LT] = CH_UPPER | CH_LETTER,
		[UTF8PROC_CATEGORY_LL] = CH_LOWER | CH_LETTER, [UTF8PROC_CATEGORY_LM] = CH_LETTER, [UTF8PROC_CATEGORY_LO] = CH_LETTER,
		[UTF8PROC_CATEGORY_ND] = CH_DIGIT, [UTF8PROC_CATEGORY_MN] = CH_MARK, [UTF8PROC_CATEGORY_MC] = CH_MARK,
		[UTF8PROC_CATEGORY_ME] = CH_MARK, [UTF8PROC_CATEGORY_PC] = CH_PUNCT, [UTF8PROC_CATEGORY_PD] = CH_PUNCT,
		[UTF8PROC_CATEGORY_PS] = CH_PUNCT, [UTF8PROC_CATEGORY_PE] = CH_PUNCT, [UTF8PROC_CATEGORY_PI] = CH_PUNCT,
		[UTF8PROC_CATEGORY_PF] = CH_PUNCT, [UTF8PROC_CATEGORY_PO] = CH_PUNCT, [UTF8PROC_CATEGORY_SM] = CH_SYMBOL,
		[UTF8PROC_CATEGORY_SC] = CH_SYMBOL, [UTF8PROC_CATEGORY_SK] = CH_SYMBOL, [UTF8PROC_CATEGORY_SO] = CH_SYMBOL,
		[UTF8PROC_CATEGORY_ZS] = CH_SPACE, [UTF8PROC_CATEGORY_ZL] = CH_SPACE, [UTF8PROC_CATEGORY_ZP] = CH_SPACE,
		[UTF8PROC_CATEGORY_CO] = 0,
	};
	unsigned class;

	for (uint32_t cp = 0x80; cp < 0x20000; cp++) {
		class = utf8_class(cp) & ~(unsigned)CH_IDEOGRAPH;
		if (class != 0 && cp != 0x85 && cp != 0x3007)
			ck_assert_msg(class == expected[utf8proc_category((utf8proc_int32_t)cp)], "U+%04X", (unsigned)cp);
	}
}
END_TEST

START_TEST(small_letters)
{
	for (uint32_t cp = 0; cp < 0x3000; cp++)
		ck_assert_uint_eq(utf8_lower(cp), (uint32_t)utf8proc_tolower((utf8proc_int32_t)cp));
}
END_TEST

Suite *
suite_utf8(void)
{
	Suite *s = suite_create("utf8");
	TCase *t = tcase_create("utf8");

	tcase_add_test(t, maximal_subparts_are_replaced);
	tcase_add_test(t, a_sequence_cut_off_is_replaced);
	tcase_add_test(t, the_valid_prefix_ends_at_the_first_bad_byte);
	tcase_add_test(t, a_sequence_cut_off_is_no_part_of_the_valid_prefix);
	tcase_add_test(t, decoding_goes_both_ways);
	tcase_add_test(t, nothing_is_read_past_the_end);
	tcase_add_test(t, a_full_buffer_is_told);
	tcase_add_test(t, ideographs);
	tcase_add_test(t, continuation_bytes_alone);
	tcase_add_test(t, classes);
	tcase_add_test(t, classes_agree_with_the_library);
	tcase_add_test(t, small_letters);
	tcase_add_test(t, trimming_takes_all_white_space);
	suite_add_tcase(s, t);
	return s;
}
