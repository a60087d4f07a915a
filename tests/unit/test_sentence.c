/* Sentences of paragraphs: what ends them, in which language, and the properties that hold for any bytes. */
#include <check.h>
#include <stdlib.h>
#include <string.h>

#include "cmd/split-sentences/list.h"
#include "cmd/split-sentences/own.h"
#include "cmd/split-sentences/sentence.h"
#include "cmd/split-sentences/sentence_model.h"
#include "cmd/split-sentences/token.h"

static struct segmenter segmenter;

static void
begin(const char *language)
{
	segmenter.model = &sentence_model;
	/* only unpunctuated text knows it */
	segmenter.gap_model = NULL;
	segmenter.unpunctuated = false;
	ck_assert_int_ne(segmenter_language(&segmenter, slice_of(language)), -1);
}

/* Writes the sentences of text to out with | between them. */
static void
split(const char *text, char *out)
{
	struct sentence s;
	size_t n = 0;

	sentence_begin(&segmenter, text, strlen(text));
	while (sentence_next(&segmenter, &s)) {
		if (n > 0)
			out[n++] = '|';
		memcpy(out + n, text + s.start, s.end - s.start);
		n += s.end - s.start;
	}
	out[n] = '\0';
}

struct example {
	const char *language, *text, *sentences;
};

