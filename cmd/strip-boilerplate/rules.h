/* Phrases that tell boilerplate, found in one pass over the words of a paragraph. */
#ifndef STRIP_RULES_H
#define STRIP_RULES_H

#include <endian.h>
#include <stdbool.h>
#include <stddef.h>
#include <stdint.h>
#include <string.h>

#include "cmd/strip-boilerplate/label.h"
#include "common/linear.h"

/* What a rule needs beside its phrase, as bits. */
enum {
	RULE_START = 1,		/* the phrase begins the paragraph */
	RULE_END = 2,		/* the phrase ends it */
	RULE_PAIR = 4,		/* another rule of the same label holds too */
	RULE_OPEN = 8,		/* the paragraph ends without a sentence-final mark */
	RULE_BRACKET = 16,	/* it ends with a closing bracket */
	RULE_SURE = 32,		/* enough to drop a paragraph; else a hint to the models and for the label */
	RULE_CERTAIN = 64	/* whatever the model says of the paragraph's place */
};

/*
 * A phrase is words as scan.h folds them, joined by single spaces; a word that
 * ends in * stands for all that begin so, with STEM_BYTES bytes or more before it. most is the number of words that the
 * paragraph may have, 0 for any.
 */
struct rule {
	uint8_t label, need;
	uint16_t most;
	const char *phrase;
};

extern const struct rule rule_table[];
extern const size_t n_rules;

enum {
	WORD_BYTES = 48,	/* of a word that are kept; what is longer is only hashed */
	STEM_BYTES = 5		/* the shortest stem */
};

/* A word: the hash of its folded bytes (FNV-1a), and the first of them. */
struct folded_word {
	uint64_t hash;
	unsigned len;
	char bytes[WORD_BYTES];
};

/* Empties the word. */
static inline void
word_clear(struct folded_word *w)
{
	w->hash = LINEAR_STRING_BASIS;
	w->len = 0;
}

/* Adds a byte. */
static inline void
word_byte(struct folded_word *w, unsigned char c)
{
	w->hash = (w->hash ^ c) * 0x100000001b3u;
	if (w->len < WORD_BYTES)
		w->bytes[w->len++] = (char)c;
}

struct rules;

/* Builds the automaton of the table (Aho and Corasick, CACM 18, 1975, over words). Returns NULL with errno ENOMEM. */
struct rules *rules_new(const struct rule *, size_t n);
void rules_free(struct rules *);

/* Bits by hash: of the words that begin a phrase, and of the first bytes of the stems. They live as long as the rules. */
enum { RULE_FILTER = 512 };

struct rule_filter {
	uint64_t first_words[RULE_FILTER], heads[RULE_FILTER];
};

const struct rule_filter *rules_filter(const struct rules *);

static inline unsigned
rule_filter_has(const uint64_t *bits, uint64_t hash)
{
	return (unsigned)(bits[hash / 64 % RULE_FILTER] >> (hash % 64)) & 1;
}

/* The first STEM_BYTES bytes of a word as a number that tells whether a stem may begin so. */
static inline uint64_t
word_head(const struct folded_word *w)
{
	uint32_t head;

	memcpy(&head, w->bytes, sizeof(head));
	return (uint64_t)(le32toh(head) * 0x9e3779b1u + (unsigned char)w->bytes[4] * 0x85ebca6bu) >> 9;
}

/*
 * Whether no phrase begins with the word: of most words this is all that is
 * asked. Without branches: all bytes of the word must have been set once.
 */
static inline bool
rules_begin_none(const struct rule_filter *f, const struct folded_word *w)
{
	unsigned stem = (unsigned)(w->len >= STEM_BYTES) & rule_filter_has(f->heads, word_head(w));

	return (rule_filter_has(f->first_words, w->hash) | stem) == 0;
}

/* The state after one more word; 0 is the state before the first. Constant time, but for a step back for each word matched before. */
uint32_t rules_step(const struct rules *, uint32_t state, const struct folded_word *);

/*
 * The rules whose phrase ends at a state, longest first:
 * for (m = rules_first(r, state); m != NULL; m = m->next). It stays until
 * rules_free(). A word of the table that begins as one of its stems does steps
 * as all of that stem: the phrase's last word is told apart by its hash.
 */
struct rule_match {
	const struct rule_match *next;
	uint64_t last;		/* the hash of its last word, 0 for a stem */
	uint16_t rule;		/* its index in the table */
	uint16_t words;		/* of its phrase */
};

const struct rule_match *rules_first(const struct rules *, uint32_t state);

#endif
