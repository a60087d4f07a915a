#include "tests/fuzz/fuzz_tools.h"

static const char *const options[] = {"", "-a", "-l de", "--spans", "--explain", "-f tsv -a", "-l de -a --spans", "-k scare,direct"};
static const struct stage stages[] = {STAGE(tag_quotes_main, options)};

TARGET(stages)
