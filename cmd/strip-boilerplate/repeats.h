/* Paragraphs that stand in several stories of one site: their fingerprints, and those known. */
#ifndef STRIP_REPEATS_H
#define STRIP_REPEATS_H

#include <stdbool.h>
#include <stddef.h>
#include <stdint.h>

#include "common/buf.h"

/* In how many stories a paragraph stands at least to be known: with two, a story told twice would go. */
enum { REPEATS_STORIES = 3 };

/* The host of an address, or the host itself: a slice of what is given, without scheme, user, port, path and a leading "www.". */
struct slice repeats_site(struct slice address);

/* A set of fingerprints by site. Zero-initialise it. */
struct repeats {
	uint64_t *slots;
	size_t size, n;
};

/*
 * Adds one line of counts, as uniq -c writes them: a number, a space, a site, a
 * TAB and a fingerprint. Lines with a count below REPEATS_STORIES are passed
 * over. Returns 0, -1 with errno ENOMEM, or -2 where the line is malformed.
 */
int repeats_add(struct repeats *, const char *line, size_t len);

/* Whether the site has the fingerprint. */
bool repeats_has(const struct repeats *, struct slice site, uint64_t fingerprint);

void repeats_free(struct repeats *);

#endif
