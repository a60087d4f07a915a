#include "common/lines.h"

#include <errno.h>
#include <poll.h>
#include <unistd.h>

#include "common/utf8.h"

enum { READ_SIZE = 128 * 1024 };

void
lines_open(struct lines *l, int fd)
{
	l->fd = fd;
	l->number = l->invalid = 0;
	l->block.len = l->begin = l->scanned = 0;
	l->end = l->skipping = false;
	l->peeked = 0;
}

/* Reads once, waiting where the descriptor does not block. Returns as read(2). */
static ssize_t
read_some(int fd, char *data, size_t size)
{
	struct pollfd p = {.fd = fd, .events = POLLIN};
	ssize_t n;

	while ((n = read(fd, data, size)) == -1) {
		if (errno == EAGAIN)
			poll(&p, 1, -1);
		else if (errno != EINTR)
			return -1;
	}
	return n;
}

/* Reads more behind what the block holds, moving the begun line to its front. Returns 0, or -1 with errno. */
static int
fill(struct lines *l)
{
	size_t kept = l->block.len - l->begin;
	ssize_t n;

	if (l->begin != 0) {
		memmove(l->block.data, l->block.data + l->begin, kept);
		l->block.len = kept;
		l->begin = 0;
	}
	if (buf_reserve(&l->block, kept == 0 ? READ_SIZE : READ_SIZE / 2) == -1)
		return -1;
	n = l->block.cap - l->block.len < READ_SIZE ? (ssize_t)(l->block.cap - l->block.len) : READ_SIZE;
	n = read_some(l->fd, l->block.data + l->block.len, (size_t)n);
	if (n == -1)
		return -1;
	if (n == 0)
		l->end = true;
	l->block.len += (size_t)n;
	l->bytes += (uint64_t)n;
	return 0;
}

/* Finds the next line's bytes as they stand, LF included. Returns as lines_next(). */
static int
next_raw(struct lines *l, struct slice *raw)
{
	const char *lf;
	size_t len;

	for (;;) {
		len = l->block.len - l->begin;
		lf = len == l->scanned ? NULL :
		    memchr(l->block.data + l->begin + l->scanned, '\n', len - l->scanned);
		if (lf != NULL)
			len = (size_t)(lf - (l->block.data + l->begin)) + 1;
		else if (!l->end && len <= l->max) {
			l->scanned = len;
			if (fill(l) == -1) {
				l->end = true;
				l->block.len = l->begin = l->scanned = 0;
				return -1;
			}
			continue;
		}
		if (lf == NULL && len == 0 && !l->skipping)
			return 0;
		*raw = (struct slice){l->block.data + l->begin, len};
		l->begin += len;
		l->scanned = 0;
		if (len <= l->max && !l->skipping)
			return 1;
		/* Too long: what has come is dropped, and the rest of the line after it. */
		l->skipping = lf == NULL && !l->end;
		if (!l->skipping) {
			errno = EFBIG;
			return -1;
		}
	}
}

static int
next_line(struct lines *l)
{
	struct slice raw;
	int got = next_raw(l, &raw);

	if (got == 1 || (got == -1 && errno == EFBIG))
		l->number++;
	if (got != 1)
		return got;
	if (l->number == 1 && raw.len >= 3 && memcmp(raw.data, "\xef\xbb\xbf", 3) == 0) {
		raw.data += 3;
		raw.len -= 3;
	}
	l->terminator = 0;
	if (raw.len > 0 && raw.data[raw.len - 1] == '\n')
		l->terminator = raw.len > 1 && raw.data[raw.len - 2] == '\r' ? 2 : 1;
	if (utf8_valid_prefix(raw.data, raw.len) != raw.len) {
		l->repaired.len = 0;
		if (utf8_repair(&l->repaired, raw.data, raw.len, &l->invalid) == -1)
			return -1;
		raw = (struct slice){l->repaired.data, l->repaired.len};
	}
	l->line = (struct slice){raw.data, raw.len - l->terminator};
	return 1;
}

int
lines_peek(struct lines *l, struct slice *line)
{
	int got = l->peeked != 0 ? l->peeked : next_line(l);

	if (got == -1 && l->peeked != 0)
		errno = EFBIG;
	l->peeked = got == 1 || (got == -1 && errno == EFBIG) ? got : 0;
	*line = got == 1 ? l->line : (struct slice){"", 0};
	return got;
}

int
lines_next(struct lines *l, struct slice *line, size_t *terminator)
{
	int got = lines_peek(l, line);

	l->peeked = 0;
	*terminator = l->terminator;
	return got;
}

void
lines_free(struct lines *l)
{
	buf_free(&l->block);
	buf_free(&l->repaired);
}
