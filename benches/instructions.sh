#!/usr/bin/env bash
# Counts the instructions that one more municipality costs, since seconds are not stable; needs valgrind.
#   benches/instructions.sh PRIKAZ FOLDER
# FOLDER is a country of three programs or more, made by country.py.
set -euo pipefail
prikaz=$(realpath "$1")
cd "$2"
out=$(mktemp -d)
trap 'rm -rf "$out"' EXIT
count() {
    valgrind --tool=callgrind --callgrind-out-file="$out/callgrind" "$prikaz" "$@" 2>&1 >/dev/null |
        sed -n 's/.*Collected : //p'
}
three=(район-0001 район-0002 район-0003)
papers=(--no-cache --jobs 1 --format docx --only приказ --only паспорт --only дорожная-карта)
check=$(( ($(count check --jobs 1 "${three[@]}") - $(count check --jobs 1 район-0001)) / 2 ))
build=$(( ($(count build "${three[@]}" --out "$out/3" "${papers[@]}") - $(count build район-0001 --out "$out/1" "${papers[@]}")) / 2 ))
echo "check: $((check / 1000000)) million instructions a municipality"
echo "build: $((build / 1000000)) million, of three papers as DOCX, the check included"
