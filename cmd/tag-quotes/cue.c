#include "cmd/tag-quotes/cue.h"

#include "cmd/tag-quotes/within.h"

/* How far from a cue a quotation is looked for, in tokens. */
#define QUOTE_REACH 39

ptrdiff_t
cue_lead(const struct passage *p, uint32_t c)
{
	ptrdiff_t k = (ptrdiff_t)c - 1;

	while (in_sentence(p, c, k)) {
		switch (tag_at(p, k)) {
		case TAG_ADVERB:
		case TAG_BE:
		case TAG_HAVE:
		case TAG_MODAL:
		case TAG_DO:
		case TAG_NOT:
			k--;
			continue;
		default:
			return k;
		}
	}
	return k;
}

/* The distance to the nearest quotation on a side, and whether it looks whole. */
static uint64_t
quote_ahead(const struct passage *p, uint32_t c, int step)
{
	const struct sentence *s = &p->sentences[p->sentence_of[c]];
	const uint32_t *quote = p->quote_of + c;
	unsigned room = step < 0 ? c - s->first : s->end - c - 1;

	if (p->n_quotes == 0)
		return 0;
	if (room > QUOTE_REACH)
		room = QUOTE_REACH;
	for (uint64_t n = 1; n <= room; n++) {
		quote += step;
		if (*quote != 0) {
			const struct quoted_tokens *q = &p->quotes[*quote - 1];

			return join3(bucket(n), bucket(q->end - q->first), p->tokens.t[q->first].flags & TOKEN_CAPITAL);
		}
	}
	return 0;
}

/* How a clause follows a cue: at once, behind "that", behind a listener ("told reporters that"); 0 where none does. */
static uint64_t
clause_behind(const struct passage *p, uint32_t c)
{
	ptrdiff_t i = (ptrdiff_t)c + 1;

	if (clause_follows(p, c, i) > 1)
		return 1;
	for (ptrdiff_t k = i; k < i + 9; k++) {
		enum tag t = tag_in(p, c, k);

		if (t <= TAG_DASH || tag_is_finite(t))
			return 0;
		if (t == TAG_THAT)
			return clause_follows(p, c, k + 1) > 0 ? 2 + (uint64_t)(k > i) : 4 + (uint64_t)(k > i);
		if (k > i && t == TAG_PRONOUN && clause_follows(p, c, k) > 1)
			return 6;
	}
	return 0;
}

/* What leads to the quote before a cue: how many words, and whether a verb is among them; 0 where there is no quote. */
static uint64_t
lead_to_quote(const struct passage *p, uint32_t c)
{
	const struct sentence *s = &p->sentences[p->sentence_of[c]];

	for (uint32_t k = c; k > s->first && k + 12 > c; k--) {
		uint32_t first;

		if (p->quote_of[k - 1] == 0)
			continue;
		first = p->quotes[p->quote_of[k - 1] - 1].first;
		if (first <= s->first)
			return 1;
		return 2 + 2 * bucket(first - s->first) + (p->finite[first] > p->finite[s->first]);
	}
	return 0;
}

