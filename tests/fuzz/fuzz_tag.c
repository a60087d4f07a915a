#include "tests/fuzz/fuzz_tools.h"

static const struct choice choices[] = {
	{"", "", SLICES}, {"", "-a", ALL}, {"", "-l de", SLICES}, {"", "--spans", SLICES}, {"", "--explain", SLICES}, {"-f tsv", "-a", ALL},
	{"", "-l de -a --spans", ALL}, {"", "-k scare,direct", SLICES},
};
static const struct stage stages[] = {STAGE(tag_quotes_main, choices)};

TARGET(stages)
