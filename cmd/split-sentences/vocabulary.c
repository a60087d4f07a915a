#include "cmd/split-sentences/vocabulary.h"

#include <stdlib.h>

#include "cmd/split-sentences/token.h"
#include "common/linear.h"
#include "common/utf8.h"

const struct language *
language_find(struct slice code)
{
	size_t low = 0, high = n_languages, middle;
	int order;

	if (code.len != 2)
		return NULL;
	while (low < high) {
		middle = (low + high) / 2;
		order = memcmp(languages[middle].code, code.data, 2);
		if (order == 0)
			return &languages[middle];
		if (order < 0)
			low = middle + 1;
		else
			high = middle;
	}
	return NULL;
}

static struct vocabulary_slot *
probe(const struct vocabulary *l, uint64_t hash)
{
	size_t i = hash & (l->cap - 1);

	while (l->slots[i].classes != 0 && l->slots[i].hash != hash)
		i = (i + 1) & (l->cap - 1);
	return &l->slots[i];
}

static int
grow(struct vocabulary *l)
{
	struct vocabulary old = *l;

	l->cap = old.cap == 0 ? 256 : old.cap * 2;
	l->slots = calloc(l->cap, sizeof(*l->slots));
	if (l->slots == NULL) {
		*l = old;
		return -1;
	}
	for (size_t i = 0; i < old.cap; i++)
		if (old.slots[i].classes != 0)
			*probe(l, old.slots[i].hash) = old.slots[i];
	free(old.slots);
	return 0;
}

int
vocabulary_add(struct vocabulary *l, uint64_t hash, unsigned classes)
{
	struct vocabulary_slot *slot;

	if (2 * l->n >= l->cap && grow(l) == -1)
		return -1;
	slot = probe(l, hash);
	if (slot->classes == 0)
		l->n++;
	slot->hash = hash;
	slot->classes |= classes;
	return 0;
}

static bool
is_small(char c)
{
	return c >= 'a' && c <= 'z';
}

int
vocabulary_add_words(struct vocabulary *l, const struct vocabulary_entry *words)
{
	const char *w;

	for (; words->word != NULL; words++) {
		w = words->word;
		if (vocabulary_add(l, linear_string(w, strlen(w)), words->classes) == -1)
			return -1;
		if ((words->classes & WORD_STARTER) && is_small(w[0]) && is_small(w[1]))
			l->starters[w[0] - 'a'][w[1] - 'a'] |= (uint32_t)1 << (is_small(w[2]) ? w[2] - 'a' : STARTER_OF_TWO);
	}
	return 0;
}

bool
vocabulary_starter_word(const struct vocabulary *l, const char *s, const char *end)
{
	const char *p = s + 1;
	uint64_t hash;

	hash = (LINEAR_STRING_BASIS ^ (unsigned char)(*s - 'A' + 'a')) * 0x100000001b3u;
	for (; p < end && is_small(*p); p++) {
		if (p - s > TOKEN_MAX)
			return false;
		hash = (hash ^ (unsigned char)*p) * 0x100000001b3u;
	}
	if (p < end && ((unsigned char)*p >= 0x80 || utf8_ascii_class[(unsigned char)*p] & (CH_UPPER | CH_DIGIT)))
		return false;
	return (vocabulary_find(l, hash) & WORD_STARTER) != 0;
}

void
vocabulary_clear(struct vocabulary *l)
{
	l->n = 0;
	memset(l->starters, 0, sizeof(l->starters));
	if (l->cap > 0)
		memset(l->slots, 0, l->cap * sizeof(*l->slots));
}

void
vocabulary_free(struct vocabulary *l)
{
	free(l->slots);
	*l = (struct vocabulary){0};
}
