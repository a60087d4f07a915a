#include "cmd/tag-quotes/lexicon.h"

#include <stdlib.h>
#include <string.h>

#include "common/utf8.h"

#define FNV_OFFSET 0xcbf29ce484222325u
#define FNV_PRIME 0x100000001b3u

static inline uint64_t
hash_byte(uint64_t h, unsigned char c)
{
	return (h ^ c) * FNV_PRIME;
}

static inline unsigned char
lower(unsigned char c)
{
	return c >= 'A' && c <= 'Z' ? (unsigned char)(c + 32) : c;
}

uint64_t
lexicon_hash(const char *s, size_t len)
{
	uint64_t h = FNV_OFFSET;
	const char *end = s + len;
	char out[4];
	uint32_t cp;
	size_t n;

	while (s < end) {
		if ((unsigned char)*s < 0x80) {
			h = hash_byte(h, lower((unsigned char)*s++));
			continue;
		}
		s += utf8_decode(s, end, &cp);
		if (cp == 0x2019) {
			h = hash_byte(h, '\'');
			continue;
		}
		n = utf8_encode(utf8_lower(cp), out);
		for (size_t i = 0; i < n; i++)
			h = hash_byte(h, (unsigned char)out[i]);
	}
	return h;
}

/* The high bits of a hash, never 0; its low bits tell the slot. */
static inline uint32_t
key_of(uint64_t hash)
{
	return (uint32_t)(hash >> 32) | 1;
}

static struct word_facts *
slot_for(struct lexicon *l, const char *word)
{
	uint64_t h = lexicon_hash(word, strlen(word));
	size_t i = h & l->mask;

	while (l->slots[i].key != 0 && l->slots[i].key != key_of(h))
		i = (i + 1) & l->mask;
	l->slots[i].key = key_of(h);
	return &l->slots[i].facts;
}

const struct word_facts *
lexicon_find(const struct lexicon *l, uint64_t hash)
{
	static const struct word_facts none;
	size_t i = hash & l->mask;

	while (l->slots[i].key != 0) {
		if (l->slots[i].key == key_of(hash))
			return &l->slots[i].facts;
		i = (i + 1) & l->mask;
	}
	return &none;
}

static void
add_words(struct lexicon *l, const struct word_entry *words, size_t n)
{
	for (size_t i = 0; i < n; i++)
		slot_for(l, words[i].word)->tag = words[i].tag;
}

static void
add_cues(struct lexicon *l, const struct cue_entry *cues, size_t n)
{
	struct word_facts *facts;

	for (size_t i = 0; i < n; i++) {
		facts = slot_for(l, cues[i].word);
		facts->cue = cues[i].cue;
		facts->speech = cues[i].speech;
	}
}

static void
add_titles(struct lexicon *l, const char *const *titles, size_t n)
{
	for (size_t i = 0; i < n; i++)
		slot_for(l, titles[i])->flags |= WORD_TITLE;
}

bool
lexicon_knows(const char *lang, size_t len)
{
	return len == 2 && (memcmp(lang, "en", 2) == 0 || memcmp(lang, "de", 2) == 0);
}

int
lexicon_load(struct lexicon *l, const char *lang, size_t len)
{
	bool german = len == 2 && memcmp(lang, "de", 2) == 0;
	size_t n = german ? n_german_words + n_german_cues + n_german_titles :
	    n_english_words + n_english_cues + n_english_titles;
	size_t size = 1024;

	while (size < 2 * (n + n_abbreviations))
		size *= 2;
	l->slots = calloc(size, sizeof(*l->slots));
	if (l->slots == NULL)
		return -1;
	l->mask = size - 1;
	l->german = german;
	add_words(l, german ? german_words : english_words, german ? n_german_words : n_english_words);
	add_cues(l, german ? german_cues : english_cues, german ? n_german_cues : n_english_cues);
	add_titles(l, german ? german_titles : english_titles, german ? n_german_titles : n_english_titles);
	for (size_t i = 0; i < n_abbreviations; i++)
		slot_for(l, abbreviations[i])->flags |= WORD_ABBREVIATION;
	return 0;
}

void
lexicon_free(struct lexicon *l)
{
	free(l->slots);
	l->slots = NULL;
}

struct key {
	const char *s;
	size_t len;
};

static int
compare_name(const void *key, const void *entry)
{
	const struct key *k = key;
	const struct first_name *e = entry;
	size_t n = strlen(e->name);
	int order = memcmp(k->s, e->name, k->len < n ? k->len : n);

	return order != 0 ? order : (k->len > n) - (k->len < n);
}

enum gender
lexicon_gender(const char *name, size_t len)
{
	const struct first_name *found;
	char folded[32];

	if (len > sizeof(folded))
		return GENDER_UNKNOWN;
	for (size_t i = 0; i < len; i++)
		folded[i] = (char)lower((unsigned char)name[i]);
	found = bsearch(&(struct key){folded, len}, first_names, n_first_names, sizeof(first_names[0]), compare_name);
	return found == NULL ? GENDER_UNKNOWN : (enum gender)found->gender;
}
