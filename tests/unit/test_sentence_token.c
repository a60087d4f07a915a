/* The words beside a candidate: where they begin and end, and what the fast way says of them beside the slow one. */
#include <check.h>
#include <string.h>

#include "cmd/split-sentences/mark.h"
#include "cmd/split-sentences/token.h"
#include "cmd/split-sentences/window.h"

struct example {
	const char *text, *token;
	enum token_shape shape;
};

static const struct example examples[] = {
	{"tide", "tide", SHAPE_LOWER},
	{"Tide,", "Tide", SHAPE_CAPITALISED},
	{"McGill", "McGill", SHAPE_CAPITALISED},
	{"NATO!", "NATO", SHAPE_CAPITALS},
	{"J.", "J", SHAPE_INITIAL},
	{"a b", "a", SHAPE_LETTER},
	{"7.", "7", SHAPE_NUMBER_SMALL},
	{"32", "32", SHAPE_NUMBER},
	{"1,000.5 ", "1,000.5", SHAPE_NUMBER},
	{"1984", "1984", SHAPE_YEAR},
	{"20984", "20984", SHAPE_NUMBER},
	{"1066", "1066", SHAPE_NUMBER},
	{"2100", "2100", SHAPE_NUMBER},
	{"0", "0", SHAPE_NUMBER},
	{"a\xe9\x9b\xa8", "a", SHAPE_LETTER},
	{"5th", "5th", SHAPE_ORDINAL},
	{"F-16", "F-16", SHAPE_CODE},
	{"u.s", "u.s", SHAPE_DOTTED},
	{"www.example.org", "www.example.org", SHAPE_ADDRESS},
	{"x/y.z", "x/y.z", SHAPE_ADDRESS},
	{"me@sea", "me@sea", SHAPE_ADDRESS},
	{"it's", "it's", SHAPE_LOWER},
	{"'tis", "'", SHAPE_OTHER},
	{"-", "-", SHAPE_OTHER},
	{"", "", SHAPE_NONE},
	{"x--y", "x", SHAPE_LETTER},
	{"\xc3\x89t\xc3\xa9 ", "\xc3\x89t\xc3\xa9", SHAPE_CAPITALISED},
	{"caf\xc3\xa9", "caf\xc3\xa9", SHAPE_LOWER},
	{"it\xe2\x80\x99s", "it\xe2\x80\x99s", SHAPE_LOWER},
	{"\xd8\xa7\xd8\xa8", "\xd8\xa7\xd8\xa8", SHAPE_CASELESS},
	{"\xe9\x9b\xa8\xe9\x9b\xaa", "\xe9\x9b\xa8", SHAPE_IDEOGRAPH},
	{"\xd9\xa3\xd9\xa4", "\xd9\xa3\xd9\xa4", SHAPE_NUMBER},
	{"a-word-of-more-than-sixteen-bytes", "a-word-of-more-than-sixteen-bytes", SHAPE_LOWER},
};

START_TEST(test_shapes)
{
	const struct example *e = &examples[_i];
	struct token t;

	token_at(e->text, strlen(e->text), 0, &t);
	ck_assert_uint_eq(t.end, strlen(e->token));
	ck_assert_mem_eq(e->text, e->token, t.end);
	ck_assert_int_eq(t.shape, e->shape);
	ck_assert_uint_eq(t.hash, token_hash(e->token, strlen(e->token)));
}
END_TEST

