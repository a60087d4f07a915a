#include "cmd/tag-quotes/clause.h"

#include <string.h>

/* In how many of 100 uses a word must be a cue for it to be looked at. */
#define CUE_SHARE 4

/* The least probability, in thousandths, of a cue for its clause to be looked for, and of a clause for it to be told. */
#define CUE_LEAST 300
#define CLAUSE_LEAST 150

/*
 * Somebody speaks where the cue is as likely of speech as this; a cue as likely
 * as SURE is then told of even where the ends of its clause are in doubt. What
 * somebody thinks, wants or shows must be likelier.
 */
#define SPEECH 500
#define SURE 850
#define SURE_LEAST 30
#define UNSPOKEN_LEAST 300

/* How likely a clause must be to be told, of a cue this likely, and this likely to be one of speech; 1000 where it is not worth a look. */
static int
least_for(int cue, int speech)
{
	int least = speech < SPEECH ? UNSPOKEN_LEAST : cue >= SURE ? SURE_LEAST : CLAUSE_LEAST;

	return cue >= CUE_LEAST && cue >= least * 3 / 2 ? least : 1000;
}

bool
cue_is_candidate(const struct passage *p, uint32_t i)
{
	const struct token *t = &p->tokens.t[i];

	if (t->flags & TOKEN_QUOTED)
		return false;
	return t->cue >= CUE_SHARE || t->tag == TAG_COLON;
}

/* Where the token stands in its sentence. */
static bool
in_sentence(const struct passage *p, uint32_t i, ptrdiff_t k)
{
	const struct sentence *s = &p->sentences[p->sentence_of[i]];

	return k >= (ptrdiff_t)s->first && k < (ptrdiff_t)s->end;
}

static enum tag
tag_in(const struct passage *p, uint32_t i, ptrdiff_t k)
{
	return in_sentence(p, i, k) ? tag_at(p, k) : TAG_NONE;
}

static uint64_t
hash_in(const struct passage *p, uint32_t i, ptrdiff_t k)
{
	return in_sentence(p, i, k) ? hash_at(p, k) : 0;
}

/* How many tokens from i on, up to the limit, before one with the tag; limit where there is none in the sentence. */
static uint64_t
distance_to(const struct passage *p, uint32_t i, enum tag tag, int step, unsigned limit)
{
	ptrdiff_t k = i;

	for (unsigned n = 0; n < limit; n++) {
		k += step;
		if (!in_sentence(p, i, k))
			return limit;
		if (tag_at(p, k) == tag)
			return n;
	}
	return limit;
}

/* The first finite verb behind i before punctuation: how far, 0 for none within reach. */
static uint64_t
finite_ahead(const struct passage *p, uint32_t i, unsigned limit)
{
	for (unsigned n = 1; n <= limit; n++) {
		ptrdiff_t k = (ptrdiff_t)i + (ptrdiff_t)n;
		enum tag t = tag_in(p, i, k);

		if (t == TAG_NONE || (t <= TAG_DASH))
			return 0;
		if (tag_is_finite(t))
			return bucket(n);
	}
	return 0;
}

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
	ptrdiff_t k = c;

	for (uint64_t n = 1; n < 40; n++) {
		k += step;
		if (!in_sentence(p, c, k))
			return 0;
		if (p->quote_of[k] != 0) {
			const struct quoted_tokens *q = &p->quotes[p->quote_of[k] - 1];

			return join3(bucket(n), bucket(q->end - q->first), p->tokens.t[q->first].flags & TOKEN_CAPITAL);
		}
	}
	return 0;
}

