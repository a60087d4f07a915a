/* The weights of the models, made by `make models`. */
#ifndef SPLIT_SENTENCES_SENTENCE_MODEL_H
#define SPLIT_SENTENCES_SENTENCE_MODEL_H

#include "common/linear.h"

extern const struct linear sentence_model;

/* Of the gaps of unpunctuated text. */
extern const struct linear gap_model;

#endif
