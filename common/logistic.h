/* The logistic function: in integers for the tools, in doubles for what trains their models. */
#ifndef COMMON_LOGISTIC_H
#define COMMON_LOGISTIC_H

#include <stdint.h>

/*
 * The probability that a score stands for, in thousandths, 0 to 1000: the
 * logistic function of score / scale, from a table, with integers only. scale,
 * above 0, is the score of one unit of log odds.
 */
int logistic_probability(int32_t score, int32_t scale);

/* 1 / (1 + e^-x), the same on any machine with IEEE 754 doubles. */
double logistic(double x);

#endif