/* Whether a subject and a verb seem to stand at k: "he said" (3), "Smith left" (2), a subject alone (1), none (0). */
static uint8_t
look_for_clause(const struct passage *p, uint32_t i, ptrdiff_t k)
{
	if (!tag_in_set(tag_in(p, i, k), TAG_BIT(PRONOUN) | TAG_BIT(NAME) | TAG_BIT(DETERMINER) | TAG_BIT(TITLE) |
	    TAG_BIT(POSSESSIVE) | TAG_BIT(NOUNS)))
		return 0;
	for (ptrdiff_t j = k + 1; j < k + 7; j++) {
		enum tag t = tag_in(p, i, j);

		if (t <= TAG_DASH)
			return 1;
		if (tag_is_finite(t) || t == TAG_NOUNS_VERBS)
			return p->tokens.t[j].cue >= 50 ? 3 : 2;
	}
	return 0;
}

/* The same, looked for once a token. */
static uint64_t
clause_follows(const struct passage *p, uint32_t i, ptrdiff_t k)
{
	if (!in_sentence(p, i, k))
		return 0;
	if (p->follows[k] == UINT8_MAX)
		p->follows[k] = look_for_clause(p, (uint32_t)k, k);
	return p->follows[k];
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

void
cue_features(struct features *f, const struct passage *p, uint32_t c)
{
	const struct token *t = &p->tokens.t[c];
	const struct sentence *s = &p->sentences[p->sentence_of[c]];
	ptrdiff_t i = c, subject = cue_lead(p, c);
	uint64_t w = t->hash, probability = bucket(t->cue / 5u), that = distance_to(p, c, TAG_THAT, 1, 5);
	uint64_t comma = distance_to(p, c, TAG_COMMA, 1, 8), finite = finite_ahead(p, c, 12), to_end = bucket(s->end - c),
	    from_start = bucket(c - s->first), quote_right = quote_ahead(p, c, 1), quote_left = quote_ahead(p, c, -1);
	enum tag l1 = tag_in(p, c, i - 1), l2 = tag_in(p, c, i - 2), l3 = tag_in(p, c, i - 3), r1 = tag_in(p, c, i + 1),
	    r2 = tag_in(p, c, i + 2), r3 = tag_in(p, c, i + 3), st = tag_in(p, c, subject);
	uint64_t open = p->commas[c] - p->commas[s->first], behind = clause_behind(p, c);

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
	features_add(f, tag_at(p, (ptrdiff_t)s->end - 1) == TAG_STOP ? hash_at(p, (ptrdiff_t)s->end - 1) : 0);
}

bool
boundary_is_word(const struct passage *p, uint32_t i)
{
	uint64_t sign = hash_at(p, i);

	return !tag_is_punctuation(tag_at(p, i)) || sign == '$' || sign == '#' || sign == '@' || sign == '%';
}

/*
 * What cannot stand on either side of a boundary, from counts of annotated
 * clauses: each of these tags had under 0.4 of 100 boundaries, all together
 * cost under one of 100 and leave a third of the places.
 */
static const uint64_t never_before_start = TAG_BIT(AND) | TAG_BIT(DETERMINER) | TAG_BIT(DO) | TAG_BIT(HAVE) | TAG_BIT(MODAL) | TAG_BIT(OTHER) |
    TAG_BIT(POSSESSIVE) | TAG_BIT(PRONOUN) | TAG_BIT(TITLE) | TAG_BIT(WH) | TAG_BIT(NUMBER) | TAG_BIT(RIGHT) | TAG_BIT(STOP);
static const uint64_t never_start = TAG_BIT(THAT) | TAG_BIT(PAST) | TAG_BIT(VERB);
static const uint64_t never_end = TAG_BIT(AND) | TAG_BIT(TO) | TAG_BIT(WH) | TAG_BIT(DETERMINER) | TAG_BIT(POSSESSIVE) | TAG_BIT(MODAL) | TAG_BIT(HAVE) |
    TAG_BIT(SUBORDINATE) | TAG_BIT(PREPOSITION) | TAG_BIT(BE) | TAG_BIT(THAT) | TAG_BIT(DO) | TAG_BIT(PRONOUN) | TAG_BIT(NOT) | TAG_BIT(OTHER);
static const uint64_t ever_after_end = TAG_BIT(AND) | TAG_BIT(PREPOSITION) | TAG_BIT(SUBORDINATE) | TAG_BIT(TO) | TAG_BIT(BE) | TAG_BIT(HAVE) | TAG_BIT(DO) |
    TAG_BIT(MODAL) | TAG_BIT(DAY) | TAG_BIT(ADVERB) | TAG_BIT(VERBS) | TAG_BIT(PAST) | TAG_BIT(THAT) | TAG_BIT(WH) | TAG_BIT(ED) | TAG_BIT(NOUNS_VERBS);

bool
boundary_is_candidate(const struct passage *p, enum question question, uint32_t i)
{
	enum tag here = tag_at(p, i), before = tag_at(p, (ptrdiff_t)i - 1), after = tag_at(p, (ptrdiff_t)i + 1);

	if (!boundary_is_word(p, i))
		return false;
	switch (question) {
	case ASK_AFTER_START:
		return !tag_in_set(before, never_before_start) && !tag_in_set(here, never_start);
	case ASK_AFTER_END:
		return tag_is_punctuation(after) ? after != TAG_OPEN : tag_in_set(after, ever_after_end) && !tag_in_set(here, never_end);
	case ASK_BEFORE_START:
		return here != TAG_THAT && before != TAG_DETERMINER && before != TAG_POSSESSIVE && before != TAG_TITLE;
	default:
		return true;
	}
}

struct token_span
boundary_range(const struct passage *p, enum question question, uint32_t c, uint32_t other)
{
	const struct sentence *s = &p->sentences[p->sentence_of[c]];
	struct token_span r = {s->first, s->end};

	switch (question) {
	case ASK_AFTER_START:
		r.first = c + 1;
		if (r.end > c + CLAUSE_REACH)
			r.end = c + CLAUSE_REACH;
		break;
	case ASK_AFTER_END:
		r.first = other;
		if (r.end > other + CLAUSE_LENGTH)
			r.end = other + CLAUSE_LENGTH;
		break;
	case ASK_BEFORE_END:
		r.end = c;
		if (c > s->first + CLAUSE_REACH)
			r.first = c - CLAUSE_REACH;
		break;
	default:
		r.end = other + 1;
		if (other > s->first + CLAUSE_LENGTH)
			r.first = other - CLAUSE_LENGTH;
	}
	return r;
}

/* How surely the word at k reports something, and its tense. */
static uint64_t
reports(const struct passage *p, uint32_t i, ptrdiff_t k)
{
	return in_sentence(p, i, k) ? (p->tokens.t[k].cue / 25u) << 8 | p->tokens.t[k].tag : 0;
}

/* What the words at a boundary are: l before it, r behind it. */
static void
add_edges(struct features *f, const struct passage *p, uint32_t c, ptrdiff_t l, ptrdiff_t r)
{
	enum tag l1 = tag_in(p, c, l), l2 = tag_in(p, c, l - 1), r1 = tag_in(p, c, r), r2 = tag_in(p, c, r + 1),
	    r3 = tag_in(p, c, r + 2);
	uint64_t w = p->tokens.t[c].hash, follows = clause_follows(p, c, r) * 4 + clause_follows(p, c, r + 1);
	uint64_t marks = (uint64_t)((tag_in(p, c, l) == TAG_OPEN) | (l1 == TAG_CLOSE) << 1 | (r1 == TAG_OPEN) << 2 | (r1 == TAG_CLOSE) << 3);

	if (in_sentence(p, c, l) && p->quote_of[l] != 0)
		marks |= 16;
	features_add(f, join2(l1, r1));
	features_add(f, join3(l1, r1, r2));
	features_add(f, join3(l2, l1, r1));
	features_add(f, join3(r1, r2, r3));
	features_add(f, join2(join2(l2, l1), join2(r1, r2)));
	features_add(f, hash_in(p, c, r));
	features_add(f, hash_in(p, c, l));
	features_add(f, join2(hash_in(p, c, r), hash_in(p, c, r + 1)));
	features_add(f, join2(r1, hash_in(p, c, r + 1)));
	features_add(f, join2(hash_in(p, c, l - 1), hash_in(p, c, l)));
	features_add(f, join2(hash_in(p, c, l), hash_in(p, c, r)));
	features_add(f, join2(l1, hash_in(p, c, r)));
	features_add(f, join2(r1, hash_in(p, c, l)));
	features_add(f, join2(w, join2(l1, r1)));
	features_add(f, join2(w, r1));
	features_add(f, join2(w, l1));
	features_add(f, join3(r1, r2, follows));
	features_add(f, join2(hash_in(p, c, r + 1), follows));
	features_add(f, join3(l1, r1, marks));
	features_add(f, marks);
	features_add(f, join3(r1, r2, reports(p, c, r + 1)));
}

/* What lies between the boundary and the other end, the tokens [from, to). */
static void
add_between(struct features *f, const struct passage *p, uint32_t from, uint32_t to, uint64_t side)
{
	uint64_t length = bucket(to - from), finite = p->finite[to] - p->finite[from], commas = p->commas[to] - p->commas[from];

	finite = finite > 3 ? 3 : finite;
	commas = commas > 3 ? 3 : commas;
	features_add(f, length);
	features_add(f, join2(length, finite));
	features_add(f, join2(side, finite));
	features_add(f, join3(side, finite, commas));
	features_add(f, join2(side, length));
	features_add(f, join3(length, commas, finite));
}

static void
start_features(struct features *f, const struct passage *p, uint32_t c, uint32_t i)
{
	uint64_t w = p->tokens.t[c].hash, distance = i - c, tags = 0;
	enum tag here = tag_at(p, i), last = tag_in(p, c, (ptrdiff_t)i - 1);
	uint64_t finite = finite_ahead(p, i, 12), commas = p->commas[i] - p->commas[c], that = distance_to(p, i - 1, TAG_THAT, 1, 10);
	uint64_t ahead = distance_to(p, i, TAG_THAT, 1, 8);

	distance = distance > 12 ? 12 : distance;
	for (uint32_t k = c + 1; k < i && k < c + 5; k++)
		tags = join2(tags, tag_at(p, k));
	features_add(f, distance);
	features_add(f, join2(distance, w));
	features_add(f, join2(distance, here));
	features_add(f, join3(distance, here, w));
	features_add(f, join3(distance, here, last));
	features_add(f, join2(tags, distance));
	features_add(f, join3(tags, distance, here));
	features_add(f, join3(tags, distance, w));
	features_add(f, join3(distance, finite, here));
	features_add(f, join3(commas > 2 ? 2 : commas, last, here));
	features_add(f, join3(commas > 2 ? 2 : commas, last, w));
	features_add(f, join3(that, distance, here));
	features_add(f, join3(ahead, distance, last));
	features_add(f, join3(p->finite[i] - p->finite[c + 1] > 0, last, here));
	features_add(f, join3(finite > 0, here, w));
	features_add(f, join3(tag_at(p, (ptrdiff_t)c + 1), distance, here));
	features_add(f, join3(w, ahead < 8, that < 10));
}

static void
end_features(struct features *f, const struct passage *p, uint32_t c, uint32_t start, uint32_t i, bool before)
{
	const struct sentence *s = &p->sentences[p->sentence_of[c]];
	enum tag r1 = tag_in(p, c, (ptrdiff_t)i + 1), r2 = tag_in(p, c, (ptrdiff_t)i + 2), first = tag_at(p, start),
	    lead = tag_in(p, c, (ptrdiff_t)start - 1);
	uint64_t w = p->tokens.t[c].hash, left = bucket(s->end - i - 1), finite_right = finite_ahead(p, i + 1 < s->end ? i + 1 : i, 8);
	uint64_t sides = join2(r1, r1 == TAG_COMMA ? r2 : 0), rest = p->finite[s->end] - p->finite[i + 1];
	uint64_t in_marks = p->quote_of[i] != 0, started_in_marks = p->quote_of[start] != 0;
	uint64_t next = hash_in(p, c, (ptrdiff_t)i + 1), inside = p->finite[i + 1] - p->finite[start];

	add_between(f, p, start, i + 1, sides);
	features_add(f, join2(left, r1));
	features_add(f, join3(left, r1, w));
	features_add(f, join3(sides, first, lead == TAG_THAT));
	features_add(f, join3(sides, lead, w));
	features_add(f, join3(sides, finite_right, first));
	features_add(f, join2(finite_right, sides));
	features_add(f, join3(r1, hash_in(p, c, (ptrdiff_t)i + 2), finite_right));
	features_add(f, join3(hash_in(p, c, (ptrdiff_t)i + 1), finite_right, lead == TAG_THAT));
	features_add(f, join3(rest > 2 ? 2 : rest, sides, p->finite[i + 1] - p->finite[start] > 0));
	features_add(f, join3(in_marks, started_in_marks, sides));
	features_add(f, join3(hash_at(p, start), w, r1));
	features_add(f, join3(p->finite[i + 1] - p->finite[start] > 0, r1, first));
	features_add(f, join3(sides, before ? tag_in(p, c, (ptrdiff_t)c - 1) : first, before ? bucket(c - i) : lead));
	features_add(f, join2(before ? bucket(c - i) : 0, join2(r1, r2)));
	features_add(f, join3(before ? bucket(c - i) : 0, r1, w));
	features_add(f, join3(sides, tag_in(p, c, (ptrdiff_t)i + 3), finite_right));
	features_add(f, join3(next, r2, join2(inside > 0, first)));
	features_add(f, join3(r1, r2, join2(w, inside > 0)));
	features_add(f, join3(tag_at(p, (ptrdiff_t)s->end - 1), left, r1));
}

static void
before_start_features(struct features *f, const struct passage *p, uint32_t c, uint32_t last, uint32_t i)
{
	const struct sentence *s = &p->sentences[p->sentence_of[c]];
	uint64_t w = p->tokens.t[c].hash, from_start = bucket(i - s->first), skipped = p->finite[i] - p->finite[s->first];
	enum tag l1 = tag_in(p, c, (ptrdiff_t)i - 1), r1 = tag_at(p, i), r2 = tag_in(p, c, (ptrdiff_t)i + 1);

	add_between(f, p, i, last + 1, join2(l1, r1));
	features_add(f, from_start);
	features_add(f, join2(from_start, w));
	features_add(f, join3(from_start, l1, r1));
	features_add(f, join3(from_start, tag_at(p, s->first), hash_at(p, s->first)));
	features_add(f, join3(from_start, r1, r2));
	features_add(f, join3(skipped > 2 ? 2 : skipped, l1, r1));
	features_add(f, join3(skipped > 2 ? 2 : skipped, l1, hash_at(p, i)));
	features_add(f, join3(l1, w, tag_in(p, c, (ptrdiff_t)last + 1)));
	features_add(f, join3(p->commas[i] - p->commas[s->first] > 0, l1, finite_ahead(p, i, 10)));
}

void
boundary_features(struct features *f, enum question question, const struct passage *p, uint32_t c, uint32_t other, uint32_t i)
{
	ptrdiff_t k = i;

	features_begin(f);
	features_add(f, 0);
	if (question == ASK_AFTER_START || question == ASK_BEFORE_START)
		add_edges(f, p, c, k - 1, k);
	else
		add_edges(f, p, c, k, k + 1);
	if (question == ASK_AFTER_START)
		start_features(f, p, c, i);
	else if (question == ASK_BEFORE_START)
		before_start_features(f, p, c, other, i);
	else
		end_features(f, p, c, question == ASK_AFTER_END ? other : p->sentences[p->sentence_of[c]].first, i,
		    question == ASK_BEFORE_END);
}

/* The likeliest boundary. Returns its probability in thousandths, 0 where no token may be one. */
static int
best_boundary(const struct passage *p, enum question question, uint32_t c, uint32_t other, uint32_t *best)
{
	struct token_span r = boundary_range(p, question, c, other);
	int32_t score, most = INT32_MIN;
	struct features f;

	for (uint32_t i = r.first; i < r.end; i++) {
		if (!boundary_is_candidate(p, question, i))
			continue;
		boundary_features(&f, question, p, c, other, i);
		score = ask(p, question, &f);
		if (score > most) {
			most = score;
			*best = i;
		}
	}
	return most == INT32_MIN ? 0 : answer_probability(p, question, most);
}

static bool
find_after(const struct passage *p, int least, struct clause *c)
{
	uint32_t last;

	if (c->probability < least)
		return false;
	c->probability = c->probability * best_boundary(p, ASK_AFTER_START, c->cue, 0, &c->span.first) / 1000;
	if (c->probability < least)
		return false;
	c->probability = c->probability * best_boundary(p, ASK_AFTER_END, c->cue, c->span.first, &last) / 1000;
	c->span.end = last + 1;
	return c->probability >= least;
}

static bool
find_before(const struct passage *p, int least, struct clause *c)
{
	uint32_t last;

	if (c->probability < least)
		return false;
	c->probability = c->probability * best_boundary(p, ASK_BEFORE_END, c->cue, 0, &last) / 1000;
	if (c->probability < least)
		return false;
	c->probability = c->probability * best_boundary(p, ASK_BEFORE_START, c->cue, last, &c->span.first) / 1000;
	c->span.end = last + 1;
	return c->probability >= least;
}

size_t
clause_find(const struct passage *p, uint32_t c, struct clause found[2])
{
	struct clause before = {.cue = c}, after = {.cue = c, .after = true};
	struct features f;
	size_t n = 0;
	int speech;

	cue_features(&f, p, c);
	before.probability = answer_probability(p, ASK_BEFORE, ask(p, ASK_BEFORE, &f));
	after.probability = answer_probability(p, ASK_AFTER, ask(p, ASK_AFTER, &f));
	if (before.probability < CUE_LEAST && after.probability < CUE_LEAST)
		return 0;
	speech = answer_probability(p, ASK_SPEECH, ask(p, ASK_SPEECH, &f));
	if (find_before(p, least_for(before.probability, speech), &before))
		found[n++] = before;
	if (find_after(p, least_for(after.probability, speech), &after))
		found[n++] = after;
	return n;
}

/* Words that set one speaker against another. */
static bool
is_contrast(uint64_t hash)
{
	static const char *const words[] = {"while", "whereas", "although", "though", "während"};

	for (size_t i = 0; i < sizeof(words) / sizeof(words[0]); i++)
		if (hash == lexicon_hash(words[i], strlen(words[i])))
			return true;
	return false;
}

void
clause_clip(const struct passage *p, uint32_t c, uint32_t next, struct token_span *span)
{
	ptrdiff_t k = cue_lead(p, next);
	enum tag t = tag_in(p, next, k), verb = tag_at(p, c), other = tag_at(p, next);
	bool beside = t == TAG_AND && (verb == other || (tag_is_finite(verb) && tag_is_finite(other)));

	/* A subject of its own: "…, while Smith said". */
	for (ptrdiff_t j = k; !beside && j > k - 7 && !tag_is_punctuation(tag_in(p, next, j)); j--)
		if (tag_in(p, next, j - 1) == TAG_COMMA && (tag_in(p, next, j) == TAG_AND || is_contrast(hash_at(p, j)))) {
			beside = true;
			k = j;
		}
	if (!beside && !(t == TAG_COMMA && other == TAG_ING))
		return;
	while (k > (ptrdiff_t)span->first && !boundary_is_word(p, (uint32_t)k - 1))
		k--;
	if (k > (ptrdiff_t)span->first)
		span->end = (uint32_t)k;
}
