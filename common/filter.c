#include "common/filter.h"

#include <signal.h>
#include <stdlib.h>
#include <unistd.h>

bool
filter_args(struct filter *f, const struct command *command, void *self, int argc, char **argv)
{
	int status;

	*f = (struct filter){.report.error_status = 1, .writer.fd = -1};
	setprogname(command->name);
	status = args_parse(&f->args, command, self, argc, argv);
	f->report.status = status == -1 ? 0 : status;
	return status == -1;
}

bool
filter_reader(struct filter *f, const char *boundary)
{
	f->reader = reader_open(&f->args, boundary, &f->report);
	return f->reader != NULL;
}

bool
filter_writer(struct filter *f, const char *const *own, size_t n_own, bool carry)
{
	return filter_writer_carrying(f, own, n_own, carry ? reader_header(f->reader) : NULL);
}

bool
filter_writer_carrying(struct filter *f, const char *const *own, size_t n_own, const struct header *carried)
{
	struct writer_options options = {
		.columns = f->args.columns,
		.no_header = f->args.no_header,
		.line_buffered = f->args.line_buffered,
	};

	if (writer_open(&f->writer, STDOUT_FILENO, own, n_own, carried, &options, &f->report) == 0)
		return true;
	f->report.status = 2;
	reader_close(f->reader);
	return false;
}

int
filter_close(struct filter *f)
{
	reader_close(f->reader);
	writer_close(&f->writer);
	return f->report.status;
}
