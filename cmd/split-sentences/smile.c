#include "cmd/split-sentences/smile.h"

#include <string.h>

#include "common/utf8.h"

enum emoji {
	EMOJI_NONE,
	EMOJI_PART,	/* goes with what stands before it */
	EMOJI_LAST,	/* stands at the end of a sentence: faces, gestures, hearts, animals, things to celebrate with */
	EMOJI_FIRST	/* leads on to what follows: pointing hands, pins, check marks, telephones, music, coloured shapes */
};

struct range {
	uint32_t first, last;
	enum emoji emoji;
};

/* Sorted. Those of Unicode 15's emoji-data.txt, arrows, figures and flags left out: these stand inside sentences. */
static const struct range ranges[] = {
	{0x200d, 0x200d, EMOJI_PART},	/* zero width joiner */
	{0x2600, 0x260d, EMOJI_LAST},	/* sun, cloud, star */
	{0x260e, 0x2612, EMOJI_FIRST},	/* telephones, ballot boxes */
	{0x2613, 0x2619, EMOJI_LAST},
	{0x261a, 0x261c, EMOJI_FIRST},	/* pointing hands */
	{0x261d, 0x261d, EMOJI_LAST},	/* raised finger */
	{0x261e, 0x261f, EMOJI_FIRST},	/* pointing hands */
	{0x2620, 0x2668, EMOJI_LAST},	/* skull, faces, hearts */
	{0x2669, 0x266f, EMOJI_FIRST},	/* notes */
	{0x2690, 0x269f, EMOJI_LAST},
	{0x26a0, 0x26a1, EMOJI_FIRST},	/* warning, lightning */
	{0x26a2, 0x26f5, EMOJI_LAST},
	{0x26f9, 0x26fa, EMOJI_LAST},
	{0x2705, 0x2706, EMOJI_FIRST},	/* check mark, telephone */
	{0x2708, 0x2708, EMOJI_LAST},
	{0x2709, 0x2709, EMOJI_FIRST},	/* envelope */
	{0x270a, 0x270d, EMOJI_LAST},	/* fists, hands */
	{0x270e, 0x2718, EMOJI_FIRST},	/* pencils, check marks, crosses */
	{0x2728, 0x2728, EMOJI_LAST},	/* sparkles */
	{0x2744, 0x2744, EMOJI_LAST},	/* snowflake */
	{0x2763, 0x2767, EMOJI_LAST},	/* hearts */
	{0x2800, 0x2800, EMOJI_LAST},	/* blank Braille pattern: an empty line of a post */
	{0x2b50, 0x2b50, EMOJI_LAST},	/* star */
	{0xfe0f, 0xfe0f, EMOJI_PART},	/* variation selector: as an emoji */
	{0x1f300, 0x1f30f, EMOJI_LAST},	/* weather, globes */
	{0x1f310, 0x1f310, EMOJI_FIRST},	/* globe with meridians */
	{0x1f311, 0x1f398, EMOJI_LAST},
	{0x1f399, 0x1f399, EMOJI_FIRST},	/* microphone */
	{0x1f39a, 0x1f3a3, EMOJI_LAST},
	{0x1f3a4, 0x1f3a7, EMOJI_FIRST},	/* microphone, film camera, headphones */
	{0x1f3a8, 0x1f3aa, EMOJI_LAST},
	{0x1f3ab, 0x1f3ac, EMOJI_FIRST},	/* ticket, clapper board */
	{0x1f3ad, 0x1f3b4, EMOJI_LAST},
	{0x1f3b5, 0x1f3b6, EMOJI_FIRST},	/* notes */
	{0x1f3b7, 0x1f3fa, EMOJI_LAST},
	{0x1f3fb, 0x1f3ff, EMOJI_PART},	/* colours of skin */
	{0x1f400, 0x1f446, EMOJI_LAST},
	{0x1f447, 0x1f449, EMOJI_FIRST},	/* pointing hands */
	{0x1f44a, 0x1f4a0, EMOJI_LAST},
	{0x1f4a1, 0x1f4a1, EMOJI_FIRST},	/* light bulb */
	{0x1f4a2, 0x1f4ab, EMOJI_LAST},
	{0x1f4ac, 0x1f4ad, EMOJI_FIRST},	/* balloons of speech and thought */
	{0x1f4ae, 0x1f4af, EMOJI_LAST},
	{0x1f4b0, 0x1f4b9, EMOJI_FIRST},	/* money */
	{0x1f4ba, 0x1f4ba, EMOJI_LAST},
	{0x1f4bb, 0x1f524, EMOJI_FIRST},	/* what stands on desks: calendars, pins, clips, telephones, cameras, loudspeakers */
	{0x1f525, 0x1f525, EMOJI_LAST},	/* fire */
	{0x1f526, 0x1f567, EMOJI_FIRST},	/* tools, coloured shapes, clocks */
	{0x1f57a, 0x1f5a4, EMOJI_LAST},	/* dancer, hands, heart */
	{0x1f5d1, 0x1f5e3, EMOJI_FIRST},	/* calendars, papers, a head that speaks */
	{0x1f5e8, 0x1f5fa, EMOJI_FIRST},	/* balloons of speech, ballots, map */
	{0x1f5fb, 0x1f6a7, EMOJI_LAST},	/* sights, faces, gestures, vehicles */
	{0x1f6a8, 0x1f6a8, EMOJI_FIRST},	/* police light */
	{0x1f6a9, 0x1f6fc, EMOJI_LAST},
	{0x1f7e0, 0x1f7eb, EMOJI_FIRST},	/* coloured shapes */
	{0x1f90c, 0x1faff, EMOJI_LAST},	/* faces, hearts, hands, animals, food */
};

