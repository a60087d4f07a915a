/* Words that an edit is judged by: folded (lower case, no diacritics), in alphabetical order. */
#ifndef DIFF_VOCABULARY_H
#define DIFF_VOCABULARY_H

#include <stdbool.h>
#include <stddef.h>
#include <stdint.h>

enum { VOCABULARY_WORD = 32 };	/* bytes; a longer folded word is in no table */

enum quantity_kind {
	QUANTITY_ONES,
	QUANTITY_TENS,		/* may take ones behind a hyphen */
	QUANTITY_MULTIPLIER,	/* of the number before it */
	QUANTITY_WEAK,		/* a number only where the other side has one in its place */
	QUANTITY_DAY,
	QUANTITY_MONTH,
	QUANTITY_UNIT		/* only behind a number */
};

/* value is in thousandths; of a day, month or unit it only tells them apart. */
struct quantity {
	const char *word;
	enum quantity_kind kind;
	uint64_t value;
};

/* A word written another way, and the form that stands for both. */
struct variant {
	const char *word, *normal;
};

struct word_table {
	const char *const *words;
	size_t n;
};

extern const struct quantity quantity_table[];
extern const size_t quantity_table_n;
extern const struct variant variant_table[];
extern const size_t variant_table_n;
extern const struct word_table attribution_words;	/* reporting words */
extern const struct word_table negation_words;
extern const struct word_table title_words;		/* not names, though they have capitals */
extern const struct word_table helping_words;		/* come and go with a negation */
extern const struct word_table pronoun_words;

/* The entry for a folded word, or NULL. */
const struct quantity *quantity_find(const char *word);
const char *variant_find(const char *word);
bool word_in(const struct word_table *, const char *word);

/* How many of 10000 English sentences hold the word, 0 where the table lacks it. */
unsigned word_frequency(const char *word);

#endif
