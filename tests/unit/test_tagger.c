#include <check.h>
#include <stdio.h>
#include <string.h>

#include "cmd/tag-quotes/tagger.h"

static const char *const types[] = {"direct", "partial", "mixed", "indirect", "scare"};

static void
add(struct buf *out, const char *text, struct span s)
{
	buf_append(out, text + s.start, s.end - s.start);
}

/* The quotations of a text whose paragraphs are lines: number type speaker=name: content, one a line. */
static const char *
tagged(const char *text, const char *language)
{
	static struct buf out;
	struct tagger tagger = {0};
	struct paragraph paragraphs[8];
	struct slice languages[8];
	size_t n = 0, start = 0, len = strlen(text);
	char head[64];

	for (size_t i = 0; i < len && n < 8; i++)
		if (text[i] == '\n') {
			languages[n] = slice_of(language);
			paragraphs[n++] = (struct paragraph){start, i};
			start = i + 1;
		}
	ck_assert_int_eq(tagger_run(&tagger, text, paragraphs, languages, n), 0);
	out.len = 0;
	for (size_t i = 0; i < tagger.n; i++) {
		const struct quotation *q = &tagger.quotations[i];

		if (q->inner)
			continue;
		buf_append(&out, head, (size_t)snprintf(head, sizeof(head), "%u %s ", q->number, types[q->type]));
		add(&out, text, q->speaker);
		buf_byte(&out, '=');
		add(&out, text, q->name);
		add(&out, text, q->joint);
		add(&out, text, q->name_end);
		buf_append(&out, ": ", 2);
		add(&out, text, q->content);
		buf_byte(&out, '\n');
	}
	buf_byte(&out, '\0');
	tagger_free(&tagger);
	return out.data;
}

struct example {
	const char *text, *language, *tagged;
};

static const struct example examples[] = {
	{"“The bridge is safe,” Ms. Ito said. “We checked it.”\n", "en",
	    "1 direct Ms. Ito=Ito: The bridge is safe,\n1 direct Ms. Ito=Ito: We checked it.\n"},
	{"Mayor Grace Ito said the bridge was safe.\n", "en", "1 indirect Mayor Grace Ito=Grace Ito: the bridge was safe\n"},
	{"Ito said that the bridge was “quite safe” for now.\n", "en",
	    "1 mixed Ito=Ito: the bridge was “quite safe” for now\n1 partial Ito=Ito: quite safe\n"},
	{"The bridge was safe, according to the council.\n", "en", "1 indirect the council=the council: The bridge was safe\n"},
	/* A speaker by his office, and with another name behind a comma. */
	{"Minister Grace Ito came.\n“It is safe,” said the minister, a friend of the council.\n", "en",
	    "1 direct the minister, a friend of the council=Grace Ito: It is safe,\n"},
	{"“It is safe,” said the chairman, Keld mayor Ann Lee.\n", "en", "1 direct the chairman, Keld mayor Ann Lee=Ann Lee: It is safe,\n"},
	{"Grace Ito opened the bridge.\n“It is safe,” she said.\n", "en", "1 direct she=Grace Ito: It is safe,\n"},
	{"Mayor Grace Ito and Judge Paul Brandt spoke.\nIto said the bridge was safe.\n", "en",
	    "1 indirect Ito=Grace Ito: the bridge was safe\n"},
	{"“It is safe,” Ito said. “We checked.\n“Twice, in fact.”\n", "en",
	    "1 direct Ito=Ito: It is safe,\n1 direct Ito=Ito: We checked.\n1 direct Ito=Ito: Twice, in fact.\n"},
	{"“It is safe.” — Grace Ito\n", "en", "1 direct Grace Ito=Grace Ito: It is safe.\n"},
	/* One speaker of two cues, but not across sentences. */
	{"Ito said the bridge was safe and argued that it would last.\n", "en",
	    "1 indirect Ito=Ito: the bridge was safe\n2 indirect Ito=Ito: it would last\n"},
	{"Ito said the bridge was safe. And argued that it would last.\n", "en",
	    "1 indirect Ito=Ito: the bridge was safe\n2 indirect =: it would last\n"},
	/* A clause and a fragment that begin together: the longer first. */
	{"Ito said “safe” bridges were there to last.\n", "en",
	    "1 mixed Ito=Ito: safe” bridges were there to last\n1 partial Ito=Ito: safe\n"},
	{"The council met on Monday and closed the bridge.\n", "en", ""},
	{"", "en", ""},
	{" \n \t\n", "en", ""},
	{"Ann Bob Carl Dan Eve Fay Guy Hal Ida Jon Kim Lee said the bridge was safe.\n", "en",
	    "1 indirect Ann Bob Carl Dan Eve Fay Guy Hal Ida Jon Kim Lee=Ann Bob Carl Dan Eve Fay Guy Hal Ida Jon Kim Lee: the bridge was safe\n"},
	{"And Ann Lee said the bridge was safe.\n", "en",
	    "1 indirect Ann Lee=Ann Lee: the bridge was safe\n"},
	{"It was cold. ) He said the bridge was safe.\n", "en",
	    "1 indirect He=: the bridge was safe\n"},
	{"The bridge was safe, Ann Lee and Bob Ray said.\n", "en",
	    "1 indirect Ann Lee and Bob Ray=Ann Lee and Bob Ray: The bridge was safe\n"},
	{"IT said the bridge was safe.\n", "en",
	    "1 indirect IT=: the bridge was safe\n"},
	/* Names of several words that a sign joins. */
	{"“Prices rise,” Smith & Sons said.\n", "en", "1 direct Smith & Sons=Smith & Sons: Prices rise,\n"},
	{"Anna Müller–Brandt left.\n“It is cold,” Müller–Brandt said.\n", "en",
	    "1 direct Müller–Brandt=Anna Müller–Brandt: It is cold,\n"},
	{"Anna Lee – Brandt left.\n“It is cold,” Brandt said.\n", "en", "1 direct Brandt=Brandt: It is cold,\n"},
	/* A firm is not he. */
	{"“Prices rise,” said Smith & Sons.\n“It is cold,” he said.\n", "en",
	    "1 direct Smith & Sons=Smith & Sons: Prices rise,\n2 direct he=: It is cold,\n"},
	/* Who speaks is somebody, be he never named in full and what he says not told; a place is nobody. */
	{"Grace Ito met Brandt.\nThat is what Brandt said.\n“It is old,” he said.\n", "en", "1 direct he=Brandt: It is old,\n"},
	{"Ann Lee, Bob Lee, Carl Lee, Dan Lee, Eve Lee, Fay Lee, Guy Lee, Hal Lee and Ida Lee met.\nJon Lee said the bridge was safe.\n",
	    "en", "1 indirect Jon Lee=Jon Lee: the bridge was safe\n"},
	{"It rained in Kelm.\n“We are safe,” Kelm said.\n“It is old,” he said.\n", "en",
	    "1 direct Kelm=Kelm: We are safe,\n2 direct he=: It is old,\n"},
	{"“It is safe,” Ann Lee said.\n", "deu", "1 direct Ann Lee=Ann Lee: It is safe,\n"},
	{"„Die Brücke ist sicher“, sagte Anna Brandt.\n", "de", "1 direct Anna Brandt=Anna Brandt: Die Brücke ist sicher\n"},
};