static const struct example examples[] = {
	/* plain ends, other marks, what closes behind them */
	{"en", "The tide rose. The boats left.", "The tide rose.|The boats left."},
	{"en", "Who knew? Nobody did! They left.", "Who knew?|Nobody did!|They left."},
	{"en", "\"We won.\" The crowd cheered.", "\"We won.\"|The crowd cheered."},
	{"en", "It worked (mostly.) Then it rained.", "It worked (mostly.)|Then it rained."},
	{"en", "The claim is old.[12] The proof is new.", "The claim is old.[12]|The proof is new."},
	{"en", "  The tide rose.\nThe boats left.  ", "The tide rose.|The boats left."},
	/* what ends none */
	{"en", "Mr. Hale met Dr. Ito at 5.30 p.m. on Friday.", "Mr. Hale met Dr. Ito at 5.30 p.m. on Friday."},
	{"en", "J. R. Moss wrote to www.example.org. She replied.", "J. R. Moss wrote to www.example.org.|She replied."},
	{"en", "\"Stay here!\" she said.", "\"Stay here!\" she said."},
	{"en", "He paid $3.50 (approx. two pounds) for it.", "He paid $3.50 (approx. two pounds) for it."},
	{"en", "I was . . . I mean . . . late.", "I was . . . I mean . . . late."},
	{"en", "He is from the U.S. Army.", "He is from the U.S. Army."},
	{"en", "She called it \"a pier to nowhere.\" (Moss 55). It fell.", "She called it \"a pier to nowhere.\" (Moss 55).|It fell."},
	{"en", "She called it \"a pier to nowhere.\" (Moss came late.) It fell.",
	    "She called it \"a pier to nowhere.\"|(Moss came late.)|It fell."},
	{"en", "They cried \"A boat!\" (It was none!). Night fell.", "They cried \"A boat!\"|(It was none!).|Night fell."},
	{"en", "She called it \"a pier to nowhere.\" (Moss 55)", "She called it \"a pier to nowhere.\"|(Moss 55)"},
	{"en", "\"Stay here!\" i.e. on the pier.", "\"Stay here!\" i.e. on the pier."},
	/* emoji, emoticons and those spoken to */
	{"en", "We won the cup \xf0\x9f\x8e\x89 Now we rest.",
	    "We won the cup \xf0\x9f\x8e\x89|Now we rest."},
	{"en", "See you on the pier :) Bring rope.",
	    "See you on the pier :)|Bring rope."},
	{"en", "The tide rose! \xf0\x9f\x98\x8a Moss left.",
	    "The tide rose! \xf0\x9f\x98\x8a|Moss left."},
	{"en", "The pier \xf0\x9f\x98\x8a and the boats left.",
	    "The pier \xf0\x9f\x98\x8a and the boats left."},
	{"en", "The tides of June \xf0\x9f\x91\x87 Moss made the list",
	    "The tides of June \xf0\x9f\x91\x87 Moss made the list"},
	{"en", "\xf0\x9f\x98\x8a Moss left.",
	    "\xf0\x9f\x98\x8a Moss left."},
	{"en", "Who came \xf0\x9f\x98\x8a @moss did.",
	    "Who came \xf0\x9f\x98\x8a|@moss did."},
	{"en", "Is it open? @moss says so.",
	    "Is it open?|@moss says so."},
	{"en", "Ask Dr. @moss about it.", "Ask Dr. @moss about it."},
	{"en", "Meet us there. @", "Meet us there.|@"},
	/* hashtags */
	{"en", "We row at noon #pier #boats Moss steers.", "We row at noon #pier #boats|Moss steers."},
	{"en", "We row at noon #pier #boats and come back.", "We row at noon #pier #boats and come back."},
	{"en", "We row at noon #pier Moss steers.", "We row at noon #pier Moss steers."},
	{"en", "We row at noon # # Moss steers.", "We row at noon # # Moss steers."},
	{"en", "#pier Moss steers.", "#pier Moss steers."},
	{"en", "We row at noon #pier #boats\n", "We row at noon #pier #boats"},
	{"en", "At noon #pier #xxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxx Moss steers.",
	    "At noon #pier #xxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxx Moss steers."},
	{"en", "The #pier is\n#boats \xc3\x89tienne steers.", "The #pier is\n#boats \xc3\x89tienne steers."},
	{"en", "At noon #pier\t#boats \xc3\x89tienne steers.", "At noon #pier\t#boats|\xc3\x89tienne steers."},
	{"ru", "\xd0\x9f\xd1\x80\xd0\xb8\xd1\x85\xd0\xbe\xd0\xb4\xd0\xb8\xd1\x82\xd0\xb5 \xd0\xb2\xd0\xb5\xd1\x87\xd0\xb5\xd1\x80\xd0\xbe\xd0\xbc) \xd0\x91\xd1\x83\xd0\xb4\xd0\xb5\xd1\x82 \xd1\x87\xd0\xb0\xd0\xb9.",
	    "\xd0\x9f\xd1\x80\xd0\xb8\xd1\x85\xd0\xbe\xd0\xb4\xd0\xb8\xd1\x82\xd0\xb5 \xd0\xb2\xd0\xb5\xd1\x87\xd0\xb5\xd1\x80\xd0\xbe\xd0\xbc)|\xd0\x91\xd1\x83\xd0\xb4\xd0\xb5\xd1\x82 \xd1\x87\xd0\xb0\xd0\xb9."},
	{"ru", "\xd0\x92\xd0\xb7\xd1\x8f\xd0\xbb\xd0\xb8 \xd1\x85\xd0\xbb\xd0\xb5\xd0\xb1, \xd1\x81\xd0\xbe\xd0\xbb\xd1\x8c \xd0\xb8 \xd1\x82. \xd0\xb4. \xd0\x92\xd0\xbe\xd0\xb4\xd0\xb0 \xd0\xb1\xd1\x8b\xd0\xbb\xd0\xb0 \xd1\x81\xd0\xb2\xd0\xbe\xd1\x8f.",
	    "\xd0\x92\xd0\xb7\xd1\x8f\xd0\xbb\xd0\xb8 \xd1\x85\xd0\xbb\xd0\xb5\xd0\xb1, \xd1\x81\xd0\xbe\xd0\xbb\xd1\x8c \xd0\xb8 \xd1\x82. \xd0\xb4.|\xd0\x92\xd0\xbe\xd0\xb4\xd0\xb0 \xd0\xb1\xd1\x8b\xd0\xbb\xd0\xb0 \xd1\x81\xd0\xb2\xd0\xbe\xd1\x8f."},
	{"cs", "P\xc5\x99i\xc5\xa1" "el r\xc3\xa1no. \" Vezmu to, \" \xc5\x99" "ekl.",
	    "P\xc5\x99i\xc5\xa1" "el r\xc3\xa1no.|\" Vezmu to, \" \xc5\x99" "ekl."},
	{"nl", "De boot kwam laat. \" Wij gaan niet mee, \" zei hij.", "De boot kwam laat.|\" Wij gaan niet mee, \" zei hij."},
	{"de", "Das Boot kam. \" Morgen, \" sagte er.", "Das Boot kam.|\" Morgen, \" sagte er."},
	/* lists in a paragraph */
	{"en", "1. Buy rope 2. Tie the boat", "1. Buy rope|2. Tie the boat"},
	{"en", "a) rope b) paint", "a) rope|b) paint"},
	{"en", "\xe2\x80\xa2 rope \xe2\x80\xa2 paint", "\xe2\x80\xa2 rope|\xe2\x80\xa2 paint"},
	{"en", "\xe2\x80\xa2                    rope \xe2\x80\xa2                    paint",
	    "\xe2\x80\xa2                    rope|\xe2\x80\xa2                    paint"},
	{"en", "y) rope z) paint a) nails", "y) rope|z) paint a) nails"},
	{"en", "z) rope a) paint", "z) rope a) paint"},
	{"en", "xix) rope xx) paint xxi) nails", "xix) rope|xx) paint xxi) nails"},
	{"en", "xviiix) rope xix) paint", "xviiix) rope xix) paint"},
	/* other languages */
	{"en", "He saw it on TV. The boats left.", "He saw it on TV.|The boats left."},
	{"en", "I was late . . . In fact I left.", "I was late . . .|In fact I left."},
	{"en", "The claim is old.\xc2\xb3 The proof is new.", "The claim is old.\xc2\xb3|The proof is new."},
	{"en", "The claim is old.[1", "The claim is old.[1"},
	{"de", "Er kam. ,,Hallo'', sagte er.", "Er kam.|,,Hallo'', sagte er."},
	{"he", "הוא בא. היא הלכה.", "הוא בא.|היא הלכה."},
	{"he", "ד. כהן בא.", "ד. כהן בא."},
	{"ja", "「雨、」と言った。晴れた。", "「雨、」と言った。|晴れた。"},
	{"de", "Am 3. Mai kam der Zug. Er war leer.", "Am 3. Mai kam der Zug.|Er war leer."},
	{"de", "Das gilt z. B. f\xc3\xbcr Boote. So ist es.", "Das gilt z. B. f\xc3\xbcr Boote.|So ist es."},
	{"fr", "M. Colin est parti. Il pleuvait.", "M. Colin est parti.|Il pleuvait."},
	{"fr", "Il pleuvait. \xc2\xab Rentrons \xc2\xbb, dit-elle.", "Il pleuvait.|\xc2\xab Rentrons \xc2\xbb, dit-elle."},
	{"ja", "\xe9\x9b\xa8\xe3\x81\xa0\xe3\x80\x82\xe6\x99\xb4\xe3\x82\x8c\xe3\x81\x9f\xe3\x80\x82",
	    "\xe9\x9b\xa8\xe3\x81\xa0\xe3\x80\x82|\xe6\x99\xb4\xe3\x82\x8c\xe3\x81\x9f\xe3\x80\x82"},
	{"hi", "\xe0\xa4\x95 \xe0\xa4\x96\xe0\xa5\xa4 \xe0\xa4\x97 \xe0\xa4\x98\xe0\xa5\xa4",
	    "\xe0\xa4\x95 \xe0\xa4\x96\xe0\xa5\xa4|\xe0\xa4\x97 \xe0\xa4\x98\xe0\xa5\xa4"},
	{"hy", "\xd5\x84\xd5\xb8\xd6\x82\xd5\xa9 \xd5\xa7: \xd4\xb5\xd5\xbd \xd5\xa3\xd5\xb6\xd5\xa1\xd6\x81\xd5\xab:",
	    "\xd5\x84\xd5\xb8\xd6\x82\xd5\xa9 \xd5\xa7:|\xd4\xb5\xd5\xbd \xd5\xa3\xd5\xb6\xd5\xa1\xd6\x81\xd5\xab:"},
	{"el", "\xce\xa4\xce\xb9 \xce\xb5\xce\xaf\xce\xbd\xce\xb1\xce\xb9; \xce\x88\xce\xbd\xce\xb1.",
	    "\xce\xa4\xce\xb9 \xce\xb5\xce\xaf\xce\xbd\xce\xb1\xce\xb9;|\xce\x88\xce\xbd\xce\xb1."},
	{"xx", "Uno dos tres. Cuatro cinco.", "Uno dos tres.|Cuatro cinco."},
	/* what peers are reported to get wrong */
	{"en", "The U.S. Government paid. It was late.",
	    "The U.S. Government paid.|It was late."},
	{"en", "She lives in No. 5 by the quay. He does not.",
	    "She lives in No. 5 by the quay.|He does not."},
	{"en", "It closed at 5 p.m. The guards went home.",
	    "It closed at 5 p.m.|The guards went home."},
	{"en", "It closes at 5 p.m. Monday.",
	    "It closes at 5 p.m. Monday."},
	{"en", "Well... maybe. We shall see.",
	    "Well... maybe.|We shall see."},
	{"en", "He stopped\xe2\x80\xa6 Then he ran.",
	    "He stopped\xe2\x80\xa6|Then he ran."},
	{"en", "\xe2\x80\x9cShe said \xe2\x80\x98Go.\xe2\x80\x99 So I went.\xe2\x80\x9d He smiled.",
	    "\xe2\x80\x9cShe said \xe2\x80\x98Go.\xe2\x80\x99|So I went.\xe2\x80\x9d|He smiled."},
	{"en", "It rained (all day). We stayed in.",
	    "It rained (all day).|We stayed in."},
	{"en", "See https://www.example.org/a.b?c=d.e for more. Or ask.",
	    "See https://www.example.org/a.b?c=d.e for more.|Or ask."},
	{"en", "George W. Hale came. So did T. S. Moss.",
	    "George W. Hale came.|So did T. S. Moss."},
	{"en", "Really?! Yes. Who knew ? !",
	    "Really?!|Yes.|Who knew ? !"},
	{"en", "It cost $3.5 million. Nobody paid.",
	    "It cost $3.5 million.|Nobody paid."},
	{"en", "Ropes, nets, etc. were sold. Hale Inc. bought them.",
	    "Ropes, nets, etc. were sold.|Hale Inc. bought them."},
	{"en", "He met Lt. Col. Moss. They left.",
	    "He met Lt. Col. Moss.|They left."},
	{"de", "Am 3. Mai und am 12. Juni fuhr er. Dann nicht mehr.",
	    "Am 3. Mai und am 12. Juni fuhr er.|Dann nicht mehr."},
	{"de", "Dr. Hahn kam usw. und blieb. Frau Prof. Ott ging.",
	    "Dr. Hahn kam usw. und blieb.|Frau Prof. Ott ging."},
	{"de", "\xe2\x80\x9eKomm!\xe2\x80\x9c, rief sie. Er kam.",
	    "\xe2\x80\x9eKomm!\xe2\x80\x9c, rief sie.|Er kam."},
	{"fr", "Il a dit\xc2\xa0: \xc2\xab\xc2\xa0Partons.\xc2\xa0\xc2\xbb Puis il est parti.",
	    "Il a dit\xc2\xa0: \xc2\xab\xc2\xa0Partons.\xc2\xa0\xc2\xbb|Puis il est parti."},
	{"es", "\xc2\xbfQui\xc3\xa9n vino? \xc2\xa1Nadie! El Sr. Mora se fue.",
	    "\xc2\xbfQui\xc3\xa9n vino?|\xc2\xa1Nadie!|El Sr. Mora se fue."},
	{"zh", "\xe4\xbb\x96\xe6\x9d\xa5\xe4\xba\x86\xef\xbc\x81\xe5\xa5\xb9\xe8\xb5\xb0\xe4\xba\x86\xe3\x80\x82",
	    "\xe4\xbb\x96\xe6\x9d\xa5\xe4\xba\x86\xef\xbc\x81|\xe5\xa5\xb9\xe8\xb5\xb0\xe4\xba\x86\xe3\x80\x82"},
	{"ar", "\xd9\x87\xd9\x84 \xd8\xac\xd8\xa7\xd8\xa1\xd8\x9f \xd9\x86\xd8\xb9\xd9\x85. \xd8\xb0\xd9\x87\xd8\xa8.",
	    "\xd9\x87\xd9\x84 \xd8\xac\xd8\xa7\xd8\xa1\xd8\x9f|\xd9\x86\xd8\xb9\xd9\x85.|\xd8\xb0\xd9\x87\xd8\xa8."},
	{"ru", "\xd0\x9e\xd0\xbd \xd0\xb6\xd0\xb8\xd0\xbb \xd0\xbd\xd0\xb0 \xd1\x83\xd0\xbb. \xd0\xa1\xd0\xb0\xd0\xb4\xd0\xbe\xd0\xb2\xd0\xbe\xd0\xb9. \xd0\x9f\xd0\xbe\xd1\x82\xd0\xbe\xd0\xbc \xd1\x83\xd0\xb5\xd1\x85\xd0\xb0\xd0\xbb.",
	    "\xd0\x9e\xd0\xbd \xd0\xb6\xd0\xb8\xd0\xbb \xd0\xbd\xd0\xb0 \xd1\x83\xd0\xbb. \xd0\xa1\xd0\xb0\xd0\xb4\xd0\xbe\xd0\xb2\xd0\xbe\xd0\xb9.|\xd0\x9f\xd0\xbe\xd1\x82\xd0\xbe\xd0\xbc \xd1\x83\xd0\xb5\xd1\x85\xd0\xb0\xd0\xbb."},
	{"th", "\xe0\xb8\xaa\xe0\xb8\xa7\xe0\xb8\xb1\xe0\xb8\xaa\xe0\xb8\x94\xe0\xb8\xb5 \xe0\xb8\x84\xe0\xb8\xa3\xe0\xb8\xb1\xe0\xb8\x9a",
	    "\xe0\xb8\xaa\xe0\xb8\xa7\xe0\xb8\xb1\xe0\xb8\xaa\xe0\xb8\x94\xe0\xb8\xb5 \xe0\xb8\x84\xe0\xb8\xa3\xe0\xb8\xb1\xe0\xb8\x9a"},
	{"en", "Rope costs more.\xc2\xb2 Nets do not.",
	    "Rope costs more.\xc2\xb2|Nets do not."},
	{"en", "3.30 a.m. is early. Ask at 6.30 a.m. He is up then.",
	    "3.30 a.m. is early.|Ask at 6.30 a.m.|He is up then."},
	/* nothing to split */
	{"en", "", ""},
	{"en", " \t ", ""},
	{"en", "...", "..."},
	{"en", ". ! ?", ". ! ?"},
};

