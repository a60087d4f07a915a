/* What the options of strip-boilerplate say. */
#ifndef STRIP_OPTIONS_H
#define STRIP_OPTIONS_H

#include <stdbool.h>

#include "cmd/strip-boilerplate/label.h"
#include "cmd/strip-boilerplate/models.h"
#include "cmd/strip-boilerplate/repeats.h"
#include "common/args.h"
#include "common/report.h"

struct options {
	enum mode mode;
	int threshold;		/* in thousandths; -1 for the mode's own */
	label_set keep, drop;
	bool all, explain, join, fingerprints;
	const char *known, *site; /* as given, or NULL */
};

/* The command, whose self is a struct options. */
extern const struct command strip_command;

/* Reads the counts of --known. Returns true, or false after an error (reported). */
bool read_known(const char *name, struct repeats *, struct report *);

#endif
