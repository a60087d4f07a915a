#include "cmd/split-sentences/own.h"

#include <string.h>

#include "cmd/split-sentences/token.h"
#include "common/utf8.h"

static int
add_line(struct vocabulary *l, const char *line, size_t len)
{
	const char *comment = memchr(line, '#', len);
	struct slice word = utf8_trim(line, comment != NULL ? (size_t)(comment - line) : len);

	while (word.len > 0 && word.data[word.len - 1] == '.')
		word.len--;
	return word.len == 0 ? 0 : vocabulary_add(l, token_hash(word.data, word.len), WORD_OWN);
}

int
own_abbreviations(struct vocabulary *l, const char *text, size_t len)
{
	const char *end = text + len, *lf;

	while (text < end) {
		lf = memchr(text, '\n', (size_t)(end - text));
		if (lf == NULL)
			lf = end;
		if (add_line(l, text, (size_t)(lf - text)) == -1)
			return -1;
		text = lf + (lf < end);
	}
	return 0;
}
