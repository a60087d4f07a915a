#include <check.h>
#include <stdlib.h>

#include "cmd/train-linear/logistic.h"
#include "common/linear.h"

/* With features left out at random the same is learnt, and the same way each time. */
START_TEST(dropout_learns_the_same_again)
{
	static const uint32_t features[] = {3, 9, 5, 9};
	struct example examples[200];
	const struct training t = {.bits = 4, .epochs = 10, .rate = 0.5, .dropout = 0.5};
	struct trained a[2];

	for (int k = 0; k < 2; k++) {
		for (size_t i = 0; i < 200; i++)
			examples[i] = (struct example){.first = i % 2 * 2, .n = 2, .weight = 1, .label = i % 2 == 0};
		ck_assert_int_eq(logistic_train(&t, examples, 200, features, &a[k]), 0);
	}
	ck_assert_mem_eq(a[0].weights, a[1].weights, 16);
	ck_assert_int_eq(a[0].bias, a[1].bias);
	ck_assert_int_gt(a[0].weights[3], 0);
	ck_assert_int_lt(a[0].weights[5], 0);
	free(a[0].weights);
	free(a[1].weights);
}
END_TEST

Suite *suite_linear(void);

START_TEST(a_score_is_the_sum_of_its_weights)
{
	static const int8_t weights[] = {1, -2, 4, 127};
	const struct linear m = {weights, 2, 10, 100};
	const uint32_t features[] = {0, 1, 6, 7};

	ck_assert_int_eq(linear_score(&m, features, 0), 10);
	ck_assert_int_eq(linear_score(&m, features, 4), 10 + 1 - 2 + 4 + 127);
}
END_TEST

/* 1000 / (1 + exp(-x)), by hand. */
START_TEST(probabilities_follow_the_logistic_function)
{
	const struct linear m = {NULL, 0, 0, 100};

	ck_assert_int_eq(linear_probability(&m, 0), 500);
	ck_assert_int_eq(linear_probability(&m, 100), 731);
	ck_assert_int_eq(linear_probability(&m, -100), 269);
	ck_assert_int_eq(linear_probability(&m, 200), 881);
	ck_assert_int_eq(linear_probability(&m, INT32_MAX), 1000);
	ck_assert_int_eq(linear_probability(&m, INT32_MIN), 0);
	for (int score = -1000; score < 1000; score++) {
		ck_assert_int_le(linear_probability(&m, score), linear_probability(&m, score + 1));
		ck_assert_int_eq(linear_probability(&m, score) + linear_probability(&m, -score), 1000);
	}
}
END_TEST

/* Label 1 where feature 3 is there and 5 is not. */
START_TEST(training_finds_what_separates)
{
	static const uint32_t features[] = {3, 9, 3, 5, 5, 9, 9, 3, 12, 3, 5, 12};
	struct example examples[400];
	const struct training t = {.bits = 4, .epochs = 20, .l2 = 1e-6, .rate = 0.5};
	struct trained a, b;

	for (size_t i = 0; i < 400; i++)
		examples[i] = (struct example){.first = i % 5 * 2 + (i % 5 == 4), .n = i % 5 == 4 ? 3 : 2, .weight = 1,
		    .label = i % 5 == 0 || i % 5 == 3};
	/* 0: {3,9} 1; 1: {3,5} 0; 2: {5,9} 0; 3: {9,3} 1; 4: {3,5,12} 0 */
	ck_assert_int_eq(logistic_train(&t, examples, 400, features, &a), 0);
	struct linear m = {a.weights, 4, a.bias, a.scale};

	ck_assert_int_gt(linear_score(&m, features, 2), 0);
	ck_assert_int_lt(linear_score(&m, features + 2, 2), 0);
	ck_assert_int_lt(linear_score(&m, features + 4, 2), 0);
	ck_assert_int_eq(a.weights[3] == 127 || a.weights[5] == -127, 1);

	for (size_t i = 0; i < 400; i++)
		examples[i] = (struct example){.first = i % 5 * 2 + (i % 5 == 4), .n = i % 5 == 4 ? 3 : 2, .weight = 1,
		    .label = i % 5 == 0 || i % 5 == 3};
	ck_assert_int_eq(logistic_train(&t, examples, 400, features, &b), 0);
	ck_assert_mem_eq(a.weights, b.weights, 16);
	ck_assert_int_eq(a.bias, b.bias);
	free(a.weights);
	free(b.weights);
}
END_TEST

Suite *
suite_linear(void)
{
	Suite *s = suite_create("linear");
	TCase *t = tcase_create("linear");

	tcase_add_test(t, a_score_is_the_sum_of_its_weights);
	tcase_add_test(t, probabilities_follow_the_logistic_function);
	tcase_add_test(t, training_finds_what_separates);
	tcase_add_test(t, dropout_learns_the_same_again);
	suite_add_tcase(s, t);
	return s;
}
