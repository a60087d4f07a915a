# newsutils. `make help` lists the targets.

VERSION = 0.1.0
PREFIX ?= /usr/local
BINDIR ?= $(PREFIX)/bin
MANDIR ?= $(PREFIX)/share/man
DESTDIR ?=
INSTALL ?= install

TOOLS = strip-boilerplate split-sentences tag-quotes diff-sources

# SANITIZE=address,undefined builds into a folder of its own; SANDBOX=no too, for tools
# that watch a process from inside (valgrind, gcov). Sanitizers cannot live in a sandbox.
SANITIZE ?=
SANDBOX ?= $(if $(SANITIZE),no,yes)
comma := ,

# What is being built, a word and a file; V=1 shows the commands.
quiet = $(if $(V),,@printf '%-6s %s\n' $(1) $@;)
BUILD ?= build$(if $(SANITIZE),/sanitize-$(subst $(comma),-,$(SANITIZE)),$(if $(filter no,$(SANDBOX)),/no-sandbox))

# Link-time optimisation makes the tools up to a tenth faster; clang wants a linker of its own for it.
LTO ?= $(if $(SANITIZE)$(findstring clang,$(CC)),,-flto=auto)
CFLAGS ?= -O3 -g $(LTO)
WARNINGS = -Wall -Wextra -Wshadow -Wconversion -Wstrict-prototypes -Wmissing-prototypes
HARDEN = -ffp-contract=off -fstack-protector-strong -fPIE $(if $(SANITIZE),,-D_FORTIFY_SOURCE=2)
HARDEN_LD = -pie -Wl,-z,relro,-z,now
PACKAGES = libbsd-overlay libutf8proc
UNIT_PACKAGES = $(if $(filter check,$(MAKECMDGOALS)),check)

# Not looked for where nothing is built.
ifeq ($(filter help clean dist,$(MAKECMDGOALS)),)
missing := $(shell pkg-config --exists $(PACKAGES) $(UNIT_PACKAGES) 2>/dev/null && echo '\#include <csv.h>' | $(CC) $(CPPFLAGS) -E - >/dev/null 2>&1 || echo yes)
ifeq ($(missing),yes)
$(error The compiler or a library is missing; install what is needed with: apt-get install gcc pkg-config libcsv-dev libbsd-dev libutf8proc-dev check)
endif
endif

PACKAGE_CFLAGS := $(shell pkg-config --cflags $(PACKAGES) 2>/dev/null)
PACKAGE_LIBS := $(shell pkg-config --libs $(PACKAGES) 2>/dev/null)
ALL_CPPFLAGS = -I. -D_GNU_SOURCE -DVERSION='"$(VERSION)"' $(PACKAGE_CFLAGS) $(if $(filter no,$(SANDBOX)),-DNO_SANDBOX) $(CPPFLAGS)
ALL_CFLAGS = -std=c11 $(WARNINGS) $(HARDEN) $(CFLAGS) $(if $(SANITIZE),-fsanitize=$(SANITIZE) -fno-sanitize-recover=all -fno-omit-frame-pointer)
ALL_LDFLAGS = $(HARDEN_LD) $(LDFLAGS) $(if $(SANITIZE),-fsanitize=$(SANITIZE))
LIBS = -lcsv -lm $(PACKAGE_LIBS)

