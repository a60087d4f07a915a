/* Runs every suite of unit tests. A new suite is one line in the list. */
#include <check.h>
#include <dlfcn.h>
#include <errno.h>
#include <signal.h>
#include <stdlib.h>
#include <time.h>

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

/*
 * Check finds out which clock there is by making a timer, before a test and
 * behind it. Where the test has entered the sandbox that is forbidden: Check
 * would end by another clock than it began by, and half of the time call it an
 * error. So a timer that may not be made counts as made.
 */
int
timer_create(clockid_t clock, struct sigevent *restrict event, timer_t *restrict timer)
{
	int (*real)(clockid_t, struct sigevent *, timer_t *);

	*(void **)&real = dlsym(RTLD_NEXT, "timer_create");
	*timer = NULL;
	return real(clock, event, timer) == 0 || errno == EPERM ? 0 : -1;
}

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
