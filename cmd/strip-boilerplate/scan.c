#include "cmd/strip-boilerplate/scan.h"

#include <string.h>
#ifdef __SSE2__
#include <emmintrin.h>
#endif

#include "common/linear.h"
#include "common/utf8.h"

enum { STEM = 5, NUMBER_HASH = 0x30 };

/* The state of one pass. */
struct pass {
	struct scan *out;
	const struct rules *rules;
	const struct rule_filter *filter;
	const struct rule *table;
	struct folded_word word;
	uint64_t stem;		/* the hash of the word's first STEM points */
	unsigned points;	/* of the word so far, 0 outside one */
	bool number, ideograph;
	uint32_t state, value;
	uint32_t marks[N_MARK_KINDS];	/* outside words */
	/* rules met, and where their last word stands */
	struct { uint16_t rule; uint32_t end; } met[SCAN_RULES * 2];
	unsigned n_met;
};

static void
meet(struct pass *p, const struct rule_match *m)
{
	uint32_t end = p->out->shape.tokens;
	unsigned i;

	for (; m != NULL; m = m->next) {
		if ((m->last != 0 && m->last != p->word.hash) || ((p->table[m->rule].need & RULE_START) && end != m->words))
			continue;
		/* Of a phrase that stands there more than once the last is kept: it may be the paragraph's end. */
		for (i = 0; i < p->n_met && p->met[i].rule != m->rule; i++)
			continue;
		if (i == sizeof(p->met) / sizeof(p->met[0]))
			continue;
		p->met[i].rule = m->rule;
		p->met[i].end = end;
		if (i == p->n_met)
			p->n_met++;
	}
}

/* Counts the word that ends, and asks the rules. */
static inline void
count_word(struct pass *p)
{
	struct scan *out = p->out;
	struct shape *s = &out->shape;
	uint64_t hash = p->word.hash, text_hash;
	uint32_t at = s->tokens;

	if (at < SCAN_HEAD) {
		out->head[at] = hash;
		out->head_stems[at] = p->points > STEM ? p->stem : p->ideograph && at > 0 ? out->head[at - 1] * 31 + hash : 0;
	}
	out->tail[at % SCAN_TAIL] = hash;
	if (at == 1)
		s->head_hash = out->head[0] * 31 + hash;
	text_hash = ((s->text_hash ^ (p->number ? NUMBER_HASH : hash)) + 1) * 0x9e3779b97f4a7c15u;
	s->text_hash = text_hash ^ text_hash >> 29;
	s->tokens = at + 1;
	if (p->number) {
		s->numbers++;
		s->years += p->points == 4 && p->value >= 1900 && p->value < 2100;
	}
	p->points = 0;
	if (p->state == 0 && rules_begin_none(p->filter, &p->word))
		return;
	p->state = rules_step(p->rules, p->state, &p->word);
	if (p->state != 0)
		meet(p, rules_first(p->rules, p->state));
}

/* Ends the word, if one is open. */
static void
end_word(struct pass *p)
{
	if (p->points > 0)
		count_word(p);
}

static inline void
begin_word(struct pass *p, unsigned class)
{
	word_clear(&p->word);
	p->value = 0;
	p->number = (class & CH_DIGIT) != 0;
	p->ideograph = (class & CH_IDEOGRAPH) != 0;
}

/* Adds one letter, digit or mark, folded, to the word. */
static void
add_point(struct pass *p, uint32_t cp, unsigned class)
{
	struct shape *s = &p->out->shape;
	char bytes[4];
	size_t n;

	if (p->points == 0)
		begin_word(p, class);
	if (class & CH_DIGIT) {
		s->digits++;
		cp = '0';
	} else {
		s->letters++;
		cp = utf8_lower(cp);
	}
	n = utf8_encode(cp, bytes);
	for (size_t i = 0; i < n; i++)
		word_byte(&p->word, (unsigned char)bytes[i]);
	if (++p->points == STEM)
		p->stem = p->word.hash;
}

/* A code point that is a word of its own: an ideograph, or a sign that the rules know. */
static void
lone(struct pass *p, uint32_t cp, unsigned class)
{
	end_word(p);
	add_point(p, cp, class);
	end_word(p);
}

/* A mark or sign between words, or white space. */
static void
between(struct pass *p, uint32_t cp, unsigned class)
{
	enum mark_kind kind;

	end_word(p);
	if (class & CH_SPACE)
		return;
	kind = mark_kind(cp);
	p->marks[kind]++;
	if (kind == MARK_COPYRIGHT)
		lone(p, cp, 0);
}

