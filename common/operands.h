/* The FILE operands, opened a few ahead so that a process may give up opening early. */
#ifndef COMMON_OPERANDS_H
#define COMMON_OPERANDS_H

#include <stdbool.h>
#include <stddef.h>
#include <stdio.h>

enum { OPERANDS_AHEAD = 16 };

/* A FILE: its name as given, and its descriptor, or -1 with the errno that open(2) gave. */
struct operand {
	char *name;
	int fd, error;
};

struct operands {
	char **files;		/* what is left of the arguments */
	size_t n_files;
	FILE *names;		/* of --files0-from, or NULL */
	const char *names_name;
	bool at_end;		/* all have been opened */
	struct operand ahead[OPERANDS_AHEAD];
	size_t n_ahead;
};

/*
 * Starts on n_files arguments, or, where files0_from is not NULL, on the names
 * ended by NUL in the file that it names; "-" is standard input in both, and
 * with neither standard input is the only FILE. Opens none yet. Returns
 * 0, or -1 with errno where files0_from cannot be opened.
 */
int operands_open(struct operands *, char **files, size_t n_files, const char *files0_from);

/*
 * Takes the next FILE into *operand, whose name and descriptor are then the
 * caller's, to give to operand_close(). Opens more ahead, as far as descriptors
 * go. Returns 1, 0 at the end, or -1 with errno where the list of names cannot
 * be read or memory ran out.
 */
int operands_next(struct operands *, struct operand *);

void operand_close(struct operand *);

void operands_close(struct operands *);

#endif
