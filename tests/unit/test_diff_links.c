#include <check.h>
#include <stdio.h>
#include <stdlib.h>

#include "cmd/diff-sources/links.h"
#include "cmd/diff-sources/shingles.h"

Suite *suite_diff_links(void);

struct pair {
	struct side a, b;
	struct terms terms;
	struct candidates candidates;
	struct context context;
	struct links links;
};

static void
fill(struct side *s, const char *const *rows)
{
	for (; *rows != NULL; rows++)
		ck_assert_int_eq(side_add(s, *rows, strlen(*rows), (uint32_t)s->n), 0);
}

static void
pair_open(struct pair *p, const char *const *a, const char *const *b)
{
	*p = (struct pair){.links = {0}};
	fill(&p->a, a);
	fill(&p->b, b);
	ck_assert_int_eq(terms_open(&p->terms), 0);
	ck_assert_int_eq(terms_build(&p->terms, &p->a, &p->b), 0);
	ck_assert_int_eq(candidates_find(&p->candidates, &p->terms, &p->a, &p->b), 0);
	ck_assert_int_eq(context_open(&p->context, &p->candidates, &p->terms, &p->a, &p->b), 0);
	ck_assert_int_eq(links_find(&p->links, &p->context), 0);
}

static void
pair_close(struct pair *p)
{
	links_free(&p->links);
	context_free(&p->context);
	candidates_free(&p->candidates);
	terms_free(&p->terms);
	side_free(&p->a);
	side_free(&p->b);
}

/* The links as "a-b:op", with "!" where moved. */
static void
check_links(const char *const *a, const char *const *b, const char *expected)
{
	static const char ops[] = "=esm";
	struct pair p;
	char got[1024] = "";

	pair_open(&p, a, b);
	for (size_t i = 0; i < p.links.n; i++) {
		const struct link *l = &p.links.list[i];

		sprintf(got + strlen(got), "%u-%u:%c%s ", l->a, l->b, ops[l->op], l->moved ? "!" : "");
		ck_assert_uint_le(l->score, 1000);
	}
	ck_assert_str_eq(got, expected);
	pair_close(&p);
}

static const char *const article[] = {
	"The harbor authority closed two piers on Monday after a storm tore the roof from a warehouse.",
	"Nobody was hurt, the authority said, because the night shift had been sent home early.",
	"Engineers will inspect the cranes this week, and the piers could open again by Friday.",
	"Fishermen from the northern villages complained that their boats had been left without shelter.",
	"The mayor promised them a new breakwater within three years.",
	NULL,
};

START_TEST(same_rows)
{
	check_links(article, article, "0-0:= 1-1:= 2-2:= 3-3:= 4-4:= ");
}
END_TEST

START_TEST(edited_moved_and_new)
{
	static const char *const b[] = {
		"Fishermen from the northern villages complained that their boats were left without any shelter.",
		"The harbour authority closed three piers on Monday after a storm tore the roof from a warehouse.",
		"A ferry to the islands was cancelled as well.",
		"Nobody was hurt, the authority said, because the night shift had been sent home early.",
		"Engineers will inspect the cranes this week, and the piers might open again by Friday.",
		NULL,
	};

	check_links(article, b, "0-1:e 1-3:= 2-4:e 3-0:e! ");
}
END_TEST

START_TEST(split_and_merged)
{
	static const char *const b[] = {
		"The harbor authority closed two piers on Monday after a storm tore the roof from a warehouse.",
		"Nobody was hurt, the authority said, because the night shift had been sent home early.",
		"Engineers will inspect the cranes this week.",
		"The piers could open again by Friday.",
		"Fishermen from the northern villages complained that their boats had been left without shelter, and the mayor promised them a new breakwater within three years.",
		NULL,
	};

	check_links(article, b, "0-0:= 1-1:= 2-2:s 2-3:s 3-4:m 4-4:m ");
}
END_TEST

/* Four names that stand in one row of many are evidence enough, without a mark and apart from each other; common words are not. */
START_TEST(names_alone)
{
	static char texts[60][64];
	const char *a[62] = {NULL};

	for (size_t i = 0; i < 60; i++) {
		sprintf(texts[i], "Boat %zu of crew %zu left the harbor of the old town.", i, 100 + i);
		a[i] = texts[i];
	}
	a[60] = "Zabrin of Keldus wrote that the Orvak pier was sold to Tomrin and the old town of the islands.";
	check_links(a, (const char *const[]){"Tomrin, Orvak, Zabrin, Keldus", NULL}, "60-0:e ");
	check_links(a, (const char *const[]){"Islands, town, pier, old", NULL}, "");
}
END_TEST

