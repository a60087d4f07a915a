/* What is counted and measured, for trees to decide by. */
#ifndef TAG_QUOTES_VALUES_H
#define TAG_QUOTES_VALUES_H

#include "cmd/tag-quotes/passage.h"

/* Values being written: the next goes to at. */
struct values {
	int8_t *at;
};

/* Writes a value, or the nearest one that fits. */
static inline void
values_add(struct values *v, int64_t value)
{
	*v->at++ = (int8_t)(value < INT8_MIN ? INT8_MIN : value > INT8_MAX ? INT8_MAX : value);
}

#endif
