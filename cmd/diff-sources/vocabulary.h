/* Words that an edit is judged by: folded (lower case, no diacritics), in alphabetical order. */
#ifndef DIFF_VOCABULARY_H
#define DIFF_VOCABULARY_H

#include <stdbool.h>
#include <stddef.h>
#include <stdint.h>

/* Classes of words, as bits. */
enum {
	WORD_REPORTING = 1,	/* a form of a verb that reports speech, or what else says who says it */
	WORD_NEGATION = 2,
	WORD_TITLE = 4,		/* no name, though it may have a capital: titles, offices, articles */
	WORD_HELPING = 8,	/* comes and goes with a negation */
	WORD_PRONOUN = 16	/* that stands for a speaker */
};

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

struct vocabulary_word {
	const char *word;
	unsigned classes;
};

extern const struct quantity quantity_table[];
extern const size_t quantity_table_n;
extern const struct variant variant_table[];
extern const size_t variant_table_n;
extern const struct vocabulary_word vocabulary_table[];
extern const size_t vocabulary_table_n;

/* The classes of a folded word, 0 where it is in no list. */
unsigned vocabulary_classes(const char *word);

/* The entry for a folded word, or NULL. */
const struct quantity *quantity_find(const char *word);
const char *variant_find(const char *word);

/* How many of 10000 English sentences hold the word, 0 where the table lacks it. */
unsigned word_frequency(const char *word);

#endif
