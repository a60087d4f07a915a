#include "cmd/strip-boilerplate/classify.h"

#include <stdlib.h>

#include "cmd/strip-boilerplate/dateline.h"
#include "cmd/strip-boilerplate/trim.h"

enum {
	NOTICES = 1 << LABEL_CONSENT | 1 << LABEL_LEGAL | 1 << LABEL_NEWSLETTER,
	EMPTY_SCORE = 990,	/* of a paragraph without letters and digits */
	/*
	 * A rule that is enough, a date or the wording of a notice of NOTICE_LEAST
	 * and at most NOTICE_MOST words are evidence beside the model's, which sees
	 * where a paragraph stands: EVIDENCE tenths of a unit of log odds, set on
	 * documents of sites that the models had not seen. Where the model by itself
	 * finds boilerplate likelier than not, both together are worth RULE_SCORE, as
	 * a rule is that is certain or met in a paragraph that stands alone.
	 */
	EVIDENCE = 15, NOTICE_LEAST = 900, NOTICE_MOST = 120, RULE_SCORE = 930,
	NOTICE_SURE = 700,	/* what the notices' model says of those that count as 900 */
	CAPTION_MOST = 60,	/* words in a caption */
	LIKELY = 500		/* from here up the label is a kind of boilerplate */
};

struct classifier {
	struct rules *rules;
	const struct models *models;
	size_t n;
	struct block *blocks;
	struct judgement *judgements;
	size_t blocks_cap, judgements_cap;
	struct workspace workspace;
	struct scan scan;
	struct features features;
};

struct classifier *
classifier_new(enum mode mode)
{
	struct classifier *c = calloc(1, sizeof(*c));

	if (c == NULL)
		return NULL;
	c->models = &strip_models[mode];
	c->rules = rules_new(rule_table, n_rules);
	if (c->rules == NULL) {
		free(c);
		return NULL;
	}
	return c;
}

void
classifier_free(struct classifier *c)
{
	if (c == NULL)
		return;
	rules_free(c->rules);
	free(c->blocks);
	free(c->judgements);
	workspace_free(&c->workspace);
	free(c);
}

const struct block *
classifier_blocks(const struct classifier *c)
{
	return c->blocks;
}

static int32_t
weigh(const struct linear *m, const struct features *f)
{
	return linear_score(m, f->hash, f->n) - m->bias;
}

/* The notices' model is sure enough at NOTICE_SURE thousandths, which are to count as 900. */
static int
stretch(int p)
{
	return p < NOTICE_SURE ? p * 900 / NOTICE_SURE : 900 + (p - NOTICE_SURE) * 100 / (1000 - NOTICE_SURE);
}

/* The paragraph without the metadata and the link at its ends, which say nothing of it; a credit does, of captions. */
static struct slice
trimmed(struct slice text)
{
	size_t begin = trim_prefix(text.data, text.len);

	text = (struct slice){text.data + begin, text.len - begin};
	return (struct slice){text.data, trim_suffix(text.data, text.len)};
}

/* What the paragraph says by itself. */
static int
look(struct classifier *c, struct block *b, struct slice text)
{
	struct scan *s = &c->scan;
	int32_t notice;

	text = trimmed(text);
	scan_paragraph(s, c->rules, rule_table, text.data, text.len);
	*b = (struct block){.shape = s->shape, .sure = (int16_t)s->sure, .rule = s->n_rules > 0 ? (int16_t)s->rules[0] : -1};
	for (unsigned l = 0; l < N_LABELS && s->n_rules > 0; l++) {
		b->cues |= (uint32_t)(s->cues[l] > 0) << l;
		b->pairs |= (uint32_t)(s->cues[l] > 1) << l;
	}
	b->dated = dateline(text.data, text.len, &s->shape);
	b->captioned = s->shape.words <= CAPTION_MOST && trim_is_captioned(text.data, text.len);
	c->features.n = 0;
	features_words(s, &c->features);
	b->words_score = weigh(c->models->full, &c->features);
	if (block_topics(&c->workspace, b, s) == -1)
		return -1;
	if ((b->cues & NOTICES) == 0)
		return 0;
	c->features.n = 0;
	features_notice(s, &c->features);
	notice = weigh(&notice_model, &c->features) + notice_model.bias;
	b->notice = stretch(linear_probability(&notice_model, notice));
	return 0;
}

