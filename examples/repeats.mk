# Drops what a site repeats below its stories from a corpus in shards, in constant memory:
#
#	make -f repeats.mk SHARDS='shards/*.tsv' SITE=address
#
# Each shard is a table with a column that tells the site (a host or an address). The tools have to be in PATH. A shard
# that changed is fingerprinted again; the shards are cleaned again where that changes what is known of the sites.
SHARDS = shards/*.tsv
SITE = address
OUT = out

shards := $(wildcard $(SHARDS))

all: $(shards:%.tsv=$(OUT)/%.clean.tsv)

# The distinct paragraphs of each story of each site, sorted: shards are sorted apart and merged.
$(OUT)/%.fingerprints: %.tsv
	@mkdir -p $(@D)
	strip-boilerplate --fingerprints -H --site $(SITE) $< >$@.new
	LC_ALL=C sort -u -o $@ $@.new
	rm $@.new

# In how many stories of its site each stands; the file keeps its date where nothing changed.
$(OUT)/known: $(shards:%.tsv=$(OUT)/%.fingerprints)
	LC_ALL=C sort -m -u $^ | cut -f1,2 | uniq -c >$@.new
	cmp -s $@.new $@ || cp $@.new $@
	rm $@.new

$(OUT)/%.clean.tsv: %.tsv $(OUT)/known
	strip-boilerplate --known $(OUT)/known --site $(SITE) $< >$@.new
	mv $@.new $@

.PHONY: all
.SECONDARY:
