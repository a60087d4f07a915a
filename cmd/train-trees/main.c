/*
 * train-trees: labelled rows of small integers on standard input, a C table of
 * decision trees on standard output. A row is a label (0 or 1), a TAB, and the
 * values, -128 to 127, separated by single spaces, as many in each row. The
 * options are in the usage below.
 */
#include <err.h>
#include <errno.h>
#include <stdio.h>
#include <stdlib.h>
#include <unistd.h>

#include "cmd/train-trees/boost.h"
#include "common/buf.h"

#define WIDTH_MAX 256

struct rows {
	uint8_t *labels;
	int8_t *values;
	size_t n, labels_cap, n_values, values_cap;
};

static void
usage(void)
{
	fprintf(stderr, "usage: train-trees [-l l2] [-r rate] [-t trees] -i header -n name [-p provenance] <rows >model.c\n");
	exit(2);
}

static double
positive(const char *option, const char *text)
{
	char *end;
	double value = strtod(text, &end);

	if (end == text || *end != '\0' || !(value > 0))
		errx(2, "%s %s: not a positive number", option, text);
	return value;
}

/* Adds the row in line. Returns how many values it has, 0 where it is malformed. */
static size_t
add(struct rows *r, const char *line)
{
	const char *p = line + 1;
	size_t n = 0;
	char *end;

	if ((*line != '0' && *line != '1') || *p != '\t')
		return 0;
	if (array_reserve(&r->labels, &r->labels_cap, r->n + 1, sizeof(*r->labels)) == -1)
		err(1, NULL);
	do {
		long value = strtol(++p, &end, 10);

		if (end == p || value < INT8_MIN || value > INT8_MAX || ++n > WIDTH_MAX)
			return 0;
		if (array_reserve(&r->values, &r->values_cap, r->n_values + 1, sizeof(*r->values)) == -1)
			err(1, NULL);
		r->values[r->n_values++] = (int8_t)value;
		p = end;
	} while (*p == ' ');
	r->labels[r->n++] = *line == '1';
	return *p == '\n' || *p == '\0' ? n : 0;
}

static struct boost_rows
read_rows(struct rows *r)
{
	size_t cap = 0, width = 0, n, number = 0;
	char *line = NULL;

	for (; getline(&line, &cap, stdin) != -1; width = n) {
		number++;
		n = add(r, line);
		if (n == 0 || (width != 0 && n != width))
			errx(1, "standard input:%zu: not a row of label, TAB and values", number);
	}
	if (ferror(stdin))
		err(1, "standard input");
	free(line);
	if (r->n == 0)
		errx(1, "standard input: no rows");
	return (struct boost_rows){r->values, r->labels, r->n, width};
}

static void
print_model(const struct tree *tree, size_t n, int32_t bias, const char *include, const char *name, const char *provenance)
{
	printf("/* Made by train-trees. %s */\n#include \"%s\"\n\nstatic const struct tree tree[%zu] = {\n", provenance, include, n);
	for (size_t i = 0; i < n; i++) {
		const struct tree *t = &tree[i];

		printf("\t{{%u, %u, %u}, {%d, %d, %d}, {", t->value[0], t->value[1], t->value[2], t->above[0], t->above[1], t->above[2]);
		for (size_t k = 0; k < TREE_LEAVES; k++)
			printf("%s%d", k == 0 ? "" : ", ", t->leaf[k]);
		printf("}},\n");
	}
	printf("};\n\nconst struct trees %s = {tree, %zu, %d, %d};\n", name, n, bias, BOOST_SCALE);
	if (fflush(stdout) != 0 || ferror(stdout) || fclose(stdout) != 0)
		err(1, "standard output");
}

int
main(int argc, char **argv)
{
	struct boosting how = {.trees = 300, .rate = 0.2, .l2 = 10};
	const char *name = NULL, *include = NULL, *provenance = "", *cause;
	struct rows rows = {0};
	struct boost_rows read;
	struct tree *tree;
	int32_t bias;
	int letter;

	while ((letter = getopt(argc, argv, "i:l:n:p:r:t:")) != -1)
		switch (letter) {
		case 'i':
			include = optarg;
			break;
		case 'l':
			how.l2 = positive("-l", optarg);
			break;
		case 'n':
			name = optarg;
			break;
		case 'p':
			provenance = optarg;
			break;
		case 'r':
			how.rate = positive("-r", optarg);
			break;
		case 't':
			how.trees = (size_t)strtonum(optarg, 1, 100000, &cause);
			if (cause != NULL)
				errx(2, "-t %s: %s", optarg, cause);
			break;
		default:
			usage();
		}
	if (name == NULL || include == NULL || optind != argc)
		usage();
	read = read_rows(&rows);
	tree = calloc(how.trees, sizeof(*tree));
	if (tree == NULL || boost_train(&how, &read, tree, &bias) == 0)
		err(1, NULL);
	print_model(tree, how.trees, bias, include, name, provenance);
	free(tree);
	free(rows.labels);
	free(rows.values);
	return 0;
}
