#include "tests/fuzz/fuzz_tools.h"

#include <stdio.h>

#include "tests/fuzz/copy.h"

int
run_stages(const struct stage *stages, size_t n, const uint8_t *data, size_t size)
{
	struct buf in = {0}, read = {0}, whole = {0}, chunked = {0}, swap;
	char options[128];

	if (size < 2)
		return 0;
	REQUIRE(buf_append(&in, data + 2, size - 2) == 0);
	for (size_t i = 0; i < n; i++) {
		const struct choice *c = &stages[i].choices[data[0] % stages[i].n_choices];
		int status;

		snprintf(options, sizeof(options), "%s %s", c->input, c->own);
		status = run_tool(stages[i].tool_main, options, in.data, in.len, 0, &whole);
		if (status == 2)
			break;
		require_rows(&whole);
		run_tool(copy_main, c->input, in.data, in.len, 0, &read);
		require_relation(c->relation, &read, &whole);
		REQUIRE(run_tool(stages[i].tool_main, options, in.data, in.len, 1u + data[1], &chunked) == status);
		REQUIRE(slice_equal((struct slice){whole.data, whole.len}, (struct slice){chunked.data, chunked.len}));
		swap = in;
		in = whole;
		whole = swap;
	}
	buf_free(&in);
	buf_free(&read);
	buf_free(&whole);
	buf_free(&chunked);
	return 0;
}