START_TEST(test_examples)
{
	char out[512];

	begin(examples[_i].language);
	split(examples[_i].text, out);
	ck_assert_str_eq(out, examples[_i].sentences);
}
END_TEST

START_TEST(test_unknown_language)
{
	segmenter.model = &sentence_model;
	ck_assert_int_eq(segmenter_language(&segmenter, slice_of("xx")), 0);
	ck_assert_int_eq(segmenter_language(&segmenter, slice_of("english")), 0);
	ck_assert_int_eq(segmenter_language(&segmenter, slice_of("")), 0);
	ck_assert_int_eq(segmenter_language(&segmenter, slice_of("en")), 1);
}
END_TEST

START_TEST(test_own_abbreviations)
{
	static const char list[] = "# of the port\nqy.  # quay\r\n\nBerth.\n";
	char out[128];

	begin("en");
	split("It lies at qy. Nine. Go there.", out);
	ck_assert_str_eq(out, "It lies at qy.|Nine.|Go there.");
	ck_assert_int_eq(own_abbreviations(&segmenter.own, list, sizeof(list) - 1), 0);
	split("It lies at qy. Nine. Go there.", out);
	ck_assert_str_eq(out, "It lies at qy. Nine.|Go there.");
	split("It has a berth. Nine ships came. We left the qy. The rain fell.", out);
	ck_assert_str_eq(out, "It has a berth. Nine ships came.|We left the qy.|The rain fell.");
	/* a last line without its end */
	ck_assert_int_eq(own_abbreviations(&segmenter.own, "Hbr.", 4), 0);
	split("It lies at hbr. Nine. Go there.", out);
	ck_assert_str_eq(out, "It lies at hbr. Nine.|Go there.");
	segmenter_free(&segmenter);
}
END_TEST

