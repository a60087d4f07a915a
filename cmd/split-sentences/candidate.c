#include "cmd/split-sentences/candidate.h"

#include <string.h>

#include "cmd/split-sentences/smile.h"
#include "cmd/split-sentences/token.h"
#include "common/utf8.h"

static unsigned
class_at(const char *text, size_t len, size_t pos)
{
	uint32_t cp;

	if (pos >= len)
		return 0;
	if ((unsigned char)text[pos] < 0x80)
		return utf8_ascii_class[(unsigned char)text[pos]];
	utf8_decode(text + pos, text + len, &cp);
	return utf8_class(cp);
}

/* White space is mostly one byte: a loop is faster than a call. */
static bool
holds_line_end(const char *text, size_t from, size_t to)
{
	while (from < to && text[from] != '\n')
		from++;
	return from < to;
}

/* True before " . . . " and a capital. */
static bool
before_ellipsis(const char *text, size_t len, size_t pos)
{
	return len - pos > 7 && memcmp(text + pos, " . . . ", 7) == 0 && (class_at(text, len, pos + 7) & CH_UPPER);
}

/* The run of marks at pos: "?!", "...", ". . .", the most telling kind of them. */
static size_t
mark_run(const char *text, size_t len, size_t pos, bool apart, struct candidate *c)
{
	enum mark_kind kind;
	size_t n, ahead;
	unsigned dots = 0;

	c->kind = MARK_NONE;
	c->marks = 0;
	while (pos < len && (kind = mark_at(text + pos, text + len, &n)) != MARK_NONE) {
		if (kind == MARK_COLON && c->marks > 0)
			break;
		c->marks++;
		dots += kind == MARK_DOT;
		if (kind > c->kind && !(kind == MARK_ELLIPSIS && c->kind == MARK_BANG))
			c->kind = kind;
		pos += n;
		if (kind == MARK_COLON)
			break;
		/* a spaced ellipsis goes on after a space, a full stop before one does not */
		ahead = pos + 1;
		if (kind == MARK_DOT && c->marks == dots && ahead < len && text[pos] == ' ' && text[ahead] == '.' &&
		    (c->marks > 1 || apart || !before_ellipsis(text, len, pos)))
			pos = ahead;
	}
	if (c->kind == MARK_DOT && dots > 1)
		c->kind = MARK_ELLIPSIS;
	return pos;
}

/*
 * True where the straight quotation mark at pos, white space on both sides,
 * stands behind an odd number of its like in the sentence. An apostrophe inside
 * a word is none.
 */
static bool
is_open(const char *text, size_t begin, size_t pos)
{
	enum { FAR = 512 };
	size_t from = pos - begin > FAR ? pos - FAR : begin;
	bool open = false;

	for (size_t i = from; i < pos; i++)
		if (text[i] == text[pos] && (i == begin || text[i - 1] == ' ' || text[i + 1] == ' '))
			open = !open;
	return open;
}

/*
 * True where the quotation mark or bracket in [pos, after) closes. Some close
 * and open, and what they touch decides; apart from the mark, “ and « open and
 * two apostrophes close.
 */
static bool
closes(const char *text, size_t len, size_t begin, size_t pos, size_t after, bool apart)
{
	unsigned class = class_at(text, len, after);
	uint32_t cp;

	utf8_decode(text + pos, text + len, &cp);
	switch (cp) {
	case '"':
	case '\'':
		if (!apart)
			return !(class & CH_UPPER);
		return after >= len || ((class & CH_SPACE) && (after - pos > 1 || is_open(text, begin, pos)));
	case 0x2019:
	case 0x201d:
		return !apart || after >= len || (class & CH_SPACE);
	case 0xab:
	case 0x2018:
	case 0x201c:
	case 0x2039:
		return !apart && !(class & (CH_LETTER | CH_DIGIT));
	case 0xbb:
	case 0x203a:
		return !(class & (CH_LETTER | CH_DIGIT));
	default:
		return true;
	}
}

/* Closing marks, footnote marks and smiles from pos on, those apart from the mark too. */
static size_t
closer_run(const char *text, size_t len, size_t begin, size_t pos, struct candidate *c)
{
	size_t at, n;
	unsigned spaces, edge;

	c->closers = 0;
	for (;;) {
		at = token_skip_space(text, len, pos, &spaces);
		if (at >= len || spaces > 1)
			return pos;
		n = mark_note(text + at, text + len);
		if (n > 0 && (spaces == 0 || at + n == len || (class_at(text, len, at + n) & CH_SPACE)))
			edge = EDGE_NOTE;
		else {
			edge = mark_closer(text + at, text + len, &n);
			if (edge != 0 && !closes(text, len, begin, at, at + n, spaces > 0))
				return pos;
			if (edge == 0 && smile_may_start(text + at) && (n = smile_at(text + at, text + len)) > 0)
				edge = EDGE_SMILE;
			if (edge == 0)
				return pos;
		}
		c->closers |= edge;
		pos = at + n;
	}
}

/* Quotation marks, brackets, dashes and bullets at next, and the word behind them. */
static void
look_ahead(const char *text, size_t len, struct candidate *c)
{
	unsigned edge, spaces;
	size_t n, pos = c->next;

	c->openers = 0;
	while (pos < len && pos - c->next < TOKEN_MAX) {
		edge = mark_opener(text + pos, text + len, &n);
		if (edge == 0)
			break;
		c->openers |= edge;
		/* a dash stands apart from what it opens, « where French is written, and all marks in some texts */
		pos = token_skip_space(text, len, pos + n, &spaces);
	}
	c->word = pos;
}

