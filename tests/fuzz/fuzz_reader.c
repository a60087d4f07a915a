/*
 * The reader in each format: rows keep the reader's promises, chunked input
 * gives the same rows as whole input, and rows written as TSV and read again
 * are the same rows. The first byte chooses the format and the options, the
 * second the size of a read.
 */
#include <stdio.h>
#include <unistd.h>

#include "common/escape.h"
#include "common/filter.h"
#include "common/utf8.h"
#include "tests/fuzz/harness.h"

int LLVMFuzzerTestOneInput(const uint8_t *, size_t);

static const char *const own[] = {"doc", "par", "start", "end", "text"};

static const char *
no_option(void *self, int letter, const char *argument)
{
	(void)self;
	(void)letter;
	return argument;
}

static void
check_row(const struct row *row, const struct header *h)
{
	REQUIRE(utf8_valid_prefix(row->text.data, row->text.len) == row->text.len);
	REQUIRE(!row->plain || !escape_needed(row->text.data, row->text.len));
	REQUIRE(escape_valid(row->doc.data, row->doc.len));
	for (size_t i = 0; i < h->n; i++)
		REQUIRE(escape_valid(row->fields[i].data, row->fields[i].len));
}

/* A tool that writes its rows as they came. */
static int
copy_main(int argc, char **argv)
{
	static const struct command command = {"copy", "Copies rows.", NULL, 0, no_option};
	struct filter f;
	struct row row;

	if (!filter_args(&f, &command, NULL, argc, argv) || !filter_reader(&f, NULL) || !filter_writer(&f, own, 5, true))
		return f.report.status;
	while (reader_next(f.reader, &row) == 1) {
		struct value v[] = {value_field(row.doc), value_number(row.par), value_number(row.start),
		    value_number(row.start + row.text.len), value_slice(&row, 0, row.text.len)};

		check_row(&row, reader_header(f.reader));
		writer_row(&f.writer, v, row.fields);
	}
	return filter_close(&f);
}

int
LLVMFuzzerTestOneInput(const uint8_t *data, size_t size)
{
	static const char *const options[] = {
		"-f text", "-f tsv", "-f csv", "-f auto", "-f text -w", "-f tsv -w", "-f csv -w", "-f tsv --strict",
		"-f csv --strict", "-f text --max-document 100", "-f tsv --max-document 100", "-f csv --max-document 100",
		"-f tsv -t body -i id", "-f csv -F doc,par,text", "-f tsv -F text,x,sent", "",
	};
	struct buf whole = {0}, other = {0};
	const char *chosen, *input;
	int status;

	if (size < 2)
		return 0;
	chosen = options[data[0] % 16];
	input = (const char *)data + 2;
	size -= 2;
	status = run_tool(copy_main, chosen, input, size, 0, &whole);
	if (status != 2)
		require_rows(&whole);
	REQUIRE(run_tool(copy_main, chosen, input, size, 1u + data[1], &other) == status);
	REQUIRE(slice_equal((struct slice){whole.data, whole.len}, (struct slice){other.data, other.len}));
	if (status == 0) {
		REQUIRE(run_tool(copy_main, "-f tsv", whole.data, whole.len, 0, &other) == 0);
		REQUIRE(slice_equal((struct slice){whole.data, whole.len}, (struct slice){other.data, other.len}));
	}
	buf_free(&whole);
	buf_free(&other);
	return 0;
}
