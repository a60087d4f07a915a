#include "common/report.h"

#include <stdarg.h>
#include <stdio.h>
#include <stdlib.h>
#include <unistd.h>

#include "common/utf8.h"

/* Appends s with control characters (C0, DEL, C1) and ill-formed bytes as \xHH. */
static int
append_visible(struct buf *b, const char *s)
{
	const char *end = s + strlen(s);
	char hex[5];
	uint32_t cp;
	size_t n;

	while (s < end) {
		n = utf8_decode(s, end, &cp);
		if (cp >= 0x20 && cp != 0x7f && !(cp >= 0x80 && cp < 0xa0) && !(cp == 0xfffd && n == 1)) {
			if (buf_append(b, s, n) == -1)
				return -1;
		} else
			for (size_t i = 0; i < n; i++) {
				snprintf(hex, sizeof(hex), "\\x%02x", (unsigned char)s[i]);
				if (buf_append(b, hex, 4) == -1)
					return -1;
			}
		s += n;
	}
	return 0;
}

static void
print(const char *file, size_t line, const char *level, const char *fmt, va_list ap)
{
	struct buf b = {.max = 65536};
	char *cause = NULL, number[32] = "";

	if (vasprintf(&cause, fmt, ap) == -1)
		cause = NULL;
	if (line != 0)
		snprintf(number, sizeof(number), "%zu: ", line);
	if (append_visible(&b, getprogname()) == 0 && buf_append(&b, ": ", 2) == 0 &&
	    (file == NULL || (append_visible(&b, file) == 0 && buf_append(&b, line != 0 ? ":" : ": ", line != 0 ? 1 : 2) == 0)) &&
	    append_visible(&b, number) == 0 && append_visible(&b, level) == 0 &&
	    append_visible(&b, cause != NULL ? cause : fmt) == 0 && buf_byte(&b, '\n') == 0)
		fwrite(b.data, 1, b.len, stderr);
	else
		fprintf(stderr, "%s: out of memory\n", getprogname());
	buf_free(&b);
	free(cause);
}

void
report_error(struct report *r, const char *file, size_t line, const char *fmt, ...)
{
	va_list ap;

	va_start(ap, fmt);
	print(file, line, "", fmt, ap);
	va_end(ap);
	r->status = r->error_status;
}

void
report_warning(struct report *r, const char *file, size_t line, const char *fmt, ...)
{
	va_list ap;

	(void)r;
	va_start(ap, fmt);
	print(file, line, "warning: ", fmt, ap);
	va_end(ap);
}
