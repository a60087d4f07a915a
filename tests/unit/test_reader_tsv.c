#include <check.h>

#include "tests/unit/reader_files.h"

Suite *suite_reader_tsv(void);

START_TEST(tsv_with_par_is_taken_as_it_stands)
{
	add_file("a", "par\tdoc\tsent\tstart\tend\tx\ttext\n7\tA\t3\t10\t14\t\\N\ta\\nb\\\\\n7\tA\t4\t15\t16\tq\\t\t\n1\tB\t\t\t\tz\tc\n");
	expect_rows("*A 7,3,10 sent=3 x= [a\\nb\\\\]\nA 7,4,15 sent=4 x=q\\t []\n*B 1,0,0 sent= x=z [c]\n", 0);
}
END_TEST

START_TEST(tsv_without_par_is_split)
{
	add_file("a", "doc\ttext\tx\nA\tone\\n\\n two\\r\\nthree\t1\nA\tfour\t2\nB\t\t3\nB\tfive\t4\nA\tsix\t5\n");
	expect_rows("*A 1,0,0 x=1 [one]\nA 2,0,0 x=1 [ two]\nA 3,0,0 x=1 [three]\nA 4,0,0 x=2 [four]\n"
	    "*B 1,0,0 x=4 [five]\n*A 1,0,0 x=5 [six]\n", 0);
}
END_TEST

START_TEST(wrapped_fields_are_split_at_blank_lines)
{
	args.wrapped = true;
	add_file("a", "doc\ttext\nA\tone\\ntwo\\r\\nthree\\n \\nfour\n");
	expect_rows("*A 1,0,0 [one two three]\nA 2,0,0 [four]\n", 0);
}
END_TEST

START_TEST(a_row_without_doc_and_par_is_a_document)
{
	add_file("a", "text\none\\ntwo\nthree\nbad\\x\nfour\n");
	expect_rows("*a:1 1,0,0 [one]\na:1 2,0,0 [two]\n*a:2 1,0,0 [three]\n*a:4 1,0,0 [four]\n", 1);
}
END_TEST

START_TEST(rows_with_par_alone_are_the_files_document)
{
	args.doc = "X\tY";
	add_file("a", "par\ttext\n1\tone\n2\ttwo\n");
	expect_rows("*X\\tY 1,0,0 [one]\nX\\tY 2,0,0 [two]\n", 0);
}
END_TEST

START_TEST(a_repeated_header_is_skipped)
{
	add_file("a", "doc\tpar\ttext\nA\t1\tx\ndoc\tpar\ttext\r\nA\t2\ty\n");
	expect_rows("*A 1,0,0 [x]\nA 2,0,0 [y]\n", 0);
}
END_TEST

START_TEST(columns_of_a_further_file_go_by_name)
{
	add_file("a", "doc\tpar\tk\ttext\nA\t1\tv\tx\n");
	add_file("b", "text\tk\tpar\tdoc\ny\tw\t1\tA\n");
	add_file("c", "text\tj\tpar\tdoc\ny\tw\t1\tA\n");
	add_file("d", "text\tk\tpar\tdoc\tz\ny\tw\t1\tA\tq\n");
	expect_rows("*A 1,0,0 k=v [x]\n*A 1,0,0 k=w [y]\n", 1);
}
END_TEST

START_TEST(text_after_a_table_is_left_out)
{
	add_file("a", "doc\tk\ttext\nA\tv\tx\n");
	add_file("b", "just text\n");
	expect_rows("*A 1,0,0 k=v [x]\n", 1);
}
END_TEST

START_TEST(malformed_rows_are_left_out)
{
	add_file("a", "doc\tpar\tstart\ttext\nA\t1\t0\tgood\nA\t1\t0\nA\t1\t0\tx\ty\nA\tone\t0\tx\nA\t1\t-1\tx\nA\t\t0\tx\nA\t2\t0\tbad\\\nA\t3\t4\tgood\n");
	expect_rows("*A 1,0,0 [good]\nA 3,0,4 [good]\n", 1);
}
END_TEST

START_TEST(numbers_that_are_none)
{
	add_file("a", "doc\tpar\tsent\tend\ttext\nA\t1\t1\t1\tx\nA\t1\t-1\t1\tx\nA\t1\t1\t1e\tx\n"
	    "A\t1234567890123456789\t1\t1\tx\n"
	    "A\t1\t1234567890123456789012345678901234567890123456789012345678901234567890\t1\tx\nA\t123456789012345678\t\t\ty\n");
	expect_rows("*A 1,1,0 sent=1 [x]\nA 123456789012345678,0,0 sent= [y]\n", 1);
}
END_TEST

/* A backslash N alone is a missing value, of the text too; with more beside it, it is no escape. */
START_TEST(a_missing_value_is_empty)
{
	add_file("a", "doc\tpar\tk\ttext\nA\t1\t\\N\tx\nA\t2\tv\t\\N\nA\t3\tv\t\\Nx\n");
	expect_rows("*A 1,0,0 k= [x]\nA 2,0,0 k=v []\n", 1);
}
END_TEST

