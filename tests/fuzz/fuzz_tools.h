/*
 * A target of one or more stages: TARGET(stages) defines it. The first byte of
 * the input chooses among each stage's options, the second the size of a read.
 */
#ifndef TESTS_FUZZ_FUZZ_TOOLS_H
#define TESTS_FUZZ_FUZZ_TOOLS_H

#include "tests/fuzz/harness.h"
#include "tests/fuzz/pieces.h"

/* How the input is read, what a tool is to do with it, and what its output then is to the rows that were read. */
struct choice {
	const char *input, *own;
	enum relation relation;
};

struct stage {
	int (*tool_main)(int, char **);
	const struct choice *choices;
	size_t n_choices;
};

/* Runs the stages, each on the output of the one before, whole and in chunks, and checks the rows of each. */
int run_stages(const struct stage *, size_t n, const uint8_t *data, size_t size);

int LLVMFuzzerTestOneInput(const uint8_t *, size_t);

#define TARGET(stages) \
	int \
	LLVMFuzzerTestOneInput(const uint8_t *data, size_t size) \
	{ \
		return run_stages(stages, sizeof(stages) / sizeof(stages[0]), data, size); \
	}

#define STAGE(tool_main, choices) {tool_main, choices, sizeof(choices) / sizeof(choices[0])}

#endif
