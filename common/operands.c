#include "common/operands.h"

#include <errno.h>
#include <fcntl.h>
#include <stdlib.h>
#include <string.h>
#include <unistd.h>

/* The next name into *name, allocated. Returns 1, 0 at the end, or -1 with errno. */
static int
next_name(struct operands *o, char **name)
{
	size_t cap = 0;

	*name = NULL;
	if (o->names == NULL) {
		if (o->n_files == 0)
			return 0;
		*name = strdup(*o->files);
		if (*name == NULL)
			return -1;
		o->files++;
		o->n_files--;
		return 1;
	}
	if (getdelim(name, &cap, '\0', o->names) != -1)
		return 1;
	free(*name);
	*name = NULL;
	return feof(o->names) ? 0 : -1;
}

static void
open_operand(struct operand *p)
{
	p->error = 0;
	if (strcmp(p->name, "-") == 0)
		p->fd = STDIN_FILENO;
	else if ((p->fd = open(p->name, O_RDONLY | O_CLOEXEC)) == -1)
		p->error = errno;
}

/* Whether it may be opened once others are closed. */
static bool
waits(const struct operand *p)
{
	return p->error == EMFILE || p->error == ENFILE;
}

static int
open_ahead(struct operands *o)
{
	struct operand *p;
	int got;

	while (!o->at_end && o->n_ahead < OPERANDS_AHEAD) {
		p = &o->ahead[o->n_ahead];
		got = next_name(o, &p->name);
		if (got == -1)
			return -1;
		if (got == 0) {
			o->at_end = true;
			break;
		}
		open_operand(p);
		o->n_ahead++;
		if (waits(p))
			return 0;
	}
	if (o->names == NULL && o->n_files == 0)
		o->at_end = true;
	return 0;
}

int
operands_open(struct operands *o, char **files, size_t n_files, const char *files0_from)
{
	static char input[] = "-";
	static char *standard[] = {input};

	*o = (struct operands){.files = files, .n_files = n_files};
	if (files0_from != NULL) {
		o->names_name = files0_from;
		o->names = strcmp(files0_from, "-") == 0 ? stdin : fopen(files0_from, "re");
		if (o->names == NULL)
			return -1;
	} else if (n_files == 0) {
		o->files = standard;
		o->n_files = 1;
	}
	return 0;
}

int
operands_next(struct operands *o, struct operand *out)
{
	int failed = 0;

	if (o->n_ahead == 0)
		failed = open_ahead(o);
	if (o->n_ahead == 0)
		return failed;
	*out = o->ahead[0];
	o->n_ahead--;
	memmove(o->ahead, o->ahead + 1, o->n_ahead * sizeof(o->ahead[0]));
	if (waits(out)) {
		open_operand(out);
		o->at_end = o->names == NULL && o->n_files == 0;
	}
	return 1;
}

void
operand_close(struct operand *p)
{
	if (p->fd > STDIN_FILENO)
		close(p->fd);
	free(p->name);
	*p = (struct operand){.fd = -1};
}

void
operands_close(struct operands *o)
{
	for (size_t i = 0; i < o->n_ahead; i++)
		operand_close(&o->ahead[i]);
	o->n_ahead = 0;
	if (o->names != NULL && o->names != stdin)
		fclose(o->names);
	o->names = NULL;
}