START_TEST(returns_inside_a_line_are_bytes_of_it)
{
	add_file("a", "k\r\rj\tdoc\ttext\nv\rw\tA\tx\ry\r\n");
	expect_rows("*A 1,0,0 k\\r\\rj=v\\rw [x\\ry]\n", 0);
}
END_TEST

START_TEST(invalid_utf8_is_repaired)
{
	add_file("a", "text\na\xe2\x82\n");
	expect_rows("*a:1 1,0,0 [a\xef\xbf\xbd]\n", 0);
}
END_TEST

START_TEST(strict_stops_at_the_first_malformed_row)
{
	args.strict = true;
	add_file("a", "doc\tpar\ttext\nA\t1\tgood\nA\t1\nA\t2\tlost\n");
	expect_rows("*A 1,0,0 [good]\n", 1);
}
END_TEST

START_TEST(strict_stops_at_invalid_utf8_in_a_malformed_row)
{
	args.strict = true;
	add_file("a", "doc\ttext\nA\t\xff\tx\nA\ty\n");
	expect_rows("", 1);
}
END_TEST

START_TEST(fields_name_the_columns_of_what_has_no_header)
{
	args.fields = "doc,par,text";
	add_file("a", "A\t1\tx\nA\t2\ty\n");
	expect_rows("*A 1,0,0 [x]\nA 2,0,0 [y]\n", 0);
}
END_TEST

START_TEST(a_renamed_column_takes_the_place_of_another)
{
	args.text_column = "clean";
	add_file("a", "doc\ttext\tclean\nA\tx\ty\n");
	expect_rows("*A 1,0,0 [y]\n", 0);
}
END_TEST

START_TEST(a_renamed_id_takes_the_place_of_another)
{
	args.id_column = "url";
	add_file("a", "doc\turl\ttext\nA\tU\ty\n");
	expect_rows("*U 1,0,0 [y]\n", 0);
}
END_TEST

START_TEST(headers_that_will_not_do)
{
	args.format = FORMAT_TSV;
	add_file("a", "doc\tdoc\ttext\nA\tB\tx\n");
	add_file("b", "doc\tbody\nA\tx\n");
	add_file("c", "doc\tk\\o\ttext\nA\tB\tx\n");
	add_file("d", "doc\ttext\nA\tx\n");
	expect_rows("*A 1,0,0 [x]\n", 1);
}
END_TEST

START_TEST(headers_too_large_are_refused)
{
	args.max_document = 8;
	args.format = FORMAT_TSV;
	add_file("a", "doc\tcolumn\ttext\n");
	add_file("b", "text\nx\n");
	expect_rows("*b:1 1,0,0 [x]\n", 1);
}
END_TEST

START_TEST(a_header_may_be_wide)
{
	args.fields = "a,b,c,d,e,f,g,h,i,j,doc,par,text";
	add_file("a", "1\t2\t3\t4\t5\t6\t7\t8\t9\t10\tA\t1\tx\n");
	expect_rows("*A 1,0,0 a=1 b=2 c=3 d=4 e=5 f=6 g=7 h=8 i=9 j=10 [x]\n", 0);
}
END_TEST

START_TEST(an_empty_tsv_file_is_passed_over)
{
	args.format = FORMAT_TSV;
	add_file("a", "");
	add_file("b", "doc\ttext\nA\tx\n");
	expect_rows("*A 1,0,0 [x]\n", 0);
}
END_TEST

START_TEST(an_empty_line_is_an_empty_field)
{
	args.format = FORMAT_TSV;
	add_file("a", "\n\n");
	add_file("b", "text\n\nx\n");
	expect_rows("*b:2 1,0,0 [x]\n", 1);
}
END_TEST

START_TEST(another_column_may_end_a_document)
{
	struct row row;
	struct reader *r;
	int firsts = 0;

	add_file("a", "doc\tpar\tday\ttext\nA\t1\tmon\tx\nA\t2\tmon\ty\nA\t1\ttue\tz\n");
	r = reader_open(&args, "day", &report);
	while (reader_next(r, &row) == 1)
		firsts += row.first;
	ck_assert_int_eq(firsts, 2);
	reader_close(r);
}
END_TEST

Suite *
suite_reader_tsv(void)
{
	const TTest *const tests[] = {
		tsv_with_par_is_taken_as_it_stands, tsv_without_par_is_split, wrapped_fields_are_split_at_blank_lines,
		a_row_without_doc_and_par_is_a_document, rows_with_par_alone_are_the_files_document,
		a_repeated_header_is_skipped, columns_of_a_further_file_go_by_name, text_after_a_table_is_left_out,
		malformed_rows_are_left_out, numbers_that_are_none, a_missing_value_is_empty,
		returns_inside_a_line_are_bytes_of_it,
		invalid_utf8_is_repaired, strict_stops_at_the_first_malformed_row,
		strict_stops_at_invalid_utf8_in_a_malformed_row, fields_name_the_columns_of_what_has_no_header,
		a_renamed_column_takes_the_place_of_another, a_renamed_id_takes_the_place_of_another,
		headers_that_will_not_do, headers_too_large_are_refused, a_header_may_be_wide,
		an_empty_tsv_file_is_passed_over, an_empty_line_is_an_empty_field, another_column_may_end_a_document,
	};

	return reader_suite("reader_tsv", tests, sizeof(tests) / sizeof(tests[0]));
}
