/* The weights of the models, made by `make models`. */
#ifndef SPLIT_SENTENCES_SENTENCE_MODEL_H
#define SPLIT_SENTENCES_SENTENCE_MODEL_H

#include "common/linear.h"

extern const struct linear sentence_model;

/* Of the gaps that only unpunctuated text is split at. */
extern const struct linear gap_model;

#endif