START_TEST(test_before)
{
	static const struct {
		const char *text, *token;
	} words[] = {{"the tide", "tide"}, {"tide", "tide"}, {"(Mr", "Mr"}, {"\"No", "No"}, {"said \xe2\x80\x9cNo", "No"}, {"a\xc2\xa0" "b", "b"},
	    {"it\xe2\x80\x99s", "it\xe2\x80\x99s"}, {"the d\xc3\xa9j\xc3\xa0", "d\xc3\xa9j\xc3\xa0"}, {"well)", "well)"}, {"\xc3\xa9{g\xc3\xa9", "g\xc3\xa9"}, {"\xc3\xa9`g\xc3\xa9", "g\xc3\xa9"}, {"the ", ""},
	    {"x\xe2\x80\x94y", "y"}, {"\xe9\x9b\xa8\xe9\x9b\xaa\xe9\x9b\xa8\xe9\x9b\xaa", "\xe9\x9b\xaa\xe9\x9b\xa8\xe9\x9b\xaa"}};
	char wide[101];
	struct token t;
	size_t len;

	for (size_t i = 0; i < sizeof(words) / sizeof(words[0]); i++) {
		len = strlen(words[i].text);
		token_before(words[i].text, len, 0, len, &t);
		ck_assert_msg(len - t.start == strlen(words[i].token) && strcmp(words[i].text + t.start, words[i].token) == 0, "%s",
		    words[i].text);
	}
	/* not before the sentence, and not beyond the bound */
	token_before("abcdef", 6, 4, 6, &t);
	ck_assert_uint_eq(t.start, 4);
	token_before("aaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaa", 60, 0, 60, &t);
	ck_assert_uint_eq(t.start, 60 - TOKEN_MAX);
	/* nor inside a character */
	for (size_t i = 0; i < sizeof(wide) - 2; i += 2)
		memcpy(wide + i, "\xc3\xa9", 2);
	wide[sizeof(wide) - 1] = 'a';
	token_before(wide, sizeof(wide), 0, sizeof(wide), &t);
	ck_assert_uint_eq(t.start % 2, 0);
	ck_assert_uint_le(t.end - t.start, TOKEN_MAX);
}
END_TEST

/* What a window says of a word must not depend on what stands around it. */
START_TEST(test_surroundings)
{
	static const char word[] = "U.S-based";
	char text[80];
	struct token alone, t;

	token_at(word, strlen(word), 0, &alone);
	for (size_t at = 0; at < 40; at++) {
		memset(text, ' ', sizeof(text));
		memcpy(text + at, word, strlen(word));
		token_at(text, at + strlen(word) + at % 20, at, &t);
		ck_assert_uint_eq(t.end, at + strlen(word));
		ck_assert_uint_eq(t.hash, alone.hash);
		ck_assert_int_eq(t.shape, alone.shape);
		token_before(text, at + strlen(word) + at % 20, 0, at + strlen(word), &t);
		ck_assert_uint_eq(t.start, at);
		ck_assert_uint_eq(t.hash, alone.hash);
	}
}
END_TEST

START_TEST(test_hashes)
{
	static const char joined[] = "z. B z.B", many[] = "abcdefghijklmnopqrstuvwxyzabcdefghijklmnopqrstuvwxyz";
	struct token a, b;

	ck_assert_uint_eq(token_hash("SEA", 3), token_hash("sea", 3));
	ck_assert_uint_eq(token_hash("\xc3\x89t\xc3\xa9", 5), token_hash("\xc3\xa9t\xc3\xa9", 5));
	ck_assert_uint_eq(token_hash("\xd0\x9c\xd0\xb8\xd1\x80", 6), token_hash("\xd0\xbc\xd0\xb8\xd1\x80", 6));
	ck_assert_uint_ne(token_hash("sea", 3), token_hash("see", 3));
	ck_assert_uint_eq(token_hash(many, sizeof(many) - 1), token_hash(many, TOKEN_MAX));
	ck_assert_uint_ne(token_hash(many, sizeof(many) - 1), token_hash(many, TOKEN_MAX - 1));
	token_before(joined, sizeof(joined) - 1, 0, 2, &a);
	token_at(joined, sizeof(joined) - 1, 3, &b);
	ck_assert_uint_eq(token_hash_joined(joined, &a, &b), token_hash("z.b", 3));
	a.end--;
	ck_assert_uint_eq(token_hash_joined(joined, &a, &b), token_hash("z.b", 3));
}
END_TEST

START_TEST(test_tail)
{
	static const char text[] = "Lt.-Col vice-Pres. x- plain";
	struct token t, tail;

	token_at(text, sizeof(text) - 1, 0, &t);
	ck_assert(!token_tail(text, sizeof(text) - 1, &t, &tail));
	token_at(text, sizeof(text) - 1, 8, &t);
	ck_assert(token_tail(text, sizeof(text) - 1, &t, &tail));
	ck_assert_uint_eq(tail.hash, token_hash("pres", 4));
	token_before(text, sizeof(text) - 1, 0, 21, &t);
	ck_assert(!token_tail(text, sizeof(text) - 1, &t, &tail));
	token_at(text, sizeof(text) - 1, 22, &t);
	ck_assert(!token_tail(text, sizeof(text) - 1, &t, &tail));
}
END_TEST

