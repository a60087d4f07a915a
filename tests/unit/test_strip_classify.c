#include <check.h>
#include <string.h>

#include "cmd/strip-boilerplate/classify.h"

Suite *suite_strip_classify(void);

static const char *const article[] = {
	"Ferry returns to Dunmore after two winters",
	"The ferry between Dunmore and the islands will sail again from Monday, the harbour board said, after two winters in which only freight was carried.",
	"\"We have waited a long time for this,\" said Aoife Brennan, who runs the only shop on the larger island and lost half of her custom.",
	"Repairs cost more than planned",
	"Engineers found rust in the hull last spring, and the repairs took eleven months. The board has not said what they cost.",
	"The first boat leaves at seven in the morning and returns in the evening, Brennan said.",
	"Share this article",
	"\xc2\xa9 2031 The Dunmore Echo. All rights reserved.",
	"***",
};
enum { N = sizeof(article) / sizeof(article[0]) };

static struct classifier *classifier;
static struct slice slices[N];

static void
setup(enum mode mode)
{
	classifier = classifier_new(mode);
	ck_assert_ptr_nonnull(classifier);
	for (size_t i = 0; i < N; i++)
		slices[i] = slice_of(article[i]);
}

static void
check_article(enum mode mode, int threshold)
{
	const struct judgement *j;

	setup(mode);
	j = classify(classifier, slices, N);
	ck_assert_ptr_nonnull(j);
	for (size_t i = 0; i < 6; i++)
		ck_assert_msg(j[i].score < threshold, "%zu: %d", i, j[i].score);
	for (size_t i = 6; i < N; i++)
		ck_assert_msg(j[i].score >= threshold, "%zu: %d", i, j[i].score);
	ck_assert_int_eq(j[0].label, LABEL_HEADLINE);
	ck_assert_int_eq(j[2].label, LABEL_BODY);
	ck_assert_int_eq(j[3].label, LABEL_SUBHEAD);
	ck_assert_int_eq(j[6].label, LABEL_SHARE);
	ck_assert_int_eq(j[7].label, LABEL_LEGAL);
	ck_assert_int_eq(j[8].label, LABEL_ARTEFACT);
	classifier_free(classifier);
}

START_TEST(an_article)
{
	check_article(MODE_ARTICLE, 900);
}
END_TEST

START_TEST(a_page)
{
	check_article(MODE_PAGE, 500);
}
END_TEST

/* What stands before the text is compared by the words that it shares with it: menus, another story's headline, and the headline twice. */
START_TEST(headlines_are_ranked)
{
	static const char *const page[] = {
		"Ferry returns to Dunmore after winters of repairs",
		"Weather and traffic today",
		"Minister visits Dunmore",
		"Ferry returns to Dunmore after two winters",
		"Share",
	};
	enum { BEFORE = sizeof(page) / sizeof(page[0]) };
	struct slice all[BEFORE + N];
	const struct block *b;

	setup(MODE_PAGE);
	for (size_t i = 0; i < BEFORE; i++)
		all[i] = slice_of(page[i]);
	memcpy(all + BEFORE, slices + 1, (N - 1) * sizeof(*slices));
	ck_assert_ptr_nonnull(classify(classifier, all, BEFORE + N - 1));
	b = classifier_blocks(classifier);
	ck_assert_uint_eq(b[0].title_rank, 1);
	ck_assert_uint_eq(b[1].title_rank, 0);
	ck_assert_uint_gt(b[2].title_rank, 1);
	ck_assert_uint_eq(b[3].title_between, 0);
	ck_assert_uint_eq(b[2].title_between, 1);
	ck_assert(b[0].twin && b[3].twin && !b[2].twin);
	ck_assert_uint_eq(b[4].title_rank, 0);
	classifier_free(classifier);
}
END_TEST

/* What a document is judged leaves nothing behind for the next. */
START_TEST(documents_are_apart)
{
	struct judgement first[N];
	const struct judgement *j;

	setup(MODE_PAGE);
	j = classify(classifier, slices, N);
	memcpy(first, j, sizeof(first));
	ck_assert_ptr_nonnull(classify(classifier, slices + 2, 3));
	ck_assert_ptr_nonnull(classify(classifier, slices, 0));
	j = classify(classifier, slices, N);
	for (size_t i = 0; i < N; i++)
		ck_assert_int_eq(j[i].score, first[i].score);
	classifier_free(classifier);
}
END_TEST

/* Every calibration rises, and no score leaves 0 to 1000. */
START_TEST(calibration)
{
	for (int mode = MODE_ARTICLE; mode <= MODE_PAGE; mode++)
		for (int class = 0; class < N_CLASSES; class++)
			for (int i = 0; i < CALIBRATION_STEPS; i++) {
				int16_t p = strip_models[mode].calibration[class][i];

				ck_assert_int_ge(p, i > 0 ? strip_models[mode].calibration[class][i - 1] : 0);
				ck_assert_int_le(p, 1000);
			}
}
END_TEST

