/* How common words are in English. */
#ifndef DIFF_FREQUENCY_H
#define DIFF_FREQUENCY_H

#include <stddef.h>
#include <stdint.h>

struct frequency {
	char stem[8];
	uint16_t sentences; /* of 10000 hold it */
};

/* In alphabetical order. */
extern const struct frequency frequency_table[];
extern const size_t frequency_table_n;

#endif
