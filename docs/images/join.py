"""Puts pages side by side on a grey ground: join.py RESULT PAGE PAGE …; needs Pillow."""

import sys

from PIL import Image, ImageOps

GAP = 16
GROUND = "#d0d4d8"


def main(result, *pages):
    """Writes the pages, each with a thin frame, as one palette PNG."""
    pictures = [ImageOps.expand(Image.open(page).convert("RGB"), border=1, fill="#808890") for page in pages]
    width = sum(picture.width + GAP for picture in pictures) + GAP
    height = max(picture.height for picture in pictures) + 2 * GAP
    sheet = Image.new("RGB", (width, height), GROUND)
    left = GAP
    for picture in pictures:
        sheet.paste(picture, (left, GAP))
        left += picture.width + GAP
    sheet.quantize(32).save(result, optimize=True)


if __name__ == "__main__":
    main(*sys.argv[1:])
