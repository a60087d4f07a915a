#include "cmd/diff-sources/spelling.h"

#include <string.h>

#include "cmd/diff-sources/vocabulary.h"
#include "common/words.h"

/* In place of an ending of a folded word, another, no more than eight bytes longer, for which there is room. Longer endings first. */
struct ending {
	const char *from, *to;
	uint8_t from_len, to_len, least;	/* bytes; least of the whole word, and no less than from_len */
};

/* No ending and no rule is for words shorter than this. */
enum { SHORT = 5 };

#define ENDING(from, to, least) {from, to, sizeof(from) - 1, sizeof(to) - 1, least}

static const struct ending contractions[] = {
	ENDING("won't", "willnot", 5), ENDING("can't", "cannot", 5), ENDING("shan't", "shallnot", 6),
	ENDING("n't", "not", 4), ENDING("'re", "are", 4), ENDING("'ve", "have", 3), ENDING("'ll", "will", 3), ENDING("'m", "am", 3),
};

static const struct ending endings[] = {
	ENDING("isations", "izations", 9), ENDING("isation", "ization", 8), ENDING("ising", "izing", 7), ENDING("ised", "ized", 6), ENDING("ises", "izes", 6), ENDING("ise", "ize", 6),
	ENDING("ysing", "yzing", 7), ENDING("ysed", "yzed", 6), ENDING("yse", "yze", 6), ENDING("ogues", "ogs", 7), ENDING("ogue", "og", 6),
	ENDING("tres", "ters", 6), ENDING("tre", "ter", 5), ENDING("bre", "ber", 5), ENDING("ements", "ments", 8), ENDING("ement", "ment", 7),
};

static void
replace_ending(const struct ending *table, size_t n, char *word, size_t *len)
{
	for (size_t i = 0; i < n; i++) {
		size_t from = table[i].from_len, to = table[i].to_len;

		if (*len < table[i].least || word[*len - 1] != table[i].from[from - 1] || memcmp(word + *len - from, table[i].from, from) != 0)
			continue;
		memcpy(word + *len - from, table[i].to, to);
		*len += to - from;
		word[*len] = '\0';
		return;
	}
}

static bool
is_digit(char c)
{
	return c >= '0' && c <= '9';
}

/* Keeps ASCII letters and digits and what is not ASCII; of a number also its sign and point, but no comma. */
static size_t
strip(char *word, size_t len)
{
	size_t n = 0;
	bool number = false;

	for (size_t i = 0; i < len; i++)
		number |= is_digit(word[i]);
	for (size_t i = 0; i < len; i++)
		if ((unsigned char)word[i] >= 128 || (word[i] >= 'a' && word[i] <= 'z') || is_digit(word[i]) || (number && (word[i] == '.' || word[i] == '$' || word[i] == '%')))
			word[n++] = word[i];
	word[n] = '\0';
	return n;
}

/* Folds a word of letters of ASCII, as most are; returns its length, or 0 where it is none. */
static size_t
fold_letters(const char *text, size_t len, char out[NORMAL_BYTES])
{
	size_t n = 0;

	for (; n < len && n < NORMAL_BYTES - 8; n++) {
		char c = (char)(text[n] | 32);

		if (c < 'a' || c > 'z')
			return 0;
		out[n] = c;
	}
	out[n] = '\0';
	return n == len ? n : 0;
}

size_t
spelling_plain(const char *text, size_t len, char out[NORMAL_BYTES])
{
	size_t n = fold_letters(text, len, out);

	return n > 0 ? n : strip(out, word_fold(text, len, out, NORMAL_BYTES - 8));
}

/* -our- becomes -or-, ae and oe become e, double l one, behind the first letters of a longer word. */
static size_t
apply_rules(char *word, size_t len)
{
	size_t n = 0;

	for (size_t i = 0; i < len; i++) {
		char c = word[i], next = i + 1 < len ? word[i + 1] : '\0';

		if (len >= 5 && i >= 2 && c == 'o' && next == 'u' && i + 2 < len && word[i + 2] == 'r') {
			word[n++] = 'o';
			i++;
		} else if (len >= 5 && (c == 'a' || c == 'o') && next == 'e' && i < len - 2) {
			continue;
		} else if (len >= 6 && i >= 3 && c == 'l' && next == 'l') {
			continue;
		} else {
			word[n++] = c;
		}
	}
	word[n] = '\0';
	return n;
}

