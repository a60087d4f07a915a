#include <check.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>

#include "cmd/diff-sources/flags.h"
#include "cmd/diff-sources/spelling.h"
#include "cmd/diff-sources/vocabulary.h"

Suite *suite_diff_flags(void);

static unsigned
flags_between(const char *a, const char *b)
{
	struct token_list ta = {0}, tb = {0};
	struct edits e = {0};
	struct flagger f = {0};
	struct marks marks = {false, false};
	struct change c;
	unsigned flags;

	ck_assert_int_eq(tokens_add(&ta, slice_of(a), &marks), 0);
	marks = (struct marks){false, false};
	ck_assert_int_eq(tokens_add(&tb, slice_of(b), &marks), 0);
	ck_assert_int_eq(edits_find(&e, ta.list, ta.n, tb.list, tb.n), 0);
	c = (struct change){ta.list, tb.list, ta.n, tb.n, e.list, e.n};
	ck_assert_int_eq(flags_find(&f, &c, &flags), 0);
	free(ta.list);
	free(tb.list);
	edits_free(&e);
	flagger_free(&f);
	return flags;
}

START_TEST(numbers)
{
	ck_assert_uint_eq(flags_between("He saw 176 boats.", "He saw 167 boats."), FLAG_NUMBER);
	ck_assert_uint_eq(flags_between("He saw three boats.", "He saw 3 boats."), FLAG_SPELLING);
	ck_assert_uint_eq(flags_between("It cost 1.2 million euros.", "It cost 1,200,000 euros."), FLAG_SPELLING);
	ck_assert_uint_eq(flags_between("It cost $5.", "It cost 5 dollars."), FLAG_SPELLING);
	ck_assert_uint_eq(flags_between("Up 5 percent.", "Up 5%."), FLAG_SPELLING);
	ck_assert_uint_eq(flags_between("It took two years.", "It took two months."), FLAG_NUMBER);
	ck_assert_uint_eq(flags_between("They met on Monday.", "They met on Friday."), FLAG_NUMBER);
	ck_assert_uint_eq(flags_between("In twenty-one days.", "In 21 days."), FLAG_SPELLING);
	ck_assert_uint_eq(flags_between("It took twenty five days.", "It took 25 days."), FLAG_SPELLING);
	ck_assert_uint_eq(flags_between("It took twenty eleven days.", "It took 31 days."), FLAG_NUMBER);
	ck_assert_uint_eq(flags_between("It took two five days.", "It took 25 days."), FLAG_NUMBER);
	ck_assert_uint_eq(flags_between("The five first men.", "The 51 men."), FLAG_NUMBER);
	ck_assert_uint_eq(flags_between("The first half ended.", "The half ended."), FLAG_WORDING);
	ck_assert_uint_eq(flags_between("The first train left.", "The late train left."), FLAG_WORDING);
	ck_assert_uint_eq(flags_between("The first man ended.", "The second man ended."), FLAG_NUMBER);
}
END_TEST