COMMON = $(patsubst %.c,$(BUILD)/obj/%.o,$(wildcard common/*.c))
tool_objects = $(patsubst %.c,$(BUILD)/obj/%.o,$(wildcard cmd/$(1)/*.c))
BINARIES = $(TOOLS:%=$(BUILD)/bin/%)

all: $(BINARIES) ## build the tools into build/bin

$(BUILD)/obj/%.o: %.c Makefile
	@mkdir -p $(@D)
	$(call quiet,CC)$(CC) $(ALL_CPPFLAGS) $(ALL_CFLAGS) -MMD -MP -c -o $@ $<

define tool_rule
$(BUILD)/bin/$(1): $(call tool_objects,$(1)) $(COMMON)
	@mkdir -p $$(@D)
	$$(call quiet,LD)$(CC) $(ALL_CFLAGS) $(ALL_LDFLAGS) -o $$@ $$^ $(LIBS)
endef
$(foreach tool,$(TOOLS) train-linear train-trees,$(eval $(call tool_rule,$(tool))))

# A tool's rows for train-linear and train-trees come from its own code: cmd/TOOL/train/main.c.
define rows_rule
$(BUILD)/bin/rows-$(1): $(patsubst %.c,$(BUILD)/obj/%.o,$(wildcard cmd/$(1)/train/*.c)) $(filter-out %/main.o,$(call tool_objects,$(1))) $(COMMON)
	@mkdir -p $$(@D)
	$$(call quiet,LD)$(CC) $(ALL_CFLAGS) $(ALL_LDFLAGS) -o $$@ $$^ $(LIBS)
endef
$(foreach tool,$(TOOLS),$(eval $(call rows_rule,$(tool))))

# All algorithms and all of common are linked into one runner of the unit tests.
UNIT = $(patsubst %.c,$(BUILD)/obj/%.o,$(wildcard tests/unit/*.c)) \
	$(filter-out %/main.o,$(foreach tool,$(TOOLS) train-linear train-trees,$(call tool_objects,$(tool)))) $(COMMON)

$(BUILD)/bin/unit-tests: $(UNIT)
	@mkdir -p $(@D)
	$(call quiet,LD)$(CC) $(ALL_CFLAGS) $(ALL_LDFLAGS) -o $@ $^ $(LIBS) $(shell pkg-config --libs check)

# Makes calls of the tools fail or fall short, through LD_PRELOAD.
$(BUILD)/lib/faults.so: tests/faults/shim.c
	@mkdir -p $(@D)
	$(call quiet,CC)$(CC) $(ALL_CPPFLAGS) -O2 $(WARNINGS) -fPIC -shared -o $@ $<

# A sanitizer's runtime and the library cannot share a process: without it, the tests that need it are left out.
SHIM = $(if $(SANITIZE),,$(BUILD)/lib/faults.so)

$(BUILD)/bin/measure: tests/bench/measure.c
	@mkdir -p $(@D)
	$(call quiet,CC)$(CC) $(ALL_CPPFLAGS) -O2 $(WARNINGS) -o $@ $<

check: all $(BUILD)/bin/unit-tests $(BUILD)/bin/measure $(SHIM) ## run every test
	tests/run $(BUILD)/bin $(SHIM)

# A peer for the benchmark, where ICU is installed (libicu-dev).
PEERS = $(if $(shell pkg-config --exists icu-uc icu-i18n 2>/dev/null && echo yes),$(BUILD)/bin/icu-sentences)

$(BUILD)/bin/icu-sentences: tests/bench/peers/icu-sentences.c
	@mkdir -p $(@D)
	$(CC) $(CPPFLAGS) -O2 $(WARNINGS) -o $@ $< $(shell pkg-config --cflags --libs icu-uc icu-i18n)

bench: bench-sentences bench-limits ## measure speed beside peers, and time and memory at the limits

bench-sentences: all $(BUILD)/bin/measure $(PEERS)
	tests/bench/sentences $(BUILD)/bin $(BUILD)/bin/measure $(PEERS)

# Some minutes: hostile input of SIZE bytes and twice that, one line of LINE bytes, a stream of STREAM million bytes.
SIZE ?= 10000000
LINE ?= 1000000000
STREAM ?= 1000
bench-limits: all $(BUILD)/bin/measure
	LINE=$(LINE) STREAM=$(STREAM) TIMEOUT=600 tests/limits $(BUILD)/bin $(SIZE)

# What the suite reaches, in a build of its own that counts it.
COVERAGE_FLAGS = SANDBOX=no CFLAGS='-O0 -g -U_FORTIFY_SOURCE --coverage' BUILD=$(BUILD)/coverage
cov: ## measure which lines and branches the tests reach; fail below the floor
	@find $(BUILD)/coverage -name '*.gcda' -delete 2>/dev/null; true
	QUICK=yes $(MAKE) $(COVERAGE_FLAGS) check
	tests/coverage $(BUILD)/coverage

memcheck: ## run the tests but the longest under valgrind
	$(MAKE) SANDBOX=no all build/no-sandbox/bin/unit-tests
	tests/memcheck build/no-sandbox/bin

# Fuzzing: clang's libFuzzer with the address and undefined-behaviour sanitizers, each target for FUZZ_SECONDS.
FUZZ_SECONDS ?= 30
FUZZ_TARGETS = reader strip split tag diff quotes_pipeline diff_pipeline
FUZZ_BUILD = $(BUILD)/fuzz
FUZZ_FLAGS = -fsanitize=fuzzer-no-link,address,undefined -fno-sanitize-recover=all -O1 -g -DNO_SANDBOX
FUZZ_OBJECTS = $(patsubst %.c,$(FUZZ_BUILD)/obj/%.o,$(addprefix tests/fuzz/,harness.c copy.c pieces.c fuzz_tools.c) \
	$(wildcard common/*.c) $(foreach tool,$(TOOLS),$(wildcard cmd/$(tool)/*.c)))

$(FUZZ_BUILD)/obj/%.o: %.c Makefile
	@mkdir -p $(@D)
	$(call quiet,CC)clang $(ALL_CPPFLAGS) -std=c11 -ffp-contract=off $(FUZZ_FLAGS) \
		$(if $(filter %/main.c,$<),-Dmain=$(subst -,_,$(notdir $(patsubst %/,%,$(dir $<))))_main -Wno-missing-prototypes) \
		-MMD -MP -c -o $@ $<

$(FUZZ_BUILD)/bin/fuzz_%: $(FUZZ_BUILD)/obj/tests/fuzz/fuzz_%.o $(FUZZ_OBJECTS)
	@mkdir -p $(@D)
	$(call quiet,LD)clang $(FUZZ_FLAGS) -fsanitize=fuzzer -Wl,--wrap=read -o $@ $^ $(LIBS)

fuzz: $(FUZZ_TARGETS:%=$(FUZZ_BUILD)/bin/fuzz_%) ## fuzz each target for FUZZ_SECONDS (30)
	tests/fuzz/run $(FUZZ_BUILD) $(FUZZ_SECONDS) $(FUZZ_TARGETS)

# DATA is a folder with train/ and dev/, which hold the labelled sets; the weights come out as they are here, byte for byte.
models: models-split-sentences models-strip-boilerplate models-tag-quotes models-diff-sources ## train all models again from DATA

# The rows of each set, from its files below DATA/train; -f stays before the set that it belongs to.
SENTENCE_SETS = $$(sed '/^\#/d; s|[^:]*:[^:]*:|&$(DATA)/train/sentences/|' cmd/split-sentences/train/sets)
SENTENCE_TRAIN = $(BUILD)/bin/train-linear -e 16 -l 1e-6 -i cmd/split-sentences/sentence_model.h \
	-p 'Trained on the sets that cmd/split-sentences/train/sets lists, by make models-split-sentences.'
models-split-sentences: $(BUILD)/bin/rows-split-sentences $(BUILD)/bin/train-linear
	$(BUILD)/bin/rows-split-sentences $(SENTENCE_SETS) | $(SENTENCE_TRAIN) -b 17 -r 0.03 -n sentence_model >cmd/split-sentences/sentence_model.c.new
	mv cmd/split-sentences/sentence_model.c.new cmd/split-sentences/sentence_model.c
	$(BUILD)/bin/rows-split-sentences -u $(SENTENCE_SETS) | $(SENTENCE_TRAIN) -b 15 -r 0.05 -d 0.3 -n gap_model >cmd/split-sentences/gap_model.c.new
	mv cmd/split-sentences/gap_model.c.new cmd/split-sentences/gap_model.c

models-strip-boilerplate: $(BUILD)/bin/rows-strip-boilerplate $(BUILD)/bin/train-linear
	cmd/strip-boilerplate/train/models $(BUILD) $(DATA)/dev

calibrate-strip-boilerplate: $(BUILD)/bin/rows-strip-boilerplate $(BUILD)/bin/train-linear
	cmd/strip-boilerplate/train/calibrate $(BUILD) $(DATA)/dev

# The links of a pair, then the further ones of rows that have one: the second is trained on what the first decides.
DIFF_SETS = $(DATA)/dev/diff/align/synth $(DATA)/dev/diff/align/humanedit -w 2 $(DATA)/dev/diff/align/unrelated $(DATA)/dev/diff/align/seeds \
	-w 1 $(DATA)/dev/diff/align/aesop
DIFF_TRAIN = $(BUILD)/bin/train-linear -b 12 -l 1e-4 -i cmd/diff-sources/links.h -p 'Trained on pairs with known links: generated \
and human edits, retold fables, unrelated articles, one story of several outlets; by make models-diff-sources.'
models-diff-sources: $(BUILD)/bin/rows-diff-sources $(BUILD)/bin/train-linear
	$(BUILD)/bin/rows-diff-sources link $(DIFF_SETS) | $(DIFF_TRAIN) -n diff_link_model >cmd/diff-sources/link_model.c.new
	mv cmd/diff-sources/link_model.c.new cmd/diff-sources/link_model.c
	$(MAKE) $(BUILD)/bin/rows-diff-sources
	$(BUILD)/bin/rows-diff-sources further $(DIFF_SETS) | $(DIFF_TRAIN) -n diff_further_model >cmd/diff-sources/further_model.c.new
	mv cmd/diff-sources/further_model.c.new cmd/diff-sources/further_model.c

models-tag-quotes: $(BUILD)/bin/rows-tag-quotes $(BUILD)/bin/train-linear $(BUILD)/bin/train-trees
	cmd/tag-quotes/train/models $(BUILD)/bin en $(DATA)/dev/quotes/polnear.gold.tsv $(DATA)/dev/quotes/text
	cmd/tag-quotes/train/models $(BUILD)/bin de $(DATA)/dev/quotes/german.gold.tsv $(DATA)/dev/quotes/text

demo: all ## compare the example articles, for people to read
	@PATH="$(abspath $(BUILD)/bin):$$PATH" examples/show-comparison.sh

SOURCES = $(wildcard common/*.c cmd/*/*.c cmd/*/train/*.c tests/unit/*.c tests/faults/*.c tests/fuzz/*.c tests/bench/*.c)
# Those that gcc's analyzer, clang-tidy and cppcheck read as well: all that are no data.
ANALYZED = $(filter-out %_table.c %_model.c,$(wildcard common/*.c cmd/*/*.c cmd/*/train/*.c))
SCRIPTS = .ci/run tests/run tests/lint tests/coverage tests/memcheck tests/limits tests/hostile tests/babble tests/cli/run tests/documented-examples \
	tests/examples tests/properties tests/quote-ids tests/faults/run tests/fuzz/run tests/bench/sentences $(wildcard examples/*.sh)

lint: ## check the sources, the manuals and the scripts without running them
	tests/lint "$(SOURCES)" "$(ANALYZED)" $(ALL_CPPFLAGS) $(ALL_CFLAGS)
	mandoc -Tlint -Wwarning man/*
	shellcheck $(SCRIPTS)

# clang's analyzer follows the calls inside a file; a build from nothing, so that it sees every file. The unit tests are
# left out: it sees paths in them that Check's macros rule out.
scan: ## build all programs under scan-build; fail on any finding
	rm -rf $(BUILD)/scan
	scan-build --status-bugs -o $(BUILD)/scan/reports $(MAKE) BUILD=$(BUILD)/scan all \
		$(patsubst %,$(BUILD)/scan/bin/%,measure train-linear train-trees $(TOOLS:%=rows-%))

install: all ## install the tools and the manuals below PREFIX (/usr/local), below DESTDIR
	$(INSTALL) -d $(DESTDIR)$(BINDIR) $(DESTDIR)$(MANDIR)/man1 $(DESTDIR)$(MANDIR)/man5 $(DESTDIR)$(MANDIR)/man7
	$(INSTALL) $(BINARIES) $(DESTDIR)$(BINDIR)
	$(INSTALL) -m 644 man/*.1 $(DESTDIR)$(MANDIR)/man1
	$(INSTALL) -m 644 man/*.5 $(DESTDIR)$(MANDIR)/man5
	$(INSTALL) -m 644 man/*.7 $(DESTDIR)$(MANDIR)/man7

uninstall: ## remove what install put there
	rm -f $(TOOLS:%=$(DESTDIR)$(BINDIR)/%)
	rm -f $(foreach page,$(wildcard man/*),$(DESTDIR)$(MANDIR)/man$(subst .,,$(suffix $(page)))/$(notdir $(page)))

dist: ## pack the sources of the last commit into newsutils-VERSION.tar.gz
	git archive --prefix=newsutils-$(VERSION)/ -o newsutils-$(VERSION).tar.gz HEAD

clean: ## remove what was built
	rm -rf build

help: ## list the targets
	@awk -F ':.*## ' '/^[a-z-]+:.*## / {printf "%-12s %s\n", $$1, $$2}' $(MAKEFILE_LIST)

.PHONY: all bench bench-sentences bench-limits check cov memcheck fuzz scan models models-split-sentences models-strip-boilerplate calibrate-strip-boilerplate \
	models-tag-quotes models-diff-sources demo lint install uninstall dist clean help
.DELETE_ON_ERROR:
.SECONDARY:

-include $(shell find $(BUILD)/obj $(FUZZ_BUILD)/obj -name '*.d' 2>/dev/null)
