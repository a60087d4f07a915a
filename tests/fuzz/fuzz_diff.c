#include "tests/fuzz/fuzz_tools.h"

static const struct choice choices[] = {
	{"-f tsv", "", ANYTHING}, {"-f tsv", "-p", ANYTHING}, {"-f tsv", "-s", SUMS}, {"-f tsv", "-g doc", ANYTHING},
	{"-f tsv", "--spans", ANYTHING}, {"-f tsv", "-p -e", ANYTHING}, {"-f tsv", "-o edited,only-b", ANYTHING}, {"-f tsv", "-p -s", SUMS},
};
static const struct stage stages[] = {STAGE(diff_sources_main, choices)};

TARGET(stages)
