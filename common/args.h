/* The command line: the options that every tool shares, and each tool's own. */
#ifndef COMMON_ARGS_H
#define COMMON_ARGS_H

#include <stdbool.h>
#include <stddef.h>

enum format {
	FORMAT_AUTO,
	FORMAT_TEXT,
	FORMAT_TSV,
	FORMAT_CSV
};

/* What the shared options say. The strings are those of argv. */
struct args {
	enum format format;
	const char *fields, *text_column, *id_column, *doc, *columns, *files0_from;
	bool wrapped, no_header, line_buffered, strict;
	bool progress;		/* asked for */
	size_t max_document;	/* bytes */
	char **files;		/* the operands, n_files of them */
	size_t n_files;
};

/* An option of one tool. letter is 256 or more where there is no short form; argument is NULL where it takes none. */
struct option_spec {
	int letter;
	const char *name, *argument, *help;
};

/*
 * What a command is called and takes. option() is given each of its own
 * options as it is met; it returns NULL, or the cause why the argument will not do.
 */
struct command {
	const char *name, *summary;
	const struct option_spec *options;
	size_t n_options;
	const char *(*option)(void *self, int letter, const char *argument);
};

/*
 * Reads the command line. Returns -1 to go on, or the exit status to end with:
 * 0 after --help or --version, 2 on bad usage (reported).
 */
int args_parse(struct args *, const struct command *, void *self, int argc, char **argv);

#endif
