#include <check.h>
#include <string.h>

#include "cmd/strip-boilerplate/rules.h"
#include "cmd/strip-boilerplate/scan.h"

Suite *suite_strip_rules(void);

static const struct rule table[] = {
	{LABEL_CONSENT, RULE_SURE, 0, "cookie policy"},
	{LABEL_CONSENT, 0, 0, "cooki*"},
	{LABEL_CONSENT, 0, 0, "our cookie policy"},
	{LABEL_RELATED, RULE_SURE | RULE_START | RULE_END, 4, "read more"},
	{LABEL_NEWSLETTER, RULE_SURE | RULE_PAIR, 0, "newsletter"},
	{LABEL_NEWSLETTER, 0, 0, "inbox"},
	{LABEL_CAPTION, RULE_SURE | RULE_END | RULE_BRACKET, 0, "ap"},
	{LABEL_BYLINE, RULE_SURE | RULE_OPEN, 0, "published"},
	{LABEL_LEGAL, 0, 0, "©"},
	{LABEL_LEGAL, 0, 0, "版 权 所 有"},
	{LABEL_BYLINE, RULE_SURE | RULE_START, 0, "autor"},
	{LABEL_LEGAL, 0, 0, "autor*"},
};
enum { N = sizeof(table) / sizeof(table[0]) };

static struct rules *rules;
static struct scan scan;

static void
setup(void)
{
	rules = rules_new(table, N);
	ck_assert_ptr_nonnull(rules);
}

static void
teardown(void)
{
	rules_free(rules);
}

static void
look(const char *text)
{
	scan_paragraph(&scan, rules, table, text, strlen(text));
}

static bool
holds(unsigned rule)
{
	for (unsigned i = 0; i < scan.n_rules; i++)
		if (scan.rules[i] == rule)
			return true;
	return false;
}

START_TEST(phrases_within_phrases)
{
	look("Please see our Cookie-Policy.");
	ck_assert(holds(0) && holds(1) && holds(2));
	ck_assert_int_eq(scan.sure, 0);
	ck_assert_uint_eq(scan.cues[LABEL_CONSENT], 3);
	look("A cookies jar and a policy");
	ck_assert(holds(1) && !holds(0) && !holds(2));
	look("precookie");
	ck_assert_uint_eq(scan.n_rules, 0);
}
END_TEST

START_TEST(a_word_is_no_stem)
{
	look("Autor: A. Nobody");
	ck_assert(holds(10) && holds(11));
	look("Autorin gesucht");
	ck_assert(!holds(10) && holds(11));
}
END_TEST

START_TEST(where_a_phrase_stands)
{
	look("READ MORE:");
	ck_assert_int_eq(scan.sure, 3);
	look("Read more books");
	ck_assert_int_eq(scan.sure, -1);
	look("Then read more");
	ck_assert_int_eq(scan.sure, -1);
	look("Crowds in Riga on Friday. (AP)");
	ck_assert_int_eq(scan.sure, 6);
	look("The agency is called AP");
	ck_assert_int_eq(scan.sure, -1);
	look("Published in May");
	ck_assert_int_eq(scan.sure, 7);
	look("It was published in May.");
	ck_assert_int_eq(scan.sure, -1);
}
END_TEST

START_TEST(a_second_phrase)
{
	look("A newsletter, she said");
	ck_assert_int_eq(scan.sure, -1);
	look("A newsletter for your inbox");
	ck_assert_int_eq(scan.sure, 4);
}
END_TEST

START_TEST(signs_and_ideographs)
{
	look("\xc2\xa9 2031");
	ck_assert(holds(8));
	look("本站版权所有。");
	ck_assert(holds(9));
}
END_TEST

START_TEST(more_rules_than_are_kept)
{
	char text[4096] = "";

	for (int i = 0; i < 100; i++)
		strcat(text, "our cookie policy inbox newsletter © ");
	look(text);
	ck_assert_uint_le(scan.n_rules, SCAN_RULES);
}
END_TEST

/* The table that ships: sorted by label, its phrases folded as words are, no stem too short to be looked for. */
START_TEST(table_is_well_formed)
{
	for (size_t i = 0; i < n_rules; i++) {
		const struct rule *r = &rule_table[i];

		ck_assert_uint_ge(r->label, FIRST_BOILERPLATE);
		ck_assert_uint_lt(r->label, N_LABELS);
		ck_assert_msg(i == 0 || rule_table[i - 1].label < r->label ||
		    (rule_table[i - 1].label == r->label && strcmp(rule_table[i - 1].phrase, r->phrase) <= 0), "%s", r->phrase);
		for (const char *p = r->phrase; *p != '\0'; p++) {
			ck_assert_msg(!(*p >= 'A' && *p <= 'Z'), "%s", r->phrase);
			ck_assert_msg(*p != ' ' || (p > r->phrase && p[1] != ' ' && p[1] != '\0'), "%s", r->phrase);
			if (*p != '*')
				continue;
			ck_assert_msg(p - r->phrase >= STEM_BYTES && (p[1] == ' ' || p[1] == '\0'), "%s", r->phrase);
			for (int k = 1; k <= STEM_BYTES; k++)
				ck_assert_msg(p[-k] != ' ', "%s", r->phrase);
		}
	}
}
END_TEST

/* Each rule of the table is met by its own phrase. */
START_TEST(table_is_reached)
{
	struct rules *all = rules_new(rule_table, n_rules);

	ck_assert_ptr_nonnull(all);
	for (size_t i = 0; i < n_rules; i++) {
		uint32_t state = 0;
		bool met = false;

		for (const char *p = rule_table[i].phrase; *p != '\0'; p += *p == ' ') {
			struct folded_word w;

			word_clear(&w);
			for (; *p != '\0' && *p != ' '; p++)
				if (*p != '*')
					word_byte(&w, (unsigned char)*p);
			state = rules_step(all, state, &w);
		}
		for (const struct rule_match *m = rules_first(all, state); m != NULL; m = m->next)
			met |= m->rule == i;
		ck_assert_msg(met, "%s", rule_table[i].phrase);
	}
	rules_free(all);
}
END_TEST

Suite *
suite_strip_rules(void)
{
	Suite *s = suite_create("strip_rules");
	TCase *t = tcase_create("rules");

	tcase_add_checked_fixture(t, setup, teardown);
	tcase_add_test(t, phrases_within_phrases);
	tcase_add_test(t, a_word_is_no_stem);
	tcase_add_test(t, where_a_phrase_stands);
	tcase_add_test(t, a_second_phrase);
	tcase_add_test(t, signs_and_ideographs);
	tcase_add_test(t, more_rules_than_are_kept);
	tcase_add_test(t, table_is_well_formed);
	tcase_add_test(t, table_is_reached);
	suite_add_tcase(s, t);
	return s;
}
