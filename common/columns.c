#include "common/columns.h"

#include <stdarg.h>
#include <stdio.h>
#include <stdlib.h>

#include "common/escape.h"

char columns_no_memory[] = "out of memory";

static const char *const role_names[ROLES] = {"doc", "par", "sent", "start", "end", "lang", "text"};

/* Those that have members of their own in a row: they are not carried. */
static const bool role_is_own[ROLES] = {
	[ROLE_DOC] = true, [ROLE_PAR] = true, [ROLE_START] = true, [ROLE_END] = true, [ROLE_TEXT] = true
};

__attribute__((format(printf, 1, 2)))
static char *
cause(const char *fmt, ...)
{
	va_list ap;
	char *s;
	int n;

	va_start(ap, fmt);
	n = vasprintf(&s, fmt, ap);
	va_end(ap);
	return n == -1 ? columns_no_memory : s;
}

static void
forget(struct columns *c)
{
	for (size_t i = 0; i < c->n; i++)
		free(c->names[i]);
	c->n = 0;
}

static size_t
find(const struct columns *c, const char *name)
{
	size_t i = 0;

	while (i < c->n && strcmp(c->names[i], name) != 0)
		i++;
	return i;
}

/* The name of a column that is left out: no header can hold it, since a TAB ends a name. */
static const char left_out[] = "\t";

/* Renames the column called from to the name that the stream knows; a column that has this name already is left out. */
static char *
rename_column(struct columns *c, const char *from, const char *to, bool *replaced)
{
	size_t i, clash;
	char *name, *none;

	*replaced = false;
	if (from == NULL || strcmp(from, to) == 0)
		return NULL;
	i = find(c, from);
	if (i == c->n)
		return cause("no column '%s'", from);
	clash = find(c, to);
	*replaced = clash != c->n;
	if (*replaced) {
		none = strdup(left_out);
		if (none == NULL)
			return columns_no_memory;
		free(c->names[clash]);
		c->names[clash] = none;
	}
	name = strdup(to);
	if (name == NULL)
		return columns_no_memory;
	free(c->names[i]);
	c->names[i] = name;
	return NULL;
}

/*
 * Comparison of neighbours in sorted order: a header of 100,000 columns
 * must not take 100,000 squared steps.
 */
static int
compare_names(const void *a, const void *b)
{
	return strcmp(*(char *const *)a, *(char *const *)b);
}

static char *
find_repeated(const struct columns *c)
{
	char **sorted, *why = NULL;

	sorted = calloc(c->n + 1, sizeof(*sorted));
	if (sorted == NULL)
		return columns_no_memory;
	memcpy(sorted, c->names, c->n * sizeof(*sorted));
	qsort(sorted, c->n, sizeof(*sorted), compare_names);
	for (size_t i = 1; i < c->n && why == NULL; i++)
		if (strcmp(sorted[i - 1], sorted[i]) == 0)
			why = cause("column '%s' stands twice in the header", sorted[i]);
	free(sorted);
	return why;
}

char *
columns_set(struct columns *c, const struct slice *names, size_t n, const struct args *args)
{
	char *why;

	forget(c);
	if (array_reserve(&c->names, &c->names_cap, n, sizeof(*c->names)) == -1)
		return columns_no_memory;
	for (size_t i = 0; i < n; i++) {
		if (!escape_valid(names[i].data, names[i].len))
			return cause("column '%.*s' in the header: a backslash that begins no escape",
			    names[i].len > 80 ? 80 : (int)names[i].len, names[i].data);
		c->names[i] = strndup(names[i].data, names[i].len);
		if (c->names[i] == NULL)
			return columns_no_memory;
		c->n++;
	}
	if ((why = find_repeated(c)) != NULL || (why = rename_column(c, args->text_column, "text", &c->replaced_text)) != NULL ||
	    (why = rename_column(c, args->id_column, "doc", &c->replaced_doc)) != NULL)
		return why;
	for (size_t i = 0; i < ROLES; i++)
		c->role[i] = find(c, role_names[i]);
	return c->role[ROLE_TEXT] == n ? cause("no column 'text'") : NULL;
}

static bool
is_carried(const struct columns *c, size_t i)
{
	for (size_t k = 0; k < ROLES; k++)
		if (role_is_own[k] && c->role[k] == i)
			return false;
	return strcmp(c->names[i], left_out) != 0;
}

int
columns_to_header(const struct columns *c, struct header *h)
{
	h->names = calloc(c->n + 1, sizeof(*h->names));
	if (h->names == NULL)
		return -1;
	for (size_t i = 0; i < c->n; i++) {
		if (!is_carried(c, i))
			continue;
		h->names[h->n] = strdup(c->names[i]);
		if (h->names[h->n] == NULL)
			return -1;
		h->n++;
	}
	h->has_doc = c->role[ROLE_DOC] != c->n;
	h->has_par = c->role[ROLE_PAR] != c->n;
	h->has_start = c->role[ROLE_START] != c->n;
	return 0;
}

/* The cause where a column with a member of its own in the row is in one of the two alone, or NULL. */
static char *
own_differs(const struct columns *c, const struct header *h)
{
	static const enum role role[] = {ROLE_DOC, ROLE_PAR, ROLE_START};
	const bool has[] = {h->has_doc, h->has_par, h->has_start};

	for (size_t i = 0; i < 3; i++) {
		if (has[i] && c->role[role[i]] == c->n)
			return cause("no column '%s', which the first FILE has", role_names[role[i]]);
		if (!has[i] && c->role[role[i]] != c->n)
			return cause("column '%s' is not in the first FILE", role_names[role[i]]);
	}
	return NULL;
}

/* A name and the column that has it, for a sorted look-up. */
struct named {
	const char *name;
	size_t column;
};

static int
compare_named(const void *a, const void *b)
{
	return strcmp(((const struct named *)a)->name, ((const struct named *)b)->name);
}

/* Fills carried[] from the sorted names of this file. */
static char *
look_up(struct columns *c, const struct header *h, const struct named *sorted, size_t n)
{
	const struct named *found;

	for (size_t i = 0; i < h->n; i++) {
		found = bsearch(&(struct named){h->names[i], 0}, sorted, n, sizeof(*sorted), compare_named);
		if (found == NULL)
			return cause("no column '%s', which the first FILE has", h->names[i]);
		c->carried[i] = found->column;
	}
	return NULL;
}

char *
columns_match(struct columns *c, const struct header *h)
{
	struct named *sorted;
	char *why;
	size_t n = 0;

	if ((why = own_differs(c, h)) != NULL)
		return why;
	if (array_reserve(&c->carried, &c->carried_cap, h->n + 1, sizeof(*c->carried)) == -1)
		return columns_no_memory;
	sorted = calloc(c->n + 1, sizeof(*sorted));
	if (sorted == NULL)
		return columns_no_memory;
	for (size_t i = 0; i < c->n; i++)
		if (is_carried(c, i))
			sorted[n++] = (struct named){c->names[i], i};
	qsort(sorted, n, sizeof(*sorted), compare_named);
	why = look_up(c, h, sorted, n);
	if (why == NULL && n != h->n)
		for (size_t i = 0; i < n && why == NULL; i++)
			if (header_find(h, sorted[i].name) == -1)
				why = cause("column '%s' is not in the first FILE", sorted[i].name);
	free(sorted);
	return why;
}

void
columns_free(struct columns *c)
{
	forget(c);
	free(c->names);
	free(c->carried);
}
