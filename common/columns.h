/* What the columns of a file are to the stream. */
#ifndef COMMON_COLUMNS_H
#define COMMON_COLUMNS_H

#include <stddef.h>
#include <stdint.h>

#include "common/args.h"
#include "common/buf.h"
#include "common/row.h"

enum role {
	ROLE_DOC,
	ROLE_PAR,
	ROLE_SENT,
	ROLE_START,
	ROLE_END,
	ROLE_LANG,
	ROLE_TEXT,
	ROLES
};

/* The columns of one file. Zero-initialise it; the memory is used again for the next file. */
struct columns {
	char **names;		/* in the form of the stream, renamed by -t and -i */
	size_t n;
	size_t role[ROLES];	/* the column that has it, or n where none has */
	bool replaced_text, replaced_doc; /* -t or -i took the place of a column called so */
	size_t *carried;	/* for each of the stream's carried columns, the column here */

	/* private */
	size_t names_cap, carried_cap;
};

/*
 * Takes the n names of a file's header. Returns NULL, or the cause why they
 * will not do (a name twice, a column that -t, -i or the stream asks for
 * missing), allocated, for the caller to free; out of memory is such a cause,
 * then without memory: columns_no_memory.
 */
char *columns_set(struct columns *, const struct slice *names, size_t n, const struct args *);

extern char columns_no_memory[];

/* Makes the stream's header of the first file's columns. Returns 0, or -1 with errno ENOMEM. */
int columns_to_header(const struct columns *, struct header *);

/*
 * Finds where the stream's carried columns stand in this file. Returns NULL, or
 * the cause why not: the sets differ. As columns_set().
 */
char *columns_match(struct columns *, const struct header *);

void columns_free(struct columns *);

#endif
