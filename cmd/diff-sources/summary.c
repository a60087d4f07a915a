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

struct summary
summary_of(const struct comparison *c)
{
	const struct links *l = &c->links;
	struct summary s = {.counts[COUNT_A] = c->a->side.n, .counts[COUNT_B] = c->b->side.n};

	for (size_t i = 0, end; i < l->n; i = end) {
		enum link_op op = l->list[i].op;
		bool moved = false;

		for (end = i; end < l->n && l->list[end].a == l->list[i].a; end++) {
			op = l->list[end].op < op ? l->list[end].op : op;
			moved |= l->list[end].moved;
		}
		s.counts[COUNT_SAME + (int)op]++;
		s.counts[COUNT_MOVED] += moved;
	}
	s.counts[COUNT_ONLY_A] = s.counts[COUNT_A];
	for (int k = COUNT_SAME; k <= COUNT_MERGED; k++)
		s.counts[COUNT_ONLY_A] -= s.counts[k];
	for (size_t i = 0; i < c->b->side.n; i++)
		s.counts[COUNT_ONLY_B] += c->first_of_b[i] == 0;
	s.a_in_b = accounted(&c->a->side, l->a);
	s.b_in_a = accounted(&c->b->side, l->b);
	return s;
}

bool
summary_differs(const struct summary *s)
{
	return s->counts[COUNT_SAME] != s->counts[COUNT_A] || s->counts[COUNT_MOVED] != 0 || s->counts[COUNT_ONLY_B] != 0;
}
