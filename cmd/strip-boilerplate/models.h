/* The trained models and what their scores mean. */
#ifndef STRIP_MODELS_H
#define STRIP_MODELS_H

#include <stdbool.h>

#include "common/linear.h"

enum mode { MODE_ARTICLE, MODE_PAGE };

/*
 * Paragraphs that are calibrated apart: long ones; short ones between paragraphs of
 * prose of which no rule says anything; short ones before the article that share its
 * words, as headlines do, where the mode has titles; other short ones.
 */
enum { CLASS_LONG, CLASS_INSIDE, CLASS_TITLE, CLASS_OTHER, N_CLASSES };

enum { CALIBRATION_STEPS = 25 };

/*
 * structure sees everything but words, and lets the paragraphs around be
 * judged before full, which sees all, decides. calibration[class][i] is
 * the share of boilerplate, in thousandths, among paragraphs of the class for
 * which full says log odds of (i - 12) / 2.
 */
struct models {
	const struct linear *structure, *full;
	bool titles;	/* a page has menus above its headline, an article none */
	int16_t calibration[N_CLASSES][CALIBRATION_STEPS];
};

extern const struct models strip_models[];

/* Whether a paragraph in which a rule says consent, legal or newsletter is such a notice, from its words and shape alone. */
extern const struct linear notice_model;
extern const struct linear article_structure_model, article_model, page_structure_model, page_model;

#endif
