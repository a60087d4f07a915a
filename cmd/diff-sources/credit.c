/* Agencies' credit lines. */
#include <string.h>

#include "cmd/diff-sources/evidence.h"
#include "common/utf8.h"

enum {
	HEAD_ROWS = 3,		/* where a dateline or credit may stand, from the start */
	FOOT_ROWS = 4,		/* and from the end */
	DATELINE_BYTES = 80,	/* how far into a row the agency of a dateline stands */
	CREDIT_BYTES = 400	/* the longest credit line */
};

struct agency {
	const char *name;	/* as it stands in a text */
	const char *credit;	/* what is reported */
	bool is_short;		/* too short to tell anything but in a dateline or beside a word of credit */
};

/* Agencies and the forms of their names; longer names first. */
static const struct agency agencies[] = {
	{"Associated Press", "AP", false},
	{"Agence France-Presse", "AFP", false},
	{"Press Trust of India", "PTI", false},
	{"Deutsche Presse-Agentur", "dpa", false},
	{"Press Association", "PA", false},
	{"PA Media", "PA", false},
	{"United Press International", "UPI", false},
	{"Canadian Press", "Canadian Press", false},
	{"Australian Associated Press", "AAP", false},
	{"Kyodo", "Kyodo", false},
	{"Reuters", "Reuters", false},
	{"Bloomberg", "Bloomberg", false},
	{"Interfax", "Interfax", false},
	{"Xinhua", "Xinhua", false},
	{"Ukrinform", "Ukrinform", false},
	{"ANSA", "ANSA", true},
	{"TASS", "TASS", true},
	{"AFP", "AFP", true},
	{"AAP", "AAP", true},
	{"PTI", "PTI", true},
	{"UPI", "UPI", true},
	{"ANI", "ANI", true},
	{"dpa", "dpa", true},
	{"EFE", "EFE", true},
	{"AP", "AP", true},
};

static const char *const credit_words[] = {
	"contributed", "reporting by", "Reporting by", "report by", "Editing by", "with inputs", "inputs from", "Source:", "Credit:",
	"Copyright", "\xc2\xa9", "this report", "wire", "via ", "agencies", "staff",
};

/* Where needle stands in a text as a word of its own, or -1. */
static ptrdiff_t
find(struct slice text, const char *needle)
{
	size_t len = strlen(needle);
	const char *p = text.data, *end = text.data + text.len, *hit;

	while (p < end && (hit = memmem(p, (size_t)(end - p), needle, len)) != NULL) {
		bool before = hit > text.data && utf8_class((unsigned char)hit[-1] & 0x7f) & (CH_LETTER | CH_DIGIT);
		bool after = hit + len < end && utf8_class((unsigned char)hit[len] & 0x7f) & (CH_LETTER | CH_DIGIT);

		if (!before && !after)
			return hit - text.data;
		p = hit + 1;
	}
	return -1;
}

/* Whether the agency at this place is that of a dateline: "CITY (AP) -", "CITY, May 5 (Reuters)". */
static bool
in_dateline(struct slice text, size_t at, size_t len)
{
	return at > 0 && at < DATELINE_BYTES && text.data[at - 1] == '(' && at + len < text.len && text.data[at + len] == ')';
}

static bool
is_credit(struct slice text)
{
	for (size_t i = 0; i < sizeof credit_words / sizeof *credit_words; i++)
		if (memmem(text.data, text.len, credit_words[i], strlen(credit_words[i])) != NULL)
			return true;
	return false;
}

/* The agency that a row credits, or NULL. */
static const char *
credit_of(struct slice text)
{
	bool credit = text.len <= CREDIT_BYTES && is_credit(text);
	struct slice head = {text.data, text.len < DATELINE_BYTES ? text.len : DATELINE_BYTES};

	for (size_t i = 0; i < sizeof agencies / sizeof *agencies; i++) {
		const struct agency *g = &agencies[i];
		ptrdiff_t at = find(credit ? text : head, g->name);

		if (at < 0)
			continue;
		if (credit || in_dateline(text, (size_t)at, strlen(g->name)) || (!g->is_short && utf8_trim(text.data, text.len).len == strlen(g->name)))
			return g->credit;
	}
	return NULL;
}

const char *
evidence_credit(const struct article *a)
{
	const char *credit;

	for (size_t i = 0; i < a->side.n; i++) {
		if (i >= HEAD_ROWS && i + FOOT_ROWS < a->side.n)
			continue;
		if ((credit = credit_of(a->side.rows[i].text)) != NULL)
			return credit;
	}
	return "";
}
