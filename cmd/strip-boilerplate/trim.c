#include "cmd/strip-boilerplate/trim.h"

#include <stdbool.h>
#include <string.h>

#include "cmd/strip-boilerplate/trim_table.h"
#include "common/buf.h"
#include "common/utf8.h"

enum {
	LONGEST_LINK = 240,	/* bytes: what is longer is no link */
	LONGEST_CREDIT = 400,
	LONGEST_NAME = 24
};

/* The length of the text's prefix that is word but for case, or 0. */
static size_t
prefix(const char *text, const char *end, const char *word)
{
	const char *p = text, *w = word, *word_end = word + strlen(word);
	uint32_t a, b;

	while (w < word_end) {
		if (p >= end)
			return 0;
		p += utf8_decode(p, end, &a);
		w += utf8_decode(w, word_end, &b);
		if (utf8_lower(a) != b)
			return 0;
	}
	return (size_t)(p - text);
}

static size_t
any_prefix(const char *text, const char *end, const char *const *words, size_t n)
{
	size_t longest = 0, len;
	char first = text < end ? *text : '\0';

	if (text >= end)
		return 0;
	if ((unsigned char)first < 128)
		first = (char)utf8_lower((unsigned char)first);
	for (size_t i = 0; i < n; i++) {
		/* The tables hold lower case: a first byte of ASCII tells at once. */
		if (words[i][0] != first && (unsigned char)first < 128)
			continue;
		len = prefix(text, end, words[i]);
		if (len > longest)
			longest = len;
	}
	return longest;
}

static const char *
skip_spaces(const char *p, const char *end)
{
	while (p < end && (*p == ' ' || *p == '\t' || *p == '\n' || *p == '\r'))
		p++;
	return p;
}

/* The end of a date as ISO 8601 has it, with a time or without, or NULL. */
static const char *
date_end(const char *p, const char *end)
{
	static const char form[] = "0000-00-00";

	for (size_t i = 0; i < sizeof(form) - 1; i++, p++)
		if (p >= end || (form[i] == '0' ? *p < '0' || *p > '9' : *p != form[i]))
			return NULL;
	if (p < end && *p == 'T')
		while (p < end && strchr("0123456789:.TZ+-", *p) != NULL && *p != '\0')
			p++;
	return p;
}

size_t
trim_prefix(const char *text, size_t text_len)
{
	const char *end = text + text_len, *p = skip_spaces(text, end), *date;
	size_t len = any_prefix(p, end, metadata_fields, n_metadata_fields);

	if (len == 0)
		return 0;
	p += len;
	if (p < end && *p == ':')
		p++;
	date = skip_spaces(p, end);
	if (date == p)
		return 0;
	p = date_end(date, end);
	if (p == NULL || (p < end && *p != ' ' && *p != '\n' && *p != '\t'))
		return 0;
	return (size_t)(skip_spaces(p, end) - text);
}

/* Whether a sentence ends before p, white space apart. */
static bool
sentence_before(const char *text, const char *p)
{
	uint32_t cp = 0;

	while (p > text) {
		p -= utf8_decode_before(text, p, &cp);
		if (utf8_class(cp) & CH_SPACE || cp == '"' || cp == 0x201d || cp == 0xbb || cp == '\'' || cp == 0x2019)
			continue;
		return cp == '.' || cp == '!' || cp == '?' || cp == 0x2026 || cp == 0x3002;
	}
	return false;
}

/* Whether p begins a link: a phrase of the table and a colon. */
static bool
is_link(const char *p, const char *end)
{
	size_t len = any_prefix(p, end, link_phrases, n_link_phrases);

	if (len == 0)
		return false;
	p = skip_spaces(p + len, end);
	return prefix(p, end, ":") > 0 || prefix(p, end, "：") > 0;
}

static bool
find_link(const char *text, const char *end, struct cut *cut)
{
	const char *from = end - text > LONGEST_LINK ? end - LONGEST_LINK : text;
	/* Where the last colon stands at most, or the last byte of the last wide one. */
	const char *colon = memrchr(from, ':', (size_t)(end - from)), *wide = memrchr(from, 0x9a, (size_t)(end - from));

	if (colon == NULL || (wide != NULL && wide > colon))
		colon = wide;
	for (const char *p = from, *begin; colon != NULL && p < colon; p++) {
		if (p == text || (p[-1] != ' ' && p[-1] != '[' && p[-1] != '(' && p[-1] != '\n'))
			continue;
		begin = p - (p[-1] == '[' || p[-1] == '(');
		if (!sentence_before(text, begin) || !is_link(p, end))
			continue;
		*cut = (struct cut){(size_t)(begin - text), (size_t)(end - text), LABEL_RELATED};
		return true;
	}
	return false;
}

