/* strip-boilerplate | split-sentences | diff-sources */
#include "tests/fuzz/fuzz_tools.h"

static const struct choice strip[] = {{"-f tsv", "", SLICES}, {"-f text", "", SLICES}, {"-f tsv", "-a", ALL_BUT_SPACE}};
static const struct choice split[] = {{"", "", ALL_BUT_SPACE}, {"", "-u", ALL_BUT_SPACE}};
static const struct choice diff[] = {{"", "", PAIRS}, {"", "-p", PAIRS}, {"", "--spans", PAIRS}, {"", "-p -s", SUMS}};
static const struct stage stages[] = {
	STAGE(strip_boilerplate_main, strip), STAGE(split_sentences_main, split), STAGE(diff_sources_main, diff),
};

TARGET(stages)
