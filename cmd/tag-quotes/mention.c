#include "cmd/tag-quotes/mention.h"

static struct word_facts
facts_of(const struct passage *p, const struct token *t)
{
	return lexicon_find(p->lexicon, t->hash);
}

static bool
is_name(const struct token *t)
{
	return t->tag == TAG_NAME || t->tag == TAG_TITLE;
}

static bool
is_noun(enum tag t)
{
	return tag_in_set(t, TAG_BIT(NOUN) | TAG_BIT(NOUNS) | TAG_BIT(NOUN_VERB) | TAG_BIT(ADJECTIVE));
}

/* The end of the run of names that starts at token i. */
static size_t
run_end(const struct passage *p, size_t i)
{
	const struct token *t = p->tokens.t;

	for (i++; i < p->tokens.n; i++) {
		if (is_name(&t[i]) && !(t[i].flags & TOKEN_FIRST))
			continue;
		if (i + 1 < p->tokens.n && is_name(&t[i + 1]) && !(t[i].flags & TOKEN_CAPITAL) &&
		    facts_of(p, &t[i]).flags & WORD_PARTICLE) {
			i++;
			continue;
		}
		break;
	}
	return i;
}

/* The token where the noun phrase of a name starts: titles and adjectives before it, "secretary of state". */
static size_t
lead_of(const struct passage *p, size_t i)
{
	const struct token *t = p->tokens.t;
	size_t least = i > 9 ? i - 9 : 0;

	while (i > least) {
		enum tag tag = (enum tag)t[i - 1].tag;

		if (is_noun(tag) || tag_in_set(tag, TAG_BIT(NAME) | TAG_BIT(TITLE) | TAG_BIT(DETERMINER) | TAG_BIT(POSSESSIVE)))
			i--;
		else if (tag == TAG_PREPOSITION && i > 1 && t[i - 2].flags & TOKEN_TITLE)
			i -= 2;
		else
			break;
	}
	return i;
}

/* Reads the name in the run [first, end) of tokens, titles at its head passed over. Returns false where only titles are there. */
static bool
read_mention(const struct passage *p, size_t first, size_t end, struct mention *m)
{
	const struct token *t = p->tokens.t;
	size_t start = first, lead, surname;
	uint64_t title = 0;
	enum gender gender = GENDER_UNKNOWN;

	for (size_t i = first; i < end; i++)
		if (t[i].tag == TAG_TITLE)
			start = i + 1;
	if (start == end)
		return false;
	/* "State Marco Rubio": the name starts with the first name. */
	for (size_t i = start; i + 1 < end; i++) {
		gender = first_name_gender(p->lexicon, t[i].hash);
		if (gender != GENDER_UNKNOWN) {
			start = i;
			break;
		}
	}
	if (start > 0 && (t[start - 1].flags & TOKEN_TITLE)) {
		title = t[start - 1].hash;
		if (word_gender(facts_of(p, &t[start - 1])) != GENDER_UNKNOWN)
			gender = word_gender(facts_of(p, &t[start - 1]));
	} else if (start > 0 && (t[start - 1].tag == TAG_NOUN || t[start - 1].tag == TAG_NOUN_VERB)) {
		title = t[start - 1].hash;
	}
	surname = end - 1;
	if (surname > start && t[surname].flags & TOKEN_ABBREVIATION && t[surname].len <= 3)
		surname--;	/* Jr. */
	lead = lead_of(p, start);
	m->person = NOBODY;
	m->title = title;
	m->name = (struct span){t[start].start, token_end(&t[end - 1])};
	m->lead = t[lead].start;
	m->surname = t[surname].hash;
	m->first = t[start].hash;
	m->words = (uint8_t)(end - start > 9 ? 9 : end - start);
	m->gender = (uint8_t)gender;
	m->likely = gender != GENDER_UNKNOWN || (start > 0 && t[start - 1].flags & TOKEN_TITLE);
	m->owns = tag_at(p, (ptrdiff_t)end) == TAG_POSSESSIVE && !(t[end].flags & TOKEN_GAP);
	m->head = !is_noun(tag_at(p, (ptrdiff_t)end)) || (t[end].flags & TOKEN_FIRST);
	m->subject = (t[lead].flags & TOKEN_FIRST) != 0;
	m->behind_comma = tag_at(p, (ptrdiff_t)lead - 1) == TAG_COMMA;
	m->behind_and = tag_at(p, (ptrdiff_t)lead - 1) == TAG_AND && lead > 1 && is_name(&t[lead - 2]);
	return true;
}

bool
mention_next(const struct passage *p, size_t *i, struct mention *m)
{
	size_t first = *i, end, n = p->tokens.n;

	for (; first < n; first = end) {
		while (first < n && !is_name(&p->tokens.t[first]))
			first++;
		if (first == n)
			break;
		end = run_end(p, first);
		if (read_mention(p, first, end, m)) {
			*i = end;
			return true;
		}
	}
	return false;
}
