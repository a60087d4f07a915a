#include "tests/fuzz/fuzz_tools.h"

static const char *const options[] = {"-f tsv", "-f tsv -p", "-f tsv -s", "-f tsv -g doc", "-f tsv --spans", "-f tsv -p -e", "-f tsv -o edited,only-b", "-f tsv -p -s"};
static const struct stage stages[] = {STAGE(diff_sources_main, options)};

TARGET(stages)
