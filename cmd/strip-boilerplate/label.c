#include "cmd/strip-boilerplate/label.h"

#include <string.h>

static const char *const names[N_LABELS] = {
	[LABEL_BODY] = "body", [LABEL_HEADLINE] = "headline", [LABEL_DEK] = "dek", [LABEL_SUBHEAD] = "subhead",
	[LABEL_CONSENT] = "consent", [LABEL_LEGAL] = "legal", [LABEL_NEWSLETTER] = "newsletter",
	[LABEL_RELATED] = "related", [LABEL_SHARE] = "share", [LABEL_AD] = "ad", [LABEL_IMAGE] = "image",
	[LABEL_CAPTION] = "caption", [LABEL_CREDIT] = "credit", [LABEL_BYLINE] = "byline",
	[LABEL_COMMENT] = "comment", [LABEL_NAV] = "nav", [LABEL_ARTEFACT] = "artefact",
};

const char *
label_name(enum label l)
{
	return names[l];
}

int
label_parse(const char *list, label_set *set)
{
	const char *p = list;
	size_t len;
	unsigned i;

	for (*set = 0;; p += len + 1) {
		len = strcspn(p, ",");
		for (i = 0; i < N_LABELS; i++)
			if (strlen(names[i]) == len && memcmp(p, names[i], len) == 0)
				break;
		if (i == N_LABELS)
			return -1;
		*set |= (label_set)1 << i;
		if (p[len] == '\0')
			return 0;
	}
}
