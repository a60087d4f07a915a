#include <check.h>
#include <stdlib.h>

#include "cmd/train-trees/boost.h"
#include "common/trees.h"

Suite *suite_trees(void);

START_TEST(answers_choose_the_leaf)
{
	static const struct tree tree[] = {
		{{0, 1, 2}, {-1, 10, 127}, {1, 2, 4, 8, 16, 32, 64, 128}},
		{{2, 2, 2}, {-128, 0, 1}, {-1000, 100, 0, 200, 0, 0, 0, 300}},
	};
	const struct trees m = {tree, 2, 7, 4096};

	ck_assert_int_eq(trees_score(&m, (const int8_t[]){-1, 10, 127}), 7 + 1 + 300);
	ck_assert_int_eq(trees_score(&m, (const int8_t[]){0, 10, -128}), 7 + 2 - 1000);
	ck_assert_int_eq(trees_score(&m, (const int8_t[]){-128, 11, -127}), 7 + 4 + 100);
	ck_assert_int_eq(trees_score(&m, (const int8_t[]){127, 127, 1}), 7 + 8 + 200);
}
END_TEST

/* Rows of three values: the label is 1 where the first two are on different sides of 5; the third says nothing. */
static void
fill(int8_t *values, uint8_t *labels, size_t n)
{
	for (size_t i = 0; i < n; i++) {
		values[3 * i] = (int8_t)(i % 11);
		values[3 * i + 1] = (int8_t)(i / 11 % 11);
		values[3 * i + 2] = (int8_t)(i * 7 % 256 - 128);
		labels[i] = (values[3 * i] > 5) != (values[3 * i + 1] > 5);
	}
}

START_TEST(boosting_learns_what_takes_two_values_together)
{
	enum { ROWS = 1210, TREES = 40 };
	static int8_t values[3 * ROWS];
	static uint8_t labels[ROWS];
	static struct tree tree[2][TREES];
	const struct boosting how = {TREES, 0.3, 1};
	const struct boost_rows rows = {values, labels, ROWS, 3};
	struct trees m = {tree[0], TREES, 0, BOOST_SCALE};
	int32_t bias;

	fill(values, labels, ROWS);
	ck_assert_uint_eq(boost_train(&how, &rows, tree[0], &m.bias), TREES);
	for (size_t i = 0; i < ROWS; i++)
		ck_assert_int_eq(trees_score(&m, values + 3 * i) > 0, labels[i]);
	ck_assert_uint_eq(boost_train(&how, &rows, tree[1], &bias), TREES);
	ck_assert_mem_eq(tree[0], tree[1], sizeof(tree[0]));
	ck_assert_int_eq(bias, m.bias);
}
END_TEST

/* Without a tree that helps, the score is the log odds of the labels: of one in four, -ln 3. */
START_TEST(boosting_starts_from_the_log_odds)
{
	enum { ROWS = 40000 };
	static int8_t values[ROWS];
	static uint8_t labels[ROWS];
	const struct boosting how = {1, 0.3, 1};
	const struct boost_rows rows = {values, labels, ROWS, 1};
	struct tree tree;
	int32_t bias;

	for (size_t i = 0; i < ROWS; i++)
		labels[i] = i % 4 == 0;
	ck_assert_uint_eq(boost_train(&how, &rows, &tree, &bias), 1);
	ck_assert_int_eq(bias, -4500);
	ck_assert_int_eq(tree.leaf[0], 0);
}
END_TEST

Suite *
suite_trees(void)
{
	Suite *s = suite_create("trees");
	TCase *t = tcase_create("trees");

	tcase_add_test(t, answers_choose_the_leaf);
	tcase_add_test(t, boosting_learns_what_takes_two_values_together);
	tcase_add_test(t, boosting_starts_from_the_log_odds);
	suite_add_tcase(s, t);
	return s;
}