START_TEST(test_unpunctuated)
{
	static const char text[] = "great pier Would go again to Conn. The rest can wait";
	static const struct linear *const models[] = {&gap_model, &sentence_model};
	struct sentence s;
	char out[128];

	begin("en");
	segmenter.unpunctuated = true;
	segmenter.gap_model = &gap_model;
	split(text, out);
	ck_assert_str_eq(out, "great pier|Would go again to Conn.|The rest can wait");
	/* a mark is the other model's */
	sentence_begin(&segmenter, text, strlen(text));
	for (int i = 0; i < 2; i++) {
		ck_assert(sentence_next(&segmenter, &s));
		ck_assert_int_eq(s.reason, REASON_MODEL);
		ck_assert_ptr_eq(s.model, models[i]);
	}
}
END_TEST

/* A quotation mark that stands apart from both sides opens, and the next word is the one behind it. */
START_TEST(test_opener_apart)
{
	static const char text[] = "It rained. \" He left, \" she said.";
	struct candidate c;
	size_t resume;

	ck_assert(candidate_at(text, strlen(text), 0, 9, &c, &resume));
	ck_assert_uint_eq(c.end, 10);
	ck_assert_uint_eq(c.openers, EDGE_DOUBLE);
	ck_assert_uint_eq(c.word, 13);
}
END_TEST

