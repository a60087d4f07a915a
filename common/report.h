/* Messages to standard error, and the exit status that they lead to. */
#ifndef COMMON_REPORT_H
#define COMMON_REPORT_H

#include <stddef.h>

struct report {
	int status;	/* 0, or what report_error() set */
	int error_status; /* 1, or 2 for a tool whose errors end in another status */
};

/*
 * Prints "tool: file:line: cause" with the cause in printf style; file may be
 * NULL and line 0, which leaves them out. Control bytes are made visible as
 * \xHH. report_error() also sets status to error_status.
 */
void report_error(struct report *, const char *file, size_t line, const char *fmt, ...)
    __attribute__((format(printf, 4, 5)));
void report_warning(struct report *, const char *file, size_t line, const char *fmt, ...)
    __attribute__((format(printf, 4, 5)));

#endif
