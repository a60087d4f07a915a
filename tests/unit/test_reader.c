#include <check.h>
#include <pty.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <sys/wait.h>
#include <unistd.h>

#include "common/document.h"
#include "common/escape.h"
#include "common/reader.h"

Suite *suite_reader(void);

static char folder[] = "/tmp/newsutils-reader-XXXXXX";
static char names[4][64];
static char *files[4];
static size_t n_files;
static struct args args;
static struct report report;

/* The folder is made and removed outside the tests' processes: a reader gives up removing files. */
static void
make_folder(void)
{
	ck_assert_ptr_nonnull(mkdtemp(folder));
}

static void
remove_folder(void)
{
	char command[80];

	snprintf(command, sizeof(command), "rm -r %s", folder);
	ck_assert_int_eq(system(command), 0);
	strcpy(folder + strlen(folder) - 6, "XXXXXX");
}

/* The reader's messages go to a file, so that they do not clutter the runner's. */
static void
set_up(void)
{
	n_files = 0;
	args = (struct args){.max_document = 1 << 20};
	report = (struct report){.error_status = 1};
	ck_assert_ptr_nonnull(freopen("/dev/null", "w", stderr));
}

static void
add_bytes(const char *name, const char *content, size_t len)
{
	FILE *f;

	snprintf(names[n_files], sizeof(names[0]), "%s/%s", folder, name);
	f = fopen(names[n_files], "w");
	ck_assert_ptr_nonnull(f);
	fwrite(content, 1, len, f);
	fclose(f);
	files[n_files] = names[n_files];
	n_files++;
	args.files = files;
	args.n_files = n_files;
}

static void
add_file(const char *name, const char *content)
{
	add_bytes(name, content, strlen(content));
}

/* One row as a line: * where it begins a document, par, sent, start, the fields and the text, escaped. */
static void
print_row(struct buf *out, const struct row *row, const struct header *h)
{
	char numbers[128];
	const char *doc = memrchr(row->doc.data, '/', row->doc.len);
	int n = snprintf(numbers, sizeof(numbers), " %llu,%llu,%zu", (unsigned long long)row->par, (unsigned long long)row->sent, row->start);

	doc = doc == NULL ? row->doc.data : doc + 1;
	buf_append(out, row->first ? "*" : "", row->first);
	buf_append(out, doc, (size_t)(row->doc.data + row->doc.len - doc));
	buf_append(out, numbers, (size_t)n);
	for (size_t i = 0; i < h->n; i++) {
		buf_byte(out, ' ');
		buf_append(out, h->names[i], strlen(h->names[i]));
		buf_byte(out, '=');
		buf_append(out, row->fields[i].data, row->fields[i].len);
	}
	buf_append(out, " [", 2);
	escape_append(out, row->text.data, row->text.len);
	buf_append(out, "]\n", 2);
	ck_assert(row->plain == !escape_needed(row->text.data, row->text.len) || !row->plain);
}

/* All rows of the files, checked against what is expected, and the status. */
static void
expect_rows(const char *expected, int status)
{
	struct buf out = {0};
	struct reader *r = reader_open(&args, NULL, &report);
	struct row row;

	ck_assert_ptr_nonnull(r);
	while (reader_next(r, &row) == 1)
		print_row(&out, &row, reader_header(r));
	reader_close(r);
	buf_byte(&out, '\0');
	ck_assert_str_eq(out.data, expected);
	ck_assert_int_eq(report.status, status);
	buf_free(&out);
}

START_TEST(text_is_a_paragraph_a_line)
{
	add_file("a", "One.\n\n \t\nTwo\\ \ttabs.\r\nlast");
	add_file("b", "\xef\xbb\xbfother\n");
	expect_rows("*a 1,0,0 [One.]\na 2,0,0 [Two\\\\ \\ttabs.]\na 3,0,0 [last]\n*b 1,0,0 [other]\n", 0);
}
END_TEST

START_TEST(wrapped_text_ends_at_blank_lines)
{
	args.wrapped = true;
	add_file("a", "One\r\ntwo\nthree\n\n\nfour\n  \nfive");
	expect_rows("*a 1,0,0 [One two three]\na 2,0,0 [four]\na 3,0,0 [five]\n", 0);
}
END_TEST

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

START_TEST(malformed_rows_are_left_out)
{
	add_file("a", "doc\tpar\tstart\ttext\nA\t1\t0\tgood\nA\t1\t0\nA\t1\t0\tx\ty\nA\tone\t0\tx\nA\t1\t-1\tx\nA\t\t0\tx\nA\t2\t0\tbad\\\nA\t3\t4\tgood\n");
	expect_rows("*A 1,0,0 [good]\nA 3,0,4 [good]\n", 1);
}
END_TEST

