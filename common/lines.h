/* Physical lines out of a file: large reads, BOM, CRLF, invalid UTF-8. */
#ifndef COMMON_LINES_H
#define COMMON_LINES_H

#include <stdbool.h>
#include <stddef.h>
#include <stdint.h>

#include "common/buf.h"

/* The next place of a byte in a block, so that no byte is looked at twice. */
struct seek {
	size_t at;	/* where it stands, if found; else how far there is none */
	bool found;
};

/* Lines of one file. Zero-initialise it; the memory is used again for the next file. */
struct lines {
	size_t number;		/* of the last line given, from 1 */
	size_t invalid;		/* ill-formed sequences replaced so far in this file */
	bool escapes;		/* the last line given holds a CR or a backslash */
	uint64_t bytes;		/* read so far, of all files */
	size_t max;		/* the longest line to hold, in bytes */

	/* private */
	int fd;
	bool end, skipping;
	int peeked;		/* what lines_peek() returned that comes again, or 0 */
	struct buf block, repaired;
	size_t begin, scanned;	/* of the block: where the line begins, how much of it holds no LF */
	size_t valid;		/* of the block: how far it is known to be well-formed */
	struct seek returns, backslashes;
	struct slice line;
	size_t terminator;
};

/* Starts on the file open at fd, which stays the caller's to close. */
void lines_open(struct lines *, int fd);

/*
 * Finds the next line: *line is its bytes, repaired, without the LF or CRLF
 * that ends it; *terminator is the length of that, 0 to 2. It stays until the
 * next call. A BOM at the file's start is skipped. Returns 1, 0 at the end of
 * the file, or -1 with errno: EFBIG for a line longer than max, which is
 * skipped so that the next call goes on behind it; anything else ends the file.
 */
int lines_next(struct lines *, struct slice *line, size_t *terminator);

/* As lines_next() without the terminator, but the next call tells of the same line again, of one too long as well. */
int lines_peek(struct lines *, struct slice *line);

void lines_free(struct lines *);

#endif
