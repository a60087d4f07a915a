/* The languages, by their ISO 639-1 codes. Those without a list of their own use the common one. */
#include "cmd/split-sentences/lexicon.h"

extern const struct lexicon_entry language_ar[];
extern const struct lexicon_entry language_bg[];
extern const struct lexicon_entry language_ca[];
extern const struct lexicon_entry language_cs[];
extern const struct lexicon_entry language_da[];
extern const struct lexicon_entry language_de[];
extern const struct lexicon_entry language_el[];
extern const struct lexicon_entry language_en[];
extern const struct lexicon_entry language_es[];
extern const struct lexicon_entry language_et[];
extern const struct lexicon_entry language_fa[];
extern const struct lexicon_entry language_fi[];
extern const struct lexicon_entry language_fr[];
extern const struct lexicon_entry language_he[];
extern const struct lexicon_entry language_hi[];
extern const struct lexicon_entry language_hr[];
extern const struct lexicon_entry language_hu[];
extern const struct lexicon_entry language_hy[];
extern const struct lexicon_entry language_id[];
extern const struct lexicon_entry language_it[];
extern const struct lexicon_entry language_kk[];
extern const struct lexicon_entry language_ml[];
extern const struct lexicon_entry language_mr[];
extern const struct lexicon_entry language_nl[];
extern const struct lexicon_entry language_no[];
extern const struct lexicon_entry language_pl[];
extern const struct lexicon_entry language_pt[];
extern const struct lexicon_entry language_ro[];
extern const struct lexicon_entry language_ru[];
extern const struct lexicon_entry language_sk[];
extern const struct lexicon_entry language_sl[];
extern const struct lexicon_entry language_sv[];
extern const struct lexicon_entry language_tr[];
extern const struct lexicon_entry language_uk[];
extern const struct lexicon_entry language_vi[];

static const struct lexicon_entry language_none[] = {{NULL, 0}};

const struct language languages[] = {
	{"am", false, false, 0, language_none},
	{"ar", false, false, 0, language_ar},
	{"bg", false, false, 0, language_bg},
	{"ca", false, false, 0, language_ca},
	{"cs", true, false, 0, language_cs},
	{"da", true, false, 0, language_da},
	{"de", true, false, 0, language_de},
	{"el", false, false, ';', language_el},
	{"en", false, true, 0, language_en},
	{"es", false, false, 0, language_es},
	{"et", true, false, 0, language_et},
	{"eu", false, false, 0, language_none},
	{"fa", false, true, 0, language_fa},
	{"fi", true, true, 0, language_fi},
	{"fr", false, false, 0, language_fr},
	{"he", false, false, 0, language_he},
	{"hi", false, false, 0, language_hi},
	{"hr", true, false, 0, language_hr},
	{"hu", true, false, 0, language_hu},
	{"hy", false, false, ':', language_hy},
	{"id", false, true, 0, language_id},
	{"it", false, true, 0, language_it},
	{"ja", false, true, 0, language_none},
	{"ka", false, false, 0, language_none},
	{"kk", false, false, 0, language_kk},
	{"ko", false, true, 0, language_none},
	{"lt", false, false, 0, language_none},
	{"lv", false, false, 0, language_none},
	{"ml", false, false, 0, language_ml},
	{"mr", false, false, 0, language_mr},
	{"my", false, false, 0, language_none},
	{"nl", false, true, 0, language_nl},
	{"no", true, false, 0, language_no},
	{"pa", false, false, 0, language_none},
	{"pl", true, false, 0, language_pl},
	{"pt", false, true, 0, language_pt},
	{"ro", false, false, 0, language_ro},
	{"ru", false, true, 0, language_ru},
	{"sk", true, false, 0, language_sk},
	{"sl", true, false, 0, language_sl},
	{"sv", false, true, 0, language_sv},
	{"ta", false, false, 0, language_none},
	{"te", false, false, 0, language_none},
	{"th", false, false, 0, language_none},
	{"tr", true, false, 0, language_tr},
	{"uk", false, true, 0, language_uk},
	{"ur", false, false, 0, language_none},
	{"vi", false, false, 0, language_vi},
	{"zh", false, true, 0, language_none},
};

const size_t n_languages = sizeof(languages) / sizeof(languages[0]);
