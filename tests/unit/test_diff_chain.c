#include <check.h>
#include <stdint.h>

#include "cmd/diff-sources/chain.h"

Suite *suite_diff_chain(void);

/* Points in the order that chain_add() wants; inside is what must be in the chain. */
static void
check_chain(const uint32_t (*points)[3], size_t n, bool equal, const char *inside)
{
	struct chain c = {0};

	for (size_t i = 0; i < n; i++)
		ck_assert_int_eq(chain_add(&c, points[i][0], points[i][1], points[i][2]), 0);
	ck_assert_int_eq(chain_mark(&c, 10, equal), 0);
	for (size_t i = 0; i < n; i++)
		ck_assert_msg(c.points[i].inside == (inside[i] == '1'), "point %zu", i);
	chain_free(&c);
}

START_TEST(heaviest)
{
	check_chain((const uint32_t[][3]){{0, 5, 9}, {1, 1, 2}, {2, 2, 2}, {3, 6, 1}}, 4, false, "1001");
	check_chain((const uint32_t[][3]){{0, 5, 3}, {1, 1, 2}, {2, 2, 2}, {3, 6, 1}}, 4, false, "0111");
}
END_TEST

START_TEST(rising_and_not_falling)
{
	const uint32_t points[][3] = {{0, 1, 1}, {0, 2, 1}, {1, 2, 1}, {2, 2, 1}};

	check_chain(points, 4, true, "1111");
	check_chain(points, 4, false, "1010");
}
END_TEST

START_TEST(empty)
{
	check_chain(NULL, 0, true, "");
}
END_TEST

/* Against all chains of few random points. */
START_TEST(as_heavy_as_any)
{
	uint32_t seed = (uint32_t)_i * 2654435761u + 1, x = 0;
	struct chain c = {0};
	uint64_t best = 0, found = 0;

	for (int i = 0; i < 9; i++) {
		seed = seed * 1103515245u + 12345u;
		x += seed >> 30 & 1;
		ck_assert_int_eq(chain_add(&c, x, (seed >> 16) % 10, 1 + (seed >> 24) % 5), 0);
	}
	for (unsigned set = 0; set < 1u << 9; set++) {
		uint64_t weight = 0;
		int last = -1;
		bool ok = true;

		for (int i = 0; i < 9; i++) {
			if (!(set & 1u << i))
				continue;
			if (last >= 0 && (c.points[i].x <= c.points[last].x || c.points[i].y <= c.points[last].y))
				ok = false;
			weight += c.points[i].weight;
			last = i;
		}
		best = ok && weight > best ? weight : best;
	}
	for (int i = 0; i < 9; i++)
		c.points[i].inside = false;
	uint64_t weights[9];
	for (int i = 0; i < 9; i++)
		weights[i] = c.points[i].weight;
	ck_assert_int_eq(chain_mark(&c, 10, false), 0);
	for (int i = 0; i < 9; i++)
		found += c.points[i].inside ? weights[i] : 0;
	ck_assert_uint_eq(found, best);
	chain_free(&c);
}
END_TEST

Suite *
suite_diff_chain(void)
{
	Suite *s = suite_create("diff-sources: chain");
	TCase *t = tcase_create("chain");

	tcase_add_test(t, heaviest);
	tcase_add_test(t, rising_and_not_falling);
	tcase_add_test(t, empty);
	tcase_add_loop_test(t, as_heavy_as_any, 0, 50);
	suite_add_tcase(s, t);
	return s;
}