void
cue_features(struct features *restrict f, const struct passage *p, uint32_t c)
{
	const struct token *t = &p->tokens.t[c];
	const struct sentence *s = &p->sentences[p->sentence_of[c]];
	ptrdiff_t i = c, subject = cue_lead(p, c);
	uint64_t w = t->hash, probability = bucket(t->cue / 5u), that = distance_to(p, c, TAG_THAT, 5);
	uint64_t comma = distance_to(p, c, TAG_COMMA, 8), finite = finite_ahead(p, c, 12), to_end = bucket(s->end - c),
	    from_start = bucket(c - s->first), quote_right = quote_ahead(p, c, 1), quote_left = quote_ahead(p, c, -1);
	enum tag l1 = tag_in(p, c, i - 1), l2 = tag_in(p, c, i - 2), l3 = tag_in(p, c, i - 3), r1 = tag_in(p, c, i + 1),
	    r2 = tag_in(p, c, i + 2), r3 = tag_in(p, c, i + 3), st = tag_in(p, c, subject);
	uint64_t open = p->commas[c] - p->commas[s->first], behind = clause_behind(p, c), lead = lead_to_quote(p, c);

	open = open > 2 ? 2 : open;
	features_begin(f);
	features_add(f, 0);
	features_add(f, w);
	features_add(f, probability);
	features_add(f, join2(probability, t->speech / 20u));
	features_add(f, join2(t->tag, r1));
	features_add(f, join2(w, r1));
	features_add(f, join3(w, r1, r2));
	features_add(f, join2(w, l1));
	features_add(f, join3(w, l1, l2));
	features_add(f, join2(w, hash_in(p, c, i + 1)));
	features_add(f, join2(w, hash_in(p, c, i - 1)));
	features_add(f, hash_in(p, c, i + 1));
	features_add(f, hash_in(p, c, i - 1));
	features_add(f, hash_in(p, c, i + 2));
	features_add(f, hash_in(p, c, i - 2));
	features_add(f, join3(probability, r1, r2));
	features_add(f, join3(probability, l1, l2));
	features_add(f, join3(probability, l1, r1));
	features_add(f, join3(l2, l1, t->tag));
	features_add(f, join3(t->tag, join2(l1, l2), join2(r1, r2)));
	features_add(f, join3(join2(l3, l2), l1, join3(r1, r2, r3)));
	features_add(f, join3(r1, r2, r3));
	features_add(f, join2(w, that));
	features_add(f, join2(probability, that));
	features_add(f, join2(w, finite));
	features_add(f, join3(probability, finite, that < 5));
	features_add(f, join3(r1, finite, probability));
	features_add(f, join2(w, to_end));
	features_add(f, join3(probability, to_end, r1));
	features_add(f, join2(probability, from_start));
	features_add(f, join2(w, from_start));
	features_add(f, join3(comma, probability, r1));
	features_add(f, quote_right);
	features_add(f, quote_left);
	features_add(f, join2(w, quote_right));
	features_add(f, join2(w, quote_left));
	features_add(f, join2(st, probability));
	features_add(f, join2(st, w));
	features_add(f, join3(st, r1, finite));
	features_add(f, join3(st, tag_in(p, c, subject - 1), probability));
	features_add(f, join3(hash_in(p, c, subject), probability, r1));
	features_add(f, hash_in(p, c, subject));
	features_add(f, join3((uint64_t)(i - subject), st, t->tag));
	features_add(f, join2(open, probability));
	features_add(f, join3(open, w, to_end < 5));
	features_add(f, join2(hash_in(p, c, (ptrdiff_t)s->first), probability));
	features_add(f, join2(tag_at(p, (ptrdiff_t)s->end - 1), probability));
	features_add(f, join3(t->tag, p->finite[c] - p->finite[s->first] > 0, p->finite[s->end] - p->finite[c + 1] > 0));
	features_add(f, join3(w, p->finite[c] - p->finite[s->first] > 0, p->finite[s->end] - p->finite[c + 1] > 0));
	features_add(f, join2(t->flags & (TOKEN_CAPITAL | TOKEN_FIRST), w));
	features_add(f, join2(hash_in(p, c, i + 1), hash_in(p, c, i + 2)));
	features_add(f, join2(hash_in(p, c, i - 1), hash_in(p, c, i - 2)));
	features_add(f, join2(r1, hash_in(p, c, i + 2)));
	features_add(f, join3(w, hash_in(p, c, i + 1), hash_in(p, c, i + 2)));
	features_add(f, behind);
	features_add(f, join2(w, behind));
	features_add(f, join2(probability, behind));
	features_add(f, join3(t->tag, st, behind));
	features_add(f, join2(r1, behind));
	features_add(f, lead);
	features_add(f, join2(w, lead));
	features_add(f, join3(l1, st, lead));
	features_add(f, join3(quote_left, lead, probability));
	features_add(f, join3(tag_at(p, (ptrdiff_t)s->first), lead, open));
	features_add(f, tag_at(p, (ptrdiff_t)s->end - 1) == TAG_STOP ? hash_at(p, (ptrdiff_t)s->end - 1) : 0);
}
