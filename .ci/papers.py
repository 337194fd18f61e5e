"""Holds every built DOCX against the Open XML schemas and reads it with python-docx.

Usage: papers.py FOLDER. Exit code 1 when any paper has a violation, no styles or no text.
"""

import pathlib
import subprocess
import sys

import docx

AUDIT = pathlib.Path(sys.executable).with_name("openxml-audit")


def audit(paper):
    """The violations that openxml-audit finds, as text; empty when there are none."""
    done = subprocess.run([AUDIT, "--quiet", "--max-errors", "0", paper], capture_output=True, text=True, check=False)
    return "" if done.returncode == 0 else done.stdout + done.stderr


def read(paper):
    """What python-docx finds wrong: a paragraph without a style, a paper without text or title."""
    document = docx.Document(paper)
    faults = []
    if any(paragraph.style is None for paragraph in document.paragraphs):
        faults.append("a paragraph has no style")
    if not any(paragraph.text.strip() for paragraph in document.paragraphs):
        faults.append("no text")
    if not document.core_properties.title:
        faults.append("no title")
    return "; ".join(faults)


def main(folder):
    """Checks every paper below a folder; gives the exit code."""
    papers = sorted(pathlib.Path(folder).rglob("*.docx"))
    bad = [(paper, fault) for paper in papers for fault in (audit(paper), read(paper)) if fault]
    for paper, fault in bad:
        print(f"{paper}: {fault}")
    print(f"{len(papers)} papers, {len(bad)} faults")
    return 1 if bad or not papers else 0


if __name__ == "__main__":
    sys.exit(main(sys.argv[1]))