/* It closes what another opened not too far before. */
START_TEST(test_far_opener)
{
	static const char behind[] = "It rained. \" He left.";
	char text[700] = "\" ";
	struct candidate c;
	size_t resume, begin = 2;

	for (int far = 0; far < 2; far++) {
		memcpy(text + begin, behind, sizeof(behind));
		ck_assert(candidate_at(text, begin + strlen(behind), 0, begin + 9, &c, &resume));
		ck_assert_uint_eq(c.end, begin + (far ? 10 : 12));
		ck_assert_uint_eq(c.openers, far ? EDGE_DOUBLE : 0);
		for (; begin < 600; begin += 2)
			memcpy(text + begin, "a ", 2);
	}
}
END_TEST

/* What is neither a mark nor white space between words ends nothing, and is passed by. */
START_TEST(test_no_gap)
{
	struct candidate c;
	size_t resume;

	ck_assert(!candidate_at("rope", 4, 0, 2, &c, &resume));
	ck_assert_uint_eq(resume, 3);
	ck_assert(!candidate_at(" rope", 5, 0, 0, &c, &resume));
	ck_assert_uint_eq(resume, 1);
	ck_assert(!candidate_at("rope ", 5, 0, 4, &c, &resume));
	ck_assert_uint_eq(resume, 5);
}
END_TEST

