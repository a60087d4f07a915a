/* Why a paragraph was judged as it was, in words. */
#include <stdlib.h>
#include <string.h>

#include "cmd/strip-boilerplate/classify.h"

enum { REASONS = 4 };

static int
append(struct buf *out, const char *s)
{
	return buf_append(out, s, strlen(s));
}

/* A weight in tenths of a unit of log odds, signed. */
static int
append_weight(struct buf *out, int32_t weight, int32_t scale)
{
	int32_t tenths = (weight < 0 ? -weight : weight) * 10 / scale;
	char digits[16], *p = digits + sizeof(digits);

	*--p = '\0';
	*--p = (char)('0' + tenths % 10);
	*--p = '.';
	do {
		*--p = (char)('0' + (tenths /= 10) % 10);
	} while (tenths >= 10);
	*--p = weight < 0 ? '-' : '+';
	return append(out, p);
}

/* The first kind that has the same name. */
static unsigned
group_of(unsigned kind)
{
	unsigned k = 0;

	while (strcmp(feature_name(k), feature_name(kind)) != 0)
		k++;
	return k;
}

/* The features with the largest weights that pull the way of the decision, by name. */
static int
append_features(const struct linear *m, const struct features *f, bool boilerplate, struct buf *out)
{
	int32_t sums[UINT8_MAX + 1] = {0};
	uint32_t mask = ((uint32_t)1 << m->bits) - 1;
	unsigned best, n = 0;

	for (size_t i = 0; i < f->n; i++)
		sums[group_of(f->kind[i])] += m->weights[f->hash[i] & mask];
	for (; n < REASONS; n++) {
		best = 0;
		for (unsigned k = 1; feature_name(k) != NULL; k++)
			if (boilerplate ? sums[k] > sums[best] : sums[k] < sums[best])
				best = k;
		if ((boilerplate ? sums[best] : -sums[best]) * 10 < m->scale)
			break;
		if ((n > 0 && append(out, ", ") == -1) || append(out, feature_name(best)) == -1 || buf_byte(out, ' ') == -1 ||
		    append_weight(out, sums[best], m->scale) == -1)
			return -1;
		sums[best] = 0;
	}
	return n > 0 ? 0 : append(out, "nothing much");
}

int
classifier_explain(struct classifier *c, size_t i, const struct judgement *j, struct slice text, struct buf *out)
{
	const struct block *b = &classifier_blocks(c)[i];
	struct features *f;
	int status;

	switch (j->why) {
	case WHY_EMPTY:
		return append(out, "no letter or digit");
	case WHY_KNOWN:
		return append(out, "known repeat of its site");
	case WHY_TRIM:
		return append(out, "cut");
	case WHY_DATE:
		return append(out, "a date, or a line beside one");
	case WHY_CAPTION:
		return append(out, "ends in the credit of a picture");
	case WHY_RULE:
		return append(out, "rule: ") == -1 || append(out, rule_table[b->sure].phrase) == -1 ? -1 : 0;
	case WHY_NOTICE:
	case WHY_MODEL:
		break;
	}
	f = malloc(sizeof(*f));
	if (f == NULL || append(out, j->why == WHY_NOTICE ? "notice: " : "model: ") == -1) {
		free(f);
		return -1;
	}
	classifier_features(c, j->why == WHY_NOTICE ? STAGE_NOTICE : STAGE_FULL, i, text, f);
	status = append_features(classifier_model(c, j->why == WHY_NOTICE ? STAGE_NOTICE : STAGE_FULL), f, j->score >= 500, out);
	if (status == 0 && b->rule != -1 && j->score >= 500)
		status = append(out, "; phrase: ") == -1 ? -1 : append(out, rule_table[b->rule].phrase);
	free(f);
	return status;
}
