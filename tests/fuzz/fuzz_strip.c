#include "tests/fuzz/fuzz_tools.h"

static const char *const options[] = {"", "-m page", "-a", "--explain", "-f tsv -j", "-m page -a -T 0.3", "-f text -w", "-f csv", "-f tsv --fingerprints"};
static const struct stage stages[] = {STAGE(strip_boilerplate_main, options)};

TARGET(stages)
