#include "common/progress.h"

#include <inttypes.h>
#include <stdio.h>
#include <stdlib.h>
#include <unistd.h>

static double
seconds(struct timespec from, struct timespec to)
{
	return (double)(to.tv_sec - from.tv_sec) + (double)(to.tv_nsec - from.tv_nsec) / 1e9;
}

void
progress_open(struct progress *p, bool asked)
{
	*p = (struct progress){.on = asked || isatty(STDERR_FILENO), .shown = asked};
	clock_gettime(CLOCK_MONOTONIC, &p->begun);
	p->last = p->begun;
}

static void
show(const struct progress *p, uint64_t bytes, struct timespec now, const char *end)
{
	double elapsed = seconds(p->begun, now);

	fprintf(stderr, "\r%s: %.1f MB, %" PRIu64 " documents, %.1f MB/s%s", getprogname(), (double)bytes / 1e6,
	    p->documents, elapsed > 0 ? (double)bytes / 1e6 / elapsed : 0, end);
}

void
progress_tick(struct progress *p, uint64_t bytes)
{
	struct timespec now;

	if (!p->on || bytes == p->bytes)
		return;
	p->bytes = bytes;
	clock_gettime(CLOCK_MONOTONIC, &now);
	if (seconds(p->last, now) < 0.5 || (!p->shown && seconds(p->begun, now) < 2))
		return;
	p->last = now;
	p->shown = true;
	show(p, bytes, now, "");
}

void
progress_close(struct progress *p, uint64_t bytes)
{
	struct timespec now;

	if (!p->on || !p->shown)
		return;
	clock_gettime(CLOCK_MONOTONIC, &now);
	show(p, bytes, now, "\n");
	p->on = false;
}
