/* What the model sees of a candidate boundary. */
#ifndef SPLIT_SENTENCES_FEATURES_H
#define SPLIT_SENTENCES_FEATURES_H

#include <stddef.h>
#include <stdint.h>

#include "cmd/split-sentences/candidate.h"
#include "cmd/split-sentences/vocabulary.h"
#include "cmd/split-sentences/token.h"

/* A candidate with the words around it: previous left MARK next. */
struct context {
	const char *text;
	size_t len, begin;
	struct candidate c;
	struct token previous;		/* only where what it is may matter, else SHAPE_NONE */
	struct token following;		/* the word after the next; of a gap or a colon alone */
	struct token left, next;
	unsigned left_class, next_class;	/* of the vocabulary */
	const struct language *language;	/* NULL where it is unknown */
	bool anonymous;		/* leave out what is particular to the language */
	bool extra;		/* a gap that is none of the candidates of text with marks */
	bool behind_hashtags;	/* a gap behind several, before a capital */
};

enum { FEATURES_MAX = 48 };

/* Sets what all candidates of a sentence share; the rest stays as it is, for context_read() fills it in. */
static inline void
context_begin(struct context *x, const char *text, size_t len, size_t begin, const struct language *language)
{
	x->text = text;
	x->len = len;
	x->begin = begin;
	x->language = language;
	x->anonymous = false;
}

/* Fills in a context for x->c, which is set. Looks at a bounded number of bytes. */
void context_read(struct context *x, const struct vocabulary *);

/* Writes at most FEATURES_MAX features, as made by linear_feature(). Returns how many. */
size_t sentence_features(const struct context *, uint32_t *features);

#endif
