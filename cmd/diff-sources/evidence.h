/* What tells a person who followed whom: figures over all documents of a group. */
#ifndef DIFF_EVIDENCE_H
#define DIFF_EVIDENCE_H
#include "cmd/diff-sources/compare.h"
#include "cmd/diff-sources/output.h"
int evidence_of_group(struct output *, struct comparison *, const struct article_columns *, const struct article *articles, size_t n);
#endif
