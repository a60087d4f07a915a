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
	tcase_add_test(t, documents_are_apart);
	tcase_add_test(t, calibration);
	tcase_add_test(t, reasons);
	suite_add_tcase(s, t);
	return s;
}
