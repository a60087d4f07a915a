#include "cmd/tag-quotes/attribution.h"

#include <stdlib.h>

#include "cmd/tag-quotes/cue.h"
#include "cmd/tag-quotes/speaker.h"
#include "common/buf.h"

#define NONE UINT32_MAX

struct span
attribution_span(const struct passage *p, struct token_span s)
{
	return (struct span){p->tokens.t[s.first].start, token_end(&p->tokens.t[s.end - 1])};
}

/* The cue as it is written: "according to" is one. */
static struct span
cue_text(const struct passage *p, uint32_t c)
{
	struct token_span s = {c, c + 1};

	if (tag_at(p, (ptrdiff_t)c + 1) == TAG_TO && p->tokens.t[c].tag == TAG_ING && p->tokens.t[c].cue >= 90)
		s.end++;
	return attribution_span(p, s);
}

int
attributions_begin(struct attributions *g, const struct passage *p)
{
	g->n = 0;
	if (array_reserve(&g->contents, &g->contents_cap, p->tokens.n, sizeof(*g->contents)) == -1 ||
	    array_reserve(&g->index_of, &g->index_cap, p->tokens.n, sizeof(*g->index_of)) == -1)
		return -1;
	for (size_t k = 0; k < p->n_cues; k++)
		g->contents[p->cues[k]] = (struct token_span){0, 0};
	return 0;
}

void
attributions_note(struct attributions *g, uint32_t c, struct token_span content)
{
	if (g->contents[c].end == 0)
		g->contents[c] = content;
}

/* "He said … and suggested": the speaker of a cue behind "and" is that of the cue before it in its sentence. Returns that cue, or NONE. */
static uint32_t
shared_speaker(const struct passage *p, uint32_t c, uint32_t before)
{
	ptrdiff_t lead = cue_lead(p, c);

	if (before == NONE || p->sentence_of[before] != p->sentence_of[c] || lead <= (ptrdiff_t)before ||
	    tag_at(p, lead) != TAG_AND || tag_at(p, before) != tag_at(p, c))
		return NONE;
	return before;
}

int
attributions_find(struct attributions *g, const struct passage *p, uint32_t *last_number)
{
	uint32_t before = NONE;

	for (size_t k = 0; k < p->n_cues; k++) {
		uint32_t c = p->cues[k], shared;
		struct attribution a = {0};
		struct token_span speaker;

		if (g->contents[c].end == 0)
			continue;
		if (array_reserve(&g->list, &g->cap, g->n + 1, sizeof(*g->list)) == -1)
			return -1;
		shared = shared_speaker(p, c, before);
		a.cue = cue_text(p, c);
		a.number = ++*last_number;
		if (shared != NONE)
			a.speaker = attributions_of(g, shared)->speaker;
		else if (speaker_find(p, c, g->contents[c], &speaker))
			a.speaker = attribution_span(p, speaker);
		g->index_of[c] = (uint32_t)g->n;
		g->list[g->n++] = a;
		before = c;
	}
	return 0;
}

const struct attribution *
attributions_of(const struct attributions *g, uint32_t c)
{
	return &g->list[g->index_of[c]];
}

void
attributions_free(struct attributions *g)
{
	free(g->list);
	free(g->contents);
	free(g->index_of);
}
