/* The user's own abbreviations: one a line, # starts a comment. */
#ifndef SPLIT_SENTENCES_OWN_H
#define SPLIT_SENTENCES_OWN_H

#include <stddef.h>

#include "cmd/split-sentences/vocabulary.h"

/*
 * Adds the abbreviations in the len bytes at text to the vocabulary as WORD_OWN,
 * in lower case, with or without their final dot. Returns 0, or -1 with errno
 * ENOMEM.
 */
int own_abbreviations(struct vocabulary *, const char *text, size_t len);

#endif
