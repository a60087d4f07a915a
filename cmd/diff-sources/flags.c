#include "cmd/diff-sources/flags.h"

#include <stdlib.h>
#include <string.h>

#include "cmd/diff-sources/spelling.h"
#include "cmd/diff-sources/vocabulary.h"

const char *const flag_names[FLAGS_N] = {
	"number", "name", "negation", "quotation", "attribution", "spelling", "punctuation", "wording",
};

enum {
	SPELLING_BYTES = 12,	/* by which two spellings of the same words differ at most: "Rep", "Representative" */
	INITIALS_MAX = 8,
	REPLACED = 8,	/* words of a side of a hunk, at most, in which one name takes the place of another */
	KEPT = 32	/* tokens among which a name is looked for on the other side */
};

/* What the changed words of one hunk are, of both sides together but for names. */
struct tally {
	unsigned names[2], titles, reporting, may_report, negations, quantities, helping, others;
	bool quoted;
};

static unsigned
classes(struct token *t)
{
	token_look_up(t);
	return t->classes;
}

/* How many bytes of a word stand before its first apostrophe. */
static size_t
before_apostrophe(const struct token *t)
{
	size_t n = 0;

	while (n < t->len && t->text[n] != '\'' && !(t->len - n >= 3 && memcmp(t->text + n, "\xe2\x80\x99", 3) == 0))
		n++;
	return n;
}

bool
flags_is_name(const struct token *t)
{
	char plain[NORMAL_BYTES];

	if (t->kind != TOKEN_WORD || !t->capital || t->classes & WORD_TITLE)
		return false;
	if (!t->initial)
		return true;
	return word_frequency(plain, spelling_plain(t->text, before_apostrophe(t), plain)) == 0;
}

/* Counts token i of one side of a change. */
static void
judge(struct tally *y, const struct change *c, size_t i, int side)
{
	struct token *run = side == 0 ? c->a : c->b, *t = &run[i];
	size_t n = side == 0 ? c->n_a : c->n_b;
	unsigned class = classes(t);

	y->quoted |= t->quoted;
	if (class & WORD_NEGATION)
		y->negations++;
	else if (quantities_is(t) || quantities_joins(run, n, i))
		y->quantities++;
	else if (class & (WORD_REPORTING | WORD_MAY_REPORT))
		*(attribution_reports(run, n, i) ? &y->reporting : &y->may_report) += 1;
	else if (flags_is_name(t))
		y->names[side]++;
	else if (class & WORD_HELPING)
		y->helping++;
	else
		y->others++;
}

static size_t
count_words(const struct token *t, size_t begin, size_t end)
{
	size_t n = 0;

	for (size_t i = begin; i < end; i++)
		n += token_is_word(&t[i]);
	return n;
}

/* The normal forms of words [i, end), one behind the other: "per cent" is "percent". normal[at] up to normal[len] are left of the last. */
struct letters {
	const struct token *t;
	size_t i, end, at, len;
	bool plain;	/* as they are written, but folded */
	char normal[NORMAL_BYTES];
};

/* Makes sure that there is a letter. */
static bool
letters_left(struct letters *l)
{
	for (; l->at == l->len && l->i < l->end; l->i++)
		if (token_is_word(&l->t[l->i])) {
			l->len = (l->plain ? spelling_plain : spelling_normal)(l->t[l->i].text, l->t[l->i].len, l->normal);
			l->at = 0;
		}
	return l->at < l->len;
}

/* Whether the words of both sides are the same letters, however they are parted. */
static bool
same_letters(const struct change *c, const struct hunk *h, bool plain)
{
	struct letters x = {.t = c->a, .i = h->a, .end = h->a_end, .plain = plain}, y = {.t = c->b, .i = h->b, .end = h->b_end, .plain = plain};
	bool left, other_left;
	size_t n;

	for (;;) {
		left = letters_left(&x);
		other_left = letters_left(&y);
		if (!left || !other_left)
			return left == other_left;
		n = x.len - x.at < y.len - y.at ? x.len - x.at : y.len - y.at;
		if (memcmp(x.normal + x.at, y.normal + y.at, n) != 0)
			return false;
		x.at += n;
		y.at += n;
	}
}

static bool
is_article(const struct token *t)
{
	return t->len == 3 && (*t->text | 32) == 't' && t->text[1] == 'h' && t->text[2] == 'e';
}

