/* What a token is, once it is known where it stands. */
#ifndef SPLIT_SENTENCES_DESCRIBE_H
#define SPLIT_SENTENCES_DESCRIBE_H

#include "cmd/split-sentences/token.h"
#include "cmd/split-sentences/window.h"

/* Fills in all but start and end of a token of the text, from the window that begins at its start. */
void token_describe(const char *text, window, struct token *);

#endif