/* A marker is no longer than a text, and no NUL is part of one. */
START_TEST(test_no_marker)
{
	struct list l;

	ck_assert_uint_eq(list_begin(&l, "i) rope ii) nets", 16, 0), 2);
	ck_assert_uint_eq(l.start, 8);
	ck_assert_uint_eq(list_begin(&l, "i\0) rope ii) nets", 17, 0), 0);
	ck_assert_uint_eq(list_begin(&l, "", 0, 0), 0);
	ck_assert_uint_eq(l.start, 0);
}
END_TEST

START_TEST(test_reasons)
{
	static const char text[] = "1. The tide rose. Sen. Moss of Conn. The boats left 2. Rest";
	struct sentence s;
	bool seen[4] = {false};

	begin("en");
	sentence_begin(&segmenter, text, strlen(text));
	while (sentence_next(&segmenter, &s))
		seen[s.reason] = true;
	for (int i = 0; i < 4; i++)
		ck_assert(seen[i]);
}
END_TEST

/* Pieces that any text may be made of. */
static const char *const pieces[] = {".", "!", "?", " ", " ", "a", "B", "1", "\"", "'", "\xe2\x80\x9d", "\xe2\x80\x9c", "\xe2\x80\xa6",
    "\xe3\x80\x82", "\xe2\x80\xa2", ")", "(", "[1]", "\xc2\xab", "\xd0\x90", "\n", "\t", ":", ";", "-", "Mr", "The", " . ", "1.", "a)",
    "\xc2\xa0", "\xef\xbc\x81", "*", "\xef\xbf\xbd", "''", "\xf0\x9f\x99\x82",
    "\xf0\x9f\x91\x87", "\xef\xb8\x8f", ":)", "=D", "@x"};

