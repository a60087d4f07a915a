#include "cmd/tag-quotes/names.h"

#include <stdlib.h>

#include "cmd/tag-quotes/mention.h"
#include "common/buf.h"
#include "common/utf8.h"

/* How many mentions before a pronoun are looked at, and how many persons of one surname are kept. */
#define PRONOUN_REACH 40
#define NAMESAKES_MOST 8

/* Somebody named in full. */
struct person {
	struct span name;
	uint64_t surname, first, title;
	uint32_t next;		/* namesake, index plus one */
	uint8_t words, gender;
	bool likely, thing;
};

void
names_begin(struct names *ns, const struct lexicon *lexicon, const char *text)
{
	ns->lexicon = lexicon;
	ns->text = text;
	ns->n = 0;
}

int
names_read(struct names *ns, const struct passage *p, uint32_t paragraph)
{
	for (size_t i = 0;; ns->n++) {
		if (array_reserve(&ns->mentions, &ns->cap, ns->n + 1, sizeof(*ns->mentions)) == -1)
			return -1;
		if (!mention_next(p, &i, &ns->mentions[ns->n]))
			return 0;
		ns->mentions[ns->n].paragraph = paragraph;
	}
}

/* The persons of a surname: the first of their chain, index plus one. */
static uint32_t *
chain_of(const struct names *ns, uint64_t surname)
{
	size_t i = surname & ns->mask;

	while (ns->table[i] != 0 && ns->persons[ns->table[i] - 1].surname != surname)
		i = (i + 1) & ns->mask;
	return &ns->table[i];
}

static int
make_table(struct names *ns)
{
	size_t size = 64;

	while (size < 2 * ns->n)
		size *= 2;
	if (array_reserve(&ns->table, &ns->table_cap, size, sizeof(*ns->table)) == -1 ||
	    array_reserve(&ns->persons, &ns->persons_cap, ns->n, sizeof(*ns->persons)) == -1)
		return -1;
	memset(ns->table, 0, size * sizeof(*ns->table));
	ns->mask = size - 1;
	ns->n_persons = 0;
	return 0;
}

/* Adds a full name to the persons, or to what is known of the one who has it. */
static void
add_person(struct names *ns, struct mention *m)
{
	uint32_t *chain = chain_of(ns, m->surname);
	struct person *p;
	unsigned namesakes = 0;

	for (uint32_t i = *chain; i != 0; i = p->next) {
		p = &ns->persons[i - 1];
		if (p->first != m->first) {
			namesakes++;
			continue;
		}
		m->person = i - 1;
		if (m->words > p->words) {
			p->name = m->name;
			p->words = m->words;
		}
		if (m->title != 0)
			p->title = m->title;
		p->likely |= m->likely;
		return;
	}
	if (namesakes >= NAMESAKES_MOST)
		return;
	m->person = (uint32_t)ns->n_persons;
	ns->persons[ns->n_persons++] = (struct person){m->name, m->surname, m->first, m->title, *chain, m->words, m->gender, m->likely, false};
	*chain = (uint32_t)ns->n_persons;
}

static bool
agree(unsigned a, unsigned b)
{
	return a == GENDER_UNKNOWN || b == GENDER_UNKNOWN || a == b;
}

/* Who a surname alone means: of the namesakes the one last met, which leads the chain from then on where it was full. */
static void
match_surname(struct names *ns, struct mention *m)
{
	const struct person *p;

	for (uint32_t i = *chain_of(ns, m->surname); i != 0; i = p->next) {
		p = &ns->persons[i - 1];
		if (!agree(p->gender, m->gender))
			continue;
		if (m->person == NOBODY || (p->likely && !ns->persons[m->person].likely))
			m->person = i - 1;
	}
}

/* Who speaks is somebody, if not a body. */
static void
note_speaker(const struct names *ns, struct person *p)
{
	if (p->words < 4 && !p->thing && !(lexicon_find(ns->lexicon, p->surname).flags & WORD_BODY))
		p->likely = true;
}

/*
 * Notes who speaks beside a word that reports, whether or not what he says is
 * told: persons who are never named in full, too.
 */
