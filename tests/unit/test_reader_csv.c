#include <check.h>
#include <string.h>

#include "tests/unit/reader_files.h"

Suite *suite_reader_csv(void);

START_TEST(csv_fields_hold_anything)
{
	add_file("a.csv", "\xef\xbb\xbfid,\"a, b\",body\r\nA, padded ,\"one \"\"q\"\"\r\ntwo\\t\"\r\n\r\nB,\"x\ty\\\",z\r\nid,\"a, b\",body\r\nC,\\N,\n");
	args.text_column = "body";
	args.id_column = "id";
	expect_rows("*A 1,0,0 a, b= padded  [one \"q\"]\nA 2,0,0 a, b= padded  [two\\\\t]\n*B 1,0,0 a, b=x\\ty\\\\ [z]\n", 0);
}
END_TEST

START_TEST(a_csv_header_again_is_skipped)
{
	add_file("a.csv", "doc,par,text\nA,1,x\ndoc,par,text\ndoc,1,text\ndo,1,text\ndoc,1,texts\nd,2,a text\n");
	expect_rows("*A 1,0,0 [x]\n*doc 1,0,0 [text]\n*do 1,0,0 [text]\n*doc 1,0,0 [texts]\n*d 2,0,0 [a text]\n", 0);
}
END_TEST

START_TEST(csv_errors_lose_one_record)
{
	add_file("a.csv", "doc,text\nA,x\nB,a\"b\nC,y,z\nD,\"z\nw\"\nE,\"open\nF,x\n");
	expect_rows("*A 1,0,0 [x]\n*D 1,0,0 [z]\nD 2,0,0 [w]\n", 1);
}
END_TEST

/* The last record is given once, though no line end follows it. */
START_TEST(csv_may_end_without_a_line_end)
{
	args.fields = "doc,par,text";
	add_file("a.csv", ". ");
	add_file("b.csv", "A,1,x");
	expect_rows("*A 1,0,0 [x]\n", 1);
}
END_TEST

START_TEST(files_without_a_header)
{
	add_file("a.csv", "");
	add_file("b.CSV", "te\"xt\n");
	add_file("c.csv", ",\n");
	add_file("d.csv", "doc,text\nA,x\n");
	expect_rows("*A 1,0,0 [x]\n", 1);
}
END_TEST

START_TEST(csv_headers_too_large_are_refused)
{
	args.max_document = 8;
	add_file("a.csv", "doc,column,text\n");
	add_file("b.csv", "text\nx\n");
	expect_rows("*b.csv:1 1,0,0 [x]\n", 1);
}
END_TEST

START_TEST(a_csv_line_too_large_is_left_out)
{
	char line[4096];

	memset(line, 'x', sizeof(line));
	memcpy(line, "doc,text\nA,", 11);
	memcpy(line + sizeof(line) - 5, "\nB,y\n", 5);
	args.max_document = 1000;
	add_bytes("a.csv", line, sizeof(line));
	add_file("b.csv", "doc,text\nC,\"a\nb\"\n");
	expect_rows("*B 1,0,0 [y]\n*C 1,0,0 [a]\nC 2,0,0 [b]\n", 1);
}
END_TEST

START_TEST(a_csv_record_too_large_ends_its_file)
{
	args.max_document = 10;
	add_file("a.csv", "text\nx\n\"12345\n12345\n12345\"\ny\n");
	add_file("b.csv", "text\nz\n");
	expect_rows("*a.csv:1 1,0,0 [x]\n*b.csv:1 1,0,0 [z]\n", 1);
}
END_TEST

START_TEST(strict_stops_at_an_open_csv_mark)
{
	args.strict = true;
	add_file("a.csv", "text\nx\n\"y\n");
	add_file("b.csv", "text\nz\n");
	expect_rows("*a.csv:1 1,0,0 [x]\n", 1);
}
END_TEST

START_TEST(strict_stops_at_a_csv_record_too_large)
{
	args.strict = true;
	args.max_document = 10;
	add_file("a.csv", "text\nx\n\"12345\n12345\n12345\"\n");
	add_file("b.csv", "text\nz\n");
	expect_rows("*a.csv:1 1,0,0 [x]\n", 1);
}
END_TEST

START_TEST(a_directory_is_no_csv_or_tsv)
{
	args.format = FORMAT_CSV;
	add_operand("/");
	add_file("a", "text\nx\n");
	expect_rows("*a:1 1,0,0 [x]\n", 1);
}
END_TEST

Suite *
suite_reader_csv(void)
{
	const TTest *const tests[] = {
		csv_fields_hold_anything, a_csv_header_again_is_skipped, csv_errors_lose_one_record,
		csv_may_end_without_a_line_end, files_without_a_header, csv_headers_too_large_are_refused,
		a_csv_line_too_large_is_left_out, a_csv_record_too_large_ends_its_file, strict_stops_at_an_open_csv_mark,
		strict_stops_at_a_csv_record_too_large, a_directory_is_no_csv_or_tsv,
	};

	return reader_suite("reader_csv", tests, sizeof(tests) / sizeof(tests[0]));
}
