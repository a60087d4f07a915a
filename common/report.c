#include "common/report.h"

#include <stdarg.h>
#include <stdio.h>
#include <stdlib.h>
#include <unistd.h>

#include "common/utf8.h"

/* A message is made without memory of the heap, since that may be what has run out; what is longer is cut. */
enum { LONGEST_CAUSE = 1024, LONGEST_MESSAGE = 8192 };

/* Writes s at out with control characters (C0, DEL, C1) and ill-formed bytes as \xHH, as far as there is room. Returns the end. */
static char *
append_visible(char *out, const char *stop, const char *s)
{
	const char *end = s + strlen(s);
	uint32_t cp;
	size_t n;

	for (; s < end; s += n) {
		n = utf8_decode(s, end, &cp);
		if (stop - out < 16)
			return out;
		if (cp >= 0x20 && cp != 0x7f && !(cp >= 0x80 && cp < 0xa0) && !(cp == 0xfffd && n == 1)) {
			memcpy(out, s, n);
			out += n;
		} else
			for (size_t i = 0; i < n; i++)
				out += snprintf(out, 5, "\\x%02x", (unsigned char)s[i]);
	}
	return out;
}

static void
print(const char *file, size_t line, const char *level, const char *fmt, va_list ap)
{
	char cause[LONGEST_CAUSE], place[32] = "", message[LONGEST_MESSAGE], *p = message;
	const char *stop = message + sizeof(message) - LONGEST_CAUSE;

	vsnprintf(cause, sizeof(cause), fmt, ap);
	if (line != 0)
		snprintf(place, sizeof(place), ":%zu", line);
	p = append_visible(p, stop, getprogname());
	if (file != NULL) {
		p = append_visible(p, stop, ": ");
		p = append_visible(p, stop, file);
	}
	stop = message + sizeof(message) - 1;
	p = append_visible(p, stop, place);
	p = append_visible(p, stop, ": ");
	p = append_visible(p, stop, level);
	p = append_visible(p, stop, cause);
	*p++ = '\n';
	fwrite(message, 1, (size_t)(p - message), stderr);
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