/* Which of the rules met hold once the paragraph's end is known. */
static void
judge(struct pass *p)
{
	struct scan *out = p->out;
	uint32_t pairs[N_LABELS] = {0};
	unsigned kept = 0;

	for (unsigned i = 0; i < p->n_met; i++) {
		const struct rule *r = &p->table[p->met[i].rule];

		if (((r->need & RULE_END) && p->met[i].end != out->shape.tokens) ||
		    ((r->need & RULE_BRACKET) && out->shape.ending != ENDS_BRACKET) ||
		    ((r->need & RULE_OPEN) && out->shape.ending == ENDS_SENTENCE) ||
		    (r->most != 0 && out->shape.words > r->most))
			continue;
		pairs[r->label]++;
		p->met[kept++] = p->met[i];
	}
	for (unsigned i = 0; i < kept && out->n_rules < SCAN_RULES; i++) {
		const struct rule *r = &p->table[p->met[i].rule];

		if ((r->need & RULE_PAIR) && pairs[r->label] < 2)
			continue;
		out->rules[out->n_rules++] = p->met[i].rule;
		out->cues[r->label]++;
		if ((r->need & RULE_SURE) && out->sure == -1)
			out->sure = p->met[i].rule;
	}
}

#define LETTERS(l, u) [l] = (l), [u] = (l)
/* ASCII letters and digits as words have them folded: all digits count as 0. Nothing else is in a word. */
static const unsigned char fold[256] = {
	LETTERS('a', 'A'), LETTERS('b', 'B'), LETTERS('c', 'C'), LETTERS('d', 'D'), LETTERS('e', 'E'), LETTERS('f', 'F'), LETTERS('g', 'G'),
	LETTERS('h', 'H'), LETTERS('i', 'I'), LETTERS('j', 'J'), LETTERS('k', 'K'), LETTERS('l', 'L'), LETTERS('m', 'M'), LETTERS('n', 'N'),
	LETTERS('o', 'O'), LETTERS('p', 'P'), LETTERS('q', 'Q'), LETTERS('r', 'R'), LETTERS('s', 'S'), LETTERS('t', 'T'), LETTERS('u', 'U'),
	LETTERS('v', 'V'), LETTERS('w', 'W'), LETTERS('x', 'X'), LETTERS('y', 'Y'), LETTERS('z', 'Z'),
	['0'] = '0', ['1'] = '0', ['2'] = '0', ['3'] = '0', ['4'] = '0', ['5'] = '0', ['6'] = '0', ['7'] = '0', ['8'] = '0', ['9'] = '0',
};

/* Adds the ASCII letters and digits from at on to the word, as far as its bytes are kept. Returns where they end. */
static const char *
add_ascii(struct pass *p, const char *at, const char *end)
{
	struct shape *s = &p->out->shape;
	const char *from = at;
	char *out;
	uint64_t hash;
	uint32_t n, letters = 0;
	unsigned points = p->points;
	unsigned char c, folded;

	if (points == 0)
		begin_word(p, utf8_ascii_class[(unsigned char)*at]);
	hash = p->word.hash;
	out = p->word.bytes + p->word.len;
	if (end - at > WORD_BYTES - (ptrdiff_t)p->word.len)
		end = at + (WORD_BYTES - p->word.len);
	for (; at < end; at++) {
		c = (unsigned char)*at;
		folded = fold[c];
		if (folded == 0)
			break;
		hash = (hash ^ folded) * 0x100000001b3u;
		*out++ = (char)folded;
		/* ASCII: letters have bit 6, digits not. */
		letters += c >> 6;
		if (++points == STEM)
			p->stem = hash;
	}
	n = (uint32_t)(at - from);
	if (letters == 0 && n == 4 && p->points == 0)
		p->value = (uint32_t)((from[0] - '0') * 1000 + (from[1] - '0') * 100 + (from[2] - '0') * 10 + (from[3] - '0'));
	p->word.hash = hash;
	p->word.len += n;
	p->points = points;
	s->points += n;
	s->letters += letters;
	s->digits += n - letters;
	return at;
}

/* Takes one code point that is no ASCII letter or digit. Returns where it ends. */
static const char *
take(struct pass *p, const char *at, const char *end)
{
	struct shape *s = &p->out->shape;
	uint32_t cp, next;
	unsigned class;

	at += utf8_decode(at, end, &cp);
	class = utf8_class(cp);
	s->points++;
	if (class & CH_IDEOGRAPH) {
		s->ideographs++;
		lone(p, cp, class);
	} else if (class & (CH_LETTER | CH_DIGIT))
		add_point(p, cp, class);
	else if (class & CH_MARK)
		return at;
	else if (p->points > 0 && !p->number && at < end && mark_kind(cp) == MARK_APOSTROPHE &&
	    (utf8_decode(at, end, &next), utf8_class(next) & CH_LETTER))
		word_byte(&p->word, '\'');
	else
		between(p, cp, class);
	return at;
}

enum { WINDOW = 16 };

/*
 * The ASCII letters that the WINDOW bytes at text begin with: returns how many,
 * and writes them in lower case to folded, with whatever follows.
 */
