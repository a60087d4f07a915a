/*
 * train-linear: labelled feature rows on standard input, a C table of integer
 * weights on standard output. A row is a label (0 or 1, with an optional
 * weight: 1:0.5), a TAB, and the features as decimal 32-bit hashes separated
 * by single spaces. The options are in the usage below.
 */
#include <err.h>
#include <errno.h>
#include <stdint.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <unistd.h>

#include "cmd/train-linear/logistic.h"
#include "common/buf.h"

struct rows {
	struct example *examples;
	uint32_t *features;
	size_t n, examples_cap, n_features, features_cap;
};

static void
usage(void)
{
	fprintf(stderr, "usage: train-linear [-b bits] [-d dropout] [-e epochs] [-l l2] [-m least] [-r rate] -i header -n name [-p provenance] <rows >model.c\n");
	exit(2);
}

static double
positive(const char *option, const char *text)
{
	char *end;
	double value = strtod(text, &end);

	if (end == text || *end != '\0' || !(value >= 0))
		errx(2, "%s %s: not a positive number", option, text);
	return value;
}

static unsigned
whole(const char *option, const char *text, long long most)
{
	const char *cause;
	long long value = strtonum(text, 1, most, &cause);

	if (cause != NULL)
		errx(2, "%s %s: %s", option, text, cause);
	return (unsigned)value;
}

/* Adds the row in line, which strtod and strtoul take apart. Returns 0, or -1 where it is malformed. */
static int
add(struct rows *r, char *line)
{
	struct example *e;
	char *p = line, *end;

	if (array_reserve(&r->examples, &r->examples_cap, r->n + 1, sizeof(*r->examples)) == -1)
		err(1, NULL);
	e = &r->examples[r->n];
	*e = (struct example){.first = r->n_features, .weight = 1};
	if ((*p != '0' && *p != '1'))
		return -1;
	e->label = *p++ - '0';
	if (*p == ':') {
		e->weight = strtod(p + 1, &end);
		p = end;
	}
	if (*p != '\t')
		return -1;
	while (*++p != '\0' && *p != '\n') {
		if (array_reserve(&r->features, &r->features_cap, r->n_features + 1, sizeof(*r->features)) == -1)
			err(1, NULL);
		r->features[r->n_features++] = (uint32_t)strtoul(p, &end, 10);
		if (end == p || (*end != ' ' && *end != '\n' && *end != '\0'))
			return -1;
		e->n++;
		p = end;
		if (*p != ' ')
			break;
	}
	r->n++;
	return 0;
}

static void
read_rows(struct rows *r)
{
	char *line = NULL;
	size_t cap = 0, number = 0;

	while (getline(&line, &cap, stdin) != -1) {
		number++;
		if (add(r, line) == -1)
			errx(1, "standard input:%zu: not a row of label, TAB and features", number);
	}
	if (ferror(stdin))
		err(1, "standard input");
	free(line);
	if (r->n == 0)
		errx(1, "standard input: no rows");
}

/*
 * Leaves out the features that stand in fewer rows than least: what is seen
 * once or twice is learnt by heart, and takes the place of others in the table.
 * They are counted by their low 26 bits.
 */
static void
prune(struct rows *r, unsigned least)
{
	const uint32_t mask = ((uint32_t)1 << 26) - 1;
	uint8_t *count = calloc((size_t)mask + 1, 1);
	size_t kept = 0, n;

	if (count == NULL)
		err(1, NULL);
	for (size_t i = 0; i < r->n_features; i++)
		if (count[r->features[i] & mask] < UINT8_MAX)
			count[r->features[i] & mask]++;
	for (size_t i = 0; i < r->n; i++) {
		const uint32_t *f = r->features + r->examples[i].first;

		n = r->examples[i].n;
		r->examples[i].first = kept;
		for (size_t k = 0; k < n; k++)
			if (count[f[k] & mask] >= least)
				r->features[kept++] = f[k];
		r->examples[i].n = kept - r->examples[i].first;
	}
	r->n_features = kept;
	free(count);
}

static void
print_model(const struct trained *m, unsigned bits, const char *include, const char *name, const char *provenance)
{
	size_t size = (size_t)1 << bits;

	printf("/* Made by train-linear. %s */\n#include \"%s\"\n\n", provenance, include);
	printf("static const int8_t weights[%zu] = {", size);
	for (size_t i = 0; i < size; i++)
		printf("%s%d,", i % 32 == 0 ? "\n\t" : "", m->weights[i]);
	printf("\n};\n\nconst struct linear %s = {weights, %u, %d, %d};\n", name, bits, m->bias, m->scale);
	if (fflush(stdout) != 0 || ferror(stdout) || fclose(stdout) != 0)
		err(1, "standard output");
}

int
main(int argc, char **argv)
{
	struct training t = {.bits = 14, .epochs = 20, .l2 = 1e-5, .rate = 0.1};
	struct rows rows = {0};
	struct trained model;
	const char *name = NULL, *include = NULL, *provenance = "";
	unsigned least = 1;
	int letter;

	while ((letter = getopt(argc, argv, "b:d:e:i:l:m:n:p:r:")) != -1)
		switch (letter) {
		case 'b':
			t.bits = whole("-b", optarg, 20);
			break;
		case 'd':
			t.dropout = positive("-d", optarg);
			break;
		case 'e':
			t.epochs = whole("-e", optarg, 1000);
			break;
		case 'i':
			include = optarg;
			break;
		case 'l':
			t.l2 = positive("-l", optarg);
			break;
		case 'm':
			least = whole("-m", optarg, 255);
			break;
		case 'n':
			name = optarg;
			break;
		case 'p':
			provenance = optarg;
			break;
		case 'r':
			t.rate = positive("-r", optarg);
			break;
		default:
			usage();
		}
	if (name == NULL || include == NULL || optind != argc)
		usage();
	read_rows(&rows);
	if (least > 1)
		prune(&rows, least);
	if (logistic_train(&t, rows.examples, rows.n, rows.features, &model) == -1)
		err(1, NULL);
	print_model(&model, t.bits, include, name, provenance);
	free(rows.examples);
	free(rows.features);
	free(model.weights);
	return 0;
}
