#include "cmd/tag-quotes/speaker.h"

/* How much may follow the head of a speaker, in tokens. */
#define TAIL_REACH 30

/* A tag that a noun phrase may hold. */
static bool
in_phrase(enum tag t)
{
	switch (t) {
	case TAG_NUMBER:
	case TAG_DETERMINER:
	case TAG_POSSESSIVE:
	case TAG_ADJECTIVE:
	case TAG_NOUN:
	case TAG_NOUNS:
	case TAG_NOUN_VERB:
	case TAG_NOUNS_VERBS:
	case TAG_NAME:
	case TAG_TITLE:
	case TAG_ED:
	case TAG_PARTICIPLE:
		return true;
	default:
		return false;
	}
}

static bool
is_noun(enum tag t)
{
	return t == TAG_NOUN || t == TAG_NOUNS || t == TAG_NOUN_VERB || t == TAG_NOUNS_VERBS || t == TAG_NAME || t == TAG_TITLE ||
	    t == TAG_ADJECTIVE || t == TAG_NUMBER || t == TAG_DETERMINER;
}

static bool
is_alone(enum tag t)
{
	return t == TAG_PRONOUN || t == TAG_OBJECT || t == TAG_WH;
}

bool
phrase_next(const struct passage *p, uint32_t i, uint32_t end, struct token_span *s)
{
	for (; i < end; i++) {
		enum tag t = tag_at(p, i);

		s->first = i;
		if (is_alone(t)) {
			s->end = i + 1;
			return true;
		}
		if (!in_phrase(t) || t == TAG_ED || t == TAG_PARTICIPLE)
			continue;
		while (i < end && (in_phrase(tag_at(p, i)) || (hash_at(p, i) == '&' && i > s->first) ||
		    (tag_at(p, i) == TAG_DASH && !(p->tokens.t[i].flags & TOKEN_GAP))))
			i++;
		/* A verb that was taken for a part of it. */
		while (i > s->first + 1 && (tag_at(p, (ptrdiff_t)i - 1) == TAG_ED || tag_at(p, (ptrdiff_t)i - 1) == TAG_PARTICIPLE))
			i--;
		s->end = i;
		if (is_noun(tag_at(p, (ptrdiff_t)i - 1)))
			return true;
	}
	return false;
}

struct token_span
speaker_range(const struct passage *p, uint32_t c)
{
	const struct sentence *s = &p->sentences[p->sentence_of[c]];
	struct token_span r = {s->first, s->end};

	if (c > r.first + SPEAKER_REACH)
		r.first = c - SPEAKER_REACH;
	if (r.end > c + SPEAKER_REACH)
		r.end = c + SPEAKER_REACH;
	return r;
}

bool
speaker_next(const struct passage *p, uint32_t c, struct token_span range, uint32_t *i, struct token_span *phrase)
{
	if (*i >= c || !phrase_next(p, *i, c, phrase)) {
		if (*i <= c)
			*i = c + 1;
		if (*i >= range.end || !phrase_next(p, *i, range.end, phrase))
			return false;
	}
	*i = phrase->end;
	return true;
}

bool
speaker_is_candidate(const struct passage *p, struct token_span content, struct token_span phrase)
{
	if (p->quote_of[phrase.first] != 0)
		return false;
	return phrase.end <= content.first || phrase.first >= content.end;
}

static uint64_t
at_most(uint64_t n, uint64_t limit)
{
	return n > limit ? limit : n;
}

void
speaker_features(struct features *restrict f, const struct passage *p, uint32_t c, struct token_span content, struct token_span phrase)
{
	const struct token *t = &p->tokens.t[c];
	bool right = phrase.first > c;
	uint32_t from = right ? c + 1 : phrase.end, to = right ? phrase.first : c;
	ptrdiff_t a = phrase.first, z = (ptrdiff_t)phrase.end - 1;
	enum tag head = tag_at(p, z), first = tag_at(p, a), before = tag_at(p, a - 1), after = tag_at(p, z + 1);
	uint64_t side = right, near = bucket(to - from), finite = at_most(p->finite[to] - p->finite[from], 3),
	    commas = at_most(p->commas[to] - p->commas[from], 3), tags = 0, cue = bucket(t->cue / 5u);
	uint64_t where = (uint64_t)(content.first > c) * 2 + (phrase.first > content.first), stops = 0, cues = 0;
	uint64_t verbal = t->tag;
	const struct sentence *s = &p->sentences[p->sentence_of[c]];

	for (uint32_t i = from; i < to; i++) {
		if (i - from < 4)
			tags = join2(tags, tag_at(p, i));
		stops += tag_at(p, i) == TAG_STOP;
		cues += p->tokens.t[i].cue >= 50;
	}
	features_begin(f);
	features_add(f, 0);
	features_add(f, join2(side, near));
	features_add(f, join3(side, near, where));
	features_add(f, join3(side, near, verbal));
	features_add(f, join3(side, near, t->hash));
	features_add(f, join3(side, where, t->hash));
	features_add(f, join3(side, where, verbal));
	features_add(f, join3(side, near, head));
	features_add(f, join3(side, tags, near));
	features_add(f, join3(side, join2(tags, near), head));
	features_add(f, join3(side, join2(tags, near), where));
	features_add(f, join3(side, finite, commas));
	features_add(f, join3(join2(side, finite), commas, verbal));
	features_add(f, join3(join2(side, finite), where, near));
	features_add(f, join3(side, before, where));
	features_add(f, join3(side, before, verbal));
	features_add(f, join3(side, before, near));
	features_add(f, join3(side, after, where));
	features_add(f, join3(side, after, near));
	features_add(f, join3(before, after, side));
	features_add(f, join3(side, hash_at(p, z), cue));
	features_add(f, join3(side, head, first));
	features_add(f, join3(side, hash_at(p, a), where));
	features_add(f, join3(side, hash_at(p, a - 1), near));
	features_add(f, join3(join2(side, head), where, cue));
	features_add(f, join3(stops, side, where));
	features_add(f, join3(cues, side, near));
	features_add(f, join3(side, phrase.first == s->first, where));
	features_add(f, join3(side, bucket(phrase.first - s->first), verbal));
	features_add(f, join3(side, phrase.end - phrase.first == 1, first));
	features_add(f, join3(side, p->tokens.t[phrase.first].flags & (TOKEN_CAPITAL | TOKEN_TITLE), head));
	features_add(f, join3(side, tag_at(p, (ptrdiff_t)c - 1), near));
	features_add(f, join3(side, tag_at(p, (ptrdiff_t)c + 1), near));
	features_add(f, join3(side, hash_at(p, (ptrdiff_t)c + 1), t->hash));
	features_add(f, join3(side, hash_at(p, (ptrdiff_t)c + 1), near));
	features_add(f, join3(side, tag_at(p, (ptrdiff_t)c - 1), tag_at(p, (ptrdiff_t)c + 1)));
	features_add(f, join3(after, tag_at(p, z + 2), join2(side, near)));
	features_add(f, join3(join2(side, tag_at(p, (ptrdiff_t)c - 1)), where, join2(tag_at(p, (ptrdiff_t)c + 1), near)));
}

