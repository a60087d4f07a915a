/* The words that begin a slice to cut. */
#ifndef STRIP_TRIM_TABLE_H
#define STRIP_TRIM_TABLE_H

#include <stddef.h>

/*
 * Names of metadata fields that stand before a date; links that stand behind a sentence, with a colon; credits, in
 * parentheses; what stands in the credit of a picture. In lower case, sorted.
 */
extern const char *const metadata_fields[], *const link_phrases[], *const credit_words[], *const picture_words[];
extern const size_t n_metadata_fields, n_link_phrases, n_credit_words, n_picture_words;

#endif
