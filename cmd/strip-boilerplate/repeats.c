#include "cmd/strip-boilerplate/repeats.h"

#include <stdlib.h>

#include "common/linear.h"

static const char *
find(struct slice s, char c)
{
	return s.len == 0 ? NULL : memchr(s.data, c, s.len);
}

struct slice
repeats_site(struct slice s)
{
	const char *p = s.len < 3 ? NULL : memmem(s.data, s.len, "://", 3);
	static const char ends[] = "/?#";

	if (p != NULL)
		s = (struct slice){p + 3, (size_t)(s.data + s.len - p - 3)};
	for (const char *e = ends; *e != '\0'; e++)
		if ((p = find(s, *e)) != NULL)
			s.len = (size_t)(p - s.data);
	if ((p = find(s, '@')) != NULL)
		s = (struct slice){p + 1, (size_t)(s.data + s.len - p - 1)};
	if ((p = find(s, ':')) != NULL)
		s.len = (size_t)(p - s.data);
	if (s.len > 4 && strncasecmp(s.data, "www.", 4) == 0)
		s = (struct slice){s.data + 4, s.len - 4};
	return s;
}

/* One key for both; 0 is an empty slot. */
static uint64_t
key(struct slice site, uint64_t fingerprint)
{
	uint64_t h = LINEAR_STRING_BASIS;
	char c;

	for (size_t i = 0; i < site.len; i++) {
		c = site.data[i];
		if (c >= 'A' && c <= 'Z')
			c = (char)(c - 'A' + 'a');
		h = linear_string_more(h, &c, 1);
	}
	h = (h ^ fingerprint) * 0x9e3779b97f4a7c15u;
	h ^= h >> 31;
	return h != 0 ? h : 1;
}

static void
put(struct repeats *r, uint64_t k)
{
	size_t i = (size_t)k & (r->size - 1);

	while (r->slots[i] != 0 && r->slots[i] != k)
		i = (i + 1) & (r->size - 1);
	r->n += r->slots[i] == 0;
	r->slots[i] = k;
}

static int
grow(struct repeats *r)
{
	struct repeats larger = {.size = r->size == 0 ? 1024 : r->size * 2};

	larger.slots = calloc(larger.size, sizeof(*larger.slots));
	if (larger.slots == NULL)
		return -1;
	for (size_t i = 0; i < r->size; i++)
		if (r->slots[i] != 0)
			put(&larger, r->slots[i]);
	free(r->slots);
	*r = larger;
	return 0;
}

static int
hexadecimal(const char *p, const char *end, uint64_t *value)
{
	if (end - p != 16)
		return -1;
	for (*value = 0; p < end; p++) {
		if (*p >= '0' && *p <= '9')
			*value = *value << 4 | (uint64_t)(*p - '0');
		else if (*p >= 'a' && *p <= 'f')
			*value = *value << 4 | (uint64_t)(*p - 'a' + 10);
		else
			return -1;
	}
	return 0;
}

int
repeats_add(struct repeats *r, const char *line, size_t len)
{
	const char *p = line, *end = line + len, *tab;
	uint64_t count = 0, fingerprint;

	while (p < end && *p == ' ')
		p++;
	if (p == end || *p < '0' || *p > '9')
		return -2;
	for (; p < end && *p >= '0' && *p <= '9'; p++)
		if (count < REPEATS_STORIES * 10)
			count = count * 10 + (uint64_t)(*p - '0');
	if (p == end || *p++ != ' ')
		return -2;
	if (count < REPEATS_STORIES)
		return 0;
	tab = memchr(p, '\t', (size_t)(end - p));
	if (tab == NULL || hexadecimal(tab + 1, end, &fingerprint) == -1)
		return -2;
	if (r->n * 2 >= r->size && grow(r) == -1)
		return -1;
	put(r, key((struct slice){p, (size_t)(tab - p)}, fingerprint));
	return 0;
}

bool
repeats_has(const struct repeats *r, struct slice site, uint64_t fingerprint)
{
	uint64_t k = key(site, fingerprint);
	size_t i = (size_t)k & (r->size - 1);

	if (r->n == 0)
		return false;
	while (r->slots[i] != 0 && r->slots[i] != k)
		i = (i + 1) & (r->size - 1);
	return r->slots[i] == k;
}

void
repeats_free(struct repeats *r)
{
	free(r->slots);
}
