/* Words that an edit is judged by: folded (lower case, no diacritics), in alphabetical order. */
#ifndef DIFF_VOCABULARY_H
#define DIFF_VOCABULARY_H

#include <stdbool.h>
#include <stddef.h>
#include <stdint.h>

/* The longest word, and a NUL. */
enum { VOCABULARY_BYTES = 16 };

/* Classes of words, as bits. */
enum {
	WORD_REPORTING = 1,	/* a form of a verb that reports speech, or what else says who says it */
	WORD_NEGATION = 2,
	WORD_TITLE = 4,		/* no name, though it may have a capital: titles, offices, articles */
	WORD_HELPING = 8,	/* comes and goes with a negation */
	WORD_PRONOUN = 16,	/* that stands for a speaker */
	WORD_MAY_REPORT = 32,	/* as WORD_REPORTING, where a speaker or what is said stands beside it: "notes" */
	WORD_FAILING = 64	/* denies what "to" joins to it: "failed to agree" */
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
	char word[VOCABULARY_BYTES];
	enum quantity_kind kind;
	uint64_t value;
};

/* A word written another way, and the form that stands for both. */
struct variant {
	char word[VOCABULARY_BYTES], normal[VOCABULARY_BYTES];
};

struct vocabulary_word {
	char word[VOCABULARY_BYTES];
	unsigned classes;
};

extern const struct quantity quantity_table[];
extern const size_t quantity_table_n;
extern const struct variant variant_table[];
extern const size_t variant_table_n;
extern const struct vocabulary_word vocabulary_table[];
extern const size_t vocabulary_table_n;

/* A Bloom filter (one hash, plain_hash()) of the words that have classes or a quantity. */
struct vocabulary {
	uint64_t bits[256];
};

void vocabulary_fill(struct vocabulary *);

/* False where a word with this hash has neither. */
static inline bool
vocabulary_may_hold(const struct vocabulary *v, uint64_t hash)
{
	return v->bits[hash >> 6 & 255] >> (hash & 63) & 1;
}

/* The classes of a folded word of len bytes, 0 where it is in no list. */
unsigned vocabulary_classes(const char *word, size_t len);

/* The entry for a folded word of len bytes, or NULL. */
const struct quantity *quantity_find(const char *word, size_t len);
const char *variant_find(const char *word, size_t len);

/* How many of 10000 English sentences hold the folded word of len bytes, 0 where the table lacks it. */
unsigned word_frequency(const char *word, size_t len);

#endif