static void
add_speakers(struct names *ns)
{
	size_t n = ns->n_persons;

	for (size_t i = 0; i < ns->n; i++)
		if (ns->mentions[i].person == NOBODY && ns->mentions[i].speaks)
			add_person(ns, &ns->mentions[i]);
	for (size_t i = 0; i < ns->n && ns->n_persons > n; i++) {
		struct mention *m = &ns->mentions[i];

		if (m->person == NOBODY)
			match_surname(ns, m);
		if (m->person != NOBODY && m->person >= n)
			ns->persons[m->person].thing |= m->thing;
	}
	for (size_t i = 0; i < ns->n; i++)
		if (ns->mentions[i].speaks && ns->mentions[i].person != NOBODY)
			note_speaker(ns, &ns->persons[ns->mentions[i].person]);
}

/* What is known of a text that is one word. */
static struct word_facts
facts_of(const struct names *ns, struct slice s)
{
	return lexicon_find(ns->lexicon, lexicon_hash(s.data, s.len));
}

/* The first mention at or after an offset. */
static size_t
mention_at(const struct names *ns, size_t offset)
{
	size_t low = 0, high = ns->n;

	while (low < high) {
		size_t middle = low + (high - low) / 2;

		if (ns->mentions[middle].name.start < offset)
			low = middle + 1;
		else
			high = middle;
	}
	return low;
}

/* Who "he" or "she" is at an offset: subjects and speakers first, the nearest of equals. */
static uint32_t
resolve_pronoun(const struct names *ns, size_t offset, uint32_t paragraph, enum gender gender)
{
	size_t end = mention_at(ns, offset), least = end > PRONOUN_REACH ? end - PRONOUN_REACH : 0;
	uint32_t best = NOBODY;
	int score, most = -1;

	for (size_t i = end; i > least; i--) {
		const struct mention *m = &ns->mentions[i - 1];
		const struct person *p;

		if (m->person == NOBODY || m->paragraph + 3 < paragraph)
			continue;
		p = &ns->persons[m->person];
		if (!p->likely || !agree(p->gender, gender) || !agree(m->gender, gender))
			continue;
		score = 20 + 4 * m->subject - 3 * m->owns + 3 * (p->gender == gender) - 6 * (int)(paragraph - m->paragraph);
		if (ns->last_speaker == m->person + 1 && ns->last_paragraph + 1 >= paragraph)
			score += 7;
		score += 4 * m->speaks - 4 * (p->words == 1) - (int)(end - i) / 3;
		if (score > most) {
			most = score;
			best = m->person;
		}
	}
	if (best == NOBODY && ns->last_speaker != 0 && ns->last_paragraph + 3 >= paragraph &&
	    agree(ns->persons[ns->last_speaker - 1].gender, gender))
		best = ns->last_speaker - 1;
	return best;
}

/* Whether one of the words that end the head of a phrase stands at offset i. */
static bool
ends_head(struct slice s, size_t i)
{
	static const char *const ends[] = {",", "(", " of ", " for ", " in ", " at ", " who "};

	if (s.data[i] != ' ' && s.data[i] != ',' && s.data[i] != '(')
		return false;
	for (size_t k = 0; k < sizeof(ends) / sizeof(ends[0]); k++)
		if (s.len - i >= strlen(ends[k]) && memcmp(s.data + i, ends[k], strlen(ends[k])) == 0)
			return true;
	return false;
}

/* The hash of the last word of a phrase's head: "the foreign minister of Russia" has minister. */
static uint64_t
head_hash(struct slice s)
{
	size_t end = 0, start;

	while (end < s.len && !ends_head(s, end))
		end++;
	for (start = end; start > 0 && s.data[start - 1] != ' '; start--)
		;
	return lexicon_hash(s.data + start, end - start);
}

