#!/bin/sh
# who-said-what.sh [FILE ...]: for each speaker named in the FILEs, what each outlet quotes, sorted by name.
if [ $# -eq 0 ]; then
	cd "$(dirname "$0")" || exit 1
	set -- articles/*.txt
fi
strip-boilerplate "$@" | split-sentences | tag-quotes -H -c name,doc,quote,type,text |
	awk -F '\t' '$1 != ""' | LC_ALL=C sort -t "$(printf '\t')" -k1,1 -k2,2 -k3,3n -s
