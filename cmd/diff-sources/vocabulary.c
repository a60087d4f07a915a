#include "cmd/diff-sources/vocabulary.h"

#include <stdlib.h>
#include <string.h>

#include "cmd/diff-sources/frequency.h"

enum { STEM = 6 };

static int
compare_quantity(const void *key, const void *entry)
{
	return strcmp(key, ((const struct quantity *)entry)->word);
}

const struct quantity *
quantity_find(const char *word)
{
	return bsearch(word, quantity_table, quantity_table_n, sizeof *quantity_table, compare_quantity);
}

static int
compare_variant(const void *key, const void *entry)
{
	return strcmp(key, ((const struct variant *)entry)->word);
}

const char *
variant_find(const char *word)
{
	const struct variant *v = bsearch(word, variant_table, variant_table_n, sizeof *variant_table, compare_variant);

	return v == NULL ? NULL : v->normal;
}

static int
compare_word(const void *key, const void *entry)
{
	return strcmp(key, ((const struct vocabulary_word *)entry)->word);
}

unsigned
vocabulary_classes(const char *word)
{
	const struct vocabulary_word *w = bsearch(word, vocabulary_table, vocabulary_table_n, sizeof *vocabulary_table, compare_word);

	return w == NULL ? 0 : w->classes;
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
