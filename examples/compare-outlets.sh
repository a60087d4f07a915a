#!/bin/sh
# compare-outlets.sh [FILE ...]: how each FILE's sentences relate to those of the first one, as TSV.
if [ $# -eq 0 ]; then
	cd "$(dirname "$0")" || exit 1
	set -- articles/wire.txt articles/herald.txt articles/tribune.txt articles/portal.txt articles/observer.txt
fi
strip-boilerplate "$@" | split-sentences | diff-sources