struct token_span
speaker_end_range(const struct passage *p, uint32_t c, struct token_span content, struct token_span phrase)
{
	struct token_span r = {phrase.end - 1, p->sentences[p->sentence_of[phrase.first]].end};

	if (phrase.first < c && r.end > c)
		r.end = c;
	if (phrase.first < content.first && r.end > content.first)
		r.end = content.first;
	if (r.end > phrase.end + TAIL_REACH)
		r.end = phrase.end + TAIL_REACH;
	return r;
}

void
speaker_end_features(struct features *restrict f, const struct passage *p, uint32_t c, struct token_span phrase, uint32_t i)
{
	ptrdiff_t k = i;
	enum tag head = tag_at(p, (ptrdiff_t)phrase.end - 1), here = tag_at(p, k), next = tag_at(p, k + 1), then = tag_at(p, k + 2),
	    first = tag_at(p, phrase.end);
	bool right = phrase.first > c, at_cue = i + 1 == c;
	uint64_t length = bucket(i + 1 - phrase.end), side = (uint64_t)right * 2 + at_cue;
	uint64_t finite = at_most(p->finite[i + 1] - p->finite[phrase.end], 2);
	uint64_t gap = right ? 20 : bucket(c - i);

	features_begin(f);
	features_add(f, 0);
	features_add(f, join2(length, side));
	features_add(f, join3(length, head, first));
	features_add(f, join3(length, first, hash_at(p, phrase.end)));
	features_add(f, join3(here, next, side));
	features_add(f, join3(here, next, then));
	features_add(f, join3(join2(here, next), then, length == 0));
	features_add(f, join3(hash_at(p, k + 1), side, length == 0));
	features_add(f, join3(hash_at(p, k + 2), next, length == 0));
	features_add(f, join3(hash_at(p, k), side, length == 0));
	features_add(f, join3(finite, side, length));
	features_add(f, join3(finite, here, next));
	features_add(f, join3(gap, first, hash_at(p, phrase.end)));
	features_add(f, join3(gap, next, first));
	features_add(f, join3(gap, next, length));
	features_add(f, join3(first, tag_at(p, (ptrdiff_t)phrase.end + 1), join2(length, side)));
	features_add(f, join3(hash_at(p, (ptrdiff_t)phrase.end + 1), first, join2(length, next)));
	features_add(f, join3(side, hash_at(p, (ptrdiff_t)phrase.end - 1), length));
	features_add(f, join3(hash_at(p, c), next, side));
	features_add(f, join3(p->commas[i + 1] - p->commas[phrase.end], next, side));
	features_add(f, join3(p->commas[i + 1] - p->commas[phrase.end], next, hash_at(p, k + 2)));
}

/* The token that the speaker with this phrase ends with. */
static uint32_t
speaker_last(const struct passage *p, uint32_t c, struct token_span content, struct token_span phrase)
{
	struct token_span r = speaker_end_range(p, c, content, phrase);
	int32_t score, most = INT32_MIN;
	uint32_t best = phrase.end - 1;
	struct features f;

	for (uint32_t i = r.first; i < r.end; i++) {
		if (!boundary_is_word(p, i) && tag_at(p, i) != TAG_RIGHT)
			continue;
		speaker_end_features(&f, p, c, phrase, i);
		score = ask(p, ASK_SPEAKER_END, &f);
		if (score > most) {
			most = score;
			best = i;
		}
	}
	return best;
}

bool
speaker_find(const struct passage *p, uint32_t c, struct token_span content, struct token_span *speaker)
{
	struct token_span r = speaker_range(p, c), phrase;
	int32_t score, most = INT32_MIN;
	struct features f;

	for (uint32_t i = r.first; speaker_next(p, c, r, &i, &phrase);) {
		if (!speaker_is_candidate(p, content, phrase))
			continue;
		speaker_features(&f, p, c, content, phrase);
		score = ask(p, ASK_SPEAKER, &f);
		if (score > most) {
			most = score;
			*speaker = phrase;
		}
	}
	if (most == INT32_MIN)
		return false;
	speaker->end = speaker_last(p, c, content, *speaker) + 1;
	return true;
}
