#include "tests/fuzz/fuzz_tools.h"

static const struct choice choices[] = {
	{"", "", SLICES}, {"", "-m page", SLICES}, {"", "-a", ALL_BUT_SPACE}, {"", "--explain", ALL_BUT_SPACE}, {"-f tsv", "-j", ANYTHING},
	{"", "-m page -a -T 0.3", ALL_BUT_SPACE}, {"-f text -w", "", SLICES}, {"-f csv", "", SLICES},
	{"-f tsv", "--fingerprints", ANYTHING},
};
static const struct stage stages[] = {STAGE(strip_boilerplate_main, choices)};

TARGET(stages)
