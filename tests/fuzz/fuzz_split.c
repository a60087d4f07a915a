#include "tests/fuzz/fuzz_tools.h"

static const char *const options[] = {"", "-l de", "-l zh -u", "-u", "--explain", "-f text -w", "-f tsv", "-l xx"};
static const struct stage stages[] = {STAGE(split_sentences_main, options)};

TARGET(stages)