/* Digits with what stands at them, and numbers in several words. */
START_TEST(forms_of_numbers)
{
	ck_assert_uint_eq(flags_between("It cost 3m dollars.", "It cost 3 million dollars."), FLAG_SPELLING);
	ck_assert_uint_eq(flags_between("It cost 3bn dollars.", "It cost 3 million dollars."), FLAG_NUMBER);
	ck_assert_uint_eq(flags_between("It cost 3m dollars.", "It cost 4m dollars."), FLAG_NUMBER);
	ck_assert_uint_eq(flags_between("It cost 20k.", "It cost 20,000."), FLAG_SPELLING);
	ck_assert_uint_eq(flags_between("The 21st man left.", "The twenty-first man left."), FLAG_SPELLING);
	ck_assert_uint_eq(flags_between("In 1990s style.", "In 1980s style."), FLAG_NUMBER);
	ck_assert_uint_eq(flags_between("It ran 10km.", "It ran 10 km."), FLAG_SPELLING);
	ck_assert_uint_eq(flags_between("It ran 10km.", "It ran 10xq."), FLAG_NUMBER);
	ck_assert_uint_eq(flags_between("It weighed 1.25 tons.", "It weighed 1.35 tons."), FLAG_NUMBER);
	ck_assert_uint_eq(flags_between("It weighed 1,25 tons.", "It weighed 1,35 tons."), FLAG_NUMBER);
	ck_assert_uint_eq(flags_between("It weighed 1,25 tons.", "It weighed 1.25 tons."), FLAG_SPELLING);
	ck_assert_uint_eq(flags_between("It cost \xc2\xa5""5.", "It cost 5 yen."), FLAG_SPELLING);
	ck_assert_uint_eq(flags_between("The twenty tenth men.", "The 30th men."), FLAG_NUMBER);
	ck_assert_uint_eq(flags_between("The twenty fifth men.", "The 25th men."), FLAG_SPELLING);
	ck_assert_uint_eq(flags_between("in May it rained", "in June it rained"), FLAG_NUMBER);
	ck_assert_uint_eq(flags_between("in may it rained", "in june it rained"), FLAG_WORDING);
	ck_assert_uint_eq(flags_between("on monday it rained", "on friday it rained"), FLAG_NUMBER);
	ck_assert_uint_eq(flags_between("It rose 5.\xd9\xa3 old points.", "It rose 5.\xd9\xa4 new points."), FLAG_NUMBER | FLAG_WORDING);
	ck_assert_uint_eq(flags_between("It has 5\xcc\x81 old boats.", "It has 6 new boats."), FLAG_NUMBER | FLAG_WORDING);
	ck_assert_uint_eq(flags_between("It has 5\xcc\x81 old boats.", "It has five new boats."), FLAG_SPELLING | FLAG_WORDING);
	ck_assert_uint_eq(flags_between("Seat Bob is free.", "Seat B12 is free."), FLAG_NUMBER | FLAG_WORDING);
	ck_assert_uint_eq(flags_between("It weighed 1.2505 tons.", "It weighed 1.25 tons."), FLAG_SPELLING);
	ck_assert_uint_eq(flags_between("It sold for \xc2\xa3""5.", "It sold for \xe2\x82\xac""5."), FLAG_NUMBER);
	ck_assert_uint_eq(flags_between("Seat \xd9\xa3 is free.", "Seat \xd9\xa4 is free."), FLAG_NUMBER);
	ck_assert_uint_eq(flags_between("Seat B12 is free.", "Seat B13 is free."), FLAG_NUMBER);
	ck_assert_uint_eq(flags_between("It has a 200-mile coast.", "It has a 200-kilometer coast."), FLAG_NUMBER);
	ck_assert_uint_eq(flags_between("Mile after mile passed.", "Day after day passed."), FLAG_WORDING);
	ck_assert_uint_eq(flags_between("It took twenty five days.", "It took twenty six days."), FLAG_NUMBER);
	ck_assert_uint_eq(flags_between("Twenty people came.", "Twenty-one people came."), FLAG_NUMBER);
	ck_assert_uint_eq(flags_between("It fell to 123456789012345678.", "It fell to 123456789012345679."), FLAG_SPELLING);
}
END_TEST

