/* strip-boilerplate | split-sentences | tag-quotes | diff-sources */
#include "tests/fuzz/fuzz_tools.h"

static const char *const strip[] = {"-f text", "-f tsv -a", "-f csv -m page"};
static const char *const split[] = {"", "-u"};
static const char *const tag[] = {"", "-a", "-l de"};
static const char *const diff[] = {"", "-p", "-p -s"};
static const struct stage stages[] = {
	STAGE(strip_boilerplate_main, strip), STAGE(split_sentences_main, split), STAGE(tag_quotes_main, tag),
	STAGE(diff_sources_main, diff),
};

TARGET(stages)
