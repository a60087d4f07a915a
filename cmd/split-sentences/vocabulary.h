/* What is known of a language's words: abbreviations, names of months, words that start sentences. */
#ifndef SPLIT_SENTENCES_VOCABULARY_H
#define SPLIT_SENTENCES_VOCABULARY_H

#include <stdbool.h>
#include <stddef.h>
#include <stdint.h>

#include "common/buf.h"

/* Classes of words, as bits. The abbreviations are written without their final dot. */
enum {
	WORD_TITLE = 1,		/* stands before a name: mr, dr */
	WORD_NUMBERED = 2,	/* before a number: no, p, fig */
	WORD_MONTH = 4,		/* a month or day cut short: jan, mon */
	WORD_COMPANY = 8,	/* behind a name: inc, jr */
	WORD_PLACE = 16,	/* a place, cut short: u.s, calif */
	WORD_INSIDE = 32,	/* inside a sentence: e.g, vs */
	WORD_LAST = 64,		/* often the last word: etc, a.m */
	WORD_UNIT = 128,	/* of measure: ft, km */
	WORD_SHORT = 256,	/* any other abbreviation */
	WORD_ABBREVIATION = 511,
	WORD_STARTER = 512,	/* starts sentences, and is written small inside them */
	WORD_MONTH_NAME = 1024,
	WORD_OWN = 2048		/* an abbreviation that the user named */
};

struct vocabulary_entry {
	const char *word;
	unsigned classes;
};

enum {
	LANGUAGE_ORDINAL = 1,	/* a dot makes an ordinal number: 3. Mai */
	LANGUAGE_TRAINED = 2,	/* the model knows words of it */
	LANGUAGE_GAPS = 4,	/* sentences often end without a mark */
	LANGUAGE_COLONS = 8	/* a colon often ends one */
};

/* The words of one language, ended by an entry whose word is NULL. */
struct language {
	char code[3];
	unsigned flags;
	char stop;		/* ':' or ';' where that ends a sentence, else 0 */
	const struct vocabulary_entry *words;
};

/* False of an unknown language, NULL. */
static inline bool
language_has(const struct language *l, unsigned flag)
{
	return l != NULL && (l->flags & flag);
}

/* Sorted by code. */
extern const struct language languages[];
extern const size_t n_languages;

/* The words of every language, known or not. */
extern const struct vocabulary_entry language_common[];

/* The bit behind those of 'a' to 'z': a starter has no third letter. */
enum { STARTER_OF_TWO = 26 };

/* A hash table from a word to its classes. Zero-initialise it. */
struct vocabulary {
	struct vocabulary_slot {
		uint64_t hash;
		unsigned classes;
	} *slots;
	size_t n, cap;
	uint64_t filter[64];		/* a bit for the hash of each word: small enough to be near at hand, and most words have none */
	uint32_t starters[26][26];	/* for the first two letters of a WORD_STARTER in ASCII: a bit for its third, or STARTER_OF_TWO */
};

/* The language with that ISO 639-1 code, or NULL. */
const struct language *language_find(struct slice code);

/* Adds the classes to the word with that token_hash(), without its final dot. Returns 0, or -1 with errno ENOMEM. */
int vocabulary_add(struct vocabulary *, uint64_t hash, unsigned classes);

/* Adds all words of a language. Returns 0, or -1 with errno ENOMEM. */
int vocabulary_add_words(struct vocabulary *, const struct vocabulary_entry *words);

/*
 * True where the first three letters at s, of ASCII, the first a capital and the
 * second small, are those of a WORD_STARTER. Most words fail here. Three bytes
 * are read.
 */
static inline bool
vocabulary_may_start(const struct vocabulary *l, const char *s)
{
	unsigned third = s[2] >= 'a' && s[2] <= 'z' ? (unsigned)(s[2] - 'a') : STARTER_OF_TWO;

	return l->starters[s[0] - 'A'][s[1] - 'a'] >> third & 1;
}

/*
 * True where a WORD_STARTER of two or more ASCII letters, the first a capital
 * and the others small, stands at s, before end.
 */
bool vocabulary_starter(const struct vocabulary *, const char *s, const char *end);

/* Empties it and keeps its memory. */
void vocabulary_clear(struct vocabulary *);

/* The classes of the word with that token_hash(), 0 where it is unknown. */
static inline unsigned
vocabulary_find(const struct vocabulary *l, uint64_t hash)
{
	size_t i = hash & (l->cap - 1);

	if (!(l->filter[hash >> 58] >> (hash >> 52 & 63) & 1))
		return 0;
	while (l->slots[i].classes != 0 && l->slots[i].hash != hash)
		i = (i + 1) & (l->cap - 1);
	return l->slots[i].classes;
}

void vocabulary_free(struct vocabulary *);

#endif
