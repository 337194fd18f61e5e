#!/usr/bin/env bash
# Makes the seed corpora of the fuzz targets from the programs, the examples and the tests' tables.
set -euo pipefail
cd "$(dirname "$0")"

mkdir -p corpus/yaml corpus/markdown corpus/deadline corpus/docx
number=0
while IFS= read -r -d '' file; do
    number=$((number + 1))
    cp "$file" "corpus/yaml/$number.yaml"
done < <(find ../programs ../examples ../standards -name '*.yaml' -print0 | sort -z)
# A whole program in one file: what a folder holds in several.
for folder in ../programs/* ../examples/full ../examples/large ../examples/minimal; do
    [ -d "$folder" ] || continue
    find "$folder" -maxdepth 1 -name '*.yaml' ! -name 'муниципалитет.yaml' -print0 | sort -z | xargs -0 cat \
        > "corpus/yaml/whole-$(basename "$folder").yaml"
done
number=0
while IFS= read -r -d '' file; do
    number=$((number + 1))
    cp "$file" "corpus/markdown/$number.md"
done < <(find ../programs ../examples ../docs ../src/check -name '*.md' -size -40k -print0 | sort -z)
number=0
tail -n +2 ../src/deadline/phrases.tsv | while IFS=$'\t' read -r phrase _ term order measure _; do
    number=$((number + 1))
    printf '%s\n%s\n%s\n%s' "$phrase" "$term" "$order" "$measure" > "corpus/deadline/$number"
done
for size in 64 256 1024 4096; do
    head -c "$size" ../Cargo.lock > "corpus/docx/$size"
done
