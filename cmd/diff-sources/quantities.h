/* The numbers, dates and units in a run of tokens. */
#ifndef DIFF_QUANTITIES_H
#define DIFF_QUANTITIES_H

#include <stdbool.h>
#include <stddef.h>
#include <stdint.h>

#include "cmd/diff-sources/tokens.h"

struct quantities {
	uint64_t *list;
	size_t n, cap;
};

/*
 * Adds what the tokens [from, end) of a run of n say in numbers: "1,200", "twelve
 * hundred", "one thousand two hundred" and "1.2 thousand" are one value, "two
 * hundred and ten" is another, "two hundred three hundred" are two. weak also
 * takes words such as "first" and "half". A unit counts behind a number, which
 * may stand before from; "May" and "March" beside a number, or behind a word in
 * lower case. Returns 0, or -1 with errno ENOMEM.
 */
int quantities_add(struct quantities *, struct token *run, size_t n, size_t from, size_t end, bool weak);

/* Whether both hold the same values, each as often, from the given places on. Sorts them there. */
bool quantities_equal(struct quantities *, size_t from, struct quantities *, size_t other_from);

/* Whether there are as many of each kind (numbers, days, months, units) in both, from these places on, which quantities_equal() has sorted. */
bool quantities_same_kinds(const struct quantities *, size_t from, const struct quantities *, size_t other_from);

/* What a token is by itself: a number, a date or a unit. */
bool quantities_is(struct token *);

/* Whether it is a number, in digits or words, weak ones too. */
bool quantities_is_number(struct token *);

/* Whether token i of a run of n is the "and" of one number: "two hundred and ten". */
bool quantities_joins(struct token *run, size_t n, size_t i);

#endif
