#include "cmd/strip-boilerplate/rules.h"

#include <stdlib.h>
#include <string.h>

#include "common/buf.h"

/* A word of the phrases, or a stem of words. */
struct entry {
	uint32_t check;		/* half of its hash; the other half says where it stands */
	uint16_t symbol;	/* from 1; 0 is an empty slot */
	bool stem;
};

struct edge {
	uint32_t state;
	uint16_t symbol;	/* 0 is an empty slot */
	uint16_t next;
};

struct state {
	const struct rule_match *matches;	/* of this state, then of the states on the way back */
	uint16_t fail, depth;
	uint16_t parent, symbol;
};

struct rules {
	struct entry *entries;
	struct edge *edges;
	struct state *states;
	struct rule_match *matches;	/* one a rule */
	uint16_t *root;		/* the edges of state 0, by symbol */
	size_t entry_mask, edge_mask, n_states, n_symbols;
	struct rule_filter filter;
	uint64_t words[RULE_FILTER], stems[RULE_FILTER];	/* filters of all words, and of the stems */
};

static void
set_bit(uint64_t *bits, uint64_t hash)
{
	bits[hash / 64 % RULE_FILTER] |= (uint64_t)1 << (hash % 64);
}

static struct entry *
entry_of(const struct rules *r, uint64_t hash)
{
	size_t i = (size_t)hash & r->entry_mask;

	while (r->entries[i].symbol != 0 && r->entries[i].check != (uint32_t)(hash >> 32))
		i = (i + 1) & r->entry_mask;
	return &r->entries[i];
}

static struct edge *
edge_of(const struct rules *r, uint32_t state, uint16_t symbol)
{
	size_t i = (state * 0x9e3779b1u ^ symbol * 0x85ebca6bu) >> 7 & r->edge_mask;

	while (r->edges[i].symbol != 0 && (r->edges[i].state != state || r->edges[i].symbol != symbol))
		i = (i + 1) & r->edge_mask;
	return &r->edges[i];
}

/* The shortest stem of the table that the word begins with, or 0. */
static uint16_t
stem_of(const struct rules *r, const struct folded_word *w)
{
	struct folded_word prefix;
	const struct entry *e;

	word_clear(&prefix);
	for (unsigned i = 0; i < w->len; i++) {
		word_byte(&prefix, (unsigned char)w->bytes[i]);
		if (i + 1 < STEM_BYTES || !rule_filter_has(r->stems, prefix.hash))
			continue;
		e = entry_of(r, prefix.hash);
		if (e->symbol != 0 && e->stem)
			return e->symbol;
	}
	return 0;
}

/* The shortest stem of the table that the word begins with, else the word itself; 0 where the table, less what filter leaves out, has neither. */
static uint16_t
symbol_of(const struct rules *r, const struct folded_word *w, const uint64_t *filter)
{
	const struct entry *e;
	uint16_t symbol;

	if (w->len >= STEM_BYTES && rule_filter_has(r->filter.heads, word_head(w)) && (symbol = stem_of(r, w)) != 0)
		return symbol;
	if (!rule_filter_has(filter, w->hash))
		return 0;
	e = entry_of(r, w->hash);
	return e->stem ? 0 : e->symbol;
}

/* The word at p, which ends at a space or the string's end; *stem tells of a * behind it. Returns where the next begins, or NULL. */
static const char *
phrase_word(const char *p, struct folded_word *w, bool *stem)
{
	size_t len = strcspn(p, " ");
	const char *next = p[len] == ' ' ? p + len + 1 : NULL;

	*stem = p[len - 1] == '*';
	word_clear(w);
	for (size_t i = 0; i < len - *stem; i++)
		word_byte(w, (unsigned char)p[i]);
	return next;
}

/* Gives a symbol to each stem of the table, or to each other word that no stem covers. */
static void
add_words(struct rules *r, const struct rule *table, size_t n, bool stems)
{
	struct folded_word w = {0};
	struct entry *e;
	bool stem;

	for (size_t i = 0; i < n; i++)
		for (const char *p = table[i].phrase; p != NULL;) {
			p = phrase_word(p, &w, &stem);
			if (stem != stems || symbol_of(r, &w, r->words) != 0)
				continue;
			e = entry_of(r, w.hash);
			*e = (struct entry){(uint32_t)(w.hash >> 32), (uint16_t)++r->n_symbols, stem};
			if (stem) {
				set_bit(r->filter.heads, word_head(&w));
				set_bit(r->stems, w.hash);
			} else
				set_bit(r->words, w.hash);
		}
}

