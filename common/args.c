#include "common/args.h"

#include <errno.h>
#include <getopt.h>
#include <limits.h>
#include <stdint.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>

#include "common/report.h"

enum {
	OPTION_FILES0_FROM = 1000,
	OPTION_MAX_DOCUMENT,
	OPTION_LINE_BUFFERED,
	OPTION_STRICT,
	OPTION_PROGRESS,
	OPTION_VERSION
};

static const struct option_spec shared[] = {
	{'f', "format", "FORMAT", "the input is text, tsv or csv (default: told by its name and first line)"},
	{'F', "fields", "LIST", "the input has no header; these are its columns"},
	{'t', "text-column", "COLUMN", "the column that holds the text, where it is not called text"},
	{'i', "id-column", "COLUMN", "the column that holds the document's id, where it is not called doc"},
	{'d', "doc", "ID", "the id of a document that has none of its own (default: the FILE's name)"},
	{'w', "wrapped", NULL, "paragraphs end at blank lines, and line ends inside one are spaces"},
	{'c', "columns", "LIST", "write only these columns, in this order"},
	{'H', "no-header", NULL, "write no header"},
	{OPTION_FILES0_FROM, "files0-from", "FILE", "read the names of the FILEs, each ended by NUL, from FILE"},
	{OPTION_MAX_DOCUMENT, "max-document", "BYTES", "refuse a larger document (default 1073741824)"},
	{OPTION_LINE_BUFFERED, "line-buffered", NULL, "write each row as soon as it is known"},
	{OPTION_STRICT, "strict", NULL, "stop at the first malformed row or invalid UTF-8"},
	{OPTION_PROGRESS, "progress", NULL, "show a meter on standard error"},
	{'h', "help", NULL, "show this help"},
	{OPTION_VERSION, "version", NULL, "show the version"},
};

enum { N_SHARED = sizeof(shared) / sizeof(shared[0]) };

/* The option tables in the form that getopt_long(3) wants; the letters begin with a colon, so that it leaves messages to us. */
struct spelling {
	struct option *options;
	char letters[2 * (UCHAR_MAX + 1)];
};

static const struct option_spec *
option_at(const struct command *command, size_t i)
{
	return i < command->n_options ? &command->options[i] : &shared[i - command->n_options];
}

static int
spell(struct spelling *s, const struct command *command)
{
	size_t n = command->n_options + N_SHARED;
	char *p = s->letters;

	s->options = calloc(n + 1, sizeof(*s->options));
	if (s->options == NULL)
		return -1;
	*p++ = ':';
	for (size_t i = 0; i < n; i++) {
		const struct option_spec *o = option_at(command, i);

		s->options[i] = (struct option){o->name, o->argument != NULL ? required_argument : no_argument, NULL, o->letter};
		if (o->letter > UCHAR_MAX)
			continue;
		*p++ = (char)o->letter;
		if (o->argument != NULL)
			*p++ = ':';
	}
	*p = '\0';
	return 0;
}

/* Sees that what was printed has been written. Returns the exit status. */
static int
end_output(void)
{
	struct report r = {.error_status = 1};

	if (fflush(stdout) != 0 || ferror(stdout))
		report_error(&r, "standard output", 0, "%s", strerror(errno));
	return r.status;
}

static int
print_help(const struct command *command)
{
	char left[64];

	printf("usage: %s [options] [FILE ...]\n%s\n\n", command->name, command->summary);
	for (size_t i = 0; i < command->n_options + N_SHARED; i++) {
		const struct option_spec *o = option_at(command, i);

		if (i == command->n_options && i != 0)
			printf("\nOptions that all tools share:\n");
		snprintf(left, sizeof(left), "%c%c%s --%s%s%s", o->letter > UCHAR_MAX ? ' ' : '-',
		    o->letter > UCHAR_MAX ? ' ' : o->letter, o->letter > UCHAR_MAX ? " " : ",", o->name,
		    o->argument != NULL ? " " : "", o->argument != NULL ? o->argument : "");
		printf("  %-28s %s\n", left, o->help);
	}
	printf("\nFILE is - or missing for standard input. The manual page: man %s\n", command->name);
	return end_output();
}

/* Reads a whole number with an optional suffix k, M or G (powers of 1024). */
static const char *
set_max_document(struct args *a, const char *argument)
{
	static const struct { char suffix; unsigned shift; } suffixes[] = {{'k', 10}, {'K', 10}, {'M', 20}, {'G', 30}};
	char digits[24];
	size_t n = strlen(argument);
	unsigned shift = 0;
	const char *cause = NULL;

	for (size_t i = 0; i < sizeof(suffixes) / sizeof(suffixes[0]) && n > 1; i++)
		if (argument[n - 1] == suffixes[i].suffix)
			shift = suffixes[i].shift;
	if (shift != 0)
		n--;
	if (n >= sizeof(digits))
		return "too large";
	memcpy(digits, argument, n);
	digits[n] = '\0';
	a->max_document = (size_t)strtonum(digits, 1, (long long)(SIZE_MAX / 8 >> shift), &cause) << shift;
	return cause;
}

