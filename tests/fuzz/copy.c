#include "tests/fuzz/copy.h"

#include "common/escape.h"
#include "common/filter.h"
#include "common/utf8.h"
#include "tests/fuzz/harness.h"

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

int
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