/* Without white space a sentence ends before a capital only, and not inside a name or an address. */
static bool
can_touch(const char *text, size_t len, size_t begin, const struct candidate *c)
{
	struct token left;
	unsigned class = class_at(text, len, c->word);
	size_t mark = c->mark;

	if (c->kind == MARK_STOP)
		return true;
	if (c->kind == MARK_COLON || c->kind == MARK_ELLIPSIS || c->apart || !(class & (CH_UPPER | CH_IDEOGRAPH)))
		return false;
	if (c->kind != MARK_DOT || c->closers != 0)
		return true;
	token_before(text, len, begin, mark, &left);
	return left.shape == SHAPE_LOWER || left.shape == SHAPE_NUMBER_SMALL || left.shape == SHAPE_NUMBER ||
	    left.shape == SHAPE_YEAR || left.shape == SHAPE_CAPITALISED;
}

/* True where a comma stands before pos, inside a quotation mark or not. */
static bool
after_comma(const char *text, size_t len, size_t begin, size_t pos)
{
	uint32_t cp;
	size_t n;

	while (pos > begin) {
		pos -= utf8_decode_before(text + begin, text + pos, &cp);
		if (cp == ',' || cp == 0x60c || cp == 0x3001)
			return true;
		if (!(mark_closer(text + pos, text + len, &n) & (EDGE_DOUBLE | EDGE_SINGLE)))
			return false;
	}
	return false;
}

static bool
gap_at(const char *text, size_t len, size_t begin, size_t pos, struct candidate *c, size_t *resume)
{
	unsigned class, before;
	uint32_t cp;

	c->next = token_skip_space(text, len, pos, &c->spaces);
	*resume = c->next > pos ? c->next : pos + 1;
	if (c->next == pos || c->next >= len || pos == begin)
		return false;
	c->marks = c->closers = 0;
	c->mark_end = c->end = pos;
	look_ahead(text, len, c);
	c->mark = smile_before(text, begin, pos);
	c->apart = c->mark < pos && token_skip_space_back(text, begin, c->mark) < c->mark;
	c->kind = c->mark < pos ? MARK_SMILE : MARK_GAP;
	if (c->kind == MARK_SMILE)
		return c->mark > begin;
	utf8_decode_before(text + begin, text + pos, &cp);
	before = utf8_class(cp);
	if (before & CH_SPACE)
		return false;
	class = class_at(text, len, c->word);
	if (c->openers == 0 && (class & CH_LOWER) && (before & (CH_LETTER | CH_DIGIT)))
		return false;
	return !after_comma(text, len, begin, pos);
}

/* True where a mark of ASCII at pos has a word before it, and one space and a letter or figure of ASCII behind it. */
static bool
is_simple(const char *text, size_t len, size_t begin, size_t pos)
{
	return pos > begin && len - pos > 2 && text[pos + 1] == ' ' && (unsigned char)text[pos + 2] < 0x80 &&
	    (utf8_ascii_class[(unsigned char)text[pos + 2]] & (CH_LETTER | CH_DIGIT)) && (unsigned char)text[pos - 1] < 0x80 &&
	    !(utf8_ascii_class[(unsigned char)text[pos - 1]] & CH_SPACE);
}

/* Fills in what is so for all of these. */
static void
simple_candidate(size_t pos, struct candidate *c, size_t *resume)
{
	c->mark = pos;
	c->mark_end = c->end = pos + 1;
	c->next = c->word = *resume = pos + 2;
	c->marks = c->spaces = 1;
	c->closers = c->openers = 0;
	c->apart = c->line_end = false;
}

/* True where another mark follows that no sentence opens with: what the candidate would end goes on to it. */
static bool
goes_on(const char *text, size_t len, const struct candidate *c)
{
	size_t n;

	switch (mark_at(text + c->next, text + len, &n)) {
	case MARK_BANG:
	case MARK_STOP:
		return true;
	case MARK_ELLIPSIS:
		return c->kind == MARK_ELLIPSIS;
	default:
		return false;
	}
}

bool
candidate_at(const char *text, size_t len, size_t begin, size_t pos, struct candidate *c, size_t *resume)
{
	size_t n, smile;
	unsigned char after;

	c->kind = mark_at(text + pos, text + len, &n);
	if (c->kind != MARK_NONE && (unsigned char)text[pos] < 0x80 && is_simple(text, len, begin, pos)) {
		simple_candidate(pos, c, resume);
		return true;
	}
	if (class_at(text, len, pos) & CH_SPACE) {
		if (!gap_at(text, len, begin, pos, c, resume))
			return false;
		c->line_end = holds_line_end(text, c->end, c->next);
		return true;
	}
	if (c->kind == MARK_COLON && (smile = smile_at(text + pos, text + len)) > 0) {
		/* the gap behind it is the candidate */
		*resume = pos + smile;
		return false;
	}
	*resume = pos + n;
	if (c->kind == MARK_NONE || (pos == begin && c->kind != MARK_STOP))
		return false;
	after = pos + n < len ? (unsigned char)text[pos + n] : ' ';
	if ((c->kind == MARK_DOT || c->kind == MARK_COLON) && after < 128 &&
	    (utf8_ascii_class[after] & (CH_LOWER | CH_DIGIT)))
		return false;
	c->mark = pos;
	c->apart = token_skip_space_back(text, begin, pos) < pos;
	c->mark_end = mark_run(text, len, pos, c->apart, c);
	c->end = closer_run(text, len, begin, c->mark_end, c);
	c->next = token_skip_space(text, len, c->end, &c->spaces);
	*resume = c->next;
	if (c->next >= len || goes_on(text, len, c))
		return false;
	look_ahead(text, len, c);
	if (c->spaces == 0 && !can_touch(text, len, begin, c))
		return false;
	c->line_end = holds_line_end(text, c->end, c->next);
	return true;
}