/* A row is split into rows of which one takes in another row too. */
START_TEST(split_and_merged_at_once)
{
#define LONG "Nobody was hurt, the authority said, because the night shift had been sent home early, and the watchmen of the old harbor " \
	"had left the warehouse for the town an hour before the storm came in from the sea."
	static const char *const a[] = {
		"The authority closed two piers. Engineers will inspect the cranes. " LONG,
		"The mayor promised help to the fishermen.",
		NULL,
	}, *const b[] = {
		"The authority closed two piers.",
		"Engineers will inspect the cranes.",
		LONG " The mayor promised help to the fishermen.",
		NULL,
	};
#undef LONG

	check_links(a, b, "0-0:s 0-1:s 0-2:m 1-2:m ");
}
END_TEST

/* Of two articles nothing but the rows at hand has words. */
START_TEST(one_row_of_words)
{
	static const char *const a[] = {"The harbor authority closed two piers on Monday.", "* * *", NULL};
	static const char *const b[] = {"The harbor authority closed three piers on Monday.", "---", NULL};

	check_links(a, b, "0-0:e ");
}
END_TEST

START_TEST(nothing_in_common)
{
	static const char *const b[] = {
		"Scientists have found a beetle that glows in the dark.",
		"It lives in caves and eats moss, a study shows.",
		NULL,
	}, *const none[] = {NULL}, *const marks[] = {"***", "...", NULL};

	check_links(article, b, "");
	check_links(article, none, "");
	check_links(none, article, "");
	check_links(none, none, "");
	check_links(marks, article, "");
	check_links(marks, marks, "0-0:= 1-1:= ");
}
END_TEST

/* A subhead of which the other article has one word is no retelling of its sentence. */
START_TEST(subheads)
{
	static const char *const b[] = {
		"Piers closed after a storm",
		"The authority closed two piers on Monday, and a warehouse lost its roof in the storm.",
		"More cranes",
		"Engineers look at the cranes this week, and the piers could open again by Friday.",
		"Breakwater plans",
		"The mayor promised the fishermen from the northern villages a breakwater within three years.",
		NULL,
	};

	check_links(article, b, "0-0:s 0-1:s 2-3:e 4-5:e ");
	check_links(article, (const char *const[]){"Breakwater mayor: years promised", NULL}, "4-0:e ");
}
END_TEST

/* Rows that are all alike are linked in order, and cost no more than others. */
START_TEST(many_equal_rows)
{
	static const char *rows[5001];
	struct pair p;

	for (size_t i = 0; i < 5000; i++)
		rows[i] = "He said no more.";
	pair_open(&p, rows, rows);
	ck_assert_uint_eq(p.links.n, 5000);
	for (size_t i = 0; i < p.links.n; i++)
		ck_assert(p.links.list[i].a == p.links.list[i].b && p.links.list[i].op == LINK_SAME && !p.links.list[i].moved);
	pair_close(&p);
}
END_TEST

/* As many rows of one kind, but for one: all of them are linked, in order; and rows of one rare word are found by nothing, soon. */
START_TEST(many_rows_of_a_kind)
{
	enum { N = 100000 };
	const char **rows = calloc(N + 1, sizeof *rows), **others = calloc(N + 1, sizeof *others);
	struct pair p;

	ck_assert(rows != NULL && others != NULL);
	for (size_t i = 0; i < N; i++)
		rows[i] = "He said no more.";
	pair_open(&p, rows, rows + 1);
	ck_assert_uint_eq(p.links.n, N - 1);
	for (size_t i = 0; i < p.links.n; i++)
		ck_assert(p.links.list[i].a == p.links.list[i].b && p.links.list[i].op == LINK_SAME && !p.links.list[i].moved);
	pair_close(&p);
	for (size_t i = 0; i < N; i++) {
		rows[i] = "zyzzyva zyzzyva zyzzyva";
		others[i] = "zyzzyva zyzzyva";
	}
	pair_open(&p, rows, others);
	ck_assert_uint_le(p.candidates.n, 8 * N);
	ck_assert_uint_le(p.links.n, 3 * N);
	pair_close(&p);
	free(rows);
	free(others);
}
END_TEST

