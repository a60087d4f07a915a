/* Words beside a candidate boundary, and their shapes. */
#ifndef SPLIT_SENTENCES_TOKEN_H
#define SPLIT_SENTENCES_TOKEN_H

#include <stdbool.h>
#include <stddef.h>
#include <stdint.h>

enum token_shape {
	SHAPE_NONE,		/* there is no token */
	SHAPE_LOWER,		/* word */
	SHAPE_CAPITALISED,	/* Word, McDonald */
	SHAPE_CAPITALS,		/* NATO */
	SHAPE_INITIAL,		/* J */
	SHAPE_LETTER,		/* a */
	SHAPE_NUMBER,		/* 1,000.5 */
	SHAPE_NUMBER_SMALL,	/* 1 to 31 */
	SHAPE_YEAR,		/* 1100 to 2099 */
	SHAPE_ORDINAL,		/* 5th, 20km */
	SHAPE_CODE,		/* F-16 */
	SHAPE_DOTTED,		/* u.s, e.g */
	SHAPE_ADDRESS,		/* www.example.org */
	SHAPE_CASELESS,		/* letters of a script without case */
	SHAPE_IDEOGRAPH,
	SHAPE_OTHER,
	SHAPE_COUNT
};

/* A token: bytes [start, end) of the text; hash is its token_hash(). */
struct token {
	size_t start, end;
	uint64_t hash;
	uint32_t first, last;	/* code points, 0 where there is none */
	unsigned characters;
	bool plain;		/* at most WINDOW_SIZE letters of ASCII and nothing else */
	enum token_shape shape;
};

/* No token is read further than this many bytes. */
enum { TOKEN_MAX = 48 };

/*
 * The token that starts at start: letters, digits and combining marks, joined
 * by single apostrophes, points, hyphens and the like; where there is none, the
 * one character there, or nothing at len.
 */
void token_at(const char *text, size_t len, size_t start, struct token *);

/*
 * The token that ends at end, back to white space, a quotation mark, a bracket
 * or a dash, and not before begin. It ends with what precedes end, be it a
 * letter or not.
 */
void token_before(const char *text, size_t len, size_t begin, size_t end, struct token *);

/* The part of a token behind its last hyphen, slash or apostrophe; false where it has none. */
bool token_tail(const char *text, size_t len, const struct token *, struct token *tail);

/* A hash of the lower case of the len bytes at s, of the first TOKEN_MAX where there are more. */
uint64_t token_hash(const char *s, size_t len);

/* token_hash() of two tokens with a dot between them, which the first may end with: "a.b", however it is spaced. */
uint64_t token_hash_joined(const char *text, const struct token *, const struct token *);

/* The last three code points of a token, in lower case. */
uint64_t token_suffix(const char *text, const struct token *);

/* token_skip_space() and token_skip_space_back() for any bytes. */
size_t token_skip_any_space(const char *text, size_t len, size_t pos, unsigned *n);
size_t token_skip_any_space_back(const char *text, size_t begin, size_t pos);

/* True for the bytes of ASCII that are neither white space nor control characters. */
static inline bool
token_visible(char c)
{
	return c > ' ' && c < 0x7f;
}

/* The position behind the white space at pos; how many of its characters are counted in *n. */
static inline size_t
token_skip_space(const char *text, size_t len, size_t pos, unsigned *n)
{
	*n = 0;
	return pos < len && token_visible(text[pos]) ? pos : token_skip_any_space(text, len, pos, n);
}

/* The position before the white space that ends at pos, not before begin. */
static inline size_t
token_skip_space_back(const char *text, size_t begin, size_t pos)
{
	return pos > begin && token_visible(text[pos - 1]) ? pos : token_skip_any_space_back(text, begin, pos);
}

#endif
