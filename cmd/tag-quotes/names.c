#include "cmd/tag-quotes/names.h"

#include <stdlib.h>

struct mention {
	struct span name;
};

void
names_begin(struct names *ns, const char *text)
{
	ns->text = text;
	ns->n = 0;
}

int
names_read(struct names *ns, const struct passage *p, uint32_t paragraph)
{
	(void)ns;
	(void)p;
	(void)paragraph;
	return 0;
}

void
names_resolve(struct names *ns, struct quotation *quotations, size_t n)
{
	(void)ns;
	for (size_t i = 0; i < n; i++)
		quotations[i].name = quotations[i].speaker;
}

void
names_free(struct names *ns)
{
	free(ns->mentions);
	*ns = (struct names){0};
}
