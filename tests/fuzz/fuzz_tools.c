#include "tests/fuzz/fuzz_tools.h"

#include <stdio.h>
#include <stdlib.h>

/* The value of a whole-number field, or -1 where it is empty. */
static long long
field_number(struct slice s)
{
	char digits[24];

	if (s.len == 0 || s.len >= sizeof(digits))
		return -1;
	memcpy(digits, s.data, s.len);
	digits[s.len] = '\0';
	return strtoll(digits, NULL, 10);
}

/* The length of a field once it is unescaped. */
static size_t
unescaped_length(struct slice s)
{
	size_t n = 0;

	for (size_t i = 0; i < s.len; i++, n++)
		if (s.data[i] == '\\')
			i++;
	return n;
}

static size_t
split(struct slice line, struct slice *fields, size_t max)
{
	size_t n = 0, begin = 0;

	for (size_t i = 0; i <= line.len && n < max; i++)
		if (i == line.len || line.data[i] == '\t') {
			fields[n++] = (struct slice){line.data + begin, i - begin};
			begin = i + 1;
		}
	return n;
}

static size_t
find(const struct slice *names, size_t n, const char *name)
{
	size_t i = 0;

	while (i < n && !slice_equal(names[i], slice_of(name)))
		i++;
	return i;
}

/* Where a table has start, end and text, end - start is the text's length. */
static void
require_offsets(const struct buf *out)
{
	enum { MOST = 64 };
	struct slice names[MOST], fields[MOST], line;
	size_t n = 0, start = 0, end = 0, text = 0;
	const char *p = out->data, *stop = p + out->len;

	for (bool first = true; p < stop; p += line.len + 1, first = false) {
		line = (struct slice){p, (size_t)((const char *)memchr(p, '\n', (size_t)(stop - p)) - p)};
		if (first) {
			n = split(line, names, MOST);
			start = find(names, n, "start");
			end = find(names, n, "end");
			text = find(names, n, "text");
			if (n == MOST || start == n || end == n || text == n)
				return;
			continue;
		}
		REQUIRE(split(line, fields, MOST) == n);
		REQUIRE(field_number(fields[end]) - field_number(fields[start]) == (long long)unescaped_length(fields[text]));
	}
}

int
run_stages(const struct stage *stages, size_t n, const uint8_t *data, size_t size)
{
	struct buf in = {0}, whole = {0}, chunked = {0}, swap;
	size_t choice, chunk;

	if (size < 2)
		return 0;
	choice = data[0];
	chunk = 1u + data[1];
	REQUIRE(buf_append(&in, data + 2, size - 2) == 0);
	for (size_t i = 0; i < n; i++) {
		const char *options = stages[i].options[choice % stages[i].n_options];
		int status = run_tool(stages[i].tool_main, options, in.data, in.len, 0, &whole);

		if (status == 2)
			break;
		require_rows(&whole);
		require_offsets(&whole);
		REQUIRE(run_tool(stages[i].tool_main, options, in.data, in.len, chunk, &chunked) == status);
		REQUIRE(slice_equal((struct slice){whole.data, whole.len}, (struct slice){chunked.data, chunked.len}));
		swap = in;
		in = whole;
		whole = swap;
	}
	buf_free(&in);
	buf_free(&whole);
	buf_free(&chunked);
	return 0;
}