static enum emoji
emoji_of(uint32_t cp)
{
	size_t low = 0, high = sizeof(ranges) / sizeof(ranges[0]), middle;

	while (low < high) {
		middle = (low + high) / 2;
		if (cp > ranges[middle].last)
			low = middle + 1;
		else if (cp < ranges[middle].first)
			high = middle;
		else
			return ranges[middle].emoji;
	}
	return EMOJI_NONE;
}

/* No smile is read further than this many bytes. */
enum { SMILE_MAX = 64 };

static size_t
emoji_before(const char *text, size_t begin, size_t pos)
{
	size_t at = pos, start = pos, n;
	enum emoji emoji;
	uint32_t cp;

	while (at > begin && pos - at < SMILE_MAX) {
		n = utf8_decode_before(text + begin, text + at, &cp);
		emoji = emoji_of(cp);
		if (emoji == EMOJI_NONE || (emoji == EMOJI_FIRST && start == pos))
			break;
		at -= n;
		if (emoji != EMOJI_PART)
			start = at;
	}
	return start;
}

static bool
is_one_of(char c, const char *set)
{
	return c != '\0' && strchr(set, c) != NULL;
}

static const char eyes[] = ":;=", noses[] = "-'^", mouths[] = ")(]DP*/|[";

/* True where no bracket opens shortly before pos. */
static bool
nothing_open(const char *text, size_t pos)
{
	enum { FAR = 512 };
	size_t from = pos > FAR ? pos - FAR : 0;

	return memrchr(text + from, '(', pos - from) == NULL;
}

/* True where a word, and no number or letter of a list, ends at pos, with ! or ? or not. */
static bool
after_word(const char *text, size_t begin, size_t pos)
{
	enum { LEAST = 3 };
	uint32_t cp;
	unsigned letters = 0, other = 0;

	while (pos > begin && is_one_of(text[pos - 1], "!?"))
		pos--;
	while (pos > begin && letters < LEAST) {
		pos -= utf8_decode_before(text + begin, text + pos, &cp);
		if (!(utf8_class(cp) & CH_LOWER))
			break;
		letters++;
		other += cp >= 0x80 || !is_one_of((char)cp, "ivx");
	}
	return letters == LEAST && other > 0;
}

static size_t
emoticon_before(const char *text, size_t begin, size_t pos)
{
	char mouth = text[pos - 1];
	size_t at = pos, eye;

	if (!is_one_of(mouth, mouths))
		return pos;
	while (at > begin && pos - at < SMILE_MAX && text[at - 1] == mouth)
		at--;
	eye = at - (at > begin && is_one_of(text[at - 1], noses));
	if (eye > begin && is_one_of(text[eye - 1], eyes))
		return eye - 1;
	if (mouth == '(' && pos - at > 1)
		return at;
	if (mouth == ')' && (pos - at > 1 || after_word(text, begin, at)) && nothing_open(text, at))
		return at;
	return pos;
}

size_t
smile_before(const char *text, size_t begin, size_t pos)
{
	if (!smile_may_end(text, begin, pos))
		return pos;
	return (unsigned char)text[pos - 1] < 0x80 ? emoticon_before(text, begin, pos) : emoji_before(text, begin, pos);
}

/* True where white space or the end is at s. */
static bool
is_over(const char *s, const char *end)
{
	uint32_t cp;

	if (s == end)
		return true;
	utf8_decode(s, end, &cp);
	return (utf8_class(cp) & CH_SPACE) != 0;
}

static size_t
emoticon_at(const char *s, const char *end)
{
	const char *p = s;
	char mouth;

	if (p == end || !is_one_of(*p++, eyes))
		return 0;
	p += p < end && is_one_of(*p, noses);
	if (p == end || !is_one_of(*p, mouths))
		return 0;
	for (mouth = *p; p < end && p - s < SMILE_MAX && *p == mouth; p++)
		;
	return is_over(p, end) ? (size_t)(p - s) : 0;
}

size_t
smile_at(const char *s, const char *end)
{
	const char *p = s;
	enum emoji emoji, last = EMOJI_NONE;
	uint32_t cp;
	size_t n;

	if (s == end || !smile_leads(*s))
		return emoticon_at(s, end);
	while (p < end && p - s < SMILE_MAX) {
		n = utf8_decode(p, end, &cp);
		emoji = emoji_of(cp);
		if (emoji == EMOJI_NONE || (p == s && emoji != EMOJI_LAST))
			break;
		p += n;
		if (emoji != EMOJI_PART)
			last = emoji;
	}
	return last == EMOJI_LAST && is_over(p, end) ? (size_t)(p - s) : 0;
}
