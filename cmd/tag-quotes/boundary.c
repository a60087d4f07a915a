#include "cmd/tag-quotes/boundary.h"

#include "cmd/tag-quotes/within.h"

/* The second part of a word that is cut in two: the 's of "that's". */
static bool
is_clitic(const struct passage *p, uint32_t i)
{
	return i > 0 && (p->tokens.t[i].flags & (TOKEN_WORD | TOKEN_GAP)) == TOKEN_WORD && (p->tokens.t[i - 1].flags & TOKEN_WORD) != 0;
}

bool
boundary_is_that(const struct passage *p, uint32_t i)
{
	bool clitic = i + 1 < p->tokens.n && (p->tokens.t[i + 1].flags & (TOKEN_WORD | TOKEN_GAP)) == TOKEN_WORD;

	return tag_at(p, i) == TAG_THAT && !clitic;
}

/*
 * What cannot stand on either side of a boundary, from counts of annotated
 * clauses: each of these tags had under 0.4 of 100 boundaries, all together
 * cost under one of 100 and leave a third of the places.
 */
static const uint64_t never_before_start = TAG_BIT(AND) | TAG_BIT(DETERMINER) | TAG_BIT(DO) | TAG_BIT(HAVE) | TAG_BIT(MODAL) | TAG_BIT(OTHER) |
    TAG_BIT(POSSESSIVE) | TAG_BIT(PRONOUN) | TAG_BIT(TITLE) | TAG_BIT(WH) | TAG_BIT(NUMBER) | TAG_BIT(RIGHT) | TAG_BIT(STOP);
static const uint64_t never_start = TAG_BIT(PAST) | TAG_BIT(VERB);
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
		return !tag_in_set(before, never_before_start) && !tag_in_set(here, never_start) && !boundary_is_that(p, i) && !is_clitic(p, i);
	case ASK_AFTER_END:
		return tag_is_punctuation(after) ? after != TAG_OPEN : tag_in_set(after, ever_after_end) && !tag_in_set(here, never_end);
	case ASK_BEFORE_START:
		return before != TAG_DETERMINER && before != TAG_POSSESSIVE && before != TAG_TITLE && !boundary_is_that(p, i) && !is_clitic(p, i);
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
add_edges(struct features *restrict f, const struct passage *p, uint32_t c, ptrdiff_t l, ptrdiff_t r)
{
	enum tag l1 = tag_in(p, c, l), l2 = tag_in(p, c, l - 1), r1 = tag_in(p, c, r), r2 = tag_in(p, c, r + 1),
	    r3 = tag_in(p, c, r + 2);
	uint64_t w = p->tokens.t[c].hash, follows = clause_follows(p, c, r) * 4 + clause_follows(p, c, r + 1);
	uint64_t left2 = hash_in(p, c, l - 1), left = hash_in(p, c, l), right = hash_in(p, c, r), right2 = hash_in(p, c, r + 1);
	uint64_t second = reports(p, c, r + 1);
	uint64_t marks = (uint64_t)((l1 == TAG_OPEN) | (l1 == TAG_CLOSE) << 1 | (r1 == TAG_OPEN) << 2 | (r1 == TAG_CLOSE) << 3);

	if (in_sentence(p, c, l) && p->quote_of[l] != 0)
		marks |= 16;
	features_add(f, join2(l1, r1));
	features_add(f, join3(l1, r1, r2));
	features_add(f, join3(l2, l1, r1));
	features_add(f, join3(r1, r2, r3));
	features_add(f, join2(join2(l2, l1), join2(r1, r2)));
	features_add(f, right);
	features_add(f, left);
	features_add(f, join2(right, right2));
	features_add(f, join2(r1, right2));
	features_add(f, join2(left2, left));
	features_add(f, join2(left, right));
	features_add(f, join2(l1, right));
	features_add(f, join2(r1, left));
	features_add(f, join2(w, join2(l1, r1)));
	features_add(f, join2(w, r1));
	features_add(f, join2(w, l1));
	features_add(f, join3(r1, r2, follows));
	features_add(f, join2(right2, follows));
	features_add(f, join3(l1, r1, marks));
	features_add(f, marks);
	features_add(f, join3(r1, r2, second));
}