size_t
spelling_normal(const char *text, size_t len, char out[NORMAL_BYTES])
{
	size_t n = fold_letters(text, len, out);
	const char *normal;

	if (n == 0) {
		n = word_fold(text, len, out, NORMAL_BYTES - 8);
		out[n] = '\0';
		if (memchr(out, '\'', n) != NULL)
			replace_ending(contractions, sizeof contractions / sizeof *contractions, out, &n);
		n = strip(out, n);
	}
	normal = variant_find(out, n);
	if (normal != NULL) {
		n = strlen(normal);
		memcpy(out, normal, n + 1);
	}
	if (n < SHORT)
		return n;
	replace_ending(endings, sizeof endings / sizeof *endings, out, &n);
	return apply_rules(out, n);
}

static bool
is_vowel(char c)
{
	return strchr("aeiouy", c) != NULL;
}

/* The consonants of a name with a dot for each run of vowels; double consonants once, k for q, g for h. Returns false where the name is short or not plain Latin. */
static bool
skeleton(const struct token *t, char out[NORMAL_BYTES], char *last)
{
	char name[NORMAL_BYTES];
	size_t len = spelling_plain(t->text, t->len, name), n = 0;

	if (len < 4)
		return false;
	for (size_t i = 0; i < len; i++) {
		char c = name[i] == 'q' ? 'k' : name[i] == 'h' ? 'g' : name[i]; /* Sergiy, Serhiy */

		if ((unsigned char)c < 'a' || (unsigned char)c > 'z')
			return false;
		if (is_vowel(c))
			c = '.';
		if (n == 0 || out[n - 1] != c)
			out[n++] = c;
	}
	out[n] = '\0';
	*last = name[len - 1];
	return true;
}

/* Two endings in vowels that may stand for one sound: -y, -i, -iy, -ei; not -a and -o. */
static bool
endings_agree(char a, char b)
{
	return a == b || !is_vowel(a) || (strchr("iye", a) != NULL && strchr("iye", b) != NULL);
}

/* The letters that the normal form of a word with this first letter may begin with, a bit each: by variant_table and the rules. */
static uint32_t
first_letters(char first)
{
#define LETTER(c) (UINT32_C(1) << ((c) - 'a'))
	static const uint32_t others[26] = {
		['a' - 'a'] = LETTER('e'), ['b' - 'a'] = LETTER('m'), ['c' - 'a'] = LETTER('k'), ['d' - 'a'] = LETTER('i'), ['e' - 'a'] = LETTER('i'),
		['g' - 'a'] = LETTER('j'), ['k' - 'a'] = LETTER('c') | LETTER('g'), ['o' - 'a'] = LETTER('e'), ['p' - 'a'] = LETTER('b'),
		['q' - 'a'] = LETTER('g') | LETTER('k'), ['r' - 'a'] = LETTER('y'),
	};

	first |= 32;
	return first >= 'a' && first <= 'z' ? others[first - 'a'] | LETTER(first) : UINT32_MAX;
#undef LETTER
}

bool
spelling_may_agree(const struct token *a, const struct token *b)
{
	return (first_letters(*a->text) & first_letters(*b->text)) != 0;
}

bool
spelling_alike(const struct token *a, const struct token *b)
{
	char x[NORMAL_BYTES], y[NORMAL_BYTES], last_x, last_y;
	size_t n = spelling_may_agree(a, b) ? spelling_normal(a->text, a->len, x) : 0;

	if (n > 0 && n == spelling_normal(b->text, b->len, y) && memcmp(x, y, n) == 0)
		return true;
	return a->capital && b->capital && a->kind == TOKEN_WORD && b->kind == TOKEN_WORD &&
	    skeleton(a, x, &last_x) && skeleton(b, y, &last_y) && strcmp(x, y) == 0 && endings_agree(last_x, last_y);
}

/* "n't", with either apostrophe. */
static bool
ends_in_not(const struct token *t)
{
	return t->len > 3 && t->text[t->len - 1] == 't' && (t->text[t->len - 2] == '\'' || (unsigned char)t->text[t->len - 2] == 0x99);
}

void
token_look_up(struct token *t)
{
	const struct quantity *quantity;
	char plain[NORMAL_BYTES];
	size_t len;

	if (t->looked_up)
		return;
	t->looked_up = true;
	if (t->kind != TOKEN_WORD)
		return;
	len = spelling_plain(t->text, t->len, plain);
	t->classes = (uint8_t)vocabulary_classes(plain, len);
	if (ends_in_not(t))
		t->classes |= WORD_NEGATION;
	quantity = quantity_find(plain, len);
	if (quantity != NULL && (t->capital || quantity->kind != QUANTITY_MONTH))
		t->quantity = (uint16_t)(quantity - quantity_table + 1);
}
