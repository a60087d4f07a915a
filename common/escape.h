/* The escapes of the stream: TAB, LF, CR and backslash as \t \n \r \\ (as PostgreSQL's COPY writes them). */
#ifndef COMMON_ESCAPE_H
#define COMMON_ESCAPE_H

#include <stdbool.h>
#include <stddef.h>

#include "common/buf.h"

/* Whether any of the len bytes at s is one that is written as an escape. */
bool escape_needed(const char *s, size_t len);

/* Appends the len bytes at s, escaped. Returns 0, or -1 as buf_reserve(). */
int escape_append(struct buf *, const char *s, size_t len);

/* Whether every backslash among the len bytes at s begins an escape. */
bool escape_valid(const char *s, size_t len);

/* Appends the len bytes at s, which escape_valid() holds for, unescaped. Returns 0, or -1 as buf_reserve(). */
int unescape_append(struct buf *, const char *s, size_t len);

#endif
