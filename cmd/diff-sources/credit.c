/* Agencies' credit lines. */
#include <string.h>

#include "cmd/diff-sources/evidence.h"
#include "common/utf8.h"
#include "common/words.h"

enum {
	HEAD_ROWS = 3,		/* where a dateline or credit may stand, from the start */
	FOOT_ROWS = 4,		/* and from the end */
	DATELINE_BYTES = 80,	/* how far into a row a dateline reaches */
	INITIALS_MAX = 6,
	CREDIT_BYTES = 400	/* the longest credit line */
};

struct agency {
	const char *name;	/* as it stands in a text */
	const char *credit;	/* what is reported */
};

/* Agencies and the forms of their names; longer names first. Others are known by their initials only. */
static const struct agency agencies[] = {
	{"Associated Press", "AP"},
	{"Agence France-Presse", "AFP"},
	{"Press Trust of India", "PTI"},
	{"Deutsche Presse-Agentur", "dpa"},
	{"Press Association", "PA"},
	{"PA Media", "PA"},
	{"United Press International", "UPI"},
	{"Canadian Press", "Canadian Press"},
	{"Australian Associated Press", "AAP"},
	{"Kyodo", "Kyodo"},
	{"Reuters", "Reuters"},
	{"Bloomberg", "Bloomberg"},
	{"Interfax", "Interfax"},
	{"Xinhua", "Xinhua"},
	{"Ukrinform", "Ukrinform"},
	{"ANSA", "ANSA"},
	{"TASS", "TASS"},
	{"AFP", "AFP"},
	{"AAP", "AAP"},
	{"PTI", "PTI"},
	{"UPI", "UPI"},
	{"ANI", "ANI"},
	{"dpa", "dpa"},
	{"EFE", "EFE"},
	{"AP", "AP"},
};

static const char *const credit_words[] = {
	"contributed", "reporting by", "Reporting by", "report by", "Editing by", "with inputs", "inputs from", "Source:", "Credit:",
	"this report",
};

/* Whether name stands in a text as words of its own. */
static bool
has(struct slice text, const char *name)
{
	size_t len = strlen(name);
	const char *p = text.data, *end = text.data + text.len, *hit;

	while ((hit = memmem(p, (size_t)(end - p), name, len)) != NULL) {
		bool before = hit > text.data && utf8_class((unsigned char)hit[-1] & 0x7f) & (CH_LETTER | CH_DIGIT);
		bool after = hit + len < end && utf8_class((unsigned char)hit[len] & 0x7f) & (CH_LETTER | CH_DIGIT);

		if (!before && !after)
			return true;
		p = hit + 1;
	}
	return false;
}

static bool
is_credit(struct slice text)
{
	for (size_t i = 0; i < sizeof credit_words / sizeof *credit_words; i++)
		if (memmem(text.data, text.len, credit_words[i], strlen(credit_words[i])) != NULL)
			return true;
	return false;
}

/* The first word of two to six capital letters from a byte on, where an agency goes by its initials; empty where there is none. */
static struct slice
initials(struct slice text, size_t from)
{
	struct word w;

	while (word_next(text.data, text.len, &from, &w)) {
		size_t n = 0;

		while (w.start + n < w.end && text.data[w.start + n] >= 'A' && text.data[w.start + n] <= 'Z')
			n++;
		if (n == w.end - w.start && n >= 2 && n <= INITIALS_MAX)
			return (struct slice){text.data + w.start, n};
	}
	return (struct slice){"", 0};
}

/* The agency in the brackets of a dateline at the row's head, "CITY (AGENCY) -"; empty where there is none. */
static struct slice
dateline(struct slice text)
{
	struct slice head = {text.data, text.len < DATELINE_BYTES ? text.len : DATELINE_BYTES};
	const char *open = memchr(head.data, '(', head.len), *close;

	if (open == NULL || open == head.data)
		return (struct slice){"", 0};
	open++;
	close = memchr(open, ')', (size_t)(head.data + head.len - open));
	if (close == NULL || close + 2 >= text.data + text.len || close[1] != ' ' ||
	    (close[2] != '-' && memcmp(close + 2, "\xe2\x80", 2) != 0))
		return (struct slice){"", 0};
	return (struct slice){open, (size_t)(close - open)};
}

/* The agency that a row credits; empty where it credits none. */
static struct slice
credit_of(struct slice text)
{
	bool credit = text.len <= CREDIT_BYTES && is_credit(text);
	struct slice found = dateline(text), searched = credit ? text : found;

	for (size_t i = 0; i < sizeof agencies / sizeof *agencies && searched.len > 0; i++)
		if (has(searched, agencies[i].name))
			return slice_of(agencies[i].credit);
	if (found.len == 0 && credit)
		found = initials(text, 0);
	return found;
}

struct slice
evidence_credit(const struct article *a)
{
	struct slice credit = {"", 0};

	for (size_t i = 0; i < a->side.n && credit.len == 0; i++)
		if (i < HEAD_ROWS || i + FOOT_ROWS >= a->side.n)
			credit = credit_of(a->side.rows[i].text);
	return credit;
}
