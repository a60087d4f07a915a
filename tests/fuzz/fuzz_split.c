#include "tests/fuzz/fuzz_tools.h"

static const struct choice choices[] = {
	{"", "", ALL_BUT_SPACE}, {"", "-l de", ALL_BUT_SPACE}, {"", "-l zh -u", ALL_BUT_SPACE}, {"", "-u", ALL_BUT_SPACE},
	{"", "--explain", ALL_BUT_SPACE}, {"-f text -w", "", ALL_BUT_SPACE}, {"-f tsv", "", ALL_BUT_SPACE},
	{"", "-l xx", ALL_BUT_SPACE},
};
static const struct stage stages[] = {STAGE(split_sentences_main, choices)};

TARGET(stages)
