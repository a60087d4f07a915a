/* What is known of words: their part of speech, whether they report speech, whether they are titles. */
#ifndef TAG_QUOTES_LEXICON_H
#define TAG_QUOTES_LEXICON_H

#include <stdbool.h>
#include <stddef.h>
#include <stdint.h>

/* Parts of speech, coarse; and the marks of punctuation. */
enum tag {
	TAG_NONE,	/* before the first token and after the last */
	TAG_COMMA,
	TAG_STOP,	/* . ! ? … */
	TAG_COLON,
	TAG_SEMICOLON,
	TAG_DASH,
	TAG_LEFT,	/* ( [ */
	TAG_RIGHT,
	TAG_OPEN,	/* quotation marks, once they are paired */
	TAG_CLOSE,
	TAG_OTHER,	/* other punctuation and symbols */
	TAG_NUMBER,
	TAG_DETERMINER,
	TAG_PRONOUN,	/* of a subject */
	TAG_OBJECT,	/* him, themselves */
	TAG_POSSESSIVE,	/* his, 's */
	TAG_PREPOSITION,
	TAG_TO,
	TAG_AND,
	TAG_SUBORDINATE, /* because, if */
	TAG_THAT,
	TAG_WH,
	TAG_BE,
	TAG_HAVE,
	TAG_DO,
	TAG_MODAL,
	TAG_NOT,
	TAG_DAY,	/* days, months, yesterday */
	TAG_ADVERB,
	TAG_ADJECTIVE,
	TAG_NOUN,
	TAG_NOUNS,
	TAG_NOUN_VERB,	/* call */
	TAG_NOUNS_VERBS, /* calls */
	TAG_VERB,
	TAG_VERBS,
	TAG_PAST,
	TAG_PARTICIPLE,
	TAG_ED,		/* past or participle */
	TAG_ING,
	TAG_NAME,	/* with a capital, not of a closed class */
	TAG_TITLE,	/* Mr., President */
	TAG_COUNT
};

enum gender {
	GENDER_UNKNOWN,
	GENDER_MALE,
	GENDER_FEMALE
};

struct word_entry {
	const char *word;
	uint8_t tag;
};

struct role_entry {
	const char *word;
	uint8_t flags;
};

/* cue: in how many of 100 uses the word is a cue; speech: how many of 100 of these are speech. */
struct cue_entry {
	const char *word;
	uint8_t cue, speech;
};

struct first_name {
	const char *name;	/* lower case */
	uint8_t gender;
};

extern const struct first_name first_names[];
extern const struct word_entry english_words[], german_words[];
extern const struct cue_entry english_cues[], german_cues[];
extern const struct role_entry roles[];
extern const char *const english_titles[], *const german_titles[];
extern const char *const abbreviations[];
extern const size_t n_english_words, n_german_words, n_english_cues, n_german_cues, n_english_titles, n_german_titles,
    n_abbreviations, n_roles, n_first_names;

enum {
	WORD_TITLE = 1,
	WORD_ABBREVIATION = 2,
	WORD_MALE = 4,		/* said of a man: he, Mr */
	WORD_FEMALE = 8,
	WORD_PRONOUN = 16,
	WORD_BODY = 32,		/* ends the name of a company, an office, a country */
	WORD_PARTICLE = 64	/* in names: von */
};

/* What a lexicon says of a word; zero where it does not have it. */
struct word_facts {
	uint8_t tag, cue, speech;
	uint8_t flags;		/* WORD_TITLE and so on */
};

struct lexicon_slot {
	uint32_t key;
	struct word_facts facts;
};

/* Words in a hash table with open addresses; never full. */
struct lexicon_table {
	struct lexicon_slot *slots;
	size_t mask;
};

/* The words of one language, and first names, apart so that words are found in little memory. Zero-initialise it. */
struct lexicon {
	bool german;
	struct lexicon_table words, first_names;
};

/* Whether there is a lexicon of this language (ISO 639-1). */
bool lexicon_knows(const char *lang, size_t len);

/*
 * Fills the lexicon of a language (ISO 639-1); any but "de" gets English.
 * Returns 0, or -1 where memory ran out.
 */
int lexicon_load(struct lexicon *, const char *lang, size_t len);

void lexicon_free(struct lexicon *);

/* The hash (FNV-1a, 64 bit) of the len bytes at s in lower case, typographic apostrophes as '. */
uint64_t lexicon_hash(const char *s, size_t len);

/* A step of it, begun with LEXICON_HASH_BASIS. */
#define LEXICON_HASH_BASIS 0xcbf29ce484222325u

static inline uint64_t
lexicon_hash_byte(uint64_t h, unsigned char lower)
{
	return (h ^ lower) * 0x100000001b3u;
}

/* The key of a word in its slot: the high bits of its hash, never 0; the low bits tell the slot. */
static inline uint32_t
lexicon_key(uint64_t hash)
{
	return (uint32_t)(hash >> 32) | 1;
}

/* The slot of the word with this hash (lexicon_hash()), or the empty one where it would be. */
static inline struct lexicon_slot *
lexicon_slot(const struct lexicon_table *t, uint64_t hash)
{
	size_t i = hash & t->mask;

	while (t->slots[i].key != 0 && t->slots[i].key != lexicon_key(hash))
		i = (i + 1) & t->mask;
	return &t->slots[i];
}

/* What is known of a word. */
static inline struct word_facts
lexicon_find(const struct lexicon *l, uint64_t hash)
{
	return lexicon_slot(&l->words, hash)->facts;
}

/* The gender that a word tells, be it a title or a pronoun. */
static inline enum gender
word_gender(struct word_facts f)
{
	return f.flags & WORD_MALE ? GENDER_MALE : f.flags & WORD_FEMALE ? GENDER_FEMALE : GENDER_UNKNOWN;
}

/* The gender that a first name mostly has; unknown of other words. */
static inline enum gender
first_name_gender(const struct lexicon *l, uint64_t hash)
{
	return word_gender(lexicon_slot(&l->first_names, hash)->facts);
}

#endif
