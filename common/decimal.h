/* Whole numbers in decimal digits. */
#ifndef COMMON_DECIMAL_H
#define COMMON_DECIMAL_H

#include <stdint.h>

/* The room that decimal_append() wants: the digits of the largest number of 64 bits. */
enum { DECIMAL_SIZE = 20 };

/* Writes a number at out, which has room for DECIMAL_SIZE bytes. Returns the end of its digits, behind which bytes may be overwritten. */
char *decimal_append(char *out, uint64_t number);

#endif