/* The share of boilerplate that a score of the full model stands for, in thousandths, between the points of the table. */
static int
calibrate(const int16_t *table, int32_t score, int32_t scale)
{
	enum { PART = 32, STEP = PART / 2, LAST = (CALIBRATION_STEPS - 1) * STEP };
	int64_t at = (int64_t)score * PART / scale + LAST / 2;
	int64_t i, rest;

	if (at <= 0)
		return table[0];
	if (at >= LAST)
		return table[CALIBRATION_STEPS - 1];
	i = at / STEP;
	rest = at % STEP;
	return (int)(table[i] + (table[i + 1] - table[i]) * rest / STEP);
}

int
classifier_class(const struct classifier *c, const struct block *b)
{
	if (b->shape.words >= 15)
		return CLASS_LONG;
	if (b->cues == 0 && b->prose_before > 0 && b->prose_after > 0)
		return CLASS_INSIDE;
	return c->models->titles && b->segment < 0 && b->topics_shared >= 2 && b->topics_shared * 2 >= b->topics ? CLASS_TITLE : CLASS_OTHER;
}

/* The first of a set of labels that is not empty. */
static enum label
first_label(label_set set)
{
	unsigned l = 0;

	while (!(set >> l & 1))
		l++;
	return (enum label)l;
}

/* The kind of boilerplate, where no rule names it: what its section is about, else links, by their form. */
static enum label
guess_boilerplate(const struct block *b)
{
	enum { SECTION_LENGTH = 40, MENU_WORDS = 5 };

	if (b->section != 0 && b->section < SECTION_LENGTH && (b->section_label == LABEL_COMMENT || b->section_label == LABEL_RELATED))
		return (enum label)b->section_label;
	return b->shape.separators > 1 || b->shape.words < MENU_WORDS ? LABEL_NAV : LABEL_RELATED;
}

/* The kind of article text: a headline stands before all prose, its dek, a sentence or two, behind it; a subhead is short and ends in no mark. */
static enum label
guess_article(const struct block *blocks, size_t i)
{
	enum { HEADLINE_WORDS = 20, DEK_WORDS = 22 };
	const struct shape *s = &blocks[i].shape, *first = &blocks[0].shape;

	if (s->words <= HEADLINE_WORDS && s->ending != ENDS_SENTENCE && s->ending != ENDS_QUOTE && s->ending != ENDS_COLON)
		return blocks[i].n_before == 0 ? LABEL_HEADLINE : LABEL_SUBHEAD;
	return i == 1 && s->words <= DEK_WORDS && first->words <= HEADLINE_WORDS && first->ending == ENDS_WORD ? LABEL_DEK : LABEL_BODY;
}

/* Raises the score to least for that reason. */
static void
raise_score(struct judgement *j, int least, enum why why)
{
	if (j->score >= least)
		return;
	j->score = least;
	j->why = why;
}

/* Whether the rule needs no model for the paragraph's place. */
static bool
is_certain(const struct classifier *c, const struct block *b)
{
	return b->sure != -1 && (c->n == 1 || rule_table[b->sure].need & RULE_CERTAIN);
}

/* What speaks for boilerplate beside the mode's model. */
static enum why
evidence(const struct block *b)
{
	if (b->sure != -1)
		return WHY_RULE;
	if (b->dated)
		return WHY_DATE;
	return b->notice >= NOTICE_LEAST && (b->pairs & NOTICES) != 0 && b->shape.words < NOTICE_MOST ? WHY_NOTICE : WHY_MODEL;
}

/* The weight of evidence in the units of the mode's model. */
static int32_t
evidence_score(const struct classifier *c, const struct block *b)
{
	return evidence(b) == WHY_MODEL ? 0 : c->models->full->scale * EVIDENCE / 10;
}

