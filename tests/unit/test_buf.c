#include <check.h>
#include <errno.h>
#include <stdint.h>
#include <stdlib.h>

#include "common/buf.h"

Suite *suite_buf(void);

START_TEST(appends_and_grows)
{
	struct buf b = {0};

	for (int i = 0; i < 1000; i++)
		ck_assert_int_eq(buf_append(&b, "abc", 3), 0);
	ck_assert_int_eq(buf_byte(&b, 'd'), 0);
	ck_assert_uint_eq(b.len, 3001);
	ck_assert_mem_eq(b.data + 2997, "abcd", 4);
	buf_free(&b);
	ck_assert_ptr_null(b.data);
}
END_TEST

START_TEST(stops_at_its_maximum)
{
	struct buf b = {.max = 10};

	ck_assert_int_eq(buf_append(&b, "0123456789", 10), 0);
	errno = 0;
	ck_assert_int_eq(buf_byte(&b, 'x'), -1);
	ck_assert_int_eq(errno, EFBIG);
	ck_assert_uint_eq(b.len, 10);
	ck_assert_mem_eq(b.data, "0123456789", 10);
	buf_free(&b);
}
END_TEST

START_TEST(refuses_what_no_memory_can_hold)
{
	struct buf b = {0};

	ck_assert_int_eq(buf_append(&b, "x", 1), 0);
	errno = 0;
	ck_assert_int_eq(buf_reserve(&b, SIZE_MAX - 1), -1);
	ck_assert_int_eq(errno, ENOMEM);
	buf_free(&b);
}
END_TEST

START_TEST(appends_nothing)
{
	struct buf b = {0};

	ck_assert_int_eq(buf_append(&b, NULL, 0), 0);
	ck_assert_uint_eq(b.len, 0);
	buf_free(&b);
}
END_TEST

START_TEST(arrays_grow_by_doubling)
{
	uint32_t *array = NULL;
	size_t cap = 0;

	for (size_t i = 0; i < 100; i++) {
		ck_assert_int_eq(array_reserve(&array, &cap, i + 1, sizeof(*array)), 0);
		array[i] = (uint32_t)i;
	}
	ck_assert_uint_eq(cap, 128);
	ck_assert_uint_eq(array[99], 99);
	ck_assert_int_eq(array_reserve(&array, &cap, SIZE_MAX, sizeof(*array)), -1);
	ck_assert_uint_eq(array[99], 99);
	ck_assert_int_eq(array_reserve(&array, &cap, 10000, sizeof(*array)), 0);
	ck_assert_uint_eq(cap, 65536);
	ck_assert_int_eq(array_reserve(&array, &cap, 65537, sizeof(*array)), 0);
	ck_assert_uint_eq(cap, 131072);
	ck_assert_uint_eq(array[99], 99);
	free(array);
}
END_TEST

START_TEST(slices_compare)
{
	ck_assert(slice_equal(slice_of("ab"), (struct slice){"abc", 2}));
	ck_assert(!slice_equal(slice_of("ab"), slice_of("ac")));
	ck_assert(!slice_equal(slice_of("ab"), slice_of("abc")));
	ck_assert(slice_equal(slice_of(""), (struct slice){NULL, 0}));
}
END_TEST

Suite *
suite_buf(void)
{
	Suite *s = suite_create("buf");
	TCase *t = tcase_create("buf");

	tcase_add_test(t, appends_and_grows);
	tcase_add_test(t, stops_at_its_maximum);
	tcase_add_test(t, refuses_what_no_memory_can_hold);
	tcase_add_test(t, appends_nothing);
	tcase_add_test(t, arrays_grow_by_doubling);
	tcase_add_test(t, slices_compare);
	suite_add_tcase(s, t);
	return s;
}
