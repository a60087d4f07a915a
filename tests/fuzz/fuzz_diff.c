#include "tests/fuzz/fuzz_tools.h"

static const struct choice choices[] = {
	{"-f tsv", "", PAIRS}, {"-f tsv", "-p", PAIRS}, {"-f tsv", "-s", SUMS}, {"-f tsv", "-g doc", PAIRS},
	{"-f tsv", "--spans", PAIRS}, {"-f tsv", "-p -e", ANYTHING}, {"-f tsv", "-o edited,only-b", PAIRS}, {"-f tsv", "-p -s", SUMS},
};
static const struct stage stages[] = {STAGE(diff_sources_main, choices)};

TARGET(stages)
