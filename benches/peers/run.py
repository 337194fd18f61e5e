"""Measures prikaz and its peers side by side: python run.py --prikaz PATH --country FOLDER [--rounds N] …

In each round every tool makes the three papers of each municipality, with one worker and with two, into a new folder.
A round begins with another tool than the one before; the table has medians. Folders are made before a run, off the
clock, and removed at the end of all: a file system is slow to make files where some were removed just before.
Installs nothing: see benches/README.md.
"""

import argparse
import os
import pathlib
import statistics
import subprocess
import sys
import tempfile
import time

HERE = pathlib.Path(__file__).resolve().parent
ONLY = [word for paper in ("приказ", "паспорт", "дорожная-карта") for word in ("--only", paper)]
PEERS = {
    "docx": ["node", HERE / "docx.mjs"],
    "docxtemplater": ["node", HERE / "docxtemplater.mjs", "TEMPLATES"],
    "docxtpl": [sys.executable, HERE / "docxtpl_run.py", "TEMPLATES"],
    "pandoc": [sys.executable, HERE / "pandoc.py", "TEMPLATES"],
}


def text(command):
    return subprocess.run(command, check=True, capture_output=True, text=True).stdout


def clock(commands, allowed=(0,)):
    """Wall and processor seconds of commands that run at once and end with an allowed code."""
    began = time.perf_counter()
    quiet = {"stdout": subprocess.DEVNULL, "stderr": subprocess.DEVNULL}
    running = [subprocess.Popen(list(map(str, command)), **quiet) for command in commands]
    cpu = 0.0
    for process in running:
        _, status, usage = os.wait4(process.pid, 0)
        process.returncode = os.waitstatus_to_exitcode(status)
        cpu += usage.ru_utime + usage.ru_stime
    wall = time.perf_counter() - began
    for process in running:
        if process.returncode not in allowed:
            raise SystemExit(f"{process.args[:3]} ended with {process.returncode}")
    return wall, cpu


class Bench:
    def __init__(self, options, work):
        self.prikaz, self.country, self.work = options.prikaz, options.country, work
        self.folders = sorted(path for path in self.country.iterdir() if path.is_dir())
        self.slow = self.folders[:options.slow]
        self.help = {name: text([self.prikaz, name, "--help"]) for name in ("build", "check")}
        self.templates, self.schema = work / "templates", work / "schema.cjs"
        self.out = work / "out"

    def municipalities(self, tool):
        return self.slow if tool == "pandoc" else self.folders

    def split(self, command, folders, workers):
        """The same command for each worker, with its share of the folders."""
        return [[*command, *folders[at::workers]] for at in range(workers)]

    def of_prikaz(self, name, workers, *more):
        """One process with --jobs, where prikaz knows it; else a process for each share."""
        command = [self.prikaz, name, *more, *(["--no-cache"] if "--no-cache" in self.help[name] else [])]
        if "--jobs" in self.help[name]:
            return [[*command, "--jobs", workers, self.country]]
        return self.split(command, self.folders, workers)

    def build(self, tool, workers, folders=None):
        if tool == "prikaz":
            return self.of_prikaz("build", workers, "--out", self.out, "--format", "docx", *ONLY)
        command = [self.templates if word == "TEMPLATES" else word for word in PEERS[tool]]
        return self.split([*command, self.out], folders or self.municipalities(tool), workers)

    def check(self, tool, workers):
        if tool == "prikaz check":
            return self.of_prikaz("check", workers, "--no-baseline", "--error-on", "error")
        return self.split(["node", HERE / "ajv.mjs", self.schema], self.folders, workers)

    def compile(self):
        """Compiles the schema for ajv."""
        schema = self.work / "schema.json"
        schema.write_text(text([self.prikaz, "schema"]), encoding="utf-8")
        text(["node", HERE / "ajv.mjs", "--compile", schema, self.schema])

    def prepare(self):
        """Makes the templates, and one municipality with each tool to compare the papers; warms up."""
        first = self.folders[0]
        papers = {tool: self.work / "first" / tool / first.name for tool in ("prikaz", *PEERS)}
        where = papers["prikaz"]
        subprocess.run([self.prikaz, "build", first, "--out", where, "--format", "docx", *ONLY], capture_output=True)
        made = next(where.rglob("приказ.docx")).parent
        text([sys.executable, HERE / "templates.py", made, self.templates])
        for tool in PEERS:
            self.out = papers[tool].parent
            clock(self.build(tool, 1, [first]))
        print(text([sys.executable, HERE / "verify.py", made, *(papers[tool] for tool in PEERS)]))

    def rounds(self, tools, make, count):
        """Medians of milliseconds per municipality: {(tool, workers): (wall, cpu)}."""
        found = {}
        runs = [(tool, workers) for tool in tools for workers in (1, 2)]
        for number in range(count):
            shift = number * 2 % len(runs)
            for tool, workers in runs[shift:] + runs[:shift]:
                self.out = pathlib.Path(tempfile.mkdtemp(dir=self.work))
                share = 1000 / len(self.municipalities(tool))
                # prikaz ends with 1 when it has found errors in a program
                wall, cpu = clock(make(tool, workers), (0, 1) if tool.startswith("prikaz") else (0,))
                papers = len(list(self.out.rglob("*.docx")))
                if make == self.build and papers != 3 * len(self.municipalities(tool)):
                    raise SystemExit(f"{tool} made {papers} papers")
                found.setdefault((tool, workers), []).append((wall * share, cpu * share))
                print(f"round {number + 1}: {tool}, {workers}: {wall * share:.1f} ms", file=sys.stderr)
        return {run: [statistics.median(column) for column in zip(*values)] for run, values in found.items()}


def table(title, tools, medians):
    print(f"| {title} | wall, 1 worker | wall, 2 workers | × prikaz, 1 | × prikaz, 2 | processor, 1 worker |")
    print("| --- | ---: | ---: | ---: | ---: | ---: |")
    base = [medians[tools[0], workers][0] for workers in (1, 2)]
    for tool in tools:
        walls = [medians[tool, workers][0] for workers in (1, 2)]
        ratios = [f"{wall / own:.2f}" for wall, own in zip(walls, base)]
        print("|", " | ".join([tool, *(f"{wall:.1f}" for wall in walls), *ratios, f"{medians[tool, 1][1]:.1f}"]), "|")
    print()


def main():
    arguments = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    arguments.add_argument("--prikaz", type=pathlib.Path, required=True, help="the program to measure")
    arguments.add_argument("--country", type=pathlib.Path, required=True, help="a folder made by benches/country.py")
    arguments.add_argument("--rounds", type=int, default=3)
    arguments.add_argument("--only", choices=["build", "check"], help="one of the two tables")
    arguments.add_argument("--slow", type=int, default=20, help="how many municipalities pandoc gets (default: 20)")
    arguments.add_argument("--work", type=pathlib.Path, help="where to write (default: the temporary folder)")
    options = arguments.parse_args()
    options.prikaz, options.country = options.prikaz.resolve(), options.country.resolve()
    with tempfile.TemporaryDirectory(dir=options.work) as work:
        bench = Bench(options, pathlib.Path(work))
        if options.only != "check":
            bench.prepare()
            tools = ["prikaz", *PEERS]
            table("build, ms per municipality", tools, bench.rounds(tools, bench.build, options.rounds))
        if options.only != "build":
            bench.compile()
            tools = ["prikaz check", "ajv"]
            table("check, ms per municipality", tools, bench.rounds(tools, bench.check, options.rounds))


if __name__ == "__main__":
    main()
