#include "cmd/diff-sources/flags.h"
#include <stdlib.h>
const char *const flag_names[FLAGS_N] = {"number", "name", "negation", "quotation", "attribution", "spelling", "punctuation", "wording"};
int flags_find(struct flagger *f, const struct change *c, unsigned *flags) { (void)f; (void)c; *flags = 0; return 0; }
unsigned flags_of_speakers(struct slice a, struct slice b) { (void)a; (void)b; return 0; }
void flagger_free(struct flagger *f) { free(f->numbers); }
