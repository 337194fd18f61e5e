"""Measures `prikaz check` and `prikaz build` on countries of several sizes and on roadmaps of several lengths.

    python benches/measure.py PRIKAZ FOLDER [--counts 1,10,100,1000,2300] [--rows 32,320,3200] [--jobs 2]

Makes the countries in FOLDER with country.py, unless they are there, and prints Markdown tables: wall and CPU seconds,
peak memory, and the time of one unit against that of the first line's. A build is measured anew, then with nothing
changed, then with one program changed. Papers go to FOLDER too; nothing is deleted within a measurement.
"""

import argparse
import os
import pathlib
import resource
import subprocess
import sys
import time

HERE = pathlib.Path(__file__).resolve().parent


def run(command, folder):
    """Wall seconds, CPU seconds and peak memory in MB of a command that may find warnings."""
    before = resource.getrusage(resource.RUSAGE_CHILDREN)
    start = time.perf_counter()
    process = subprocess.Popen(command, cwd=folder, stdout=subprocess.DEVNULL, stderr=subprocess.DEVNULL)
    _, status, usage = os.wait4(process.pid, 0)
    wall = time.perf_counter() - start
    code = os.waitstatus_to_exitcode(status)
    if code > 1:
        sys.exit(f"{command} failed: {code}")
    return wall, usage.ru_utime + usage.ru_stime, usage.ru_maxrss / 1024


def best(command, folder, times=3):
    """The quickest of several runs: the others were disturbed."""
    return min(run(command, folder) for _ in range(times))


def country(folder, count, rows):
    """A country of this size, made once."""
    place = folder / f"{count}x{rows}"
    if not place.exists():
        subprocess.run([sys.executable, HERE / "country.py", place, str(count), "--rows", str(rows)], check=True)
    return place


def builds(prikaz, place, jobs):
    """A build anew, one with nothing changed and one with a changed program."""
    number = sum(1 for path in place.iterdir() if path.name.startswith("out"))
    build = [prikaz, "build", ".", "--out", f"out{number}", "--jobs", str(jobs)]
    anew = run(build, place)
    same = best(build, place)
    program = next(iter(sorted(place.glob("район-*")))) / "программа.yaml"
    text = program.read_text(encoding="utf-8")
    program.write_text(text.replace("Районный методический кабинет", "Методический кабинет района"), encoding="utf-8")
    one = run(build, place)
    program.write_text(text, encoding="utf-8")
    return anew, same, one


def line(name, measured, units, first):
    wall, cpu, memory = measured
    ratio = cpu / units / first
    return f"| {name} | {wall:.3f} | {cpu:.3f} | {memory:.0f} | {cpu / units * 1000:.2f} | {ratio:.2f} |"


def table(prikaz, jobs, sizes):
    """One line for each size and command; sizes are (name, folder, units)."""
    print("| | wall, s | CPU, s | peak, MB | CPU a unit, ms | to the first |\n|---|--:|--:|--:|--:|--:|")
    first = {}
    for name, place, units in sizes:
        anew, same, one = builds(prikaz, place, jobs)
        check = best([prikaz, "check", ".", "--format", "concise", "--jobs", str(jobs)], place)
        for what, measured in [("check", check), ("build", anew), ("build, nothing changed", same),
                               ("build, one changed", one)]:
            first.setdefault(what, measured[1] / units)
            print(line(f"{what}, {name}", measured, units, first[what]), flush=True)


def main():
    arguments = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    arguments.add_argument("prikaz", type=pathlib.Path)
    arguments.add_argument("folder", type=pathlib.Path)
    arguments.add_argument("--counts", default="1,10,100,1000,2300")
    arguments.add_argument("--rows", default="32,320,3200")
    arguments.add_argument("--jobs", type=int, default=2)
    wanted = arguments.parse_args()
    prikaz = wanted.prikaz.resolve()
    wanted.folder.mkdir(parents=True, exist_ok=True)
    numbers = lambda text: [int(number) for number in text.split(",") if number]
    table(prikaz, wanted.jobs, [(f"{count} programs", country(wanted.folder, count, 110), count)
                                for count in numbers(wanted.counts)])
    print()
    table(prikaz, wanted.jobs, [(f"{rows} rows", country(wanted.folder, 1, rows), rows)
                                for rows in numbers(wanted.rows)])


main()
