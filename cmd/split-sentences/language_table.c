/* The languages, by their ISO 639-1 codes. Those without a list of their own use the common one. */
#include "cmd/split-sentences/vocabulary.h"

extern const struct vocabulary_entry language_ar[];
extern const struct vocabulary_entry language_bg[];
extern const struct vocabulary_entry language_ca[];
extern const struct vocabulary_entry language_cs[];
extern const struct vocabulary_entry language_da[];
extern const struct vocabulary_entry language_de[];
extern const struct vocabulary_entry language_el[];
extern const struct vocabulary_entry language_en[];
extern const struct vocabulary_entry language_es[];
extern const struct vocabulary_entry language_et[];
extern const struct vocabulary_entry language_fa[];
extern const struct vocabulary_entry language_fi[];
extern const struct vocabulary_entry language_fr[];
extern const struct vocabulary_entry language_he[];
extern const struct vocabulary_entry language_hi[];
extern const struct vocabulary_entry language_hr[];
extern const struct vocabulary_entry language_hu[];
extern const struct vocabulary_entry language_hy[];
extern const struct vocabulary_entry language_id[];
extern const struct vocabulary_entry language_it[];
extern const struct vocabulary_entry language_kk[];
extern const struct vocabulary_entry language_ml[];
extern const struct vocabulary_entry language_mr[];
extern const struct vocabulary_entry language_nl[];
extern const struct vocabulary_entry language_no[];
extern const struct vocabulary_entry language_pl[];
extern const struct vocabulary_entry language_pt[];
extern const struct vocabulary_entry language_ro[];
extern const struct vocabulary_entry language_ru[];
extern const struct vocabulary_entry language_sk[];
extern const struct vocabulary_entry language_sl[];
extern const struct vocabulary_entry language_sv[];
extern const struct vocabulary_entry language_tr[];
extern const struct vocabulary_entry language_uk[];
extern const struct vocabulary_entry language_vi[];

static const struct vocabulary_entry language_none[] = {{NULL, 0}};

const struct language languages[] = {
	{"am", 0, 0, language_none},
	{"ar", 0, 0, language_ar},
	{"bg", 0, 0, language_bg},
	{"ca", 0, 0, language_ca},
	{"cs", LANGUAGE_ORDINAL, 0, language_cs},
	{"da", LANGUAGE_ORDINAL, 0, language_da},
	{"de", LANGUAGE_ORDINAL, 0, language_de},
	{"el", 0, ';', language_el},
	{"en", LANGUAGE_TRAINED, 0, language_en},
	{"es", 0, 0, language_es},
	{"et", LANGUAGE_ORDINAL, 0, language_et},
	{"eu", 0, 0, language_none},
	{"fa", LANGUAGE_TRAINED, 0, language_fa},
	{"fi", LANGUAGE_ORDINAL | LANGUAGE_TRAINED, 0, language_fi},
	{"fr", 0, 0, language_fr},
	{"he", 0, 0, language_he},
	{"hi", 0, 0, language_hi},
	{"hr", LANGUAGE_ORDINAL, 0, language_hr},
	{"hu", LANGUAGE_ORDINAL, 0, language_hu},
	{"hy", 0, ':', language_hy},
	{"id", 0, 0, language_id},
	{"it", LANGUAGE_TRAINED | LANGUAGE_COLONS, 0, language_it},
	{"ja", LANGUAGE_TRAINED, 0, language_none},
	{"ka", 0, 0, language_none},
	{"kk", 0, 0, language_kk},
	{"ko", LANGUAGE_TRAINED | LANGUAGE_GAPS, 0, language_none},
	{"lt", 0, 0, language_none},
	{"lv", 0, 0, language_none},
	{"ml", 0, 0, language_ml},
	{"mr", 0, 0, language_mr},
	{"my", 0, 0, language_none},
	{"nl", LANGUAGE_TRAINED, 0, language_nl},
	{"no", LANGUAGE_ORDINAL | LANGUAGE_COLONS, 0, language_no},
	{"pa", 0, 0, language_none},
	{"pl", LANGUAGE_ORDINAL, 0, language_pl},
	{"pt", LANGUAGE_TRAINED, 0, language_pt},
	{"ro", 0, 0, language_ro},
	{"ru", LANGUAGE_TRAINED, 0, language_ru},
	{"sk", LANGUAGE_ORDINAL, 0, language_sk},
	{"sl", LANGUAGE_ORDINAL, 0, language_sl},
	{"sv", LANGUAGE_TRAINED, 0, language_sv},
	{"ta", 0, 0, language_none},
	{"te", 0, 0, language_none},
	{"th", 0, 0, language_none},
	{"tr", LANGUAGE_ORDINAL, 0, language_tr},
	{"uk", LANGUAGE_TRAINED, 0, language_uk},
	{"ur", 0, 0, language_none},
	{"vi", 0, 0, language_vi},
	{"zh", LANGUAGE_TRAINED, 0, language_none},
};

const size_t n_languages = sizeof(languages) / sizeof(languages[0]);
