/*
 * The reader in each format: rows keep the reader's promises, chunked input
 * gives the same rows as whole input, and rows written as TSV and read again
 * are the same rows. The first byte chooses the format and the options, the
 * second the size of a read.
 */
#include "tests/fuzz/copy.h"
#include "tests/fuzz/harness.h"

int LLVMFuzzerTestOneInput(const uint8_t *, size_t);

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