/* What lies between the boundary and the other end, the tokens [from, to). */
static void
add_between(struct features *restrict f, const struct passage *p, uint32_t from, uint32_t to, uint64_t side)
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
start_features(struct features *restrict f, const struct passage *p, uint32_t c, uint32_t i)
{
	uint64_t w = p->tokens.t[c].hash, distance = i - c, tags = 0;
	enum tag here = tag_at(p, i), last = tag_in(p, c, (ptrdiff_t)i - 1);
	uint64_t finite = finite_ahead(p, i, 12), commas = p->commas[i] - p->commas[c], that = that_ahead(p, i - 1, 10);
	uint64_t ahead = that_ahead(p, i, 8), verb = p->finite[i] - p->finite[c + 1] > 0;

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
	features_add(f, join3(verb, last, here));
	features_add(f, join3(finite > 0, here, w));
	features_add(f, join3(tag_at(p, (ptrdiff_t)c + 1), distance, here));
	features_add(f, join3(w, ahead < 8, that < 10));
}

static void
end_features(struct features *restrict f, const struct passage *p, uint32_t c, uint32_t start, uint32_t i, bool before)
{
	const struct sentence *s = &p->sentences[p->sentence_of[c]];
	enum tag r1 = tag_in(p, c, (ptrdiff_t)i + 1), r2 = tag_in(p, c, (ptrdiff_t)i + 2), first = tag_at(p, start),
	    lead = tag_in(p, c, (ptrdiff_t)start - 1);
	uint64_t w = p->tokens.t[c].hash, left = bucket(s->end - i - 1), finite_right = finite_ahead(p, i + 1 < s->end ? i + 1 : i, 8);
	uint64_t sides = join2(r1, r1 == TAG_COMMA ? r2 : 0), rest = p->finite[s->end] - p->finite[i + 1];
	uint64_t in_marks = p->quote_of[i] != 0, started_in_marks = p->quote_of[start] != 0;
	uint64_t next = hash_in(p, c, (ptrdiff_t)i + 1), second = hash_in(p, c, (ptrdiff_t)i + 2), inside = p->finite[i + 1] - p->finite[start];

	add_between(f, p, start, i + 1, sides);
	features_add(f, join2(left, r1));
	features_add(f, join3(left, r1, w));
	features_add(f, join3(sides, first, lead == TAG_THAT));
	features_add(f, join3(sides, lead, w));
	features_add(f, join3(sides, finite_right, first));
	features_add(f, join2(finite_right, sides));
	features_add(f, join3(r1, second, finite_right));
	features_add(f, join3(next, finite_right, lead == TAG_THAT));
	features_add(f, join3(rest > 2 ? 2 : rest, sides, inside > 0));
	features_add(f, join3(in_marks, started_in_marks, sides));
	features_add(f, join3(hash_at(p, start), w, r1));
	features_add(f, join3(inside > 0, r1, first));
	features_add(f, join3(sides, before ? tag_in(p, c, (ptrdiff_t)c - 1) : first, before ? bucket(c - i) : lead));
	features_add(f, join2(before ? bucket(c - i) : 0, join2(r1, r2)));
	features_add(f, join3(before ? bucket(c - i) : 0, r1, w));
	features_add(f, join3(sides, tag_in(p, c, (ptrdiff_t)i + 3), finite_right));
	features_add(f, join3(next, r2, join2(inside > 0, first)));
	features_add(f, join3(r1, r2, join2(w, inside > 0)));
	features_add(f, join3(tag_at(p, (ptrdiff_t)s->end - 1), left, r1));
}

static void
before_start_features(struct features *restrict f, const struct passage *p, uint32_t c, uint32_t last, uint32_t i)
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
boundary_features(struct features *restrict f, enum question question, const struct passage *p, uint32_t c, uint32_t other, uint32_t i)
{
	ptrdiff_t behind = question == ASK_AFTER_START || question == ASK_BEFORE_START ? (ptrdiff_t)i : (ptrdiff_t)i + 1;

	features_begin(f);
	features_add(f, 0);
	add_edges(f, p, c, behind - 1, behind);
	if (question == ASK_AFTER_START)
		start_features(f, p, c, i);
	else if (question == ASK_BEFORE_START)
		before_start_features(f, p, c, other, i);
	else
		end_features(f, p, c, question == ASK_AFTER_END ? other : p->sentences[p->sentence_of[c]].first, i,
		    question == ASK_BEFORE_END);
}
