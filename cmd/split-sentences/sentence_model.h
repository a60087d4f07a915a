/* The weights of the model, made by `make models`. */
#ifndef SPLIT_SENTENCES_SENTENCE_MODEL_H
#define SPLIT_SENTENCES_SENTENCE_MODEL_H

#include "common/linear.h"

extern const struct linear sentence_model;

#endif