/* Number words that run on, as far as what follows is smaller; more parts than any number has begin another one. */
START_TEST(numbers_in_many_words)
{
	ck_assert_uint_eq(flags_between("He saw two hundred ten boats.", "He saw 210 boats."), FLAG_SPELLING);
	ck_assert_uint_eq(flags_between("He saw two hundred and ten boats.", "He saw 210 boats."), FLAG_SPELLING);
	ck_assert_uint_eq(flags_between("He saw two hundred and one boats.", "He saw 201 boats."), FLAG_SPELLING);
	ck_assert_uint_eq(flags_between("He saw two hundred twelve boats.", "He saw 210 boats."), FLAG_NUMBER);
	ck_assert_uint_eq(flags_between("It cost one thousand two hundred euros.", "It cost 1,200 euros."), FLAG_SPELLING);
	ck_assert_uint_eq(flags_between("It cost one thousand two hundred euros.", "It cost 1,000,200 euros."), FLAG_NUMBER);
	ck_assert_uint_eq(flags_between("It cost two hundred ten thousand.", "It cost 210,000."), FLAG_SPELLING);
	ck_assert_uint_eq(flags_between("It cost two hundred ten thousand.", "It cost 200 10,000."), FLAG_NUMBER);
	ck_assert_uint_eq(flags_between("It cost one million two hundred ten thousand and six.", "It cost 1,210,006."), FLAG_SPELLING);
	ck_assert_uint_eq(flags_between("The two hundred twenty-first man left.", "The 221st man left."), FLAG_SPELLING);
	ck_assert_uint_eq(flags_between("From two hundred three hundred left.", "From 200 300 left."), FLAG_SPELLING);
	ck_assert_uint_eq(flags_between("He saw two hundred and three hundred boats.", "He saw 200 and 300 boats."), FLAG_SPELLING);
	ck_assert_uint_eq(flags_between("He saw two hundred and three hundred boats.", "He saw 500 boats."), FLAG_NUMBER);
	ck_assert_uint_eq(flags_between("He saw twenty and five boats.", "He saw 25 boats."), FLAG_NUMBER | FLAG_WORDING);
	ck_assert_uint_eq(flags_between("and two boats", "or three boats"), FLAG_NUMBER | FLAG_WORDING);
	ck_assert_uint_eq(flags_between("He saw two hundred and old boats.", "He saw 200 boats."), FLAG_SPELLING | FLAG_WORDING);
	ck_assert_uint_eq(flags_between("It cost one trillion two billion three million four thousand five hundred sixty-seven eight.",
	    "It cost 1,002,003,004,567 8."), FLAG_SPELLING);
}
END_TEST

START_TEST(names_and_spellings)
{
	ck_assert_uint_eq(flags_between("We saw Keld again.", "We saw Orva again."), FLAG_NAME);
	ck_assert_uint_eq(flags_between("We saw Zelenskyy again.", "We saw Zelensky again."), FLAG_SPELLING);
	ck_assert_uint_eq(flags_between("We saw Kyiv again.", "We saw Kiev again."), FLAG_SPELLING);
	ck_assert_uint_eq(flags_between("We saw Mario again.", "We saw Maria again."), FLAG_NAME);
	ck_assert_uint_eq(flags_between("a favorable color", "a favourable colour"), FLAG_SPELLING);
	ck_assert_uint_eq(flags_between("in the European Union today", "in the EU today"), FLAG_SPELLING);
	ck_assert_uint_eq(flags_between("in the EU today", "in the European Union today"), FLAG_SPELLING);
	ck_assert_uint_eq(flags_between("We saw Keld today.", "We saw Ann Bob Carl Dan Eve Fay Guy Hal today."), FLAG_NAME);
	ck_assert_uint_eq(flags_between("We saw Keld today.", "We saw Ann Bob Carl Dan Eve Fay Guy Hal Ida today."), FLAG_WORDING);
	ck_assert_uint_eq(flags_between("We saw Tariq again.", "We saw Tarik again."), FLAG_SPELLING);
	ck_assert_uint_eq(flags_between("We saw Mari again.", "We saw Mara again."), FLAG_NAME);
	ck_assert_uint_eq(flags_between("the brogue", "the brog"), FLAG_SPELLING);
	ck_assert_uint_eq(flags_between("by caribou", "by caribous"), FLAG_WORDING);
	ck_assert_uint_eq(flags_between("the alumnae came", "the alumne came"), FLAG_WORDING);
	ck_assert_uint_eq(flags_between("the fleet won't sail", "the fleet wo n't sail"), FLAG_SPELLING);
	ck_assert_uint_eq(flags_between("We saw \xd0\x9c\xd0\xb0\xd1\x80\xd1\x8f again.", "We saw \xd0\x9c\xd0\xb0\xd1\x88\xd0\xb0 again."), FLAG_NAME);
	ck_assert_uint_eq(flags_between("the U.S. fleet won't sail", "the US fleet will not sail"), FLAG_SPELLING);
}
END_TEST