START_TEST(strict_stops_at_the_first_malformed_row)
{
	args.strict = true;
	add_file("a", "doc\tpar\ttext\nA\t1\tgood\nA\t1\nA\t2\tlost\n");
	expect_rows("*A 1,0,0 [good]\n", 1);
}
END_TEST

START_TEST(strict_stops_at_invalid_utf8)
{
	args.strict = true;
	add_file("a", "good\nb\xff\nlost\n");
	expect_rows("*a 1,0,0 [good]\n", 1);
}
END_TEST

START_TEST(csv_fields_hold_anything)
{
	add_file("a.csv", "\xef\xbb\xbfid,\"a, b\",body\r\nA, padded ,\"one \"\"q\"\"\r\ntwo\\t\"\r\n\r\nB,\"x\ty\\\",z\r\nid,\"a, b\",body\r\nC,\\N,\n");
	args.text_column = "body";
	args.id_column = "id";
	expect_rows("*A 1,0,0 a, b= padded  [one \"q\"]\nA 2,0,0 a, b= padded  [two\\\\t]\n*B 1,0,0 a, b=x\\ty\\\\ [z]\n", 0);
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

START_TEST(a_line_too_large_is_left_out)
{
	char line[4096];

	memset(line, 'x', sizeof(line));
	memcpy(line, "a\n", 2);
	memcpy(line + sizeof(line) - 3, "\nb\n", 3);
	args.max_document = 1000;
	add_bytes("a", line, sizeof(line));
	expect_rows("*a 1,0,0 [a]\na 2,0,0 [b]\n", 1);
}
END_TEST

START_TEST(invalid_utf8_is_repaired)
{
	add_file("a", "text\na\xe2\x82\n");
	expect_rows("*a:1 1,0,0 [a\xef\xbf\xbd]\n", 0);
}
END_TEST

START_TEST(nul_bytes_pass)
{
	add_bytes("a", "a\0b\nc\n", 6);
	struct reader *r = reader_open(&args, NULL, &report);
	struct row row;

	ck_assert_int_eq(reader_next(r, &row), 1);
	ck_assert_uint_eq(row.text.len, 3);
	ck_assert_mem_eq(row.text.data, "a\0b", 3);
	reader_close(r);
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

/* Rows of a document stay whole after the FILE that they came from is closed. */
START_TEST(documents_are_gathered)
{
	struct document d = {0};
	struct reader *r;

	add_file("a", "doc\tpar\tk\tlang\ttext\nA\t1\tv\ten\tone\nA\t2\tw\tde\ttwo\\n\nB\t1\t\t\tthree\n");
	add_file("b", "doc\tpar\tk\tlang\ttext\nB\t1\tu\t\tfour\n");
	r = reader_open(&args, NULL, &report);
	ck_assert_int_eq(document_next(&d, r), 1);
	ck_assert_uint_eq(d.n, 2);
	ck_assert(slice_equal(d.rows[1].text, slice_of("two\n")));
	ck_assert(slice_equal(d.rows[1].fields[0], slice_of("w")));
	ck_assert(slice_equal(d.rows[1].lang, slice_of("de")));
	ck_assert(slice_equal(d.rows[1].doc, slice_of("A")));
	ck_assert_int_eq(document_next(&d, r), 1);
	ck_assert_uint_eq(d.n, 1);
	ck_assert_str_eq(d.rows[0].file, names[0]);
	ck_assert(slice_equal(d.rows[0].text, slice_of("three")));
	ck_assert_int_eq(document_next(&d, r), 1);
	ck_assert(slice_equal(d.rows[0].text, slice_of("four")));
	ck_assert_int_eq(document_next(&d, r), 0);
	reader_close(r);
	document_free(&d);
}
END_TEST

START_TEST(a_document_too_large_is_left_out)
{
	struct document d = {0};
	struct reader *r;

	args.max_document = 100;
	add_file("a", "doc\tpar\ttext\nA\t1\tThis is a text of some forty bytes or so.\nA\t2\tThis is a text of some forty bytes or so.\n"
	    "A\t3\tThis is a text of some forty bytes or so.\nB\t1\tshort\n");
	r = reader_open(&args, NULL, &report);
	ck_assert_int_eq(document_next(&d, r), 1);
	ck_assert(slice_equal(d.rows[0].text, slice_of("short")));
	ck_assert_int_eq(document_next(&d, r), 0);
	ck_assert_int_eq(report.status, 1);
	reader_close(r);
	document_free(&d);
}
END_TEST

START_TEST(a_header_may_be_wide)
{
	args.fields = "a,b,c,d,e,f,g,h,i,j,doc,par,text";
	add_file("a", "1\t2\t3\t4\t5\t6\t7\t8\t9\t10\tA\t1\tx\n");
	expect_rows("*A 1,0,0 a=1 b=2 c=3 d=4 e=5 f=6 g=7 h=8 i=9 j=10 [x]\n", 0);
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

START_TEST(an_empty_tsv_file_is_passed_over)
{
	args.format = FORMAT_TSV;
	add_file("a", "");
	add_file("b", "doc\ttext\nA\tx\n");
	expect_rows("*A 1,0,0 [x]\n", 0);
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

START_TEST(csv_headers_too_large_are_refused)
{
	args.max_document = 8;
	add_file("a.csv", "doc,column,text\n");
	add_file("b.csv", "text\nx\n");
	expect_rows("*b.csv:1 1,0,0 [x]\n", 1);
}
END_TEST

START_TEST(a_directory_is_left_out)
{
	strcpy(names[0], "/");
	files[0] = names[0];
	n_files = 1;
	add_file("a", "x\n");
	expect_rows("*a 1,0,0 [x]\n", 1);
}
END_TEST

START_TEST(a_directory_is_no_csv_or_tsv)
{
	args.format = FORMAT_CSV;
	strcpy(names[0], "/");
	files[0] = names[0];
	n_files = 1;
	add_file("a", "text\nx\n");
	expect_rows("*a:1 1,0,0 [x]\n", 1);
}
END_TEST

START_TEST(a_first_line_too_large_is_left_out)
{
	args.max_document = 8;
	add_file("a", "0123456789\nx\n");
	add_file("b", "\ny\n");
	expect_rows("*a 1,0,0 [x]\n*b 1,0,0 [y]\n", 1);
}
END_TEST

START_TEST(strict_stops_at_a_first_line_too_large)
{
	args.max_document = 8;
	args.strict = true;
	add_file("a", "0123456789\nx\n");
	add_file("b", "y\n");
	expect_rows("", 1);
}
END_TEST

START_TEST(a_renamed_id_takes_the_place_of_another)
{
	args.id_column = "url";
	add_file("a", "doc\turl\ttext\nA\tU\ty\n");
	expect_rows("*U 1,0,0 [y]\n", 0);
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

START_TEST(returns_inside_a_line_are_bytes_of_it)
{
	add_file("a", "k\r\rj\tdoc\ttext\nv\rw\tA\tx\ry\r\n");
	expect_rows("*A 1,0,0 k\\r\\rj=v\\rw [x\\ry]\n", 0);
}
END_TEST

START_TEST(a_csv_header_again_is_skipped)
{
	add_file("a.csv", "doc,par,text\nA,1,x\ndoc,par,text\ndoc,1,text\ndo,1,text\ndoc,1,texts\nd,2,a text\n");
	expect_rows("*A 1,0,0 [x]\n*doc 1,0,0 [text]\n*do 1,0,0 [text]\n*doc 1,0,0 [texts]\n*d 2,0,0 [a text]\n", 0);
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

START_TEST(a_csv_record_too_large_ends_its_file)
{
	args.max_document = 10;
	add_file("a.csv", "text\nx\n\"12345\n12345\n12345\"\ny\n");
	add_file("b.csv", "text\nz\n");
	expect_rows("*a.csv:1 1,0,0 [x]\n*b.csv:1 1,0,0 [z]\n", 1);
}
END_TEST

START_TEST(wrapped_text_too_large_is_left_out)
{
	args.wrapped = true;
	args.max_document = 10;
	add_file("a", "0123456789ab\n\n1234\n12345\n123456\n\nx\ny\n01234567890\n");
	add_file("b", "z\n01234567890\n");
	expect_rows("*a 1,0,0 [123456]\na 2,0,0 [x y]\n*b 1,0,0 [z]\n", 1);
}
END_TEST

START_TEST(strict_stops_at_invalid_utf8_in_a_malformed_row)
{
	args.strict = true;
	add_file("a", "doc\ttext\nA\t\xff\tx\nA\ty\n");
	expect_rows("", 1);
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

START_TEST(a_directory_is_no_text)
{
	struct document d = {0};
	struct reader *r;

	args.format = FORMAT_TEXT;
	add_file("a", "x\n");
	strcpy(names[1], "/");
	files[1] = names[1];
	args.n_files = 2;
	r = reader_open(&args, NULL, &report);
	ck_assert_int_eq(document_next(&d, r), 1);
	ck_assert_str_eq(d.rows[0].file, names[0]);
	ck_assert_int_eq(document_next(&d, r), 0);
	ck_assert_int_eq(report.status, 1);
	document_free(&d);
	reader_close(r);
}
END_TEST

START_TEST(text_after_a_table_is_left_out)
{
	add_file("a", "doc\tk\ttext\nA\tv\tx\n");
	add_file("b", "just text\n");
	expect_rows("*A 1,0,0 k=v [x]\n", 1);
}
END_TEST

/* Standard input gives this, and then fails, as a terminal does that is gone. */
static void
fail_after(const char *content)
{
	struct termios raw = {.c_cflag = CS8 | CREAD};
	int master, slave;

	ck_assert_int_eq(openpty(&master, &slave, NULL, &raw, NULL), 0);
	ck_assert_int_eq((int)write(slave, content, strlen(content)), (int)strlen(content));
	close(slave);
	dup2(master, STDIN_FILENO);
	close(master);
}

/* The FILEs begin with standard input. */
static void
begin_with_standard_input(void)
{
	strcpy(names[n_files], "-");
	files[n_files] = names[n_files];
	args.files = files;
	args.n_files = ++n_files;
}

START_TEST(a_document_without_its_end_is_left_out)
{
	static const struct { const char *content; size_t whole, max; } cases[] = {
		{"doc\tpar\ttext\nA\t1\t12345678901234567890\nA\t2\t12345678901234567890\nA\t3\tx\n", 0, 40},
		{"doc\tpar\ttext\nA\t1\tx\nB\t1\ty\n", 1, 0}, {"doc\tpar\ttext\nA\t1\tx\nB\t1\ty", 0, 0},
		{"doc\ttext\nA\tx\nB\t\n", 1, 0}, {"text\nx\ny\n", 2, 0},
	};
	struct document d;
	struct reader *r;

	for (size_t i = 0; i < sizeof(cases) / sizeof(cases[0]); i++) {
		pid_t child = fork();
		int status;

		if (child == 0) {
			fail_after(cases[i].content);
			begin_with_standard_input();
			args.format = FORMAT_TSV;
			if (cases[i].max != 0)
				args.max_document = cases[i].max;
			add_file("last", cases[i].max == 0 ? cases[i].content : "doc\tpar\ttext\nB\t1\tx\n");
			r = reader_open(&args, NULL, &report);
			d = (struct document){0};
			for (size_t k = 0; k < cases[i].whole; k++) {
				ck_assert_int_eq(document_next(&d, r), 1);
				ck_assert_str_eq(d.rows[0].file, "-");
			}
			ck_assert_int_eq(document_next(&d, r), 1);
			ck_assert_str_eq(d.rows[0].file, names[1]);
			ck_assert_int_eq(report.status, 1);
			document_free(&d);
			reader_close(r);
			exit(0);
		}
		ck_assert_int_eq(waitpid(child, &status, 0), child);
		ck_assert_int_eq(status, 0);
	}
}
END_TEST

/* The maximum falls into the name of the FILE, then the id, the language, the text, a field. */
START_TEST(documents_too_large_by_any_part)
{
	struct document d = {0};
	struct reader *r;
	size_t whole;

	args.n_files = 0;
	add_file("a", "doc\tpar\tk\tlang\ttext\nAaaaa\t1\tkkkkk\ten\tttttt\nAaaaa\t2\tkkkkk\ten\tttttt\n");
	whole = strlen(names[0]) + 1 + 5 + 2 * (2 + 5 + 5 + 2);
	for (args.max_document = 25; args.max_document < whole + 3; args.max_document++) {
		int status;
		pid_t child = fork();

		if (child == 0) {
			r = reader_open(&args, NULL, &report);
			ck_assert_int_eq(document_next(&d, r), args.max_document >= whole);
			reader_close(r);
			document_free(&d);
			exit(0);
		}
		ck_assert_int_eq(waitpid(child, &status, 0), child);
		ck_assert_int_eq(status, 0);
	}
}
END_TEST

/* Writes content into a pipe step bytes at a time, and reads the pipe. */
static void
read_in_steps(const char *content, size_t len, size_t step, struct buf *out)
{
	char *standard_input[] = {(char[]){"-"}};
	struct reader *r;
	struct row row;
	int ends[2];
	pid_t child;

	ck_assert_int_eq(pipe(ends), 0);
	child = fork();
	if (child == 0) {
		for (size_t i = 0; i < len; i += step)
			if (write(ends[1], content + i, len - i < step ? len - i : step) == -1)
				_exit(1);
		_exit(0);
	}
	close(ends[1]);
	dup2(ends[0], STDIN_FILENO);
	close(ends[0]);
	args.files = standard_input;
	args.n_files = 1;
	out->len = 0;
	r = reader_open(&args, NULL, &report);
	while (reader_next(r, &row) == 1)
		print_row(out, &row, reader_header(r));
	reader_close(r);
	waitpid(child, NULL, 0);
}

/* A process for each step, since a reader gives up what a second one would need. */
START_TEST(chunks_change_nothing)
{
	static const char content[] = "\xef\xbb\xbf" "doc\tk\ttext\r\nA\t\\N\tone\\n\xe2\x80\x9ctwo\xe2\x80\x9d\r\nA\tv\tthr\xf0\x9f\x98" "ee\n\nB\tx\\\\\tz\n"
	    "doc\tk\ttext\nC\ty\tlast";
	static const char expected[] = "*A 1,0,0 k= [one]\nA 2,0,0 k= [\xe2\x80\x9ctwo\xe2\x80\x9d]\nA 3,0,0 k=v [thr\xef\xbf\xbd" "ee]\n"
	    "*B 1,0,0 k=x\\\\ [z]\n*C 1,0,0 k=y [last]\n";
	struct buf out = {0};
	int status;

	for (size_t step = 1; step <= sizeof(content); step += step < 12 ? 1 : 40) {
		pid_t child = fork();

		if (child == 0) {
			read_in_steps(content, sizeof(content) - 1, step, &out);
			_exit(!slice_equal((struct slice){out.data, out.len}, slice_of(expected)));
		}
		ck_assert_int_eq(waitpid(child, &status, 0), child);
		ck_assert_int_eq(status, 0);
	}
}
END_TEST

Suite *
suite_reader(void)
{
	const TTest *const tests[] = {
		text_is_a_paragraph_a_line, wrapped_text_ends_at_blank_lines, tsv_with_par_is_taken_as_it_stands,
		tsv_without_par_is_split, wrapped_fields_are_split_at_blank_lines, a_row_without_doc_and_par_is_a_document,
		rows_with_par_alone_are_the_files_document, a_repeated_header_is_skipped, columns_of_a_further_file_go_by_name,
		malformed_rows_are_left_out, strict_stops_at_the_first_malformed_row, strict_stops_at_invalid_utf8,
		csv_fields_hold_anything, csv_errors_lose_one_record, csv_may_end_without_a_line_end, a_csv_line_too_large_is_left_out, fields_name_the_columns_of_what_has_no_header,
		a_renamed_column_takes_the_place_of_another, headers_that_will_not_do, a_line_too_large_is_left_out,
		invalid_utf8_is_repaired, nul_bytes_pass, another_column_may_end_a_document, documents_are_gathered,
		a_document_too_large_is_left_out, a_document_without_its_end_is_left_out, chunks_change_nothing,
		a_header_may_be_wide, files_without_a_header, an_empty_tsv_file_is_passed_over, headers_too_large_are_refused,
		csv_headers_too_large_are_refused, a_directory_is_left_out, a_directory_is_no_csv_or_tsv,
		a_first_line_too_large_is_left_out, strict_stops_at_a_first_line_too_large,
		a_renamed_id_takes_the_place_of_another, numbers_that_are_none, returns_inside_a_line_are_bytes_of_it,
		a_csv_header_again_is_skipped, strict_stops_at_an_open_csv_mark, strict_stops_at_a_csv_record_too_large,
		a_csv_record_too_large_ends_its_file, wrapped_text_too_large_is_left_out,
		strict_stops_at_invalid_utf8_in_a_malformed_row, text_after_a_table_is_left_out, an_empty_line_is_an_empty_field,
		a_directory_is_no_text, documents_too_large_by_any_part,
	};
	Suite *s = suite_create("reader");
	TCase *t = tcase_create("reader");

	tcase_add_unchecked_fixture(t, make_folder, remove_folder);
	tcase_add_checked_fixture(t, set_up, NULL);
	for (size_t i = 0; i < sizeof(tests) / sizeof(tests[0]); i++)
		tcase_add_test(t, tests[i]);
	suite_add_tcase(s, t);
	return s;
}
