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
	l->block.len = l->begin = l->scanned = l->valid = 0;
	l->returns = l->backslashes = (struct seek){0};
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

/* The block's first n bytes go. */
static void
drop(struct lines *l, size_t n)
{
	struct seek *const seeks[] = {&l->returns, &l->backslashes};

	memmove(l->block.data, l->block.data + n, l->block.len - n);
	l->block.len -= n;
	l->begin -= n;
	l->valid -= l->valid < n ? l->valid : n;
	for (size_t i = 0; i < sizeof(seeks) / sizeof(seeks[0]); i++) {
		seeks[i]->found = seeks[i]->found && seeks[i]->at >= n;
		seeks[i]->at -= seeks[i]->at < n ? seeks[i]->at : n;
	}
}

/* Reads more behind what the block holds, moving the begun line to its front. Returns 0, or -1 with errno. */
static int
fill(struct lines *l)
{
	size_t kept = l->block.len - l->begin;
	ssize_t n;

	if (l->begin != 0)
		drop(l, l->begin);
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

/* Whether the bytes [begin, end) of the block hold c. */
static bool
holds(const struct lines *l, struct seek *seek, char c, size_t begin, size_t end)
{
	const char *p;

	if (seek->at < begin)
		*seek = (struct seek){begin, false};
	if (!seek->found && seek->at < end) {
		p = memchr(l->block.data + seek->at, c, l->block.len - seek->at);
		seek->found = p != NULL;
		seek->at = p != NULL ? (size_t)(p - l->block.data) : l->block.len;
	}
	return seek->found && seek->at < end;
}

/* Whether the bytes [begin, end) of the block are well-formed, and notes what behind them is. */
static bool
is_valid(struct lines *l, size_t begin, size_t end)
{
	bool valid;

	if (l->valid < begin)
		l->valid = begin;
	if (l->valid < end)
		l->valid += utf8_valid_prefix(l->block.data + l->valid, l->block.len - l->valid);
	valid = l->valid >= end;
	if (!valid)
		l->valid = end;
	return valid;
}

static int
next_line(struct lines *l)
{
	struct slice raw;
	size_t begin, end;
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
	begin = (size_t)(raw.data - l->block.data);
	end = begin + raw.len;
	l->escapes = holds(l, &l->returns, '\r', begin, end - l->terminator) || holds(l, &l->backslashes, '\\', begin, end - l->terminator);
	if (!is_valid(l, begin, end)) {
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
