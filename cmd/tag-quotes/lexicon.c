#include "cmd/tag-quotes/lexicon.h"

#include <stdlib.h>
#include <string.h>

#include "common/utf8.h"

static inline unsigned char
lower(unsigned char c)
{
	return c >= 'A' && c <= 'Z' ? (unsigned char)(c + 32) : c;
}

uint64_t
lexicon_hash(const char *s, size_t len)
{
	uint64_t h = LEXICON_HASH_BASIS;
	const char *end = s + len;
	char out[4];
	uint32_t cp;
	size_t n;

	while (s < end) {
		if ((unsigned char)*s < 0x80) {
			h = lexicon_hash_byte(h, lower((unsigned char)*s++));
			continue;
		}
		s += utf8_decode(s, end, &cp);
		if (cp == 0x2019) {
			h = lexicon_hash_byte(h, '\'');
			continue;
		}
		n = utf8_encode(utf8_lower(cp), out);
		for (size_t i = 0; i < n; i++)
			h = lexicon_hash_byte(h, (unsigned char)out[i]);
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

	while (size < 2 * (n + n_abbreviations + n_roles + n_first_names))
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
	for (size_t i = 0; i < n_roles; i++)
		slot_for(l, roles[i].word)->flags |= roles[i].flags;
	for (size_t i = 0; i < n_first_names; i++)
		slot_for(l, first_names[i].name)->name = first_names[i].gender;
	return 0;
}

void
lexicon_free(struct lexicon *l)
{
	free(l->slots);
	l->slots = NULL;
}