/* Whether the one word at [begin, end) of t is made of the initials of the words of u there: "AP", "Associated Press". */
static bool
is_acronym(const struct token *t, size_t begin, size_t end, const struct token *u, size_t u_begin, size_t u_end)
{
	char letters[NORMAL_BYTES], initials[INITIALS_MAX + 1];
	size_t n = 0;

	while (begin < end && !token_is_word(&t[begin]))
		begin++;
	if (begin == end || count_words(t, begin, end) != 1 || u_end - u_begin > 2 * INITIALS_MAX)
		return false;
	for (size_t i = u_begin; i < u_end && n < INITIALS_MAX; i++)
		if (u[i].kind == TOKEN_WORD && u[i].capital && !(n == 0 && is_article(&u[i])))
			initials[n++] = (char)(*u[i].text | 32);
	return n >= 2 && spelling_plain(t[begin].text, t[begin].len, letters) == n && memcmp(letters, initials, n) == 0;
}

static bool
is_title(struct token *t)
{
	return t->capital && classes(t) & WORD_TITLE;
}

/* The next word from i on that is no title; titles are judged as they are passed. */
static size_t
next_slot(struct tally *y, struct token *t, size_t i, size_t end)
{
	for (; i < end && (!token_is_word(&t[i]) || is_title(&t[i])); i++)
		y->titles += token_is_word(&t[i]);
	return i;
}

static size_t
count_slots(struct token *t, size_t begin, size_t end)
{
	struct tally unused = {.others = 0};
	size_t n = 0;

	for (size_t i = next_slot(&unused, t, begin, end); i < end; i = next_slot(&unused, t, i + 1, end))
		n++;
	return n;
}

/* Whether a name stands among the first tokens of the other side too; tells whether it is written another way there. */
static bool
is_kept(const struct token *t, const struct token *other, size_t begin, size_t end, bool *respelled)
{
	if (!flags_is_name(t))
		return false;
	for (size_t i = begin; i < end && i < begin + KEPT; i++)
		if (other[i].capital && spelling_alike(t, &other[i])) {
			*respelled |= !token_equal(t, &other[i]);
			return true;
		}
	return false;
}

/*
 * The changed words of a hunk but for those that are the same word in its place
 * on either side, titles apart: "Zelenskyy", "Mr Zelensky"; and names that are
 * on both. Returns whether there were such that are written another way.
 */
static bool
judge_words(struct tally *y, const struct change *c, const struct hunk *h)
{
	size_t i = h->a, k = h->b;
	bool slots = count_slots(c->a, h->a, h->a_end) == count_slots(c->b, h->b, h->b_end), alike = false;

	for (;;) {
		i = next_slot(y, c->a, i, h->a_end);
		k = next_slot(y, c->b, k, h->b_end);
		if (i >= h->a_end && k >= h->b_end)
			return alike;
		if (slots && spelling_alike(&c->a[i], &c->b[k])) {
			alike = true;
		} else {
			if (i < h->a_end && !is_kept(&c->a[i], c->b, h->b, h->b_end, &alike))
				judge(y, c, i, 0);
			if (k < h->b_end && !is_kept(&c->b[k], c->a, h->a, h->a_end, &alike))
				judge(y, c, k, 1);
		}
		i += i < h->a_end;
		k += k < h->b_end;
	}
}

/* The bytes of all words. */
static size_t
count_bytes(const struct token *t, size_t begin, size_t end)
{
	size_t n = 0;

	for (size_t i = begin; i < end; i++)
		n += token_is_word(&t[i]) ? t[i].len : 0;
	return n;
}

/* The first word from token i on, where there is one. */
static const struct token *
first_word(const struct token *t, size_t i)
{
	while (!token_is_word(&t[i]))
		i++;
	return &t[i];
}

/* Whether both sides have words, and these are the same but for how they are written and parted. */
static bool
only_spelled(const struct change *c, const struct hunk *h)
{
	size_t a = count_bytes(c->a, h->a, h->a_end), b = count_bytes(c->b, h->b, h->b_end);

	if (a == 0 || b == 0 || a > b + SPELLING_BYTES || b > a + SPELLING_BYTES ||
	    !spelling_may_agree(first_word(c->a, h->a), first_word(c->b, h->b)))
		return false;
	return same_letters(c, h, false) || same_letters(c, h, true);
}

static bool
has_number(struct token *t, size_t begin, size_t end)
{
	for (size_t i = begin; i < end; i++)
		if (quantities_is_number(&t[i]))
			return true;
	return false;
}

/* Whether a hunk is so short, or its sides so alike in length, that what stands on one is in the place of the other. */
static bool
is_replacement(const struct change *c, const struct hunk *h)
{
	size_t a = count_slots(c->a, h->a, h->a_end), b = count_slots(c->b, h->b, h->b_end);

	return a == b || (a <= REPLACED && b <= REPLACED);
}

