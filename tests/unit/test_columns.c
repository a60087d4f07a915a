#include <check.h>
#include <stdlib.h>

#include "common/columns.h"

Suite *suite_columns(void);

/* Sets the columns of a header, names parted by commas. Returns the cause why not, or "". */
static const char *
set(struct columns *c, const char *header, const struct args *args)
{
	static char cause[256];
	struct slice names[16];
	size_t n = 0;
	char *why;

	for (const char *p = header;; p++) {
		names[n].data = p;
		names[n++].len = strcspn(p, ",");
		p += strcspn(p, ",");
		if (*p == '\0')
			break;
	}
	why = columns_set(c, names, n, args);
	strlcpy(cause, why != NULL ? why : "", sizeof(cause));
	free(why);
	return cause;
}

/* Matches the columns of a further FILE with those of the first. Returns as set(). */
static const char *
match(const char *first, const char *further)
{
	static char cause[256];
	struct columns a = {0}, b = {0};
	struct header h = {0};
	const struct args args = {0};
	char *why;

	ck_assert_str_eq(set(&a, first, &args), "");
	ck_assert_int_eq(columns_to_header(&a, &h), 0);
	ck_assert_str_eq(set(&b, further, &args), "");
	why = columns_match(&b, &h);
	strlcpy(cause, why != NULL ? why : "", sizeof(cause));
	free(why);
	for (size_t i = 0; i < h.n; i++)
		free(h.names[i]);
	free(h.names);
	columns_free(&a);
	columns_free(&b);
	return cause;
}

START_TEST(columns_have_roles)
{
	struct columns c = {0};
	const struct args args = {.text_column = "text", .id_column = "id"};

	ck_assert_str_eq(set(&c, "x,text,id,par", &args), "");
	ck_assert_uint_eq(c.role[ROLE_TEXT], 1);
	ck_assert_uint_eq(c.role[ROLE_DOC], 2);
	ck_assert_uint_eq(c.role[ROLE_PAR], 3);
	ck_assert_uint_eq(c.role[ROLE_SENT], c.n);
	ck_assert(!c.replaced_text && !c.replaced_doc);
	columns_free(&c);
}
END_TEST

START_TEST(headers_that_will_not_do)
{
	static const struct { const char *header, *text, *id, *cause; } cases[] = {
		{"doc,text,doc", NULL, NULL, "column 'doc' stands twice in the header"},
		{"doc,body", NULL, NULL, "no column 'text'"},
		{"doc,text", "body", NULL, "no column 'body'"},
		{"doc,text", NULL, "id", "no column 'id'"},
		{"k\\x,text", NULL, NULL, "column 'k\\x' in the header: a backslash that begins no escape"},
		{"0123456789012345678901234567890123456789012345678901234567890123456789012345678901234567890\\x,text", NULL, NULL,
		    "column '01234567890123456789012345678901234567890123456789012345678901234567890123456789' in the header: "
		    "a backslash that begins no escape"},
	};
	struct columns c = {0};

	for (size_t i = 0; i < sizeof(cases) / sizeof(cases[0]); i++) {
		struct args args = {.text_column = cases[i].text, .id_column = cases[i].id};

		ck_assert_str_eq(set(&c, cases[i].header, &args), cases[i].cause);
	}
	columns_free(&c);
}
END_TEST

START_TEST(a_renamed_column_replaces_another)
{
	struct columns c = {0};
	struct header h = {0};
	const struct args args = {.text_column = "clean", .id_column = "url"};

	ck_assert_str_eq(set(&c, "doc,url,text,clean,k", &args), "");
	ck_assert(c.replaced_text && c.replaced_doc);
	ck_assert_uint_eq(c.role[ROLE_TEXT], 3);
	ck_assert_uint_eq(c.role[ROLE_DOC], 1);
	ck_assert_int_eq(columns_to_header(&c, &h), 0);
	ck_assert_uint_eq(h.n, 1);
	ck_assert_str_eq(h.names[0], "k");
	ck_assert_int_eq((int)header_find(&h, "k"), 0);
	ck_assert_int_eq((int)header_find(&h, "url"), -1);
	free(h.names[0]);
	free(h.names);
	columns_free(&c);
}
END_TEST

START_TEST(further_files_have_the_same_columns)
{
	static const struct { const char *first, *further, *cause; } cases[] = {
		{"doc,par,k,text", "text,k,par,doc", ""},
		{"doc,par,text", "par,text", "no column 'doc', which the first FILE has"},
		{"doc,text", "doc,par,text", "column 'par' is not in the first FILE"},
		{"doc,text", "doc,start,text", "column 'start' is not in the first FILE"},
		{"doc,k,text", "doc,text", "no column 'k', which the first FILE has"},
		{"doc,text", "doc,k,text", "column 'k' is not in the first FILE"},
		{"doc,j,k,text", "doc,j,k,l,text", "column 'l' is not in the first FILE"},
	};

	for (size_t i = 0; i < sizeof(cases) / sizeof(cases[0]); i++)
		ck_assert_str_eq(match(cases[i].first, cases[i].further), cases[i].cause);
}
END_TEST

Suite *
suite_columns(void)
{
	Suite *s = suite_create("columns");
	TCase *t = tcase_create("columns");

	tcase_add_test(t, columns_have_roles);
	tcase_add_test(t, headers_that_will_not_do);
	tcase_add_test(t, a_renamed_column_replaces_another);
	tcase_add_test(t, further_files_have_the_same_columns);
	suite_add_tcase(s, t);
	return s;
}
