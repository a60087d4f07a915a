/* strip-boilerplate | split-sentences | diff-sources */
#include "tests/fuzz/fuzz_tools.h"

static const char *const strip[] = {"-f tsv", "-f text", "-f tsv -a"};
static const char *const split[] = {"", "-u"};
static const char *const diff[] = {"", "-p", "--spans", "-p -s"};
static const struct stage stages[] = {
	STAGE(strip_boilerplate_main, strip), STAGE(split_sentences_main, split), STAGE(diff_sources_main, diff),
};

TARGET(stages)
