/* strip-boilerplate | split-sentences | tag-quotes | diff-sources */
#include "tests/fuzz/fuzz_tools.h"

static const struct choice strip[] = {{"-f text", "", SLICES}, {"-f tsv", "-a", ALL_BUT_SPACE}, {"-f csv", "-m page", SLICES}};
static const struct choice split[] = {{"", "", ALL_BUT_SPACE}, {"", "-u", ALL_BUT_SPACE}};
static const struct choice tag[] = {{"", "", SLICES}, {"", "-a", ALL}, {"", "-l de", SLICES}};
static const struct choice diff[] = {{"", "", PAIRS}, {"", "-p", PAIRS}, {"", "-p -s", SUMS}};
static const struct stage stages[] = {
	STAGE(strip_boilerplate_main, strip), STAGE(split_sentences_main, split), STAGE(tag_quotes_main, tag),
	STAGE(diff_sources_main, diff),
};

TARGET(stages)
