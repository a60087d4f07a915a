#!/bin/sh
# show-comparison.sh [FILE ...]: what each outlet did to the first FILE's story, for people to read.
if [ $# -eq 0 ]; then
	cd "$(dirname "$0")" || exit 1
	set -- articles/wire.txt articles/herald.txt articles/tribune.txt articles/portal.txt articles/observer.txt
fi
strip-boilerplate "$@" | split-sentences | diff-sources | awk -F '\t' '
	function wrap(mark, text,    line, n, word, i) {
		n = split(text, word, " ")
		line = "  " mark
		for (i = 1; i <= n; i++) {
			if (length(line) + length(word[i]) > 78) {
				print line
				line = "    "
			}
			line = line " " word[i]
		}
		print line
	}
	NR == 1 {
		for (i = 1; i <= NF; i++)
			column[$i] = i
		next
	}
	{
		b = $column["b"]; op = $column["op"]
		if (b != before)
			printf "%s%s beside %s\n", before == "" ? "" : "\n", b, $column["a"]
		before = b
		if (op == "same")
			next
		place = op == "only-a" ? $column["a_sent"] : op == "only-b" ? $column["b_sent"] : $column["a_sent"] " to " $column["b_sent"]
		printf "%s %s%s%s\n", op, place, $column["moved"] == "1" ? ", moved" : "",
		    $column["flags"] == "" ? "" : " (" $column["flags"] ")"
		if (op == "only-a")
			wrap("-", $column["a_text"])
		else if (op == "only-b")
			wrap("+", $column["b_text"])
		else if ($column["edits"] != "")
			wrap("~", $column["edits"])
	}'
