/* A meter on standard error: bytes and documents read, and the rate. */
#ifndef COMMON_PROGRESS_H
#define COMMON_PROGRESS_H

#include <stdbool.h>
#include <stdint.h>
#include <time.h>

struct progress {
	bool on, shown;
	uint64_t documents, bytes;	/* bytes as of the last tick */
	struct timespec begun, last;
};

/* Starts the meter: asked for, or else shown only on a terminal and in a run of over two seconds. */
void progress_open(struct progress *, bool asked);

/* Shows the meter where half a second has gone by. Cheap where bytes is as it was. */
void progress_tick(struct progress *, uint64_t bytes);

/* Shows the last figures and ends the line, if any were shown or asked for. */
void progress_close(struct progress *, uint64_t bytes);

#endif
