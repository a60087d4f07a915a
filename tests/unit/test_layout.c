#include <check.h>
#include <string.h>

#include "cmd/tag-quotes/layout.h"

static struct row
row_of(uint64_t par, size_t start, const char *text)
{
	return (struct row){.par = par, .start = start, .text = slice_of(text), .doc = slice_of("A")};
}

START_TEST(joins_rows)
{
	struct row rows[] = {row_of(1, 5, "One."), row_of(1, 11, "Two."), row_of(2, 0, "Three."), row_of(2, 0, "Four.")};
	struct layout l = {0};

	rows[2].lang = slice_of("de");
	ck_assert_int_eq(layout_build(&l, rows, 4, slice_of("en")), 0);
	ck_assert_uint_eq(l.n, 3);
	ck_assert_uint_eq(l.text.len, strlen("One. Two.\nThree.\nFour.\n"));
	ck_assert_int_eq(memcmp(l.text.data, "One. Two.\nThree.\nFour.\n", l.text.len), 0);
	ck_assert_uint_eq(l.ranges[0].end, 2);
	ck_assert(slice_equal(l.languages[0], slice_of("en")));
	ck_assert(slice_equal(l.languages[1], slice_of("de")));
	ck_assert_uint_eq(layout_offset(&l, rows, 0, 1), 6);
	ck_assert_uint_eq(layout_offset(&l, rows, 0, 6), 12);
	ck_assert_uint_eq(layout_paragraph(&l, 0), 0);
	ck_assert_uint_eq(layout_paragraph(&l, 12), 1);
	ck_assert_uint_eq(layout_paragraph(&l, 20), 2);
	layout_free(&l);
}
END_TEST

/* A row that does not stand behind the one before begins a paragraph. */
START_TEST(rows_out_of_order)
{
	struct row rows[] = {row_of(1, 9, "One."), row_of(1, 4, "Two."), row_of(1, 6, "Three."), row_of(1, 20, ""), row_of(1, 20, "Four."),
		row_of(1, 25, "Five.")};
	struct layout l = {0};

	ck_assert_int_eq(layout_build(&l, rows, 6, slice_of("en")), 0);
	ck_assert_uint_eq(l.text.len, strlen("One.\nTwo.\nThree. \nFour.Five.\n"));
	ck_assert_mem_eq(l.text.data, "One.\nTwo.\nThree. \nFour.Five.\n", l.text.len);
	layout_free(&l);
}
END_TEST

/* Rows far apart in their paragraph take no memory for what is between. */
START_TEST(wide_gap)
{
	struct row rows[] = {row_of(1, 0, "One."), row_of(1, (size_t)1 << 60, "Two.")};
	struct layout l = {0};

	ck_assert_int_eq(layout_build(&l, rows, 2, slice_of("en")), 0);
	ck_assert_uint_eq(l.text.len, 10);
	ck_assert_uint_eq(layout_offset(&l, rows, 0, 5), (size_t)1 << 60);
	layout_free(&l);
}
END_TEST

START_TEST(cuts_by_rows)
{
	struct row rows[] = {row_of(1, 0, "One. Two"), row_of(1, 9, "Three. Four.")};
	struct quotation q[] = {{.content = {5, 15}}, {.content = {9, 14}}};
	struct layout l = {0};
	struct pieces ps = {0};

	ck_assert_int_eq(layout_build(&l, rows, 2, slice_of("en")), 0);
	ck_assert_int_eq(pieces_cut(&ps, &l, rows, 0, q, 2), 0);
	ck_assert_uint_eq(ps.n, 3);
	ck_assert_uint_eq(ps.p[0].row, 0);
	ck_assert_uint_eq(ps.p[0].start, 5);
	ck_assert_uint_eq(ps.p[0].end, 8);
	ck_assert_uint_eq(ps.p[1].row, 1);
	ck_assert_uint_eq(ps.p[1].start, 0);
	ck_assert_uint_eq(ps.p[1].end, 6);
	ck_assert_ptr_eq(ps.p[2].quotation, &q[1]);
	ck_assert_int_eq(pieces_fill(&ps, &l, rows, 0), 0);
	ck_assert_uint_eq(ps.n_all, 5);
	ck_assert_ptr_null(ps.all[0].quotation);
	ck_assert_ptr_eq(ps.all[1].quotation, &q[0]);
	ck_assert_ptr_eq(ps.all[2].quotation, &q[1]);
	ck_assert_ptr_eq(ps.all[3].quotation, &q[0]);
	ck_assert_ptr_null(ps.all[4].quotation);
	ck_assert_uint_eq(ps.all[4].end, 12);
	/* In whatever order they come. */
	ck_assert_int_eq(pieces_cut(&ps, &l, rows, 0, (struct quotation[]){q[1], q[0]}, 2), 0);
	ck_assert_uint_eq(ps.n, 2);
	ck_assert_uint_eq(ps.p[0].start, 0);
	ck_assert_uint_eq(ps.p[0].end, 6);
	ck_assert_uint_eq(ps.p[1].start, 0);
	ck_assert_uint_eq(ps.p[1].end, 5);
	ck_assert_int_eq(pieces_cut(&ps, &l, rows, 0, (struct quotation[]){{.content = {5, 8}}, {.content = {0, 3}}}, 2), 0);
	ck_assert_uint_eq(ps.n, 2);
	ck_assert_uint_eq(ps.p[0].end, 3);
	ck_assert_uint_eq(ps.p[1].start, 5);
	pieces_free(&ps);
	layout_free(&l);
}
END_TEST

Suite *suite_layout(void);

Suite *
suite_layout(void)
{
	Suite *s = suite_create("layout");
	TCase *c = tcase_create("layout");

	tcase_add_test(c, joins_rows);
	tcase_add_test(c, rows_out_of_order);
	tcase_add_test(c, wide_gap);
	tcase_add_test(c, cuts_by_rows);
	suite_add_tcase(s, c);
	return s;
}
