#include "cmd/tag-quotes/link.h"

#include "cmd/tag-quotes/clause.h"

void
link_range(const struct passage *p, const struct quoted_tokens *q, uint32_t *first, uint32_t *end)
{
	*first = q->first > LINK_REACH ? q->first - LINK_REACH : 0;
	*end = p->tokens.n > q->end + LINK_REACH ? q->end + LINK_REACH : (uint32_t)p->tokens.n;
}

/* What lies between a cue and a quote: stops, commas, other quotes and cues. */
struct gap {
	uint64_t length, stops, commas, quotes, cues, colon, finite;
};

static struct gap
gap_between(const struct passage *p, uint32_t from, uint32_t to)
{
	struct gap g = {.length = to - from};
	bool inside = false;

	for (uint32_t i = from; i < to; i++) {
		const struct token *t = &p->tokens.t[i];

		if (t->flags & TOKEN_QUOTED) {
			g.quotes += !inside;
			inside = true;
			continue;
		}
		inside = false;
		g.stops += t->tag == TAG_STOP;
		g.commas += t->tag == TAG_COMMA;
		g.colon += t->tag == TAG_COLON;
		g.cues += t->cue >= 50;
		g.finite += tag_is_finite((enum tag)t->tag);
	}
	return g;
}

static uint64_t
most(uint64_t n, uint64_t limit)
{
	return n > limit ? limit : n;
}

void
link_features(struct features *restrict f, const struct passage *p, size_t number, uint32_t c)
{
	const struct quoted_tokens *q = &p->quotes[number];
	const struct token *t = &p->tokens.t[c];
	ptrdiff_t i = c, before = (ptrdiff_t)q->first - 2, after = (ptrdiff_t)q->end + 1;
	bool right = c >= q->end;
	struct gap g = right ? gap_between(p, q->end, c) : gap_between(p, c + 1, q->first);
	uint64_t side = right, w = t->hash, probability = bucket(t->cue / 5u), near = bucket(g.length);
	uint64_t stops = most(g.stops, 2), quotes = most(g.quotes, 2), cues = most(g.cues, 2);
	uint64_t capital = p->tokens.t[q->first].flags & TOKEN_CAPITAL, words = most(bucket(q->end - q->first), 8);
	enum tag last = tag_at(p, (ptrdiff_t)q->end - 1), lead = tag_at(p, before), next = tag_at(p, after);
	uint64_t same = p->sentence_of[c] == p->sentence_of[q->first];
	uint64_t has_after = number + 1 < p->n_quotes, has_before = number > 0;

	features_begin(f);
	features_add(f, 0);
	features_add(f, join2(side, probability));
	features_add(f, join3(side, probability, near));
	features_add(f, join3(side, stops, quotes));
	features_add(f, join3(join2(side, stops), quotes, cues));
	features_add(f, join3(join2(side, same), probability, cues));
	features_add(f, join2(side, w));
	features_add(f, join3(side, w, near));
	features_add(f, join3(side, w, join2(stops, quotes)));
	features_add(f, join3(side, near, last));
	features_add(f, join3(side, near, join2(stops, quotes)));
	features_add(f, join3(side, lead, next));
	features_add(f, join3(join2(side, lead), next, join2(capital, last)));
	features_add(f, join3(join2(side, lead), capital, probability));
	features_add(f, join3(join2(side, next), last, probability));
	features_add(f, join3(join2(side, t->tag), tag_at(p, i - 1), tag_at(p, i + 1)));
	features_add(f, join3(side, probability, join2(tag_at(p, i - 1), tag_at(p, i + 1))));
	features_add(f, join3(side, w, tag_at(p, i - 1)));
	features_add(f, join3(side, w, tag_at(p, i + 1)));
	features_add(f, join3(side, capital, join3(g.colon > 0, probability, stops)));
	features_add(f, join3(side, most(g.commas, 3), join2(cues, stops)));
	features_add(f, join3(side, most(g.finite, 3), join2(cues, near)));
	features_add(f, join3(side, t->speech / 20u, probability));
	features_add(f, join3(side, words, join2(capital, near)));
	features_add(f, join3(join2(side, has_before), has_after, join3(same, stops, quotes)));
	features_add(f, join3(t->tag == TAG_COLON, near, side));
	features_add(f, join3(join2(side, hash_at(p, i + 1)), probability, near < 5));
	features_add(f, join3(join2(side, hash_at(p, i - 1)), probability, near < 5));
	features_add(f, join3(side, q->quoted->continues, q->quoted->unclosed));
	features_add(f, join3(side, hash_at(p, right ? after : before), probability));
}

struct link
link_find(const struct passage *p, size_t q)
{
	struct link link = {.odds = LINK_NONE};
	int32_t score, most = INT32_MIN;
	uint32_t first, end;
	struct features f;

	link_range(p, &p->quotes[q], &first, &end);
	for (size_t k = cue_index(p, first); k < p->n_cues && p->cues[k] < end; k++) {
		link_features(&f, p, q, p->cues[k]);
		score = ask(p, ASK_LINK, &f);
		if (score > most) {
			most = score;
			link = (struct link){p->cues[k], answer_odds(p, ASK_LINK, score)};
		}
	}
	return link;
}