/* Raises the score for what is sure. A paragraph that stands alone is judged by rules and the model for notices. */
static void
make_sure(const struct classifier *c, const struct block *b, struct judgement *j)
{
	enum why why = evidence(b);

	if (c->n == 1)
		raise_score(j, b->notice, WHY_NOTICE);
	if (is_certain(c, b) || (why != WHY_MODEL && b->score >= evidence_score(c, b)))
		raise_score(j, RULE_SCORE, why);
	if (b->captioned)
		raise_score(j, RULE_SCORE, WHY_CAPTION);
}

static enum label
label_of(const struct classifier *c, size_t i, const struct judgement *j)
{
	const struct block *b = &c->blocks[i];

	if (j->score < LIKELY)
		return guess_article(c->blocks, i);
	if (b->sure != -1)
		return (enum label)rule_table[b->sure].label;
	if (b->captioned)
		return LABEL_CAPTION;
	if (b->dated)
		return b->shape.tokens > 2 * b->shape.numbers + 3 ? LABEL_RELATED : LABEL_BYLINE;
	if (j->why == WHY_NOTICE)
		return first_label(b->cues & NOTICES);
	if (b->cues != 0)
		return first_label(b->pairs != 0 ? b->pairs : b->cues);
	return guess_boilerplate(b);
}

static void
judge(const struct classifier *c, size_t i, struct judgement *j)
{
	const struct block *b = &c->blocks[i];

	if (b->shape.letters + b->shape.digits == 0) {
		*j = (struct judgement){LABEL_ARTEFACT, EMPTY_SCORE, WHY_EMPTY};
		return;
	}
	j->score = calibrate(c->models->calibration[classifier_class(c, b)], b->score, c->models->full->scale);
	j->why = j->score >= LIKELY ? evidence(b) : WHY_MODEL;
	make_sure(c, b, j);
	j->label = label_of(c, i, j);
}

const struct judgement *
classify(struct classifier *c, const struct slice *paragraphs, size_t n)
{
	const struct linear *structure = c->models->structure, *full = c->models->full;
	struct features *f = &c->features;

	if (array_reserve(&c->blocks, &c->blocks_cap, n + 1, sizeof(*c->blocks)) == -1 ||
	    array_reserve(&c->judgements, &c->judgements_cap, n + 1, sizeof(*c->judgements)) == -1)
		return NULL;
	c->n = n;
	c->workspace.n_topics = 0;
	for (size_t i = 0; i < n; i++)
		if (look(c, &c->blocks[i], paragraphs[i]) == -1)
			return NULL;
	if (blocks_structure(&c->workspace, c->blocks, n) == -1)
		return NULL;
	for (size_t i = 0; i < n; i++) {
		struct block *b = &c->blocks[i];

		f->n = 0;
		features_structure(c->blocks, n, i, f);
		b->prose = (int32_t)((int64_t)linear_score(structure, f->hash, f->n) * 8 / structure->scale);
		b->words_score += weigh(full, f);
	}
	if (blocks_context(&c->workspace, c->blocks, n) == -1)
		return NULL;
	for (size_t i = 0; i < n; i++) {
		f->n = 0;
		features_context(c->blocks, n, i, f);
		c->blocks[i].score = linear_score(full, f->hash, f->n) + c->blocks[i].words_score + evidence_score(c, &c->blocks[i]);
		judge(c, i, &c->judgements[i]);
	}
	return c->judgements;
}

void
classifier_features(struct classifier *c, enum stage stage, size_t i, struct slice text, struct features *f)
{
	text = trimmed(text);
	scan_paragraph(&c->scan, c->rules, rule_table, text.data, text.len);
	f->n = 0;
	if (stage == STAGE_NOTICE) {
		features_notice(&c->scan, f);
		return;
	}
	if (stage == STAGE_FULL) {
		features_words(&c->scan, f);
		features_context(c->blocks, c->n, i, f);
	}
	features_structure(c->blocks, c->n, i, f);
}

const struct linear *
classifier_model(const struct classifier *c, enum stage stage)
{
	return stage == STAGE_NOTICE ? &notice_model : stage == STAGE_FULL ? c->models->full : c->models->structure;
}
