#include "cmd/train-linear/logistic.h"

#include <math.h>
#include <stdlib.h>

#include "common/logistic.h"

/* A 64-bit linear congruential generator (Knuth, MMIX); its high bits are the random ones. */
static uint64_t
next_random(uint64_t *state)
{
	*state = *state * 6364136223846793005u + 1442695040888963407u;
	return *state;
}

/* Fisher-Yates. */
static void
shuffle(struct example *e, size_t n, uint64_t *state)
{
	struct example swap;
	size_t j;

	for (size_t i = n; i > 1; i--) {
		j = (size_t)((next_random(state) >> 11) % i);
		swap = e[i - 1];
		e[i - 1] = e[j];
		e[j] = swap;
	}
}

/* One slot a weight, the bias last. */
struct slot {
	double weight, squares, sum;
};

static void
step(struct slot *s, double gradient, double rate)
{
	s->squares += gradient * gradient;
	if (s->squares > 0)
		s->weight -= rate * gradient / sqrt(s->squares);
}

/* Puts a random choice of the row's features at kept. Returns how many. */
static size_t
drop_out(const struct training *t, const uint32_t *f, size_t n, uint64_t *state, uint32_t *kept)
{
	size_t m = 0;

	for (size_t k = 0; k < n; k++)
		if ((double)(next_random(state) >> 40) >= t->dropout * (1 << 24))
			kept[m++] = f[k];
	return m;
}

static void
epoch(const struct training *t, const struct example *examples, size_t n, const uint32_t *features, struct slot *slots,
    uint64_t *state, uint32_t *kept)
{
	uint32_t mask = ((uint32_t)1 << t->bits) - 1;
	struct slot *bias = &slots[(size_t)mask + 1], *s;

	for (size_t i = 0; i < n; i++) {
		const struct example *e = &examples[i];
		const uint32_t *f = features + e->first;
		size_t n_f = e->n;
		double score = bias->weight, error;

		if (t->dropout > 0) {
			n_f = drop_out(t, f, n_f, state, kept);
			f = kept;
		}
		for (size_t k = 0; k < n_f; k++)
			score += slots[f[k] & mask].weight;
		error = (logistic(score) - e->label) * e->weight;
		step(bias, error, t->rate);
		for (size_t k = 0; k < n_f; k++) {
			s = &slots[f[k] & mask];
			step(s, error + t->l2 * s->weight * e->weight, t->rate);
		}
	}
}

static int
quantise(const struct slot *slots, size_t n, unsigned averaged, struct trained *out)
{
	double largest = 0, factor;

	for (size_t i = 0; i < n; i++)
		if (fabs(slots[i].sum) > largest)
			largest = fabs(slots[i].sum);
	factor = largest > 0 ? 127 / largest : 1;
	out->weights = calloc(n, 1);
	if (out->weights == NULL)
		return -1;
	for (size_t i = 0; i < n; i++)
		out->weights[i] = (int8_t)floor(slots[i].sum * factor + 0.5);
	out->bias = (int32_t)floor(slots[n].sum * factor + 0.5);
	out->scale = (int32_t)floor(factor * averaged + 0.5);
	if (out->scale < 1)
		out->scale = 1;
	return 0;
}

int
logistic_train(const struct training *t, struct example *examples, size_t n, const uint32_t *features, struct trained *out)
{
	size_t size = (size_t)1 << t->bits;
	struct slot *slots = calloc(size + 1, sizeof(*slots));
	uint64_t state = 1;
	size_t longest = 1;
	uint32_t *kept;
	unsigned averaged = 0;
	int status = -1;

	for (size_t i = 0; i < n; i++)
		if (examples[i].n > longest)
			longest = examples[i].n;
	kept = calloc(longest, sizeof(*kept));
	if (slots == NULL || kept == NULL)
		goto done;
	for (unsigned i = 0; i < t->epochs; i++) {
		shuffle(examples, n, &state);
		epoch(t, examples, n, features, slots, &state, kept);
		if (i < t->epochs / 2)
			continue;
		averaged++;
		for (size_t k = 0; k <= size; k++)
			slots[k].sum += slots[k].weight * (k < size ? 1 - t->dropout : 1);
	}
	status = quantise(slots, size, averaged, out);
done:
	free(slots);
	free(kept);
	return status;
}
