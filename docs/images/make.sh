#!/usr/bin/env bash
# Draws the pictures of the readmes from the built papers. Needs LibreOffice Writer, poppler-utils and Pillow.
set -euo pipefail
cd "$(dirname "$0")/../.."
work=$(mktemp -d)
trap 'rm -rf "$work"' EXIT
cargo run --release --locked --quiet -- build programs --out "$work/out" --format docx

# page NAME PAPER PAGE: one page of a paper as a PNG.
page() {
    soffice -env:UserInstallation="file://$work/profile" --headless --convert-to pdf --outdir "$work" "$work/out/$2.docx" >/dev/null
    pdftoppm -r 50 -f "$3" -l "$3" -singlefile -png "$work/$(basename "$2").pdf" "$work/$1"
}
page order saratov-2021/приказ 1
page passport efremov-2021/паспорт 1
page roadmap saratov-2021/дорожная-карта 1
python3 docs/images/join.py docs/images/papers.png "$work/order.png" "$work/passport.png" "$work/roadmap.png"
