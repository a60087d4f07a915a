#include "cmd/diff-sources/vocabulary.h"

#include <stdlib.h>
#include <string.h>

#include "cmd/diff-sources/frequency.h"

enum { STEM = 6 };

/* The index of the entry of a table for a word, or n. Entries of size bytes begin with the pointer to their word. */
static inline size_t
look_up(const char *word, const void *table, size_t n, size_t size)
{
	size_t low = 0, high = n;

	while (low < high) {
		size_t middle = (low + high) / 2;
		const char *entry = *(const char *const *)(const void *)((const char *)table + middle * size);
		int order = (unsigned char)*word - (unsigned char)*entry;

		if (order == 0)
			order = strcmp(word, entry);
		if (order == 0)
			return middle;
		if (order > 0)
			low = middle + 1;
		else
			high = middle;
	}
	return n;
}

const struct quantity *
quantity_find(const char *word)
{
	size_t i = look_up(word, quantity_table, quantity_table_n, sizeof *quantity_table);

	return i == quantity_table_n ? NULL : &quantity_table[i];
}

const char *
variant_find(const char *word)
{
	size_t i = look_up(word, variant_table, variant_table_n, sizeof *variant_table);

	return i == variant_table_n ? NULL : variant_table[i].normal;
}

unsigned
vocabulary_classes(const char *word)
{
	size_t i = look_up(word, vocabulary_table, vocabulary_table_n, sizeof *vocabulary_table);

	return i == vocabulary_table_n ? 0 : vocabulary_table[i].classes;
}

static int
compare_stem(const void *key, const void *entry)
{
	return strncmp(key, ((const struct frequency *)entry)->stem, STEM);
}

unsigned
word_frequency(const char *word)
{
	const struct frequency *f = bsearch(word, frequency_table, frequency_table_n, sizeof *frequency_table, compare_stem);

	return f == NULL ? 0 : f->sentences;
}
