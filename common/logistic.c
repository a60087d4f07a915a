#include "common/logistic.h"

enum { STEPS = 16, LAST = 128 };

/* 1000 / (1 + exp(-i / 16)), rounded, for i from 0 to 128. */
static const int16_t logistic_table[LAST + 1] = {
	500, 516, 531, 547, 562, 577, 593, 608, 622, 637, 651, 665, 679, 693, 706, 719,
	731, 743, 755, 766, 777, 788, 798, 808, 818, 827, 835, 844, 852, 860, 867, 874,
	881, 887, 893, 899, 905, 910, 915, 920, 924, 928, 932, 936, 940, 943, 947, 950,
	953, 955, 958, 960, 963, 965, 967, 969, 971, 972, 974, 976, 977, 978, 980, 981,
	982, 983, 984, 985, 986, 987, 988, 988, 989, 990, 990, 991, 991, 992, 992, 993,
	993, 994, 994, 994, 995, 995, 995, 996, 996, 996, 996, 997, 997, 997, 997, 997,
	998, 998, 998, 998, 998, 998, 998, 998, 998, 999, 999, 999, 999, 999, 999, 999,
	999, 999, 999, 999, 999, 999, 999, 999, 999, 999, 1000, 1000, 1000, 1000, 1000, 1000,
	1000,
};

int
logistic_probability(int32_t score, int32_t scale)
{
	int64_t distance = (score < 0 ? -(int64_t)score : score) * STEPS, step, rest;
	int p;

	step = distance / scale;
	rest = distance % scale;
	if (step >= LAST)
		p = logistic_table[LAST];
	else
		p = logistic_table[step] + (int)((logistic_table[step + 1] - logistic_table[step]) * rest / scale);
	return score < 0 ? 1000 - p : p;
}

/*
 * e^x for x <= 0 from basic operations only, so that no mathematics library's
 * last bit shows in the weights: (1 + x/1024 + (x/1024)^2/2)^1024.
 */
static double
exponential(double x)
{
	double y = x / 1024, r = 1 + y + y * y / 2;

	if (x < -40)
		return 0;
	for (int i = 0; i < 10; i++)
		r *= r;
	return r;
}

double
logistic(double x)
{
	return x < 0 ? exponential(x) / (1 + exponential(x)) : 1 / (1 + exponential(-x));
}