static unsigned
flags_of_words(const struct change *c, const struct hunk *h, const struct judgement *j)
{
	struct tally y = {.others = 0};
	unsigned flags = 0;

	if (j->spelled || is_acronym(c->a, h->a, h->a_end, c->b, h->b, h->b_end) || is_acronym(c->b, h->b, h->b_end, c->a, h->a, h->a_end))
		return FLAG_SPELLING;
	if (judge_words(&y, c, h))
		flags |= FLAG_SPELLING;
	if (y.names[0] > 0 && y.names[1] > 0 && is_replacement(c, h))
		flags |= FLAG_NAME;
	else
		y.others += y.names[0] + y.names[1];
	y.others += y.reporting > 0 ? 0 : y.may_report; /* they go with one that does */
	if (y.reporting > 0 || (y.others + y.names[0] > 0 && attribution_replaced(c, h)) || ((flags & FLAG_NAME) && attribution_beside(c, h)))
		flags |= FLAG_ATTRIBUTION;
	if (y.others + y.titles > 0 || (y.helping > 0 && y.negations == 0 && y.quantities == 0))
		flags |= FLAG_WORDING;
	if (y.quantities > 0 && !j->numbers_differ) /* three, 3; but not: first, late */
		flags |= has_number(c->a, h->a, h->a_end) && has_number(c->b, h->b, h->b_end) ? FLAG_SPELLING : FLAG_WORDING;
	if (y.quoted)
		flags |= FLAG_QUOTATION;
	return flags;
}

/*
 * Adds the numbers of a hunk to those of all, and tells whether its two sides
 * differ in them, and whether one took the place of another: those of "51 to 48"
 * and "48 to 51" are the same, but not in their places.
 */
static int
add_numbers(struct flagger *f, const struct change *c, const struct hunk *h, struct judgement *j, unsigned *flags)
{
	struct quantities a = f->a, b = f->b;

	if (quantities_add(&f->a, c->a, c->n_a, h->a, h->a_end, has_number(c->b, h->b, h->b_end)) != 0 ||
	    quantities_add(&f->b, c->b, c->n_b, h->b, h->b_end, has_number(c->a, h->a, h->a_end)) != 0)
		return -1;
	j->numbers_differ = !quantities_equal(&f->a, a.n, &f->b, b.n);
	if (j->numbers_differ && f->a.n > a.n && f->b.n > b.n) /* or a part of it went elsewhere: "$5", "5 ... dollars" */
		*flags |= quantities_same_kinds(&f->a, a.n, &f->b, b.n) ? FLAG_NUMBER : FLAG_SPELLING;
	return 0;
}

/* Numbers and negations, which are looked at over all hunks: what only moved did not change. */
static int
flags_of_counts(struct flagger *f, const struct change *c, unsigned *flags)
{
	f->a.n = f->b.n = 0;
	if (array_reserve(&f->judgements, &f->judgements_cap, c->n, sizeof *f->judgements) != 0)
		return -1;
	for (size_t i = 0; i < c->n; i++) {
		const struct hunk *h = &c->hunks[i];

		f->judgements[i] = (struct judgement){.spelled = only_spelled(c, h)};
		if (f->judgements[i].spelled)
			continue;
		if (add_numbers(f, c, h, &f->judgements[i], flags) != 0)
			return -1;
	}
	if (!quantities_equal(&f->a, 0, &f->b, 0))
		*flags = (*flags & ~(unsigned)FLAG_SPELLING) | FLAG_NUMBER;
	*flags |= negations_differ(c, f->judgements) ? FLAG_NEGATION : 0;
	return 0;
}

int
flags_find(struct flagger *f, const struct change *c, unsigned *flags)
{
	*flags = 0;
	if (flags_of_counts(f, c, flags) != 0)
		return -1;
	for (size_t i = 0; i < c->n; i++) {
		const struct hunk *h = &c->hunks[i];
		unsigned marks = flags_of_marks(c, h);

		if (count_words(c->a, h->a, h->a_end) + count_words(c->b, h->b, h->b_end) == 0)
			*flags |= marks;
		else /* a comma or point in a change of words is part of that */
			*flags |= flags_of_words(c, h, &f->judgements[i]) | (marks & FLAG_QUOTATION);
	}
	if (*flags == 0 && c->n > 0)
		*flags = FLAG_WORDING;
	return 0;
}

void
flagger_free(struct flagger *f)
{
	free(f->a.list);
	free(f->b.list);
	free(f->judgements);
}
