#include "cmd/diff-sources/postings.h"

#include <stdlib.h>
#include <string.h>

enum { PLACES_MIN = 1024 };

static int
make_room(struct postings *p, const struct term_side *ts, const struct side *s)
{
	size_t n = 0;

	for (size_t k = 0; k < ts->n_open; k++)
		n += s->rows[ts->open[k]].n_words;
	p->places = PLACES_MIN;
	while (p->places < n / 2) /* most of them are of few words */
		p->places *= 2;
	if (array_reserve(&p->rows, &p->rows_cap, n, sizeof *p->rows) != 0 ||
	    array_reserve(&p->first, &p->first_cap, p->places + 1, sizeof *p->first) != 0)
		return -1;
	memset(p->first, 0, (p->places + 1) * sizeof *p->first);
	return 0;
}

int
postings_make(struct postings *p, const struct term_side *ts, const struct side *s)
{
	uint32_t total = 0;

	if (make_room(p, ts, s) != 0)
		return -1;
	for (size_t k = 0; k < ts->n_open; k++) {
		const struct side_row *r = &s->rows[ts->open[k]];

		for (uint32_t i = 0; i < r->n_words; i++)
			p->first[postings_place(p, s->words[r->first_word + i])]++;
	}
	for (size_t i = 0; i <= p->places; i++) {
		total += p->first[i];
		p->first[i] = total;
	}
	for (size_t k = ts->n_open; k-- > 0;) {
		const struct side_row *r = &s->rows[ts->open[k]];

		for (uint32_t i = 0; i < r->n_words; i++)
			p->rows[--p->first[postings_place(p, s->words[r->first_word + i])]] = ts->open[k];
	}
	return 0;
}

void
postings_free(struct postings *p)
{
	free(p->rows);
	free(p->first);
	*p = (struct postings){0};
}