/* What is made of the last of the paragraphs. */
static struct judgement
judge_last(enum mode mode, const char *const *texts, size_t n, struct buf *why)
{
	const struct judgement *j;
	struct judgement last;
	struct slice all[40];

	classifier = classifier_new(mode);
	for (size_t i = 0; i < n; i++)
		all[i] = slice_of(texts[i]);
	j = classify(classifier, all, n);
	ck_assert_ptr_nonnull(j);
	last = j[n - 1];
	why->len = 0;
	ck_assert_int_eq(classifier_explain(classifier, n - 1, &last, all[n - 1], why), 0);
	ck_assert_int_eq(buf_byte(why, '\0'), 0);
	classifier_free(classifier);
	return last;
}

/* A paragraph that stands alone is judged by what it says. */
START_TEST(alone)
{
	static const struct {
		const char *text;
		enum label label;
		bool boilerplate;
		const char *why;
	} cases[] = {
		{"We and our partners store cookies on your device and ask for your consent to use them for advertising and measurement.", LABEL_CONSENT, true, "notice: "},
		{"Wir verwenden Cookies, um Inhalte und Anzeigen zu personalisieren. Mit einem Klick auf Zustimmen willigen Sie ein.", LABEL_CONSENT, true, "notice: "},
		{"The court ruled on Tuesday that the photographer, and not the agency, owned the copyright in all of the portraits.", LABEL_BODY, false, "model: "},
		{"Barges wait at dusk below the locks. (Agency Photo/Ann Lee)", LABEL_CAPTION, true, "ends in the credit of a picture"},
		{"12 May 2031, 09:41", LABEL_BYLINE, true, "a date, or a line beside one"},
		{"09:41 Harbour bridge is closed for repairs until the autumn", LABEL_RELATED, true, "a date, or a line beside one"},
		{" | \xe2\x80\xa2 ", LABEL_ARTEFACT, true, "no letter or digit"},
	};
	struct buf why = {0};

	for (size_t i = 0; i < sizeof(cases) / sizeof(cases[0]); i++) {
		struct judgement j = judge_last(MODE_ARTICLE, &cases[i].text, 1, &why);

		ck_assert_msg((j.score >= 500) == cases[i].boilerplate, "%s: %d, %s", cases[i].text, j.score, why.data);
		ck_assert_msg(j.label == cases[i].label, "%s: %s, %s", cases[i].text, label_name(j.label), why.data);
		ck_assert_msg(strncmp(why.data, cases[i].why, strlen(cases[i].why)) == 0, "%s: %s", cases[i].text, why.data);
	}
	buf_free(&why);
}
END_TEST

/* The label of a line that no rule names comes from the section that it stands in, and its form. */
START_TEST(sections)
{
	static const char *const lines[] = {"Home", "News | Sport | Weather", "Read more", "Bridge closed for the autumn", "Storm warning for the islands",
		"Comments", "brennan77", "Great story, thank you", "Reply", "Ann", "I was there too"};
	struct buf why = {0};
	enum label seen = LABEL_BODY;

	for (size_t n = 1; n <= sizeof(lines) / sizeof(lines[0]); n++) {
		struct judgement j = judge_last(MODE_PAGE, lines, n, &why);

		ck_assert_int_ge(j.score, 0);
		ck_assert_int_le(j.score, 1000);
		if (j.score < 500)
			ck_assert_uint_lt(j.label, FIRST_BOILERPLATE);
		else
			ck_assert_uint_ge(j.label, FIRST_BOILERPLATE);
		seen = j.label;
		if (n == 2)
			ck_assert_uint_eq(j.label, LABEL_NAV);
		if (n == 6)
			ck_assert_uint_eq(j.label, LABEL_COMMENT);
	}
	ck_assert_uint_eq(seen, LABEL_COMMENT);
	buf_free(&why);
}
END_TEST