START_TEST(negation_and_attribution)
{
	ck_assert_uint_eq(flags_between("He did not come.", "He did come."), FLAG_NEGATION);
	ck_assert_uint_eq(flags_between("He didn't come.", "He did not come."), FLAG_SPELLING);
	ck_assert_uint_eq(flags_between("He came, she said.", "He came, she claimed."), FLAG_ATTRIBUTION);
	ck_assert_uint_eq(flags_between("It fell, said Tomas Reiter.", "It fell, said Tomas Maurer."), FLAG_NAME | FLAG_ATTRIBUTION);
	ck_assert_uint_eq(flags_between("Then Zelenskyy said so.", "Then Mr Zelensky said so."), FLAG_SPELLING | FLAG_WORDING);
	ck_assert_uint_eq(flags_between("Then police said so.", "Then witnesses said so."), FLAG_ATTRIBUTION | FLAG_WORDING);
	ck_assert_uint_eq(flags_between("It fell, she said in Lisbon.", "It fell, she said in Porto."), FLAG_NAME);
}
END_TEST

/* Of several numbers, those that changed places; a number that was put another way in two places; months that are verbs. */
START_TEST(numbers_in_their_places)
{
	ck_assert_uint_eq(flags_between("They won 51 votes to 48 again.", "They won 48 votes to 51 again."), FLAG_NUMBER);
	ck_assert_uint_eq(flags_between("On 3 May they met.", "On May 3 they met."), FLAG_WORDING);
	ck_assert_uint_eq(flags_between("It cost $4.2 million then.", "It cost 4.2 million dollars then."), FLAG_SPELLING);
	ck_assert_uint_eq(flags_between("In late May it fell.", "In late June it fell."), FLAG_NUMBER);
	ck_assert_uint_eq(flags_between("They met in May", "They met in June"), FLAG_NUMBER);
	ck_assert_uint_eq(flags_between("May 3 was wet", "June 3 was wet"), FLAG_NUMBER);
	ck_assert_uint_eq(flags_between("May she win", "Will she win"), FLAG_WORDING);
	ck_assert_uint_eq(flags_between("Owners May Sell Soon", "Owners Could Sell Soon"), FLAG_WORDING);
}
END_TEST

/* A negation that stands beside the same word elsewhere only moved; one at another word did not. */
START_TEST(negations_in_their_places)
{
	ck_assert_uint_eq(flags_between("It is not safe and is open.", "It is safe and is not open."), FLAG_NEGATION);
	ck_assert_uint_eq(flags_between("He did not say it was safe.", "He said it was not safe."), FLAG_NEGATION | FLAG_ATTRIBUTION);
	ck_assert_uint_eq(flags_between("It is still not dry.", "It is not still dry."), FLAG_WORDING);
	ck_assert_uint_eq(flags_between("Never tested, the old wall fell.", "The old wall fell, never tested."), FLAG_WORDING);
	ck_assert_uint_eq(flags_between("They failed to agree then.", "They agreed then."), FLAG_NEGATION | FLAG_WORDING);
	ck_assert_uint_eq(flags_between("They failed the test.", "They passed the test."), FLAG_WORDING);
	ck_assert_uint_eq(flags_between("They refused it then.", "They took it then."), FLAG_WORDING);
	ck_assert_uint_eq(flags_between("They refused us then.", "They took us then."), FLAG_WORDING);
	ck_assert_uint_eq(flags_between("So they refused", "So they agreed"), FLAG_WORDING);
	ck_assert_uint_eq(flags_between("They failed to agree then.", "They did not agree then."), FLAG_WORDING);
	ck_assert_uint_eq(flags_between("It is unlikely now.", "It is likely now."), FLAG_NEGATION | FLAG_WORDING);
	ck_assert_uint_eq(flags_between("It is impossible now.", "It is possible now."), FLAG_NEGATION | FLAG_WORDING);
	ck_assert_uint_eq(flags_between("The immigrants came.", "The migrants came."), FLAG_WORDING);
	ck_assert_uint_eq(flags_between("It is unlikely now.", "It is late now."), FLAG_WORDING);
}
END_TEST