/* A row that stands far from where it is to be expected is found by its rarer words. */
START_TEST(found_everywhere)
{
	const char *a[42] = {NULL}, *b[42] = {NULL};
	char texts[41][64];
	struct pair p;

	for (size_t i = 0; i < 40; i++) {
		sprintf(texts[i], "Boat b%zu of crew c%zu lost w%zu and t%zu at d%zu.", i, 100 + i, 200 + i, 300 + i, 400 + i);
		a[i] = texts[i];
	}
	sprintf(texts[40], "Yesterday boat b3 of crew c103 lost w203 and t303 at d403.");
	for (size_t i = 0; i < 39; i++)
		b[i] = texts[i < 3 ? i : i + 1];
	b[39] = texts[40];
	pair_open(&p, a, b);
	ck_assert_uint_eq(p.links.n, 40);
	for (size_t i = 0; i < p.links.n; i++)
		if (p.links.list[i].a == 3)
			ck_assert(p.links.list[i].b == 39 && p.links.list[i].op == LINK_EDITED && p.links.list[i].moved);
	pair_close(&p);
}
END_TEST

/* Rows that share more rare words than are counted. */
START_TEST(many_rare_words)
{
	enum { WORDS = UINT16_MAX + 2000, BYTES = 8 };
	char *a = malloc(WORDS * BYTES + 16), *b = malloc(WORDS * BYTES + 16);
	size_t len = 0;
	struct pair p;

	ck_assert(a != NULL && b != NULL);
	for (size_t i = 0; i < WORDS; i++)
		len += (size_t)sprintf(a + len, "w%05zu ", i);
	memcpy(b, a, len + 1);
	strcpy(a + len, "old");
	strcpy(b + len, "new");
	pair_open(&p, (const char *const[]){a, NULL}, (const char *const[]){b, NULL});
	ck_assert_uint_eq(p.candidates.n, 1);
	ck_assert_uint_eq(p.candidates.list[0].rare, UINT16_MAX);
	ck_assert_uint_eq(p.links.n, 1);
	pair_close(&p);
	free(a);
	free(b);
}
END_TEST

START_TEST(containment)
{
	static const char *const part[] = {
		"Engineers will inspect the cranes this week, and the piers could open again by Friday.",
		NULL,
	};
	struct shingles a = {0}, b = {0};
	struct pair p;

	pair_open(&p, part, article);
	ck_assert_int_eq(shingles_make(&a, &p.terms, &p.a), 0);
	ck_assert_int_eq(shingles_make(&b, &p.terms, &p.b), 0);
	ck_assert_uint_eq(shingles_contained(&a, &b), 1000);
	ck_assert_uint_gt(shingles_contained(&b, &a), 0);
	ck_assert_uint_lt(shingles_contained(&b, &a), 400);
	ck_assert_uint_eq(shingles_contained(&(struct shingles){.n = 0}, &a), 0);
	shingles_free(&a);
	shingles_free(&b);
	pair_close(&p);
}
END_TEST

/* Rows of a kind are paired in their order, where both sides have equally many. */
START_TEST(equal_rows_are_paired)
{
	static const char *const a[] = {"The pier is shut.", "\"No,\" he said.", "The pier is shut.", "Yes.", NULL};
	static const char *const b[] = {"Yes.", "\xe2\x80\x9cNo,\xe2\x80\x9d he  said.", "The pier is shut.", "Yes.", "The pier is shut.", "No.", NULL};
	static const uint32_t expected[] = {0, 2, 1, 0, 3, 0};
	struct side sides[2] = {{0}};
	struct equal equal = {0};

	fill(&sides[0], a);
	fill(&sides[1], b);
	for (int again = 0; again < 2; again++) {
		ck_assert_int_eq(equal_find(&equal, &sides[0], &sides[1]), 0);
		for (size_t i = 0; i < sides[1].n; i++)
			ck_assert_uint_eq(equal.of_b[i], expected[i]);
	}
	equal_free(&equal);
	side_free(&sides[0]);
	side_free(&sides[1]);
}
END_TEST

/* Rows of a kind that one side has more of are paired beside other pairs, at the ends, and between pairs in order. */
static void
check_equal(const char *const *a, const char *const *b, const uint32_t *expected)
{
	struct side sides[2] = {{0}};
	struct equal equal = {0};

	fill(&sides[0], a);
	fill(&sides[1], b);
	ck_assert_int_eq(equal_find(&equal, &sides[0], &sides[1]), 0);
	for (size_t i = 0; i < sides[1].n; i++) {
		ck_assert_msg(equal.of_b[i] == expected[i], "row %zu: %u", i, equal.of_b[i]);
		ck_assert(expected[i] == 0 || equal.of_a[expected[i] - 1] == i + 1);
	}
	equal_free(&equal);
	side_free(&sides[0]);
	side_free(&sides[1]);
}

