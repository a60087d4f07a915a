#include "tests/unit/reader_files.h"

#include <stdio.h>
#include <stdlib.h>
#include <string.h>

#include "common/escape.h"

static char folder[] = "/tmp/newsutils-reader-XXXXXX";
static char names[4][64], *files[4];

struct args args;
struct report report;

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
	args = (struct args){.files = files, .max_document = 1 << 20};
	report = (struct report){.error_status = 1};
	ck_assert_ptr_nonnull(freopen("/dev/null", "w", stderr));
}

void
add_operand(const char *operand)
{
	files[args.n_files] = names[args.n_files];
	ck_assert_uint_lt(strlcpy(files[args.n_files++], operand, sizeof(names[0])), sizeof(names[0]));
}

void
add_bytes(const char *name, const char *content, size_t len)
{
	char path[64];
	FILE *f;

	snprintf(path, sizeof(path), "%s/%s", folder, name);
	f = fopen(path, "w");
	ck_assert_ptr_nonnull(f);
	fwrite(content, 1, len, f);
	fclose(f);
	add_operand(path);
}

void
add_file(const char *name, const char *content)
{
	add_bytes(name, content, strlen(content));
}

void
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

void
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

Suite *
reader_suite(const char *name, const TTest *const *tests, size_t n)
{
	Suite *s = suite_create(name);
	TCase *t = tcase_create(name);

	tcase_add_unchecked_fixture(t, make_folder, remove_folder);
	tcase_add_checked_fixture(t, set_up, NULL);
	for (size_t i = 0; i < n; i++)
		tcase_add_test(t, tests[i]);
	suite_add_tcase(s, t);
	return s;
}
