#include "cmd/diff-sources/vocabulary.h"

#include <endian.h>
#include <string.h>

#include "cmd/diff-sources/frequency.h"

#include "cmd/diff-sources/plain.h"

enum { STEM = 6 };

/* The first sixteen bytes of a word, which are compared at once: numbers in the order of strings. */
struct key {
	uint64_t high, low;
};

static inline uint64_t
load(const char *eight)
{
	uint64_t n;

	memcpy(&n, eight, sizeof n);
	return be64toh(n);
}

static inline struct key
key_of(const char *word, size_t len)
{
	char padded[VOCABULARY_BYTES] = {0};

	memcpy(padded, word, len < sizeof padded ? len : sizeof padded);
	return (struct key){load(padded), load(padded + 8)};
}

/* The index of the entry of a table for a word, or n. Entries of size bytes begin with their word, padded with NUL. */
static inline size_t
look_up(struct key k, const void *table, size_t n, size_t size)
{
	size_t low = 0, high = n;

	while (low < high) {
		size_t middle = (low + high) / 2;
		const char *entry = (const char *)table + middle * size;
		uint64_t entry_high = load(entry), entry_low = load(entry + 8);

		if (k.high == entry_high && k.low == entry_low)
			return middle;
		if (k.high > entry_high || (k.high == entry_high && k.low > entry_low))
			low = middle + 1;
		else
			high = middle;
	}
	return n;
}

static void
add(struct vocabulary *v, const char *word)
{
	uint64_t hash = plain_hash(word, strlen(word));

	v->bits[hash >> 6 & 255] |= UINT64_C(1) << (hash & 63);
}

void
vocabulary_fill(struct vocabulary *v)
{
	memset(v, 0, sizeof *v);
	for (size_t i = 0; i < vocabulary_table_n; i++)
		add(v, vocabulary_table[i].word);
	for (size_t i = 0; i < quantity_table_n; i++)
		add(v, quantity_table[i].word);
}

const struct quantity *
quantity_find(const char *word, size_t len)
{
	size_t i = look_up(key_of(word, len), quantity_table, quantity_table_n, sizeof *quantity_table);

	return i == quantity_table_n ? NULL : &quantity_table[i];
}

const char *
variant_find(const char *word, size_t len)
{
	size_t i = look_up(key_of(word, len), variant_table, variant_table_n, sizeof *variant_table);

	return i == variant_table_n ? NULL : variant_table[i].normal;
}

unsigned
vocabulary_classes(const char *word, size_t len)
{
	size_t i = look_up(key_of(word, len), vocabulary_table, vocabulary_table_n, sizeof *vocabulary_table);

	return i == vocabulary_table_n ? 0 : vocabulary_table[i].classes;
}

unsigned
word_frequency(const char *word, size_t len)
{
	uint64_t stem = key_of(word, len < STEM ? len : STEM).high, entry;
	size_t low = 0, high = frequency_table_n;

	while (low < high) {
		size_t middle = (low + high) / 2;

		entry = load(frequency_table[middle].stem);
		if (entry == stem)
			return frequency_table[middle].sentences;
		if (entry < stem)
			low = middle + 1;
		else
			high = middle;
	}
	return 0;
}