/* Two of one side fit the same one of the other, which is taken once. */
START_TEST(negations_one_for_one)
{
	ck_assert_uint_eq(flags_between("Piers not safe then, cranes not safe now, roofs old yet.", "Piers safe then, cranes never safe now, roofs never old yet."), FLAG_NEGATION);
	ck_assert_uint_eq(flags_between("Piers not safe then, cranes not safe now, roofs safe yet.", "Piers safe then, cranes never safe now, roofs never safe yet."), FLAG_WORDING);
}
END_TEST

/* More negations than are looked at one by one: their number tells. */
START_TEST(many_negations)
{
	static char a[2000], b[2000], c[2000];

	for (int i = 0; i < 40; i++) {
		char word[] = {(char)('a' + i / 10), (char)('a' + i % 10), '\0'};

		sprintf(a + strlen(a), "not x%s ", word);
		sprintf(b + strlen(b), "never y%s ", word);
		sprintf(c + strlen(c), "%s y%s ", i == 7 ? "now" : "never", word);
	}
	ck_assert_uint_eq(flags_between(a, b), FLAG_WORDING);
	ck_assert_uint_eq(flags_between(a, c), FLAG_WORDING | FLAG_NEGATION);
}
END_TEST

/* Words that may report do so beside a speaker or what is said; speakers behind a reporting word. */
START_TEST(reporting)
{
	ck_assert_uint_eq(flags_between("They exchange notes daily.", "They exchange letters daily."), FLAG_WORDING);
	ck_assert_uint_eq(flags_between("The notes are new.", "The boats are new."), FLAG_WORDING);
	ck_assert_uint_eq(flags_between("Notes 5 and 6", "Rows 5 and 6"), FLAG_WORDING);
	ck_assert_uint_eq(flags_between("They sang new notes", "They sang new songs"), FLAG_WORDING);
	ck_assert_uint_eq(flags_between("So the paper notes", "So the paper sings"), FLAG_WORDING);
	ck_assert_uint_eq(flags_between("It fell, as she notes", "It fell, as she thinks"), FLAG_ATTRIBUTION | FLAG_WORDING);
	ck_assert_uint_eq(flags_between("It fell, notes she again.", "It fell, thinks she again."), FLAG_ATTRIBUTION | FLAG_WORDING);
	ck_assert_uint_eq(flags_between("The paper notes \"falls\" again.", "The paper sees \"falls\" again."), FLAG_ATTRIBUTION | FLAG_WORDING);
	ck_assert_uint_eq(flags_between("The paper notes 'falls' again.", "The paper sees 'falls' again."), FLAG_ATTRIBUTION | FLAG_WORDING);
	ck_assert_uint_eq(flags_between("So 'it falls' notes the paper.", "So 'it falls' sees the paper."), FLAG_ATTRIBUTION | FLAG_WORDING);
	ck_assert_uint_eq(flags_between("The paper notes: it fell.", "The paper saw: it fell."), FLAG_ATTRIBUTION | FLAG_WORDING);
	ck_assert_uint_eq(flags_between("Then Reiter alone notes boats.", "Then only Maurer notes boats."), FLAG_NAME | FLAG_ATTRIBUTION | FLAG_WORDING);
	ck_assert_uint_eq(flags_between("It fell, notes old Reiter.", "It fell, notes Maurer himself."), FLAG_NAME | FLAG_ATTRIBUTION | FLAG_WORDING);
	ck_assert_uint_eq(flags_between("It fell, Reiter notes again.", "It fell, Reiter thinks again."), FLAG_ATTRIBUTION | FLAG_WORDING);
	ck_assert_uint_eq(flags_between("They note that it fell.", "They see that it fell."), FLAG_ATTRIBUTION | FLAG_WORDING);
	ck_assert_uint_eq(flags_between("It is believed to be old.", "It is known to be old."), FLAG_ATTRIBUTION | FLAG_WORDING);
	ck_assert_uint_eq(flags_between("It fell, said police then.", "It fell, said guests then."), FLAG_ATTRIBUTION | FLAG_WORDING);
	ck_assert_uint_eq(flags_between("It fell, said the owner then.", "It fell, said the guest then."), FLAG_ATTRIBUTION | FLAG_WORDING);
	ck_assert_uint_eq(flags_between("They said water rose.", "They said sand rose."), FLAG_WORDING);
	ck_assert_uint_eq(flags_between("It fell, according to police.", "It fell, according to guests."), FLAG_ATTRIBUTION | FLAG_WORDING);
	ck_assert_uint_eq(flags_between("Then Reiter did not say so.", "Then Maurer did not say so."), FLAG_NAME | FLAG_ATTRIBUTION);
}
END_TEST

