/* The paragraphs of a document beside one another: what each is, and what stands around it. */
#ifndef STRIP_BLOCKS_H
#define STRIP_BLOCKS_H

#include <stdbool.h>
#include <stddef.h>
#include <stdint.h>

#include "cmd/strip-boilerplate/scan.h"

/* A paragraph of the document, as its neighbours see it. */
struct block {
	struct shape shape;
	uint32_t cues, pairs;	/* labels of which a rule, two rules hold: bits */
	int16_t sure, rule;	/* a rule that is enough, the first that holds; or -1 */
	bool dated;		/* a line with a date, as dateline() finds them */
	bool captioned;		/* it ends in the credit of a picture */
	uint32_t repeats;	/* other paragraphs of the document with the same words */
	int32_t words_score;	/* what the words contribute to the mode's model */
	int32_t score;		/* of the mode's model */
	int32_t notice;		/* chance in thousandths that it is a notice; 0 where no rule says notice */
	int32_t prose;		/* log odds of boilerplate by structure alone, in eighths */
	/* the nearest prose paragraph before and after, as distances; 0 where there is none */
	uint32_t prose_before, prose_after;
	uint32_t n_before, n_after;	/* prose paragraphs before and after */
	uint32_t run, run_place; /* paragraphs in the run of short ones that this is in, and how many of them stand before it */
	uint8_t run_opening;	/* the ending of the paragraph before the run */
	uint32_t alike;		/* of four neighbours on each side, those that begin in the same form */
	uint32_t section, section_label; /* distance to the last short paragraph with a rule, 0 for none, and its label */
	int32_t near, wide;	/* means of prose over two and six neighbours on each side */
	uint32_t topics, topics_shared; /* words of content, and those that stand in other paragraphs that look like prose */
	uint32_t topics_begin;	/* where they stand in the document's list */
	/*
	 * Among what may be the article's headline (short paragraphs of no known kind up to
	 * the start of its text): 1 + how many of them share more words with the text, and
	 * how many stand between this and the text; 0 and 0 for what cannot be it.
	 */
	uint32_t title_rank, title_between;
	bool twin;		/* another of them begins with the same words */
	int32_t segment;	/* 0 inside the document's best run of prose, else the signed distance to it */
};

/* Whether it is long and ends as a sentence does. */
bool block_is_prose(const struct block *);

/* Room that the steps below need, used again for the next document. */
struct workspace {
	struct seen { uint64_t hash; uint32_t count, first; } *seen;
	size_t seen_cap, size;
	uint32_t *topics;
	size_t topics_cap, n_topics;
};

/* Keeps the words of content of the paragraph, for blocks_context(). Returns 0, or -1 with errno ENOMEM. */
int block_topics(struct workspace *, struct block *, const struct scan *);

/* Fills in what features_structure() needs of all n blocks. Returns as block_topics(). */
int blocks_structure(struct workspace *, struct block *, size_t n);

/* Fills in what features_context() needs, once prose is set in all of them. Returns as block_topics(). */
int blocks_context(struct workspace *, struct block *, size_t n);

void workspace_free(struct workspace *);

#endif
