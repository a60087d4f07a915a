/* What slices that are cut from paragraphs begin with: the wording that news sites and agencies use, written down for these tools. */
#include "cmd/strip-boilerplate/trim_table.h"

#define COUNT(a) (sizeof(a) / sizeof((a)[0]))

const char *const metadata_fields[] = {
	"date",
	"last modified",
	"last updated",
	"published",
	"updated",
};
const size_t n_metadata_fields = COUNT(metadata_fields);

const char *const link_phrases[] = {
	"also read",
	"czytaj także",
	"czytaj też",
	"czytaj więcej",
	"lea también",
	"lees ook",
	"leggi anche",
	"leia também",
	"lesen sie auch",
	"lesen sie dazu",
	"lesen sie hier",
	"lire aussi",
	"læs også",
	"läs mer",
	"läs också",
	"more on this story",
	"read also",
	"read also ",
	"read more",
	"related",
	"see also",
	"watch also",
	"zobacz także",
	"zobacz też",
	"à lire aussi",
	"διαβάστε επίσης",
	"читайте также",
	"延伸阅读",
	"相关阅读",
};
const size_t n_link_phrases = COUNT(link_phrases);

const char *const credit_words[] = {
	"additional reporting",
	"afp",
	"ansa",
	"ap",
	"apa",
	"bloomberg",
	"dpa",
	"editing by",
	"efe",
	"epd",
	"image:",
	"kna",
	"pap",
	"photo by",
	"photo:",
	"reported by",
	"reporting by",
	"reuters",
	"source:",
	"tass",
	"with ap",
	"with reporting",
	"writing by",
	"xinhua",
};
const size_t n_credit_words = COUNT(credit_words);

const char *const picture_words[] = {
	"bild/",
	"bild:",
	"fot.",
	"foto/",
	"foto:",
	"fotos:",
	"getty",
	"image:",
	"photo by",
	"photo courtesy",
	"photo/",
	"photo:",
	"photograph by",
	"photograph:",
	"photos by",
	"photos:",
	"picture:",
	"φωτογραφία:",
	"фото:",
};
const size_t n_picture_words = COUNT(picture_words);