/* A headline above its article, below a menu, shares words with it; a line that begins like its neighbours is one of a list. */
START_TEST(titles_and_lists)
{
	static const char *const page[] = {"Home", "Weather", "Ferry returns to Dunmore after two winters of repairs",
		"The ferry between Dunmore and the islands will sail again from Monday, the harbour board said, after two winters in which only freight was carried.",
		"Engineers found rust in the ferry last spring, and repairs took eleven months; Dunmore paid for half of them, the board said on Friday.",
		"9 May: Riga, Daugava Hall", "12 May: Oslo, Harbour Stage", "31 May: Turku, Old Mill", "2 June: Gdansk, Crane Hall"};
	enum { LINES = sizeof(page) / sizeof(page[0]) };
	struct slice all[LINES];
	const struct block *b;

	classifier = classifier_new(MODE_PAGE);
	for (size_t i = 0; i < LINES; i++)
		all[i] = slice_of(page[i]);
	ck_assert_ptr_nonnull(classify(classifier, all, LINES));
	b = classifier_blocks(classifier);
	ck_assert_uint_ge(b[2].topics_shared, 2);
	ck_assert_int_eq(classifier_class(classifier, &b[2]), b[2].segment < 0 ? CLASS_TITLE : CLASS_OTHER);
	ck_assert_int_eq(classifier_class(classifier, &b[3]), CLASS_LONG);
	ck_assert_int_eq(classifier_class(classifier, &b[1]), CLASS_OTHER);
	ck_assert_uint_eq(b[0].alike, 1);
	for (size_t i = 5; i < LINES; i++)
		ck_assert_uint_eq(b[i].alike, 3);
	classifier_free(classifier);
}
END_TEST

/* The longest documents that the buckets know, and one paragraph many times over. */
START_TEST(long_documents)
{
	enum { LINES = 400 };
	static struct slice all[LINES];
	const struct judgement *j;

	for (int mode = MODE_ARTICLE; mode <= MODE_PAGE; mode++) {
		classifier = classifier_new((enum mode)mode);
		for (size_t i = 0; i < LINES; i++)
			all[i] = slice_of(article[i % 97 < 6 ? i % 97 : 6]);
		j = classify(classifier, all, LINES);
		ck_assert_ptr_nonnull(j);
		for (size_t i = 0; i < LINES; i++)
			if (i % 97 >= 6)
				ck_assert_int_gt(j[i].score, j[2].score);
		ck_assert_uint_gt(classifier_blocks(classifier)[200].repeats, 300);
		classifier_free(classifier);
	}
}
END_TEST

/* What a paragraph is taken for by its place alone is said by fewer features, and another model. */
START_TEST(stages)
{
	static struct features structure, full;

	setup(MODE_PAGE);
	ck_assert_ptr_nonnull(classify(classifier, slices, N));
	classifier_features(classifier, STAGE_STRUCTURE, 2, slices[2], &structure);
	classifier_features(classifier, STAGE_FULL, 2, slices[2], &full);
	ck_assert_uint_gt(structure.n, 5);
	ck_assert_uint_gt(full.n, structure.n);
	ck_assert_mem_eq(full.hash + full.n - structure.n, structure.hash, structure.n * sizeof(*structure.hash));
	ck_assert_ptr_ne(classifier_model(classifier, STAGE_STRUCTURE), classifier_model(classifier, STAGE_FULL));
	classifier_free(classifier);
}
END_TEST

/* Hashes that all want one place in the table of repeats: each is looked for in a few, and only repeats are forgotten. */
START_TEST(colliding_hashes)
{
	enum { MANY = 200 };
	static struct block blocks[MANY];
	struct workspace w = {0};

	for (size_t i = 0; i < MANY; i++)
		blocks[i] = (struct block){.shape.text_hash = (uint64_t)(i < 2 ? 1 : i) << 40, .sure = -1, .rule = -1};
	ck_assert_int_eq(blocks_structure(&w, blocks, MANY), 0);
	for (size_t i = 0; i < MANY; i++)
		ck_assert_uint_eq(blocks[i].repeats, i < 2);
	workspace_free(&w);
}
END_TEST

START_TEST(reasons)
{
	struct buf why = {0};
	const struct judgement *j;

	setup(MODE_ARTICLE);
	j = classify(classifier, slices, N);
	for (size_t i = 0; i < N; i++) {
		why.len = 0;
		ck_assert_int_eq(classifier_explain(classifier, i, &j[i], slices[i], &why), 0);
		ck_assert_uint_gt(why.len, 5);
	}
	ck_assert_mem_eq(why.data, "no letter or digit", why.len);
	buf_free(&why);
	classifier_free(classifier);
}
END_TEST

Suite *
suite_strip_classify(void)
{
	Suite *s = suite_create("strip_classify");
	TCase *t = tcase_create("classify");

	tcase_add_test(t, an_article);
	tcase_add_test(t, a_page);
	tcase_add_test(t, headlines_are_ranked);
	tcase_add_test(t, documents_are_apart);
	tcase_add_test(t, calibration);
	tcase_add_test(t, alone);
	tcase_add_test(t, sections);
	tcase_add_test(t, titles_and_lists);
	tcase_add_test(t, long_documents);
	tcase_add_test(t, stages);
	tcase_add_test(t, colliding_hashes);
	tcase_add_test(t, reasons);
	suite_add_tcase(s, t);
	return s;
}