static inline unsigned
leading_letters(const char *text, char *folded)
{
#ifdef __SSE2__
	const __m128i lower = _mm_or_si128(_mm_loadu_si128((const __m128i *)(const void *)text), _mm_set1_epi8(0x20));
	/* Moved so that the letters are the least of the signed bytes. */
	const __m128i letters = _mm_cmplt_epi8(_mm_add_epi8(lower, _mm_set1_epi8((char)(0x80 - 'a'))), _mm_set1_epi8((char)(0x80 + 26)));

	_mm_storeu_si128((__m128i *)(void *)folded, lower);
	return (unsigned)__builtin_ctz(~(unsigned)_mm_movemask_epi8(letters));
#else
	unsigned n = 0;

	for (; n < WINDOW && (text[n] | 0x20) >= 'a' && (text[n] | 0x20) <= 'z'; n++)
		folded[n] = (char)(text[n] | 0x20);
	return n;
#endif
}

/*
 * Takes the word at at, outside a word, and the ASCII character behind it, if it
 * is nothing but ASCII letters, few of them. Most words are, and their length is
 * then no branch that can be guessed wrongly: more steps of the hash are taken
 * than most words need. Returns where that ends; at where it is another word.
 */
static inline const char *
take_plain_word(struct pass *p, const char *at, const char *end)
{
	enum { STEPS = 8 };	/* letters that most words have at most */
	struct shape *s = &p->out->shape;
	char padded[WINDOW] = {0};
	const char *text = at;
	uint64_t hash[STEPS + 1];	/* of the first letters, by their number */
	unsigned n, behind;

	if (end - at < WINDOW)
		text = memcpy(padded, at, (size_t)(end - at));
	n = leading_letters(text, p->word.bytes);
	behind = n < WINDOW ? (unsigned char)text[n] : 0x80;
	if (n == 0 || behind >= 0x80 || behind == '\'' || fold[behind] != 0)
		return at;
#define STEP(i) hash[(i) + 1] = (hash[i] ^ (unsigned char)p->word.bytes[i]) * 0x100000001b3u
	hash[0] = LINEAR_STRING_BASIS;
	STEP(0);
	STEP(1);
	STEP(2);
	STEP(3);
	STEP(4);
	STEP(5);
	STEP(6);
	STEP(7);
#undef STEP
	p->word.hash = hash[n < STEPS ? n : STEPS];
	for (unsigned i = STEPS; i < n; i++)
		p->word.hash = (p->word.hash ^ (unsigned char)p->word.bytes[i]) * 0x100000001b3u;
	p->word.len = p->points = n;
	p->stem = hash[STEM];
	p->number = p->ideograph = false;
	s->points += n;
	s->letters += n;
	count_word(p);
	at += n;
	if (at == end)
		return at;
	s->points++;
	p->marks[mark_kind(behind)]++;
	return at + 1;
}

/* Names the counts of marks. */
static void
count_marks(struct shape *s, const uint32_t *marks)
{
	s->stops = marks[MARK_STOP];
	s->commas = marks[MARK_COMMA];
	s->colons = marks[MARK_COLON];
	s->brackets = marks[MARK_OPENING];
	s->quotes = marks[MARK_QUOTE];
	s->separators = marks[MARK_SEPARATOR];
	s->addresses = marks[MARK_AT];
	s->copyrights = marks[MARK_COPYRIGHT];
}

void
scan_paragraph(struct scan *out, const struct rules *rules, const struct rule *table, const char *text, size_t len)
{
	struct pass p;
	const char *at = text, *end = text + len, *behind;
	struct slice trimmed = utf8_trim(text, len);
	struct shape *s = &out->shape;

	p.out = out;
	p.rules = rules;
	p.filter = rules_filter(rules);
	p.table = table;
	p.points = p.n_met = 0;
	p.word = (struct folded_word){0};
	p.state = 0;
	memset(s, 0, sizeof(*s));
	memset(p.marks, 0, sizeof(p.marks));
	memset(out->cues, 0, sizeof(out->cues));
	out->n_rules = 0;
	out->sure = -1;
	while (at < end) {
		unsigned char c = (unsigned char)*at;

		if (fold[c] != 0) {
			behind = p.points == 0 ? take_plain_word(&p, at, end) : at;
			if (behind > at)
				at = behind;
			else if (p.points == 0 || p.word.len < WORD_BYTES)
				at = add_ascii(&p, at, end);
			else
				at = take(&p, at, end);
		} else if (c < 0x80 && c != '\'') {
			if (p.points > 0)
				end_word(&p);
			s->points++;
			p.marks[mark_kind(c)]++;
			at++;
		} else
			at = take(&p, at, end);
	}
	end_word(&p);
	count_marks(s, p.marks);
	s->words = s->tokens - s->ideographs + (s->ideographs + 1) / 2;
	s->beginning = text_beginning(trimmed.data, trimmed.len);
	s->ending = text_ending(trimmed.data, trimmed.len);
	if (s->words <= SCAN_OPENING_WORDS)
		s->opening_hash = text_opening(trimmed.data, trimmed.len);
	judge(&p);
}
