/* A quotation as it is found. */
#ifndef TAG_QUOTES_QUOTATION_H
#define TAG_QUOTES_QUOTATION_H

#include <stdbool.h>
#include <stddef.h>
#include <stdint.h>

enum quotation_type {
	QUOTATION_DIRECT,
	QUOTATION_PARTIAL,
	QUOTATION_MIXED,
	QUOTATION_INDIRECT,
	QUOTATION_SCARE,
	QUOTATION_TYPES
};

/* How the speaker was found. */
enum how {
	HOW_NONE,
	HOW_ADJACENT,
	HOW_CARRIED,
	HOW_PRONOUN
};

/* The bytes [start, end) of the document's text; empty where start == end. */
struct span {
	size_t start, end;
};

/* A piece of a quotation inside one paragraph. */
struct quotation {
	struct span content, speaker, cue;
	struct span name;	/* the speaker's fullest name */
	struct span joint, name_end; /* of "A and B": " and ", and B's fullest name; else empty */
	uint32_t paragraph;	/* index */
	uint32_t number;	/* the same for all pieces of one quotation */
	uint8_t type;		/* enum quotation_type */
	uint8_t how;
	bool inner;		/* inside a direct one */
	const char *why;
};

#endif