/* The parenthesis that the text ends with: returns where it opens, with *close where it closes; NULL where there is none. */
static const char *
last_bracket(const char *text, const char *end, const char **close)
{
	struct slice s = utf8_trim(text, (size_t)(end - text));
	const char *p = s.data + s.len;

	if (s.len > 2 && p[-1] == '.')
		p--;
	if (s.len < 2 || p[-1] != ')')
		return NULL;
	*close = p - 1;
	for (p -= 2; p > s.data && *p != '('; p--)
		if (*p == ')' || *close - p > LONGEST_CREDIT)
			return NULL;
	return *p == '(' && p > s.data ? p : NULL;
}

/* Whether the credit of a picture stands between the brackets at open and close. */
static bool
credits_picture(const char *open, const char *close)
{
	for (const char *p = open + 1; p < close; p++)
		if (!(utf8_class((unsigned char)p[-1]) & CH_LETTER) && any_prefix(p, close, picture_words, n_picture_words) > 0)
			return true;
	return false;
}

bool
trim_is_captioned(const char *text, size_t len)
{
	const char *close, *open = last_bracket(text, text + len, &close);

	return open != NULL && credits_picture(open, close);
}

static bool
find_credit(const char *text, const char *end, struct cut *cut)
{
	const char *close, *open = last_bracket(text, end, &close);
	size_t n;

	if (open == NULL || !sentence_before(text, open))
		return false;
	n = any_prefix(open + 1, close, credit_words, n_credit_words);
	if ((n == 0 || (open[n] != ':' && strchr(" ,;:/)", open[1 + n]) == NULL)) && !credits_picture(open, close))
		return false;
	*cut = (struct cut){(size_t)(open - text), (size_t)(end - text), LABEL_CREDIT};
	return true;
}

/*
 * The name of the element that is opened at p, with its namespace, where it is
 * an image: <image> or <ns:image>. Its length, or 0.
 */
static size_t
image_name(const char *p, const char *end)
{
	static const char local[] = "image";
	size_t n = 0;

	while (n < LONGEST_NAME && p + 1 + n < end && (utf8_class((unsigned char)p[1 + n]) & CH_LETTER || p[1 + n] == ':'))
		n++;
	if (n < sizeof(local) - 1 || p + 1 + n >= end || p[1 + n] != '>' || memcmp(p + 1 + n - (sizeof(local) - 1), local, sizeof(local) - 1) != 0)
		return 0;
	return n == sizeof(local) - 1 || p[n + 1 - sizeof(local)] == ':' ? n : 0;
}

/* Adds the images from from on to the n cuts. Returns how many there are then. */
static size_t
find_images(const char *text, const char *from, const char *end, struct cut *cuts, size_t n)
{
	const char *begin, *behind;
	char close[LONGEST_NAME + 3];
	size_t name;

	for (; n + 1 < TRIM_MAX; from = behind) {
		begin = memchr(from, '<', (size_t)(end - from));
		if (begin == NULL)
			return n;
		behind = begin + 1;
		name = image_name(begin, end);
		if (name == 0)
			continue;
		close[0] = '<';
		close[1] = '/';
		memcpy(close + 2, begin + 1, name + 1);
		behind = memmem(begin, (size_t)(end - begin), close, name + 3);
		if (behind == NULL)
			return n;
		behind += name + 3;
		if (n > 0 && cuts[n - 1].label == LABEL_IMAGE && skip_spaces(text + cuts[n - 1].end, end) >= begin)
			cuts[n - 1].end = (size_t)(behind - text);
		else
			cuts[n++] = (struct cut){(size_t)(begin - text), (size_t)(behind - text), LABEL_IMAGE};
	}
	return n;
}

size_t
trim_suffix(const char *text, size_t len)
{
	struct cut cut;

	return find_link(text, text + len, &cut) ? cut.begin : len;
}

size_t
trim_find(const char *text, size_t len, struct cut cuts[TRIM_MAX])
{
	const char *end = text + len;
	struct cut last;
	size_t n = 0, begin = trim_prefix(text, len);

	if (begin > 0)
		cuts[n++] = (struct cut){0, begin, LABEL_ARTEFACT};
	n = find_images(text, text + begin, end, cuts, n);
	if ((find_link(text, end, &last) || find_credit(text, end, &last)) && (n == 0 || cuts[n - 1].end <= last.begin))
		cuts[n++] = last;
	return n;
}