/* A name that stands on both sides of a change became no other; nor one in a sentence that was written anew. */
START_TEST(kept_names)
{
	ck_assert_uint_eq(flags_between("Then the old U.S. fleet left.", "Then US ships left."), FLAG_SPELLING | FLAG_WORDING);
	ck_assert_uint_eq(flags_between("the Orva - Keldan form", "the OrvaKeldan form"), FLAG_SPELLING);
	ck_assert_uint_eq(flags_between("Then one of the guests who came by the early train from Keld left.", "Then Orva left."), FLAG_WORDING);
	ck_assert_uint_eq(flags_between("What's done is done.", "Whereas done is done."), FLAG_WORDING);
}
END_TEST

START_TEST(marks)
{
	ck_assert_uint_eq(flags_between("It was, he said.", "It was he said."), FLAG_PUNCTUATION);
	ck_assert_uint_eq(flags_between("He called it \"very useful\".", "He called it \xe2\x80\x9cvery useful.\xe2\x80\x9d"), FLAG_PUNCTUATION);
	ck_assert_uint_eq(flags_between("He called it \"very useful\".", "He called it very useful."), FLAG_QUOTATION);
	ck_assert_uint_eq(flags_between("It was \"a very useful\" day.", "It was \"a useful\" day."), FLAG_QUOTATION | FLAG_WORDING);
	ck_assert_uint_eq(flags_between("He said \"\"\"\"\"\"\"\"\"\"\"\"yes.", "He said yes."), FLAG_QUOTATION);
	ck_assert_uint_eq(flags_between("He said, yes.", "He said,,,,,,,,,,,,,\"yes.\""), FLAG_QUOTATION | FLAG_PUNCTUATION);
	ck_assert_uint_eq(flags_between("He said 'yes", "He said,,,,,,,,,\"yes"), FLAG_QUOTATION | FLAG_PUNCTUATION);
	ck_assert_uint_eq(flags_between("It is \xef\xbc\x82so\xef\xbc\x82.", "It is \"so\"."), 0);
	ck_assert_uint_eq(flags_between(". a", "! a"), FLAG_PUNCTUATION);
	ck_assert_uint_eq(flags_between("the workers' day", "the workers day"), FLAG_PUNCTUATION);
}
END_TEST

static unsigned
speakers(const char *a, const char *b)
{
	return flags_of_speakers(slice_of(a), slice_of(b));
}

START_TEST(other_speakers)
{
	ck_assert_uint_eq(speakers("Elena Vasquez", "Vasquez"), 0);
	ck_assert_uint_eq(speakers("Sergiy", "Serhiy"), 0);
	ck_assert_uint_eq(speakers("he", "Marchenko"), 0);
	ck_assert_uint_eq(speakers("", "Marchenko"), 0);
	ck_assert_uint_eq(speakers("Vasquez", "Marchenko"), FLAG_ATTRIBUTION);
	ck_assert_uint_eq(speakers("Vasquez", ""), 0);
	ck_assert_uint_eq(speakers("4711", "4712"), FLAG_ATTRIBUTION);
	ck_assert_uint_eq(speakers("Ann Bea Cai Dan Eve Fay Guy Hal Ida Jon Kim Lea Max Ned Oda Pia Qin", "Pia"), 0);
	ck_assert_uint_eq(speakers("Ann Bea Cai Dan Eve Fay Guy Hal Ida Jon Kim Lea Max Ned Oda Pia Qin", "Qin"), FLAG_ATTRIBUTION);
}
END_TEST

