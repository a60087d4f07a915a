#include <check.h>
#include <inttypes.h>
#include <stdio.h>
#include <string.h>

#include "common/decimal.h"

Suite *suite_decimal(void);

static void
check_number(uint64_t number)
{
	char got[DECIMAL_SIZE], expected[DECIMAL_SIZE + 1];
	size_t len = (size_t)(decimal_append(got, number) - got);

	snprintf(expected, sizeof(expected), "%" PRIu64, number);
	ck_assert_uint_eq(len, strlen(expected));
	ck_assert_mem_eq(got, expected, len);
}

START_TEST(digits_are_those_of_printf)
{
	for (uint64_t number = 0; number < 12000; number++)
		check_number(number);
	for (uint64_t power = 10; power < UINT64_MAX / 10; power *= 10)
		for (uint64_t number = power - 1; number <= power + 1; number++)
			check_number(number);
	check_number(123456);
	check_number(UINT64_MAX);
}
END_TEST

Suite *
suite_decimal(void)
{
	Suite *s = suite_create("decimal");
	TCase *t = tcase_create("decimal");

	tcase_add_test(t, digits_are_those_of_printf);
	suite_add_tcase(s, t);
	return s;
}
