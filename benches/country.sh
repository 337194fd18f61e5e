#!/usr/bin/env bash
# Measures the release build on countries of 1 to 2,300 municipalities; see benches/README.md.
#   benches/country.sh FOLDER [options of measure.py]
set -euo pipefail
cd "$(dirname "$0")/.."
cargo build --release --locked
python3 -B benches/measure.py target/release/prikaz "$@"
