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

/* An empty table for n words. */
static int
make_table(struct lexicon_table *t, size_t n)
{
	size_t size = 1024;

	while (size < 2 * n)
		size *= 2;
	t->slots = calloc(size, sizeof(*t->slots));
	t->mask = size - 1;
	return t->slots == NULL ? -1 : 0;
}

static struct word_facts *
facts_for(struct lexicon_table *t, const char *word)
{
	uint64_t h = lexicon_hash(word, strlen(word));
	struct lexicon_slot *s = lexicon_slot(t, h);

	s->key = lexicon_key(h);
	return &s->facts;
}

static void
add_words(struct lexicon_table *t, const struct word_entry *words, size_t n)
{
	for (size_t i = 0; i < n; i++)
		facts_for(t, words[i].word)->tag = words[i].tag;
}

static void
add_cues(struct lexicon_table *t, const struct cue_entry *cues, size_t n)
{
	struct word_facts *facts;

	for (size_t i = 0; i < n; i++) {
		facts = facts_for(t, cues[i].word);
		facts->cue = cues[i].cue;
		facts->speech = cues[i].speech;
	}
}

static void
add_flag(struct lexicon_table *t, const char *const *words, size_t n, uint8_t flag)
{
	for (size_t i = 0; i < n; i++)
		facts_for(t, words[i])->flags |= flag;
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
	size_t n = german ? n_german_words + n_german_cues + n_german_titles : n_english_words + n_english_cues + n_english_titles;

	if (make_table(&l->words, n + n_abbreviations + n_roles) == -1 || make_table(&l->first_names, n_first_names) == -1)
		return -1;
	l->german = german;
	add_words(&l->words, german ? german_words : english_words, german ? n_german_words : n_english_words);
	add_cues(&l->words, german ? german_cues : english_cues, german ? n_german_cues : n_english_cues);
	add_flag(&l->words, german ? german_titles : english_titles, german ? n_german_titles : n_english_titles, WORD_TITLE);
	add_flag(&l->words, abbreviations, n_abbreviations, WORD_ABBREVIATION);
	for (size_t i = 0; i < n_roles; i++)
		facts_for(&l->words, roles[i].word)->flags |= roles[i].flags;
	for (size_t i = 0; i < n_first_names; i++)
		facts_for(&l->first_names, first_names[i].name)->flags = first_names[i].gender == GENDER_MALE ? WORD_MALE : WORD_FEMALE;
	return 0;
}

void
lexicon_free(struct lexicon *l)
{
	free(l->words.slots);
	free(l->first_names.slots);
	*l = (struct lexicon){0};
}
