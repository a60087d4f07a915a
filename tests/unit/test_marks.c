#include <check.h>
#include <string.h>

#include "cmd/tag-quotes/marks.h"
#include "common/buf.h"

/* The outermost quotes of a text whose paragraphs are lines, joined by |; a + leads those that go on from the one before, a ? ends those without a closing mark. */
static const char *
quoted_in(const char *text)
{
	static struct buf out;
	struct marks marks = {0};
	struct paragraph paragraphs[8];
	size_t n = 0, start = 0, len = strlen(text);

	for (size_t i = 0; i <= len && n < 8; i++)
		if (text[i] == '\n' || text[i] == '\0') {
			paragraphs[n++] = (struct paragraph){start, i};
			start = i + 1;
		}
	ck_assert_int_eq(marks_pair(&marks, text, paragraphs, n), 0);
	out.len = 0;
	for (size_t i = 0; i < marks.n; i++) {
		const struct quoted *q = &marks.quoted[i];

		if (q->depth > 0)
			continue;
		if (out.len > 0)
			buf_byte(&out, '|');
		if (q->continues)
			buf_byte(&out, '+');
		buf_append(&out, text + q->start, q->end - q->start);
		if (q->unclosed)
			buf_byte(&out, '?');
	}
	buf_byte(&out, '\0');
	marks_free(&marks);
	return out.data;
}

struct example {
	const char *text, *quoted;
};

static const struct example examples[] = {
	/* Every convention. */
	{"“Yes,” she said. “Now.”", "Yes,|Now."},
	{"\"Yes,\" she said. \"Now.\"", "Yes,|Now."},
	{"‘Yes,’ she said.", "Yes,"},
	{"'Yes,' she said.", "Yes,"},
	{"„Ja“, sagte sie.", "Ja"},
	{"»Ja«, sagte sie.", "Ja"},
	{"« Oui », dit-elle.", " Oui "},
	{"«Oui», dit-elle.", "Oui"},
	{"‚Ja‘, sagte sie.", "Ja"},
	{"「はい」と言った。", "はい"},
	{"``Yes,'' she said.", "Yes,"},
	{"''Yes,'' she said.", "Yes,"},
	/* Mixed and mismatched. */
	{"“Yes,\" she said.", "Yes,"},
	{"\"Yes,” she said.", "Yes,"},
	{"”Ja,” sa hon.", "Ja,"},
	{"„Ja”, powiedziała.", "Ja"},
	{"\"Yes\",she said.", "Yes"},
	/* Nested. */
	{"“He said ‘no’ twice,” she said.", "He said ‘no’ twice,"},
	{"‘He said “no” twice,’ she said.", "He said “no” twice,"},
	{"\"He said, 'No, we won't.' Then he left,\" she said.", "He said, 'No, we won't.' Then he left,"},
	{"„Er rief ‚Halt‘ und ging“, sagte sie.", "Er rief ‚Halt‘ und ging"},
	/* Apostrophes, decades, measures. */
	{"«Er rief ‹Halt› und ging», sagte sie.", "Er rief ‹Halt› und ging"},
	{"«Elle a dit “non” et partit», dit-il.", "Elle a dit “non” et partit"},
	{"“Elle a dit «non» et partit”, dit-il.", "Elle a dit «non» et partit"},
	{"“'No'” and «‘no’» and 「『no』」 and \"`no'\" and “`no'” and ‹\"no\"›.", "'No'|‘no’|『no』|`no'|`no'|\"no\""},
	{"‘So (“no”)’ — “so [‘no’]”—“{‘no’}/‘no’”…", "So (“no”)|so [‘no’]|{‘no’}/‘no’"},
	/* A single mark inside that nothing closes was an apostrophe. */
	{"“He said ‘no way,” she said.", "He said ‘no way,"},
	{"“Tell ‘im “stop” now,” she said.", "Tell ‘im “stop” now,"},
	{"‘It’s the farmers’ turn,’ she said.", "It’s the farmers’ turn,"},
	{"The farmers’ union said it’s a ‘disgrace’, and the growers’ club agreed.", "disgrace"},
	{"It was the '70s, rock 'n' roll and all.", ""},
	{"\"It was the '70s,\" he said.", "It was the '70s,"},
	{"He is 6'2\" tall and cut a 9\" board. \"Good,\" he said.", "Good,"},
	{"Get 'em, boys' and girls.", ""},
	{"'70s and '701 and '7", ""},
	{"the '99", ""},
	{"'Tis the boys' turn,' he said. 'No', it's his'.", "Tis the boys' turn,|No"},
	{"'the boys' and men's' of ’em’ ", "the boys' and men's"},
	{"He got 12\" and \"12\".", "12"},
	{"\"He is 6'2\" tall,\" she said.", "He is 6'2\" tall,"},
	{"\"a=\" is what a='b' has, \"a='b'\" too.", "a=|a='b'"},
	/* Over paragraphs. */
	{"“One.\n“Two.\n“Three,” she said.", "One.|+Two.|+Three,"},
	{"‘One.\n‘Two,’ she said.", "One.|+Two,"},
	{"“One.\nTwo,” she said.", "One.|+Two,"},
	/* A mark missing. */
	{"“Stop it, he said.\nThey left.", "Stop it, he said.?"},
	{"Stop it,” he said.", "Stop it,"},
	{"Tell ‘im to stop it,” he said.", "Tell ‘im to stop it,"},
	{"“Yes.” Stop it,” he said.", "Yes."},
	{"Stop it” he said, \u200b” no.", ""},
	{"Fini,» dit-il.", ""},
	{"” ", ""},
	{"“— so be it,” she said: “… now.”", "— so be it,|… now."},
	{"“One “— two,” she said.", "One ?|— two,"},
	{"“One ” two,” she said.", "One "},
	{"» Non », dit-il.", " Non "},
	{"“a “ b", "a "},
	{"‘One.\nTwo ‘three’.", "three"},
	{"'One.\n'Two,' she said.", "Two,"},
	{"‘One.\n", ""},
	{"‘One.\nA", ""},
	{"“One.\nTwo ‘three’ four,” she said.", "One.|+Two ‘three’ four,"},
	{"“One.\nTwo ‘three’ four.", "One.?|three"},
	{"“One.\n”Two,” she said.", "One.|+Two,"},
	{"“One.\nTwo “three,” she said.", "One.?|three,"},
	{"«Un.\n« Deux », dit-il.", "Un.|+ Deux "},
	{"“One two. “Three,” he said.", "One two. ?|Three,"},
	{"“One two. ‘x “Three,” he said.", "One two. ‘x “Three,” he said.?"},
	{"“One ‘two “) three,” he said.", "One ‘two ?|) three,"},
	{"\"One.\n9\" is it,\" she said.", "One.|+9"},
	{"`no` x `", "no"},
	{"'70x and on' it", "70x and on"},
	{"get 'em", ""},
	{"‘a=‘b’ c’ d", "a=‘b’ c"},
	{"‘so -’- b’ c", "so -’- b"},
	{"'the boys'.x' y", "the boys"},
	{"‘the boys’-‘x", "the boys"},
	{"‘the boys’ and ‘’-x", "the boys"},
	{"“One.\n“", "One.?"},
	/* None. */
	{"", ""},
	{"\"", ""},
	{"“”", ""},
	{"<image alt=\"a lock\" src=\"b.png\"> is one.", ""},
};

