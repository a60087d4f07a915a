/*
 * icu-sentences: standard input, a paragraph a line, cut at the sentence
 * boundaries of ICU's rules for English; a sentence a line on standard output.
 * A peer of split-sentences for `make bench`, and built for it alone.
 */
#include <err.h>
#include <stdio.h>
#include <stdlib.h>
#include <unicode/ubrk.h>
#include <unicode/utext.h>

int
main(void)
{
	UErrorCode status = U_ZERO_ERROR;
	UBreakIterator *breaks = ubrk_open(UBRK_SENTENCE, "en", NULL, 0, &status);
	UText text = UTEXT_INITIALIZER;
	char *line = NULL;
	size_t cap = 0;
	ssize_t len;
	int32_t from, to;

	if (U_FAILURE(status))
		errx(1, "%s", u_errorName(status));
	while ((len = getline(&line, &cap, stdin)) != -1) {
		utext_openUTF8(&text, line, len, &status);
		ubrk_setUText(breaks, &text, &status);
		if (U_FAILURE(status))
			errx(1, "%s", u_errorName(status));
		for (from = ubrk_first(breaks); (to = ubrk_next(breaks)) != UBRK_DONE; from = to) {
			fwrite(line + from, 1, (size_t)(to - from), stdout);
			if (line[to - 1] != '\n')
				putchar('\n');
		}
	}
	utext_close(&text);
	ubrk_close(breaks);
	free(line);
	return fflush(stdout) != 0 || ferror(stdout);
}