/* The masks, byte by byte, and windows over the edges of a text. */
START_TEST(test_windows)
{
	char text[WINDOW_SIZE];
	uint64_t numbers[2];
	window w;

	for (unsigned c = 0; c < 256; c++) {
		for (unsigned i = 0; i < WINDOW_SIZE; i++)
			text[i] = (char)(c + i);
		w = window_load(text);
		for (unsigned i = 0; i < WINDOW_SIZE; i++) {
			unsigned char b = (unsigned char)(c + i);

			ck_assert_uint_eq(window_equal(w, 'k') >> i & 1, b == 'k');
			ck_assert_uint_eq(window_range(w, 'b', 'y') >> i & 1, b >= 'b' && b <= 'y');
			ck_assert_uint_eq(window_wide(w) >> i & 1, b >= 0x80);
			window_numbers(window_lower(w), numbers);
			ck_assert_uint_eq(numbers[i / 8] >> 8 * (i % 8) & 255, b >= 'A' && b <= 'Z' ? b + 32u : b);
		}
	}
	window_numbers(window_at("abcd", 4, 2), numbers);
	ck_assert_uint_eq(numbers[0], 'c' | 'd' << 8);
	ck_assert_uint_eq(numbers[1], 0);
	window_numbers(window_before("abcd", 2), numbers);
	ck_assert_uint_eq(numbers[0], 0);
	ck_assert_uint_eq(numbers[1] >> 48, 'a' | 'b' << 8);
}
END_TEST

START_TEST(test_marks)
{
	static const struct {
		const char *text;
		enum mark_kind mark;
		unsigned closer, opener;
	} characters[] = {{".", MARK_DOT, 0, 0}, {"?", MARK_BANG, 0, 0}, {";", MARK_COLON, 0, 0}, {"a", MARK_NONE, 0, 0},
	    {")", MARK_NONE, EDGE_BRACKET, 0}, {"\"", MARK_NONE, EDGE_DOUBLE, EDGE_DOUBLE}, {"''", MARK_NONE, EDGE_DOUBLE, EDGE_DOUBLE},
	    {"``", MARK_NONE, 0, EDGE_DOUBLE}, {"\xe3\x80\x82", MARK_STOP, 0, 0}, {"\xe2\x80\xa6", MARK_ELLIPSIS, 0, 0},
	    {"\xd8\x9f", MARK_BANG, 0, 0}, {"\xe2\x80\x9d", MARK_NONE, EDGE_DOUBLE, EDGE_DOUBLE}, {"\xe3\x80\x8d", MARK_NONE, EDGE_DOUBLE, 0},
	    {"\xc2\xbf", MARK_NONE, 0, EDGE_BRACKET}, {"\xe2\x80\xa2", MARK_NONE, 0, EDGE_BULLET}, {"\xc3\xa9", MARK_NONE, 0, 0}};
	const char *s;
	size_t n;

	for (size_t i = 0; i < sizeof(characters) / sizeof(characters[0]); i++) {
		s = characters[i].text;
		ck_assert_msg(mark_at(s, s + strlen(s), &n) == characters[i].mark, "%s", s);
		ck_assert_msg(mark_closer(s, s + strlen(s), &n) == characters[i].closer, "%s", s);
		ck_assert_msg(mark_opener(s, s + strlen(s), &n) == characters[i].opener && n == strlen(s), "%s", s);
	}
}
END_TEST

Suite *suite_sentence_token(void);

Suite *
suite_sentence_token(void)
{
	Suite *s = suite_create("sentence_token");
	TCase *t = tcase_create("sentence_token");

	tcase_add_loop_test(t, test_shapes, 0, sizeof(examples) / sizeof(examples[0]));
	tcase_add_test(t, test_before);
	tcase_add_test(t, test_surroundings);
	tcase_add_test(t, test_hashes);
	tcase_add_test(t, test_tail);
	tcase_add_test(t, test_windows);
	tcase_add_test(t, test_marks);
	suite_add_tcase(s, t);
	return s;
}
