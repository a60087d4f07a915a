#include "cmd/split-sentences/vocabulary.h"

#include <stdlib.h>

#include "cmd/split-sentences/token.h"
#include "cmd/split-sentences/window.h"
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
	l->filter[hash >> 58] |= (uint64_t)1 << (hash >> 52 & 63);
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
		if (vocabulary_add(l, token_hash(w, strlen(w)), words->classes) == -1)
			return -1;
		if ((words->classes & WORD_STARTER) && is_small(w[0]) && is_small(w[1]))
			l->starters[w[0] - 'a'][w[1] - 'a'] |= (uint32_t)1 << (is_small(w[2]) ? w[2] - 'a' : STARTER_OF_TWO);
	}
	return 0;
}

bool
vocabulary_starter(const struct vocabulary *l, const char *s, const char *end)
{
	window w = window_at(s, (size_t)(end - s), 0);
	unsigned n = 1 + (unsigned)__builtin_ctz(~(window_range(w, 'a', 'z') >> 1));
	unsigned more = window_wide(w) | window_range(w, 'A', 'Z') | window_range(w, '0', '9');

	if (n == 1 || n >= WINDOW_SIZE || *s < 'A' || *s > 'Z' || (more >> n & 1))
		return false;
	return (vocabulary_find(l, window_hash(window_lower(w), n)) & WORD_STARTER) != 0;
}

void
vocabulary_clear(struct vocabulary *l)
{
	l->n = 0;
	memset(l->filter, 0, sizeof(l->filter));
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
