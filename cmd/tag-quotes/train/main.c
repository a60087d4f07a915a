/*
 * rows-tag-quotes: rows for train-linear and train-trees from annotated articles.
 * Usage: rows-tag-quotes LANG QUESTION GOLD FOLDER <names
 * QUESTION is a name in question_names.
 * GOLD has a row a quotation (doc par start end type kind speaker cue qid
 * sp_start sp_end cue_start cue_end …, offsets in the file, sorted by doc),
 * FOLDER/NAME.txt the articles with a paragraph a line, and standard input the
 * names of those to use.
 */
#include <err.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>

#include "cmd/tag-quotes/train/gold.h"
#include "cmd/tag-quotes/train/rows.h"

int
main(int argc, char **argv)
{
	struct gold gold = {0};
	char *name = NULL;
	size_t cap = 0;
	enum question question = 0;

	if (argc != 5)
		errx(2, "usage: rows-tag-quotes lang question gold folder <names");
	while (question < QUESTIONS && strcmp(question_names[question], argv[2]) != 0)
		question++;
	if (question == QUESTIONS)
		errx(2, "%s: no question", argv[2]);
	gold_read(&gold, argv[3]);
	while (getline(&name, &cap, stdin) > 0) {
		name[strcspn(name, "\n")] = '\0';
		rows_print(argv[1], question, &gold, argv[4], name);
	}
	free(name);
	gold_free(&gold);
	return fflush(stdout) != 0 || ferror(stdout);
}
