#include "cmd/diff-sources/summary.h"

const char *const summary_names[SUMMARY_N] = {
	"a", "b", "a_sents", "b_sents", "same", "edited", "split", "merged",
	"moved", "only_a", "only_b", "a_in_b", "b_in_a",
};

/* Words that the other side accounts for: of each row its linked share, at most all of it. */
static uint64_t
accounted(const struct side *s, const struct linked *linked)
{
	uint64_t words = 0, sum = 0;

	for (size_t i = 0; i < s->n; i++) {
		words += s->rows[i].n_words;
		sum += (uint64_t)s->rows[i].n_words * (linked[i].explained < 1000 ? linked[i].explained : 1000);
	}
	return words == 0 ? 0 : sum / words;
}

/* Rows of a by what becomes of them, and rows of b without a link. */
static void
count_rows(const struct comparison *c, uint64_t *counts)
{
	const struct links *l = &c->links;

	counts[COUNT_A] = counts[COUNT_ONLY_A] = c->a->side.n;
	counts[COUNT_B] = c->b->side.n;
	for (size_t i = 0, end; i < l->n; i = end) {
		enum link_op op = l->list[i].op;
		bool moved = false;

		for (end = i; end < l->n && l->list[end].a == l->list[i].a; end++) {
			op = l->list[end].op < op ? l->list[end].op : op;
			moved |= l->list[end].moved;
		}
		counts[COUNT_SAME + (int)op]++;
		counts[COUNT_ONLY_A]--;
		counts[COUNT_MOVED] += moved;
	}
	for (size_t i = 0; i < c->b->side.n; i++)
		counts[COUNT_ONLY_B] += c->links.first_of_b[i] == 0;
}

int
summary_make(struct summarizer *z, const struct comparison *c, struct summary *s)
{
	*s = (struct summary){.a_in_b = 0};
	count_rows(c, s->counts);
	if (shingles_make(&z->a, &c->terms, &c->a->side) != 0 || shingles_make(&z->b, &c->terms, &c->b->side) != 0)
		return -1;
	s->a_in_b = z->a.n > 0 ? shingles_contained(&z->a, &z->b) : accounted(&c->a->side, c->links.a);
	s->b_in_a = z->b.n > 0 ? shingles_contained(&z->b, &z->a) : accounted(&c->b->side, c->links.b);
	return 0;
}

void
summarizer_free(struct summarizer *z)
{
	shingles_free(&z->a);
	shingles_free(&z->b);
}

bool
summary_differs(const struct summary *s)
{
	return s->counts[COUNT_SAME] != s->counts[COUNT_A] || s->counts[COUNT_MOVED] != 0 || s->counts[COUNT_ONLY_B] != 0;
}
