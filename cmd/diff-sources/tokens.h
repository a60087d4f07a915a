/* The tokens of a row that edits are made of: words, numbers with their signs, and single marks. */
#ifndef DIFF_TOKENS_H
#define DIFF_TOKENS_H

#include <stdbool.h>
#include <stddef.h>
#include <stdint.h>

#include "common/buf.h"

enum token_kind {
	TOKEN_WORD,
	TOKEN_NUMBER,	/* holds a digit; a currency sign before it and a percent sign behind it are its own */
	TOKEN_DOUBLE,	/* a double quotation mark */
	TOKEN_SINGLE,	/* a single one; an apostrophe inside a word is part of that */
	TOKEN_PUNCTUATION /* any other character */
};

struct vocabulary;

/*
 * len bytes at text, one at the least, start bytes into its row. Tokens with
 * equal keys are the same but for case, diacritics and the shape of marks, which
 * token_equal() tells apart.
 */
struct token {
	const char *text;
	uint64_t key;
	uint32_t start, len;
	uint8_t kind;
	bool capital;	/* begins with a capital letter */
	bool initial;	/* the first word of its row or of a sentence in it */
	bool quoted;	/* stands inside quotation marks */
	bool looked_up;	/* token_look_up() has filled in what follows */
	uint8_t classes; /* WORD_... */
	uint16_t quantity; /* one more than the index of the number, day, month or unit that the word is in quantity_table, or 0 */
};

/* Zero-initialise it. With a vocabulary, words that it cannot hold are not looked up. */
struct token_list {
	struct token *list;
	size_t n, cap;
	const struct vocabulary *vocabulary;
};

/* Which quotation marks are open where a row begins, and then, where it ends. */
struct marks {
	bool in_double, in_single;
};

/* Appends the tokens of a row. Linear. Returns 0, or -1 with errno ENOMEM, or EFBIG for a row of 4 GiB. */
int tokens_add(struct token_list *, struct slice text, struct marks *);

/* Tells which double marks are open behind a text; single ones are not followed from one row to the next. */
void marks_pass(struct marks *, struct slice text);

/* Looks a token up in the vocabulary, the first time only. */
void token_look_up(struct token *);

static inline bool
token_is_word(const struct token *t)
{
	return t->kind <= TOKEN_NUMBER;
}

/* Whether two tokens with equal keys are written alike, the shape of marks apart. */
bool token_equal(const struct token *, const struct token *);

#endif
