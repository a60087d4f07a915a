/* Which paragraphs of a document are boilerplate, and of what kind. */
#ifndef STRIP_CLASSIFY_H
#define STRIP_CLASSIFY_H

#include <stdbool.h>
#include <stddef.h>

#include "cmd/strip-boilerplate/features.h"
#include "cmd/strip-boilerplate/models.h"
#include "common/buf.h"

/* What is known of one paragraph. */
struct judgement {
	enum label label;
	int score;		/* chance in thousandths that it is boilerplate */
	enum why { WHY_MODEL, WHY_RULE, WHY_DATE, WHY_CAPTION, WHY_NOTICE, WHY_EMPTY, WHY_KNOWN, WHY_TRIM } why;
};

struct classifier;

/* Returns NULL with errno ENOMEM. */
struct classifier *classifier_new(enum mode);
void classifier_free(struct classifier *);

/*
 * Judges the n paragraphs of a document, together. The result has n elements
 * and stays until the next call. Returns NULL with errno ENOMEM. Linear in
 * their bytes; memory is some 300 bytes a paragraph, used again.
 */
const struct judgement *classify(struct classifier *, const struct slice *paragraphs, size_t n);

/* The blocks of the last document, n of them. */
const struct block *classifier_blocks(const struct classifier *);

/* Which of the classes of models.h a paragraph is calibrated in. */
int classifier_class(const struct classifier *, const struct block *);

/* The features of paragraph i of the last document, whose text is given again, for training and --explain. */
enum stage { STAGE_STRUCTURE, STAGE_FULL, STAGE_NOTICE };
void classifier_features(struct classifier *, enum stage, size_t i, struct slice text, struct features *);

/* The model of that stage. */
const struct linear *classifier_model(const struct classifier *, enum stage);

/* Writes why paragraph i of the last document, whose text is given again, was judged so, as a phrase. Returns 0, or -1 as buf_append(). */
int classifier_explain(struct classifier *, size_t i, const struct judgement *, struct slice text, struct buf *out);

#endif
