#include <check.h>
#include <errno.h>
#include <stdio.h>

#include "cmd/strip-boilerplate/label.h"
#include "cmd/strip-boilerplate/repeats.h"

Suite *suite_strip_repeats(void);

static void
check_site(const char *address, const char *host)
{
	struct slice s = repeats_site(slice_of(address));

	ck_assert_uint_eq(s.len, strlen(host));
	ck_assert_mem_eq(s.data, host, s.len);
}

START_TEST(hosts)
{
	check_site("https://www.news.example/a/b?c#d", "news.example");
	check_site("http://user@news.example:8080/x", "news.example");
	check_site("news.example", "news.example");
	check_site("www.news.example", "news.example");
	check_site("http://", "");
	check_site("", "");
	check_site("www.", "www.");
}
END_TEST

static int
add(struct repeats *r, const char *line)
{
	return repeats_add(r, line, strlen(line));
}

START_TEST(counts)
{
	struct repeats r = {0};

	ck_assert(!repeats_has(&r, slice_of("a.example"), 1));
	ck_assert_int_eq(add(&r, "      3 a.example\t0000000000000001"), 0);
	ck_assert_int_eq(add(&r, "2 a.example\t0000000000000002"), 0);
	ck_assert_int_eq(add(&r, "1 site\tfingerprint"), 0);
	ck_assert_int_eq(add(&r, "99999999999999999999999 A.example\t00000000000000ff"), 0);
	ck_assert_int_eq(add(&r, "4 a.example\t0000000000000001"), 0);
	ck_assert(repeats_has(&r, slice_of("a.example"), 1));
	ck_assert(repeats_has(&r, slice_of("A.EXAMPLE"), 255));
	ck_assert(!repeats_has(&r, slice_of("a.example"), 2));
	ck_assert(!repeats_has(&r, slice_of("b.example"), 1));
	ck_assert_int_eq(add(&r, ""), -2);
	ck_assert_int_eq(add(&r, "x a.example\t0000000000000001"), -2);
	ck_assert_int_eq(add(&r, "/ a.example\t0000000000000001"), -2);
	ck_assert_int_eq(add(&r, "3"), -2);
	ck_assert_int_eq(add(&r, "3x a.example\t0000000000000001"), -2);
	ck_assert_int_eq(add(&r, "3/ a.example\t0000000000000001"), -2);
	ck_assert_int_eq(add(&r, "3 a.example\t000000000000000/"), -2);
	ck_assert_int_eq(add(&r, "3 a.example\t000000000000000:"), -2);
	ck_assert_int_eq(add(&r, "3 a.example 0000000000000001"), -2);
	ck_assert_int_eq(add(&r, "3 a.example\t001"), -2);
	ck_assert_int_eq(add(&r, "3 a.example\t000000000000000G"), -2);
	ck_assert_int_eq(add(&r, "3 a.example\t000000000000000g"), -2);
	repeats_free(&r);
}
END_TEST

START_TEST(many)
{
	struct repeats r = {0};
	char line[64];

	for (unsigned i = 0; i < 10000; i += 2) {
		snprintf(line, sizeof(line), "%u s\t%016x", 3 + i, i);
		ck_assert_int_eq(add(&r, line), 0);
	}
	for (unsigned i = 0; i < 10000; i++)
		ck_assert_int_eq(repeats_has(&r, slice_of("s"), i), i % 2 == 0);
	repeats_free(&r);
}
END_TEST

START_TEST(labels)
{
	label_set set;

	ck_assert_int_eq(label_parse("body,artefact", &set), 0);
	ck_assert_uint_eq(set, 1u << LABEL_BODY | 1u << LABEL_ARTEFACT);
	ck_assert_int_eq(label_parse("", &set), -1);
	ck_assert_int_eq(label_parse("body,", &set), -1);
	ck_assert_int_eq(label_parse("bod", &set), -1);
	for (int l = 0; l < N_LABELS; l++) {
		ck_assert_int_eq(label_parse(label_name((enum label)l), &set), 0);
		ck_assert_uint_eq(set, 1u << l);
	}
}
END_TEST

Suite *
suite_strip_repeats(void)
{
	Suite *s = suite_create("strip_repeats");
	TCase *t = tcase_create("repeats");

	tcase_add_test(t, hosts);
	tcase_add_test(t, counts);
	tcase_add_test(t, many);
	tcase_add_test(t, labels);
	suite_add_tcase(s, t);
	return s;
}