/* The person last named before an offset with a title: "the minister". */
static uint32_t
resolve_title(const struct names *ns, size_t offset, uint32_t paragraph, struct slice speaker)
{
	uint64_t hash = head_hash(speaker);
	size_t end = mention_at(ns, offset), least = end > 4 * PRONOUN_REACH ? end - 4 * PRONOUN_REACH : 0;

	for (size_t i = end; i > least; i--)
		if (ns->mentions[i - 1].person != NOBODY && ns->mentions[i - 1].title == hash)
			return ns->mentions[i - 1].person;
	/* Nobody has that title: then whoever "he" would be. */
	return lexicon_find(ns->lexicon, hash).flags & WORD_TITLE ?
	    resolve_pronoun(ns, offset, paragraph, GENDER_UNKNOWN) : NOBODY;
}

/* The mention that a speaker's phrase is about, or NULL. */
static const struct mention *
head_mention(const struct names *ns, struct span speaker)
{
	for (size_t i = mention_at(ns, speaker.start); i < ns->n && ns->mentions[i].name.end <= speaker.end; i++) {
		const struct mention *m = &ns->mentions[i];

		if (!m->owns && m->head && (m->lead <= speaker.start || m->behind_comma))
			return m;
		if (m->lead > speaker.start && !m->behind_comma && !m->owns)
			return NULL;
	}
	return NULL;
}

/* "A and B": the second of two persons. */
static void
resolve_second(const struct names *ns, struct quotation *q, const struct mention *first)
{
	const struct mention *second = first + 1;

	if (second >= ns->mentions + ns->n || second->name.end > q->speaker.end || !second->behind_and ||
	    second->person == NOBODY || second->lead <= first->name.end)
		return;
	q->joint = (struct span){first->name.end, second->lead};
	q->name_end = ns->persons[second->person].name;
}

static struct slice
text_of(const struct names *ns, struct span s)
{
	return (struct slice){ns->text + s.start, s.end - s.start};
}

/* Whether a speaker is told by a role: "the minister". */
static bool
begins_with_the(struct slice s)
{
	return s.len > 4 && s.data[3] == ' ' && lexicon_hash(s.data, 3) == lexicon_hash("the", 3);
}

/* The person who speaks, NOBODY where it is none that is known; sets the quotation's name. */
static uint32_t
resolve_speaker(const struct names *ns, struct quotation *q)
{
	struct slice speaker = text_of(ns, q->speaker);
	struct word_facts facts = facts_of(ns, speaker);
	const struct mention *m;
	uint32_t person = NOBODY;

	if (facts.flags & WORD_PRONOUN) {
		if (word_gender(facts) != GENDER_UNKNOWN)
			person = resolve_pronoun(ns, q->speaker.start, q->paragraph, word_gender(facts));
		if (person == NOBODY)
			return NOBODY;
		if (q->how == HOW_ADJACENT)
			q->how = HOW_PRONOUN;
	} else if ((m = head_mention(ns, q->speaker)) != NULL) {
		person = m->person;
		q->name = m->name;
		resolve_second(ns, q, m);
	} else {
		if (begins_with_the(speaker))
			person = resolve_title(ns, q->speaker.start, q->paragraph, speaker);
		q->name = q->speaker;
	}
	if (person != NOBODY)
		q->name = ns->persons[person].name;
	return person;
}

static void
resolve(struct names *ns, struct quotation *q)
{
	uint32_t i = q->speaker.end > q->speaker.start ? resolve_speaker(ns, q) : NOBODY;
	struct person *p;

	if (i == NOBODY)
		return;
	p = &ns->persons[i];
	note_speaker(ns, p);
	if (p->likely) {
		ns->last_speaker = i + 1;
		ns->last_paragraph = q->paragraph;
	}
}

int
names_resolve(struct names *ns, struct quotation *quotations, size_t n)
{
	if (make_table(ns) == -1)
		return -1;
	ns->last_speaker = 0;
	for (size_t i = 0; i < ns->n; i++)
		if (ns->mentions[i].words > 1)
			add_person(ns, &ns->mentions[i]);
	for (size_t i = 0; i < ns->n; i++)
		if (ns->mentions[i].words == 1)
			match_surname(ns, &ns->mentions[i]);
	add_speakers(ns);
	for (size_t i = 0; i < n; i++)
		resolve(ns, &quotations[i]);
	return 0;
}

void
names_free(struct names *ns)
{
	free(ns->mentions);
	free(ns->table);
	free(ns->persons);
	*ns = (struct names){0};
}