static const char *
set_format(struct args *a, const char *argument)
{
	static const struct { const char *name; enum format format; } formats[] = {
		{"text", FORMAT_TEXT}, {"tsv", FORMAT_TSV}, {"csv", FORMAT_CSV},
	};

	for (size_t i = 0; i < sizeof(formats) / sizeof(formats[0]); i++)
		if (strcmp(argument, formats[i].name) == 0) {
			a->format = formats[i].format;
			return NULL;
		}
	return "not text, tsv or csv";
}

/* Takes a shared option. Returns NULL, or the cause why its argument will not do. */
static const char *
set_shared(struct args *a, int letter, const char *argument)
{
	switch (letter) {
	case 'F':
		a->fields = argument;
		return NULL;
	case 'H':
		a->no_header = true;
		return NULL;
	case 'c':
		a->columns = argument;
		return NULL;
	case 'd':
		a->doc = argument;
		return NULL;
	case 'f':
		return set_format(a, argument);
	case 'i':
		a->id_column = argument;
		return NULL;
	case 't':
		a->text_column = argument;
		return NULL;
	case 'w':
		a->wrapped = true;
		return NULL;
	case OPTION_FILES0_FROM:
		a->files0_from = argument;
		return NULL;
	case OPTION_MAX_DOCUMENT:
		return set_max_document(a, argument);
	case OPTION_LINE_BUFFERED:
		a->line_buffered = true;
		return NULL;
	case OPTION_STRICT:
		a->strict = true;
		return NULL;
	default:
		a->progress = true;
		return NULL;
	}
}

static bool
is_own(const struct command *command, int letter)
{
	for (size_t i = 0; i < command->n_options; i++)
		if (command->options[i].letter == letter)
			return true;
	return false;
}

/* The long name of an option, or NULL where there is none of that letter. */
static const char *
option_name(const struct command *command, int letter)
{
	for (size_t i = 0; i < command->n_options + N_SHARED; i++)
		if (option_at(command, i)->letter == letter)
			return option_at(command, i)->name;
	return NULL;
}

/* Points to the help. Returns the exit status of bad usage. */
static int
hint(const struct command *command)
{
	fprintf(stderr, "usage: %s [options] [FILE ...]; %s --help lists the options\n", command->name, command->name);
	return 2;
}

/* Reports bad usage, in printf style. Its value is the exit status. */
#define usage_error(command, ...) \
	(report_error(&(struct report){.error_status = 2}, NULL, 0, __VA_ARGS__), hint(command))

/*
 * Reports what getopt_long(3) would not take: ':' for a missing argument, '?'
 * for anything else. Its own message would show control characters of the word.
 */
static int
bad_option(const struct command *command, int answer, const char *word)
{
	const char letter[] = {'-', (char)optopt, '\0'}, *name = option_name(command, optopt);

	if (name != NULL)
		return usage_error(command, "--%s%s", name, answer == ':' ? " needs an argument" : " takes no argument");
	return usage_error(command, "no option '%s'", optopt != 0 ? letter : word);
}

/* What fits together only in part. */
static int
check(const struct args *a, const struct command *command)
{
	if (a->files0_from != NULL && a->n_files != 0)
		return usage_error(command, "--files0-from and FILE operands exclude each other");
	if (a->format == FORMAT_TEXT && (a->fields != NULL || a->text_column != NULL || a->id_column != NULL))
		return usage_error(command, "-F, -t and -i name columns, and -f text has none");
	return -1;
}

int
args_parse(struct args *a, const struct command *command, void *self, int argc, char **argv)
{
	struct spelling s = {0};
	const char *cause = NULL;
	int letter, status = -1;

	*a = (struct args){.max_document = (size_t)1 << 30};
	if (spell(&s, command) == -1)
		return usage_error(command, "out of memory");
	while (status == -1 && (letter = getopt_long(argc, argv, s.letters, s.options, NULL)) != -1) {
		if (letter == '?' || letter == ':')
			status = bad_option(command, letter, argv[optind - 1]);
		else if (letter == 'h')
			status = print_help(command);
		else if (letter == OPTION_VERSION) {
			printf("%s (newsutils) %s\n", command->name, VERSION);
			status = end_output();
		} else {
			cause = is_own(command, letter) ? command->option(self, letter, optarg) : set_shared(a, letter, optarg);
			if (cause != NULL)
				status = usage_error(command, "--%s %s: %s", option_name(command, letter),
				    optarg != NULL ? optarg : "", cause);
		}
	}
	free(s.options);
	a->files = argv + optind;
	a->n_files = (size_t)(argc - optind);
	return status != -1 ? status : check(a, command);
}
