/* Runs every suite of unit tests. A new suite is one line in the list. */
#include <check.h>
#include <stdlib.h>

#define SUITES(X) \
	X(args) \
	X(buf) \
	X(clause) \
	X(columns) \
	X(csv_record) \
	X(decimal) \
	X(diff_chain) \
	X(diff_edits) \
	X(diff_flags) \
	X(diff_links) \
	X(diff_side) \
	X(document) \
	X(escape) \
	X(layout) \
	X(linear) \
	X(lines) \
	X(marks) \
	X(operands) \
	X(quote_kind) \
	X(reader) \
	X(reader_csv) \
	X(reader_tsv) \
	X(report) \
	X(sandbox) \
	X(sentence) \
	X(sentence_scan) \
	X(sentence_token) \
	X(smile) \
	X(strip_classify) \
	X(strip_repeats) \
	X(strip_rules) \
	X(strip_scan) \
	X(strip_trim) \
	X(tagger) \
	X(tokens) \
	X(trees) \
	X(utf8) \
	X(vocabulary) \
	X(within) \
	X(words) \
	X(writer)

#define DECLARE(name) Suite *suite_##name(void);
SUITES(DECLARE)

#define ADD(name) srunner_add_suite(runner, suite_##name());

int
main(void)
{
	SRunner *runner = srunner_create(NULL);
	int failed;

	SUITES(ADD)
	srunner_run_all(runner, CK_ENV);
	failed = srunner_ntests_failed(runner);
	srunner_free(runner);
	return failed == 0 ? EXIT_SUCCESS : EXIT_FAILURE;
}
