#include <check.h>
#include <stdlib.h>
#include <string.h>

#include "cmd/tag-quotes/cue.h"
#include "cmd/tag-quotes/within.h"

static struct lexicon lexicon;
static struct passage passage;

static void
read_text(const char *text)
{
	struct paragraph p = {0, strlen(text)};

	ck_assert_int_eq(lexicon_load(&lexicon, "en", 2), 0);
	ck_assert_int_eq(passage_read(&passage, &lexicon, text, &p, NULL, 0), 0);
}

static void
drop(void)
{
	lexicon_free(&lexicon);
	passage_free(&passage);
}

/* How many tokens lie between i and the next with a tag in its sentence, at most limit. */
static unsigned
gap_to(uint32_t i, enum tag tag, unsigned limit)
{
	unsigned n = 0;

	while (n < limit && in_sentence(&passage, i, (ptrdiff_t)(i + 1 + n)) && tag_at(&passage, i + 1 + n) != tag)
		n++;
	return in_sentence(&passage, i, (ptrdiff_t)(i + 1 + n)) ? n : limit;
}

/* The same for a finite verb; UINT_MAX where punctuation or the end comes first. */
static unsigned
gap_to_verb(uint32_t i)
{
	for (unsigned n = 0;; n++) {
		enum tag t = tag_in(&passage, i, (ptrdiff_t)(i + 1 + n));

		if (t <= TAG_DASH)
			return UINT32_MAX;
		if (tag_is_finite(t))
			return n;
	}
}

static unsigned
clause_at(uint32_t i)
{
	if (!tag_in_set(tag_at(&passage, i), TAG_BIT(PRONOUN) | TAG_BIT(NAME) | TAG_BIT(DETERMINER) | TAG_BIT(TITLE) |
	    TAG_BIT(POSSESSIVE) | TAG_BIT(NOUNS)))
		return 0;
	for (uint32_t k = i + 1; k < i + 7; k++) {
		enum tag t = tag_in(&passage, i, k);

		if (t <= TAG_DASH)
			return 1;
		if (tag_is_finite(t) || t == TAG_NOUNS_VERBS)
			return passage.tokens.t[k].cue >= 50 ? 3 : 2;
	}
	return 0;
}

static const char *const texts[] = {
	"Ito said that the bridge, which the council calls safe, was closed; nobody knew why. He had said so.",
	"The old red stone bridge over the narrow river is safe, said Ito. Plans she calls good were made: those that he wants.",
	"Mayor Ito's plans for a new bridge over the river in the valley behind the town hall say that it must be so.",
};

START_TEST(what_stands_ahead_is_as_if_looked_for)
{
	read_text(texts[_i]);
	for (uint32_t i = 0; i < passage.tokens.n; i++) {
		unsigned verb = gap_to_verb(i);

		ck_assert_uint_eq(that_ahead(&passage, i, 10), gap_to(i, TAG_THAT, 10));
		ck_assert_uint_eq(that_ahead(&passage, i, 3), gap_to(i, TAG_THAT, 3));
		ck_assert_uint_eq(comma_ahead(&passage, i, 8), gap_to(i, TAG_COMMA, 8));
		ck_assert_uint_eq(finite_ahead(&passage, i, 12), verb < 12 ? bucket(verb + 1) : 0);
		ck_assert_uint_eq(finite_ahead(&passage, i, 2), verb < 2 ? bucket(verb + 1) : 0);
		ck_assert_uint_eq(clause_follows(&passage, i, i), clause_at(i));
	}
	drop();
}
END_TEST

/* Distances stop at AHEAD_FAR and do not run into one another. */
START_TEST(what_is_far_is_far)
{
	static char text[8192];

	strcpy(text, "Ito said ");
	for (int i = 0; i < 600; i++)
		strcat(text, "old ");
	strcat(text, "that, the bridge was safe");
	read_text(text);
	ck_assert_uint_eq(that_ahead(&passage, 1, AHEAD_FAR), AHEAD_FAR);
	ck_assert_uint_eq(comma_ahead(&passage, 1, AHEAD_FAR), AHEAD_FAR);
	ck_assert_uint_eq(finite_ahead(&passage, 1, AHEAD_FAR), 0);
	ck_assert_uint_eq(clause_follows(&passage, 1, 1), 0);
	ck_assert_uint_eq(that_ahead(&passage, 601 - 126, AHEAD_FAR), 126);
	ck_assert_uint_eq(that_ahead(&passage, 601 - 127, AHEAD_FAR), AHEAD_FAR);
	drop();
}
END_TEST

START_TEST(cues_are_listed)
{
	size_t n = 0;

	read_text("Ito said so. The bridge is old. Brandt told us: it was closed, she added.");
	for (uint32_t i = 0; i < passage.tokens.n; i++) {
		ck_assert_uint_eq(cue_index(&passage, i), n);
		if (cue_is_candidate(&passage, i))
			ck_assert_uint_eq(passage.cues[n++], i);
	}
	ck_assert_uint_eq(passage.n_cues, n);
	ck_assert_uint_ge(n, 4);
	ck_assert_uint_eq(cue_index(&passage, (uint32_t)passage.tokens.n), n);
	drop();
}
END_TEST

/* Classes widen by halves of an octave, in the table and beyond it. */
START_TEST(counts_are_put_into_classes)
{
	static const uint64_t begins[] = {0, 1, 2, 3, 4, 5, 6, 9, 13, 19, 28, 42, 63, 94, 141, 211, 316, 474, 711, 1066, 1599};

	for (uint64_t b = 0; b < sizeof(begins) / sizeof(begins[0]); b++) {
		ck_assert_uint_eq(bucket(begins[b]), b);
		if (b > 0)
			ck_assert_uint_eq(bucket(begins[b] - 1), b - 1);
	}
	ck_assert_uint_eq(bucket(1000000), 20);
}
END_TEST

Suite *suite_within(void);

Suite *
suite_within(void)
{
	Suite *s = suite_create("within");
	TCase *c = tcase_create("within");

	tcase_add_loop_test(c, what_stands_ahead_is_as_if_looked_for, 0, sizeof(texts) / sizeof(texts[0]));
	tcase_add_test(c, what_is_far_is_far);
	tcase_add_test(c, cues_are_listed);
	tcase_add_test(c, counts_are_put_into_classes);
	suite_add_tcase(s, c);
	return s;
}
