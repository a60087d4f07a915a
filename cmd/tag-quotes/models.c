/* Which model answers which question. The models are made by `make models`. */
#include "cmd/tag-quotes/features.h"

extern const struct linear spoken_model, direct_model, link_model, after_model, before_model,
    after_start_model, after_end_model, before_start_model, before_end_model,
    speaker_model, speaker_end_model;

const struct question_model question_models[QUESTIONS] = {
	[ASK_SPOKEN] = {"spoken", &spoken_model},
	[ASK_DIRECT] = {"direct", &direct_model},
	[ASK_LINK] = {"link", &link_model},
	[ASK_AFTER] = {"after", &after_model},
	[ASK_BEFORE] = {"before", &before_model},
	[ASK_AFTER_START] = {"after_start", &after_start_model},
	[ASK_AFTER_END] = {"after_end", &after_end_model},
	[ASK_BEFORE_START] = {"before_start", &before_start_model},
	[ASK_BEFORE_END] = {"before_end", &before_end_model},
	[ASK_SPEAKER] = {"speaker", &speaker_model},
	[ASK_SPEAKER_END] = {"speaker_end", &speaker_end_model},
};
