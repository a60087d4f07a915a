#include "common/buf.h"

#include <errno.h>
#include <stdint.h>
#include <stdlib.h>

/*
 * Past so many bytes a buffer gets so many at once: the C library maps pages of
 * their own for as many, which grow without being copied, and those that are
 * not written to take no memory.
 */
enum { SMALL = 32 * 1024, LARGE = 256 * 1024 };

int
buf_grow(struct buf *b, size_t extra)
{
	size_t need, cap;
	char *data;

	if (extra > SIZE_MAX / 2 - b->len) {
		errno = ENOMEM;
		return -1;
	}
	need = b->len + extra;
	if (b->max != 0 && need > b->max) {
		errno = EFBIG;
		return -1;
	}
	cap = b->cap < 64 ? 64 : b->cap;
	while (cap < need)
		cap *= 2;
	if (cap > SMALL && cap < LARGE)
		cap = LARGE;
	if (b->max != 0 && cap > b->max)
		cap = b->max;
	data = realloc(b->data, cap);
	if (data == NULL)
		return -1;
	b->data = data;
	b->cap = cap;
	return 0;
}

void
buf_free(struct buf *b)
{
	free(b->data);
	b->data = NULL;
	b->len = b->cap = 0;
}

int
array_grow(void *array, size_t *cap, size_t need, size_t size)
{
	void *old, *new;
	size_t n;

	n = *cap < 8 ? 8 : *cap;
	while (n < need) {
		if (n > SIZE_MAX / 2) {
			errno = ENOMEM;
			return -1;
		}
		n *= 2;
	}
	if (n > SMALL / size && n < LARGE / size)
		n = LARGE / size;
	memcpy(&old, array, sizeof(old));
	new = reallocarray(old, n, size);
	if (new == NULL)
		return -1;
	memcpy(array, &new, sizeof(new));
	*cap = n;
	return 0;
}
