/* What the models see of a paragraph: its own words, its shape, and its place among the others. */
#ifndef STRIP_FEATURES_H
#define STRIP_FEATURES_H

#include <stddef.h>
#include <stdint.h>

#include "cmd/strip-boilerplate/blocks.h"
#include "cmd/strip-boilerplate/scan.h"

enum { FEATURES_MAX = 512 };

/* Features, each with its kind for --explain. */
struct features {
	size_t n;
	uint32_t hash[FEATURES_MAX];
	uint8_t kind[FEATURES_MAX];
};

/* What a person may call the kind, for --explain; kinds may share a name. NULL where there is no such kind. */
const char *feature_name(unsigned kind);

/* Each adds features, at most FEATURES_MAX over all of them. */
void features_words(const struct scan *, struct features *);
void features_notice(const struct scan *, struct features *);
void features_structure(const struct block *blocks, size_t n, size_t i, struct features *);
void features_context(const struct block *blocks, size_t n, size_t i, struct features *);

#endif