static void
add_phrases(struct rules *r, const struct rule *table, size_t n)
{
	struct folded_word w;
	struct edge *e;
	bool stem = false;

	r->n_states = 1;
	for (size_t i = 0; i < n; i++) {
		uint16_t at = 0, symbol;

		for (const char *p = table[i].phrase; p != NULL;) {
			p = phrase_word(p, &w, &stem);
			symbol = symbol_of(r, &w, r->words);
			if (at == 0 && !stem)
				set_bit(r->filter.first_words, w.hash);
			e = edge_of(r, at, symbol);
			if (e->symbol == 0) {
				*e = (struct edge){at, symbol, (uint16_t)r->n_states};
				r->states[r->n_states++] = (struct state){.depth = (uint16_t)(r->states[at].depth + 1), .parent = at, .symbol = symbol};
			}
			at = e->next;
		}
		r->matches[i] = (struct rule_match){r->states[at].matches, stem ? 0 : w.hash, (uint16_t)i, r->states[at].depth};
		r->states[at].matches = &r->matches[i];
	}
}

static uint32_t
follow(const struct rules *r, uint32_t state, uint16_t symbol)
{
	const struct edge *e;

	for (;;) {
		e = edge_of(r, state, symbol);
		if (e->symbol != 0)
			return e->next;
		if (state == 0)
			return 0;
		state = r->states[state].fail;
	}
}

/* Puts the matches of the way back behind a state's own. */
static void
join(struct rules *r, struct state *s, const struct rule_match *back)
{
	const struct rule_match *last = s->matches;

	if (last == NULL) {
		s->matches = back;
		return;
	}
	while (last->next != NULL)
		last = last->next;
	r->matches[last->rule].next = back;
}

/* Sets the ways back, a depth at a time, since each is shallower than where it starts. */
static void
link_states(struct rules *r)
{
	size_t left = r->n_states - 1;

	for (uint16_t depth = 1; left > 0; depth++)
		for (size_t i = 1; i < r->n_states; i++) {
			struct state *s = &r->states[i];

			if (s->depth != depth)
				continue;
			left--;
			s->fail = (uint16_t)(depth == 1 ? 0 : follow(r, r->states[s->parent].fail, s->symbol));
			join(r, s, r->states[s->fail].matches);
		}
}

static size_t
power_above(size_t n)
{
	size_t p = 64;

	while (p < n)
		p *= 2;
	return p;
}

struct rules *
rules_new(const struct rule *table, size_t n)
{
	struct rules *r = calloc(1, sizeof(*r));
	size_t words = 1;

	if (r == NULL)
		return NULL;
	for (size_t i = 0; i < n; i++) {
		words++;
		for (const char *p = table[i].phrase; *p != '\0'; p++)
			words += *p == ' ';
	}
	r->entry_mask = r->edge_mask = power_above(words * 2) - 1;
	r->entries = calloc(r->entry_mask + 1, sizeof(*r->entries));
	r->edges = calloc(r->edge_mask + 1, sizeof(*r->edges));
	r->states = calloc(words, sizeof(*r->states));
	r->matches = calloc(n + 1, sizeof(*r->matches));
	r->root = calloc(words, sizeof(*r->root));
	if (r->entries == NULL || r->edges == NULL || r->states == NULL || r->matches == NULL || r->root == NULL) {
		rules_free(r);
		return NULL;
	}
	add_words(r, table, n, true);
	add_words(r, table, n, false);
	add_phrases(r, table, n);
	link_states(r);
	for (size_t i = 1; i <= r->n_symbols; i++)
		r->root[i] = (uint16_t)follow(r, 0, (uint16_t)i);
	return r;
}

void
rules_free(struct rules *r)
{
	if (r == NULL)
		return;
	free(r->entries);
	free(r->edges);
	free(r->states);
	free(r->matches);
	free(r->root);
	free(r);
}

const struct rule_filter *
rules_filter(const struct rules *r)
{
	return &r->filter;
}

uint32_t
rules_step(const struct rules *r, uint32_t state, const struct folded_word *w)
{
	uint16_t symbol;

	if (state == 0)
		return r->root[symbol_of(r, w, r->filter.first_words)];
	symbol = symbol_of(r, w, r->words);
	return symbol == 0 ? 0 : follow(r, state, symbol);
}

const struct rule_match *
rules_first(const struct rules *r, uint32_t state)
{
	return r->states[state].matches;
}
