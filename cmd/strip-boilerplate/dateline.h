/* Lines that are a date, or a short text beside one: bylines, stamps of comments, entries of link lists. */
#ifndef STRIP_DATELINE_H
#define STRIP_DATELINE_H

#include <stdbool.h>
#include <stddef.h>

#include "cmd/strip-boilerplate/scan.h"

/* Whether the paragraph of len bytes, whose shape is given, is such a line. Constant time. */
bool dateline(const char *text, size_t len, const struct shape *);

#endif