START_TEST(finds)
{
	ck_assert_str_eq(tagged(examples[_i].text, examples[_i].language), examples[_i].tagged);
}
END_TEST

/* Memory is used again: the second document knows nothing of the first. */
START_TEST(forgets)
{
	struct tagger tagger = {0};
	const char *texts[] = {"Grace Ito left.\n", "“It is safe,” she said.\n"};

	for (int i = 0; i < 2; i++) {
		struct paragraph p = {0, strlen(texts[i]) - 1};
		struct slice english = slice_of("en");

		ck_assert_int_eq(tagger_run(&tagger, texts[i], &p, &english, 1), 0);
	}
	ck_assert_uint_eq(tagger.n, 1);
	ck_assert_uint_eq(tagger.quotations[0].name.end, 0);
	ck_assert_uint_eq(tagger.quotations[0].number, 1);
	tagger_free(&tagger);
}
END_TEST

/* A sentence of more words than are looked at for where a clause begins. */
START_TEST(long_sentence)
{
	struct buf text = {0};
	const char *found;

	buf_append(&text, "The council closed ", 19);
	for (int i = 0; i < 70; i++)
		buf_append(&text, "the bridge of stone number 5, ", 30);
	buf_append(&text, "and the old pier as well, Grace Ito said.\n", 43); /* and its NUL */
	found = tagged(text.data, "en");
	ck_assert_msg(strstr(found, "1 indirect Grace Ito=Grace Ito: ") == found, "%s", found);
	ck_assert_msg(strstr(found, "the old pier as well\n") != NULL, "%s", found);
	buf_free(&text);
}
END_TEST

/* A paragraph of megabytes, which is read in blocks: every sentence of it alike. */
START_TEST(long_paragraph)
{
	static const char sentence[] = "Grace Ito said that the old bridge at Keld was safe. ";
	enum { N = 100000 };
	struct buf text = {0};
	struct tagger g = {0};
	struct paragraph p;

	for (int i = 0; i < N; i++)
		buf_append(&text, sentence, sizeof(sentence) - 1);
	p = (struct paragraph){0, text.len};
	ck_assert_int_eq(tagger_run(&g, text.data, &p, &(struct slice){"en", 2}, 1), 0);
	ck_assert_uint_eq(g.n, N);
	for (size_t i = 0; i < g.n; i++) {
		const struct quotation *q = &g.quotations[i];
		size_t start = i * (sizeof(sentence) - 1);

		if (q->content.start != start + 20 || q->content.end != start + 51 || q->number != i + 1)
			ck_abort_msg("quotation %zu: [%zu, %zu) of %zu", i, q->content.start, q->content.end, start);
	}
	tagger_free(&g);
	buf_free(&text);
}
END_TEST

/* The same without a space: nothing is found, and no character is cut in two. */
START_TEST(long_word)
{
	enum { N = 1500000 };
	struct buf text = {0};
	struct tagger g = {0};
	struct paragraph p;

	for (int i = 0; i < N; i++)
		buf_append(&text, "\xe3\x81\x82", 3);
	ck_assert_int_eq(buf_byte(&text, '\n'), 0);
	p = (struct paragraph){0, text.len - 1};
	ck_assert_int_eq(tagger_run(&g, text.data, &p, &(struct slice){"en", 2}, 1), 0);
	ck_assert_uint_eq(g.n, 0);
	for (size_t i = 0; i < g.passage.tokens.n; i++)
		ck_assert_int_eq(text.data[g.passage.tokens.t[i].start], '\xe3');
	tagger_free(&g);
	buf_free(&text);
}
END_TEST

Suite *suite_tagger(void);

Suite *
suite_tagger(void)
{
	Suite *s = suite_create("tagger");
	TCase *c = tcase_create("tagger");

	tcase_add_loop_test(c, finds, 0, sizeof(examples) / sizeof(examples[0]));
	tcase_add_test(c, forgets);
	tcase_add_test(c, long_sentence);
	tcase_add_test(c, long_paragraph);
	tcase_add_test(c, long_word);
	suite_add_tcase(s, c);
	return s;
}