START_TEST(equal_rows_left_over)
{
	static const char *const twice[] = {"One.", "More.", "Keld.", "Two.", "Keld.", NULL}, *const once[] = {"One.", "Less.", "Keld.", "Few.", "Two.", NULL};
	static const char *const behind[] = {"Keld.", "One.", "More.", "Keld.", "End.", NULL}, *const late[] = {"One.", "Few.", "Keld.", "Less.", NULL};
	static const char *const outside[] = {"One.", "More.", "Two.", "Keld.", "Keld.", "End.", NULL}, *const inside[] = {"One.", "Keld.", "Less.", "Two.", "Few.", NULL};
	static const char *const head[] = {"Keld.", "More.", "Keld.", NULL}, *const only[] = {"Keld.", NULL};

	check_equal(twice, once, (const uint32_t[]){1, 0, 3, 0, 4});
	check_equal(behind, late, (const uint32_t[]){2, 0, 4, 0});
	check_equal(outside, inside, (const uint32_t[]){1, 0, 0, 3, 0});
	check_equal(head, only, (const uint32_t[]){1});
	check_equal(only, head, (const uint32_t[]){1, 0, 0});
}
END_TEST

/* What two rows share counts as often as both have it; a bag grows with its words. */
START_TEST(bags)
{
	static char many[60000];
	const char *const a[] = {"the orvan orvan orvan pier", many, NULL}, *const b[] = {"orvan pier orvan", "the sea", "pier of the orvan orvan orvan", many, NULL};
	struct side sides[2] = {{0}};
	struct terms terms = {0};
	struct bag bag = {0};
	struct bag_common c;
	uint64_t once = 0, shared;

	for (size_t i = 0; i < 6000; i++)
		sprintf(many + strlen(many), "w%zu ", i);
	fill(&sides[0], a);
	fill(&sides[1], b);
	ck_assert_int_eq(side_read_all(&sides[0]), 0);
	ck_assert_int_eq(side_read_all(&sides[1]), 0);
	ck_assert_int_eq(terms_open(&terms), 0);
	ck_assert_int_eq(terms_build(&terms, &sides[0], &sides[1]), 0);
	ck_assert_int_eq(bag_fill(&bag, &terms, &sides[0], 0), 0);
	c = bag_hold(&bag, &sides[0], 0);
	ck_assert_uint_eq(c.words, bag.weight.words);
	ck_assert_uint_eq(c.rare, 4);
	c = bag_hold(&bag, &sides[1], 0);
	ck_assert_uint_eq(c.words, 2u * bag.terms[1].weight + bag.terms[4].weight);
	ck_assert_uint_eq(c.rare, 3);
	ck_assert_uint_gt(c.pairs, 0);
	ck_assert_uint_eq(bag_hold(&bag, &sides[1], 1).words, bag.terms[0].weight);
	shared = bag_cover(&bag, &sides[1], 0, &once);
	ck_assert_uint_eq(shared, once);
	ck_assert_uint_eq(bag_cover(&bag, &sides[1], 2, &once), bag.weight.words);
	ck_assert_uint_eq(once, bag.weight.words);
	ck_assert_int_eq(bag_fill(&bag, &terms, &sides[0], 1), 0);
	ck_assert_uint_eq(bag_hold(&bag, &sides[1], 3).words, bag.weight.words);
	bag_free(&bag);
	terms_free(&terms);
	side_free(&sides[0]);
	side_free(&sides[1]);
}
END_TEST

Suite *
suite_diff_links(void)
{
	Suite *s = suite_create("diff-sources: links");
	TCase *t = tcase_create("links");

	tcase_add_test(t, equal_rows_are_paired);
	tcase_add_test(t, same_rows);
	tcase_add_test(t, edited_moved_and_new);
	tcase_add_test(t, split_and_merged);
	tcase_add_test(t, names_alone);
	tcase_add_test(t, split_and_merged_at_once);
	tcase_add_test(t, one_row_of_words);
	tcase_add_test(t, subheads);
	tcase_add_test(t, nothing_in_common);
	tcase_add_test(t, many_equal_rows);
	tcase_add_test(t, many_rows_of_a_kind);
	tcase_add_test(t, found_everywhere);
	tcase_add_test(t, equal_rows_left_over);
	tcase_add_test(t, bags);
	tcase_add_test(t, many_rare_words);
	tcase_add_test(t, containment);
	suite_add_tcase(s, t);
	return s;
}