START_TEST(pairs)
{
	ck_assert_str_eq(quoted_in(examples[_i].text), examples[_i].quoted);
}
END_TEST

START_TEST(depth)
{
	const char *text = "“a ‘b “c” d’ e”";
	struct paragraph p = {0, strlen(text)};
	struct marks marks = {0};

	ck_assert_int_eq(marks_pair(&marks, text, &p, 1), 0);
	ck_assert_uint_ge(marks.n, 2);
	ck_assert_uint_eq(marks.quoted[0].depth, 0);
	ck_assert_uint_eq(marks.quoted[1].depth, 1);
	marks_free(&marks);
}
END_TEST

START_TEST(many_nested)
{
	enum { N = 200000 };
	struct buf text = {0};
	struct marks marks = {0};
	struct paragraph p;

	for (int i = 0; i < N; i++)
		buf_append(&text, i % 2 == 0 ? " “" : " ‘", 4);
	p = (struct paragraph){0, text.len};
	ck_assert_int_eq(marks_pair(&marks, text.data, &p, 1), 0);
	marks_free(&marks);
	buf_free(&text);
}
END_TEST

Suite *suite_marks(void);

Suite *
suite_marks(void)
{
	Suite *s = suite_create("marks");
	TCase *c = tcase_create("marks");

	tcase_add_loop_test(c, pairs, 0, sizeof(examples) / sizeof(examples[0]));
	tcase_add_test(c, depth);
	tcase_add_test(c, many_nested);
	suite_add_tcase(s, c);
	return s;
}