/* Every byte but white space stands in exactly one sentence, in order, and none begins or ends with white space. */
START_TEST(test_partition)
{
	static const char *const codes[] = {"en", "de", "ko", "el", "hy", "xx"};
	uint64_t random = 42 + (uint64_t)_i;
	char text[512];
	struct sentence s;
	unsigned spaces;

	begin(codes[_i % 6]);
	segmenter.unpunctuated = _i >= 6;
	segmenter.gap_model = &gap_model;
	for (int round = 0; round < 2000; round++) {
		size_t len = 0, at = 0, from = 0;

		while (len < (random >> 33) % 400) {
			const char *piece;

			random = random * 6364136223846793005u + 1442695040888963407u;
			piece = pieces[(random >> 40) % (sizeof(pieces) / sizeof(pieces[0]))];
			memcpy(text + len, piece, strlen(piece));
			len += strlen(piece);
		}
		random = random * 6364136223846793005u + 1442695040888963407u;
		sentence_begin(&segmenter, text, len);
		while (sentence_next(&segmenter, &s)) {
			from = token_skip_space(text, len, at, &spaces);
			ck_assert_uint_eq(s.start, from);
			ck_assert_uint_lt(s.start, s.end);
			ck_assert_uint_eq(token_skip_space_back(text, 0, s.end), s.end);
			at = s.end;
		}
		ck_assert_uint_eq(token_skip_space(text, len, at, &spaces), len);
	}
}
END_TEST

Suite *suite_sentence(void);

Suite *
suite_sentence(void)
{
	Suite *s = suite_create("sentence");
	TCase *t = tcase_create("sentence");

	tcase_add_loop_test(t, test_examples, 0, sizeof(examples) / sizeof(examples[0]));
	tcase_add_test(t, test_unknown_language);
	tcase_add_test(t, test_own_abbreviations);
	tcase_add_test(t, test_unpunctuated);
	tcase_add_test(t, test_opener_apart);
	tcase_add_test(t, test_far_opener);
	tcase_add_test(t, test_no_gap);
	tcase_add_test(t, test_no_marker);
	tcase_add_test(t, test_reasons);
	tcase_add_loop_test(t, test_partition, 0, 12);
	suite_add_tcase(s, t);
	return s;
}
