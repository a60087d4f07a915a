/* What the process gives up before it reads its first byte: a bug that hostile input finds must have nothing to reach for. */
#ifndef COMMON_SANDBOX_H
#define COMMON_SANDBOX_H

#include <stdbool.h>

/*
 * Gives up for good opening files to write, sockets and running programs, and
 * with no_open opening files to read as well; it may be called again to give up
 * that later. Linux: a seccomp filter; OpenBSD: pledge(2); elsewhere, or where
 * the kernel has none, nothing. Reading, writing and closing what is open, and
 * memory, go on. A forbidden call fails with EPERM.
 */
void sandbox_enter(bool no_open);

#endif
