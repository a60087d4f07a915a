/* Which model answers which question. train/models makes them. */
#include "cmd/tag-quotes/features.h"

#define ENGLISH(question) question##_model
#define GERMAN(question) german_##question##_model
#define DECLARE(language) \
	extern const struct linear language(direct), language(link), language(after), \
	    language(before), language(speech), language(after_start), language(after_end), \
	    language(before_start), language(before_end), language(speaker), language(speaker_end); \
	extern const struct trees language(spoken), language(span), language(told)
#define LIST(language) { \
	[ASK_DIRECT] = &language(direct), \
	[ASK_LINK] = &language(link), \
	[ASK_AFTER] = &language(after), \
	[ASK_BEFORE] = &language(before), \
	[ASK_SPEECH] = &language(speech), \
	[ASK_AFTER_START] = &language(after_start), \
	[ASK_AFTER_END] = &language(after_end), \
	[ASK_BEFORE_START] = &language(before_start), \
	[ASK_BEFORE_END] = &language(before_end), \
	[ASK_SPEAKER] = &language(speaker), \
	[ASK_SPEAKER_END] = &language(speaker_end), \
}
#define TREES(language) { \
	[ASK_SPOKEN - LINEAR_QUESTIONS] = &language(spoken), \
	[ASK_SPAN - LINEAR_QUESTIONS] = &language(span), \
	[ASK_TOLD - LINEAR_QUESTIONS] = &language(told), \
}

DECLARE(ENGLISH);
DECLARE(GERMAN);

const char *const question_names[QUESTIONS] = {
	[ASK_DIRECT] = "direct",
	[ASK_LINK] = "link",
	[ASK_AFTER] = "after",
	[ASK_BEFORE] = "before",
	[ASK_SPEECH] = "speech",
	[ASK_AFTER_START] = "after_start",
	[ASK_AFTER_END] = "after_end",
	[ASK_BEFORE_START] = "before_start",
	[ASK_BEFORE_END] = "before_end",
	[ASK_SPEAKER] = "speaker",
	[ASK_SPEAKER_END] = "speaker_end",
	[ASK_SPOKEN] = "spoken",
	[ASK_SPAN] = "span",
	[ASK_TOLD] = "told",
};

const struct linear *const english_models[LINEAR_QUESTIONS] = LIST(ENGLISH);
const struct linear *const german_models[LINEAR_QUESTIONS] = LIST(GERMAN);
const struct trees *const english_trees[QUESTIONS - LINEAR_QUESTIONS] = TREES(ENGLISH);
const struct trees *const german_trees[QUESTIONS - LINEAR_QUESTIONS] = TREES(GERMAN);
