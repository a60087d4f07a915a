#include "cmd/tag-quotes/mention.h"

#include "cmd/tag-quotes/cue.h"

/* As many words of a name are counted. */
#define WORDS_MOST 9

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

/* Whether token i, not the last one, is an en dash within a double name: "Müller–Brandt". */
static bool
is_hyphen(const struct passage *p, size_t i)
{
	const struct token *t = &p->tokens.t[i];

	return t->tag == TAG_DASH && t->hash == 0x2013 && !((t[0].flags | t[1].flags) & TOKEN_GAP);
}

/* Whether token i is the "&" of a firm: "Smith & Sons". */
static bool
is_ampersand(const struct passage *p, size_t i)
{
	return p->tokens.t[i].tag == TAG_OTHER && p->tokens.t[i].hash == '&';
}

/* Whether token i, not the last one, may stand between two words of a name. */
static bool
joins_names(const struct passage *p, size_t i)
{
	const struct token *t = &p->tokens.t[i];

	return is_hyphen(p, i) || is_ampersand(p, i) ||
	    (!(t->flags & TOKEN_CAPITAL) && facts_of(p, t).flags & WORD_PARTICLE);
}

/* The end of the run of names that starts at token i. */
static size_t
run_end(const struct passage *p, size_t i)
{
	const struct token *t = p->tokens.t;

	for (i++; i < p->tokens.n; i++) {
		if (is_name(&t[i]) && !(t[i].flags & TOKEN_FIRST))
			continue;
		if (i + 1 < p->tokens.n && is_name(&t[i + 1]) && joins_names(p, i)) {
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

/* Sets what identifies the name of tokens [start, end) whose surname ends with token last. */
static void
set_words(const struct passage *p, size_t start, size_t end, size_t last, struct mention *m)
{
	const struct token *t = p->tokens.t;
	size_t first = last, words;

	while (first > start + 1 && is_hyphen(p, first - 1))
		first -= 2;
	words = end - start - (last - first);
	m->first = t[start].hash;
	m->surname = first == last ? t[last].hash : lexicon_hash(p->text + t[first].start, token_end(&t[last]) - t[first].start);
	m->words = (uint8_t)(words > WORDS_MOST ? WORDS_MOST : words);
	for (size_t i = start; i < end; i++) {
		if (!is_ampersand(p, i))
			continue;
		/* A firm: one has no surname, and no person has so many words. */
		m->surname = lexicon_hash(p->text + m->name.start, m->name.end - m->name.start);
		m->words = WORDS_MOST;
		m->gender = GENDER_UNKNOWN;
		m->likely = false;
	}
}

/* Whether token i, the empty one at the end too, nearly always reports, outside marks. */
static bool
reports(const struct passage *p, size_t i)
{
	return p->tokens.t[i].cue >= CUE_SURE && !(p->tokens.t[i].flags & TOKEN_QUOTED);
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
	m->gender = (uint8_t)gender;
	m->likely = gender != GENDER_UNKNOWN || (start > 0 && t[start - 1].flags & TOKEN_TITLE);
	set_words(p, start, end, surname, m);
	m->owns = tag_at(p, (ptrdiff_t)end) == TAG_POSSESSIVE && !(t[end].flags & TOKEN_GAP);
	m->head = !is_noun(tag_at(p, (ptrdiff_t)end)) || (t[end].flags & TOKEN_FIRST);
	m->subject = (t[lead].flags & TOKEN_FIRST) != 0;
	m->speaks = reports(p, end) || (lead > 0 && reports(p, lead - 1));
	m->thing = t[start].flags & TOKEN_SHOUT || (m->head && tag_at(p, (ptrdiff_t)start - 1) == TAG_DETERMINER) ||
	    (tag_at(p, (ptrdiff_t)start - 1) == TAG_PREPOSITION && t[start - 1].hash == lexicon_hash("in", 2));
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
