/* Feature rows of one article. Errors end the program. */
#ifndef TAG_QUOTES_ROWS_H
#define TAG_QUOTES_ROWS_H

#include "cmd/tag-quotes/features.h"
#include "cmd/tag-quotes/train/gold.h"

/* Prints the rows that the model of a question learns from folder/name.txt, in that language, and its annotation. */
void rows_print(const char *language, enum question, const struct gold *, const char *folder, const char *name);

#endif
