/* Growable bytes with a hard maximum, and slices of bytes owned elsewhere. */
#ifndef COMMON_BUF_H
#define COMMON_BUF_H

#include <stdbool.h>
#include <stddef.h>
#include <string.h>

/* len bytes at data, owned by somebody else; not ended by NUL. */
struct slice {
	const char *data;
	size_t len;
};

/*
 * len bytes at data, with room for cap. Zero-initialise it; buf_free() gives
 * the memory back. max is the most bytes that it may grow to, 0 for no bound.
 */
struct buf {
	char *data;
	size_t len, cap, max;
};

/* buf_reserve() and array_reserve() where there is not room enough. */
int buf_grow(struct buf *, size_t extra);
int array_grow(void *array, size_t *cap, size_t need, size_t size);

/*
 * Makes room for extra more bytes. Returns 0, or -1 with errno ENOMEM, or EFBIG
 * where max would be passed; the content is then as it was.
 */
static inline int
buf_reserve(struct buf *b, size_t extra)
{
	return extra <= b->cap - b->len ? 0 : buf_grow(b, extra);
}

/* Appends len bytes. Returns 0, or -1 as buf_reserve(). */
static inline int
buf_append(struct buf *b, const void *data, size_t len)
{
	if (buf_reserve(b, len) == -1)
		return -1;
	if (len != 0)
		memcpy(b->data + b->len, data, len);
	b->len += len;
	return 0;
}

/* Appends one byte. Returns 0, or -1 as buf_reserve(). */
static inline int
buf_byte(struct buf *b, char c)
{
	if (buf_reserve(b, 1) == -1)
		return -1;
	b->data[b->len++] = c;
	return 0;
}

/* Frees the memory and leaves an empty buffer with the same max. */
void buf_free(struct buf *);

/*
 * Grows an array of *cap elements of size bytes at *array so that it holds at
 * least need of them, doubling, and from 32 KiB to 256 KiB at once. Returns 0, or -1 with errno ENOMEM and the
 * array as it was. The caller frees it.
 */
static inline int
array_reserve(void *array, size_t *cap, size_t need, size_t size)
{
	return need <= *cap ? 0 : array_grow(array, cap, need, size);
}

static inline struct slice
slice_of(const char *s)
{
	return (struct slice){s, strlen(s)};
}

static inline bool
slice_equal(struct slice a, struct slice b)
{
	return a.len == b.len && (a.len == 0 || memcmp(a.data, b.data, a.len) == 0);
}

#endif
