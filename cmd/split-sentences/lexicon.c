#include "cmd/split-sentences/lexicon.h"

#include <stdlib.h>

#include "common/linear.h"

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

static struct lexicon_slot *
probe(const struct lexicon *l, uint64_t hash)
{
	size_t i = hash & (l->cap - 1);

	while (l->slots[i].classes != 0 && l->slots[i].hash != hash)
		i = (i + 1) & (l->cap - 1);
	return &l->slots[i];
}

static int
grow(struct lexicon *l)
{
	struct lexicon old = *l;

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
lexicon_add(struct lexicon *l, uint64_t hash, unsigned classes)
{
	struct lexicon_slot *slot;

	if (2 * l->n >= l->cap && grow(l) == -1)
		return -1;
	slot = probe(l, hash);
	if (slot->classes == 0)
		l->n++;
	slot->hash = hash;
	slot->classes |= classes;
	return 0;
}

int
lexicon_add_words(struct lexicon *l, const struct lexicon_entry *words)
{
	for (; words->word != NULL; words++)
		if (lexicon_add(l, linear_string(words->word, strlen(words->word)), words->classes) == -1)
			return -1;
	return 0;
}

unsigned
lexicon_find(const struct lexicon *l, uint64_t hash)
{
	return l->cap == 0 ? 0 : probe(l, hash)->classes;
}

void
lexicon_free(struct lexicon *l)
{
	free(l->slots);
	*l = (struct lexicon){0};
}