/* A binary search needs the tables in order. */
START_TEST(tables_are_sorted)
{
	for (size_t i = 1; i < quantity_table_n; i++)
		ck_assert_str_lt(quantity_table[i - 1].word, quantity_table[i].word);
	for (size_t i = 1; i < variant_table_n; i++)
		ck_assert_str_lt(variant_table[i - 1].word, variant_table[i].word);
	for (size_t i = 1; i < vocabulary_table_n; i++)
		ck_assert_str_lt(vocabulary_table[i - 1].word, vocabulary_table[i].word);
	ck_assert_uint_gt(word_frequency("the", 3), word_frequency("people", 6));
	ck_assert_uint_gt(word_frequency("people", 6), 0);
	ck_assert_uint_eq(word_frequency("zzzz", 4), 0);
}
END_TEST

START_TEST(normal_forms)
{
	static const char *const pairs[][2] = {
		{"organised", "organized"}, {"centre", "center"}, {"travelled", "traveled"}, {"won\xe2\x80\x99t", "willnot"},
		{"labour", "labor"}, {"anaemia", "anemia"}, {"2,000", "2000"}, {"Gr\xc3\xb6\xc3\x9f" "e", "gro\xc3\x9f" "e"},
	};
	char x[NORMAL_BYTES], y[NORMAL_BYTES];

	for (size_t i = 0; i < sizeof pairs / sizeof *pairs; i++) {
		spelling_normal(pairs[i][0], strlen(pairs[i][0]), x);
		spelling_normal(pairs[i][1], strlen(pairs[i][1]), y);
		ck_assert_str_eq(x, y);
	}
	for (size_t i = 0; i < variant_table_n; i++) {
		const struct token word = {.text = variant_table[i].word, .len = 1}, normal = {.text = variant_table[i].normal, .len = 1};

		ck_assert_msg(spelling_may_agree(&word, &normal), "%s", variant_table[i].word);
	}
	spelling_normal("4.2", 3, x);
	spelling_normal("42", 2, y);
	ck_assert_str_ne(x, y);
}
END_TEST

/* Words that are longer than their forms have room for, and bytes that no word should have. */
START_TEST(plain_forms)
{
	char out[NORMAL_BYTES], many[2 * NORMAL_BYTES];

	memset(many, 'a', sizeof(many));
	ck_assert_uint_eq(spelling_plain(many, sizeof(many), out), NORMAL_BYTES - 8);
	ck_assert_uint_eq(strlen(out), NORMAL_BYTES - 8);
	ck_assert_uint_lt(spelling_normal(many, sizeof(many), out), NORMAL_BYTES);
	ck_assert_uint_eq(spelling_plain("5%", 2, out), 2);
	ck_assert_str_eq(out, "5%");
	ck_assert_uint_eq(spelling_plain("A{b", 3, out), 2);
	ck_assert_str_eq(out, "ab");
	ck_assert_uint_eq(spelling_normal("encyclopaedia", 13, out), 12);
	ck_assert_str_eq(out, "encyclopedia");
	ck_assert(spelling_may_agree(&(struct token){.text = "{x", .len = 2}, &(struct token){.text = "x", .len = 1}));
}
END_TEST

Suite *
suite_diff_flags(void)
{
	Suite *s = suite_create("diff-sources: flags");
	TCase *t = tcase_create("flags");

	tcase_add_test(t, numbers);
	tcase_add_test(t, forms_of_numbers);
	tcase_add_test(t, numbers_in_many_words);
	tcase_add_test(t, names_and_spellings);
	tcase_add_test(t, negation_and_attribution);
	tcase_add_test(t, numbers_in_their_places);
	tcase_add_test(t, negations_in_their_places);
	tcase_add_test(t, negations_one_for_one);
	tcase_add_test(t, many_negations);
	tcase_add_test(t, reporting);
	tcase_add_test(t, kept_names);
	tcase_add_test(t, marks);
	tcase_add_test(t, other_speakers);
	tcase_add_test(t, plain_forms);
	tcase_add_test(t, tables_are_sorted);
	tcase_add_test(t, normal_forms);
	suite_add_tcase(s, t);
	return s;
}
