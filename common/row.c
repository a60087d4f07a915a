#include "common/row.h"

ptrdiff_t
header_find(const struct header *h, const char *name)
{
	for (size_t i = 0; i < h->n; i++)
		if (strcmp(h->names[i], name) == 0)
			return (ptrdiff_t)i;
	return -1;
}
