"""Spoils examples/full in a thousand ways and asks the check what it notices.

Usage: mutations.py PRIKAZ [COUNT] [SEED]

Each mutation deletes a key, swaps two values, shifts a year, breaks a reference or retypes a word. The check must
not crash, must name lines that exist, and must notice every deleted obligatory key, broken reference and year
outside the term. The share of each kind that is noticed is printed.
"""
import collections
import json
import pathlib
import random
import re
import shutil
import subprocess
import sys
import tempfile

import yaml

ROOT = pathlib.Path(__file__).resolve().parent.parent / "examples" / "full"
# Keys that the standard of the example wants, by the key that holds the record.
OBLIGATORY = {
    ("программа", "наименование"), ("программа", "срок"),
    ("мероприятия", "мероприятие"), ("мероприятия", "срок"), ("мероприятия", "ответственные"),
    ("показатели", "наименование"), ("показатели", "единица"), ("показатели", "базовое"), ("показатели", "значения"),
    ("паспорт", "основание"), ("паспорт", "исполнители"),
    ("приказ", "основания"), ("приказ", "контроль"), ("приказ", "подпись"), ("приказ", "заголовок"),
    ("люди", "имя"), ("стороны", "наименование"), ("школы", "наименование"), ("редакции", "ид"),
    ("должность", "наименование"), ("базовое", "значение"), ("подпись", "лицо"),
}
# Records that are named alike and are something else: groups of indicators, columns of the layout.
YEAR = re.compile(r"\b20[0-9]{2}\b")
OUTSIDE = {"мероприятия", "значения"}


class Entry:
    """A key with its value: its path of keys, its stretch of the file, its record's stretch."""

    def __init__(self, file, path, key, value, start, end, record):
        self.file, self.path, self.key, self.value = file, path, key, value
        self.start, self.end, self.record = start, end, record

    def scalar(self):
        return self.value if isinstance(self.value, yaml.ScalarNode) else None


def entries(file, text):
    """All keys of a file, and all scalars of its lists as entries without a key."""
    found = []

    def walk(node, path, record):
        if isinstance(node, yaml.MappingNode):
            record = (node.start_mark.index, node.end_mark.index)
            for number, (key, value) in enumerate(node.value):
                after = node.value[number + 1][0].start_mark.index if number + 1 < len(node.value) else None
                start = key.start_mark.index
                if after is None:
                    start = text.rfind("\n", 0, start) + 1 if number else start
                    after = value.end_mark.index
                found.append(Entry(file, path, key.value, value, start, after, record))
                walk(value, path + [key.value], record)
        elif isinstance(node, yaml.SequenceNode):
            for item in node.value:
                if isinstance(item, yaml.ScalarNode):
                    found.append(Entry(file, path, None, item, item.start_mark.index, item.end_mark.index, record))
                walk(item, path, record)

    walk(yaml.compose(text), [], (0, len(text)))
    return found


def deleted(random_, all_, texts):
    entry = random_.choice([entry for entry in all_ if entry.key is not None])
    text = texts[entry.file]
    return entry, text[:entry.start] + text[entry.end:], (entry.path[-1:] or [""])[0], entry.key


def swapped(random_, all_, texts):
    keyed = collections.defaultdict(list)
    for entry in all_:
        if entry.key is not None and entry.scalar() is not None:
            keyed[entry.file, entry.key].append(entry)
    pairs = [list_ for list_ in keyed.values() if len({entry.value.value for entry in list_}) > 1]
    while True:
        first, second = random_.sample(random_.choice(pairs), 2)
        if first.value.value != second.value.value:
            break
    (a, b), text = sorted([first, second], key=lambda entry: entry.start), texts[first.file]
    span = lambda entry: (entry.value.start_mark.index, entry.value.end_mark.index)
    (a1, a2), (b1, b2) = span(a), span(b)
    return a, text[:a1] + text[b1:b2] + text[a2:b1] + text[a1:a2] + text[b2:], b, None


def shifted(random_, all_, texts):
    entry = random_.choice([entry for entry in all_ if entry.scalar() is not None and YEAR.search(entry.value.value)]
                           + [entry for entry in all_ if entry.path[-1:] == ["значения"]] * 2)
    text = texts[entry.file]
    at = (entry.start, entry.end) if entry.path[-1:] == ["значения"] else (entry.value.start_mark.index, entry.value.end_mark.index)
    years = list(YEAR.finditer(text, *at))
    year = random_.choice(years)
    new = int(year.group()) + random_.choice([-12, -3, -2, -1, 1, 2, 3, 12])
    return entry, text[:year.start()] + str(new) + text[year.end():], new, None


def broken(random_, all_, texts):
    ids = {entry.value.value for entry in all_ if entry.key == "ид"}
    links = [entry for entry in all_ if entry.scalar() is not None and entry.key not in ("ид", "текст")
             and entry.value.value in ids]
    entry = random_.choice(links)
    text, end = texts[entry.file], entry.value.start_mark.index + len(entry.value.value)
    return entry, text[:end] + "ъ" + text[end:], None, None


def retyped(random_, all_, texts):
    word = re.compile(r"[а-яё]{5,}")
    said = [entry for entry in all_ if entry.scalar() is not None and word.search(entry.value.value)]
    entry = random_.choice(said)
    text = texts[entry.file]
    found = random_.choice(list(word.finditer(text, entry.value.start_mark.index, entry.value.end_mark.index)))
    at = random_.randrange(found.start(), found.end())
    letter = random_.choice([letter for letter in "абвгдежзиклмнопрстуфхцчшщыьэюя" if letter != text[at]])
    return entry, text[:at] + letter + text[at + 1:], None, None


KINDS = {"deleted key": deleted, "swapped values": swapped, "shifted year": shifted,
         "broken reference": broken, "retyped word": retyped}


def check(prikaz, folder):
    done = subprocess.run([prikaz, "check", "--format", "json", "--no-baseline", "."], cwd=folder, capture_output=True,
                          text=True, timeout=60)
    if done.returncode not in (0, 1) or "panicked" in done.stderr:
        return None, done.stderr
    report = json.loads(done.stdout)
    return report["findings"], done.returncode


def main():
    prikaz = str(pathlib.Path(sys.argv[1]).resolve())
    count = int(sys.argv[2]) if len(sys.argv) > 2 else 1000
    random_ = random.Random(int(sys.argv[3]) if len(sys.argv) > 3 else 1)
    texts = {path.name: path.read_text(encoding="utf-8") for path in sorted(ROOT.glob("*.yaml"))}
    all_ = [entry for name, text in texts.items() for entry in entries(name, text)]
    failures, far = [], []
    noticed, tried = collections.Counter(), collections.Counter()
    with tempfile.TemporaryDirectory() as temporary:
        folder = pathlib.Path(temporary) / "full"
        shutil.copytree(ROOT, folder)
        before, code = check(prikaz, folder)
        known = collections.Counter((finding["name"], finding["message"]) for finding in before)
        assert code == 0, "examples/full is not clean"
        for _ in range(count):
            kind = random_.choice(sorted(KINDS))
            entry, mutated, extra, key = KINDS[kind](random_, all_, texts)
            labels = [kind]
            group = (entry.path[-1:] or [""])[0]
            if kind == "deleted key" and (extra, key) in OBLIGATORY and not is_group(entry, all_):
                labels.append("deleted obligatory key")
            if kind == "shifted year" and OUTSIDE & set(entry.path[-1:]) and not 2020 <= extra <= 2024 \
                    and (group == "значения" or entry.key == "срок"):
                labels.append("year outside the term")
            (folder / entry.file).write_text(mutated, encoding="utf-8")
            after, code = check(prikaz, folder)
            (folder / entry.file).write_text(texts[entry.file], encoding="utf-8")
            what = f"{kind} in {entry.file}, {' / '.join(entry.path + [entry.key or '-'])}"
            if after is None:
                failures.append(f"crash: {what}: {code}")
                continue
            new = [finding for finding in after if not known[finding["name"], finding["message"]]]
            for label in labels:
                tried[label] += 1
                noticed[label] += bool(new)
                if not new and label in ("deleted obligatory key", "broken reference", "year outside the term"):
                    failures.append(f"not noticed: {label}: {what}")
            for finding in new:
                place = wrong_line(finding, entry, extra, texts, mutated, folder)
                if place:
                    far.append(f"{what}: {finding['name']} at {finding['file']}:{finding['line']}: {finding['message']}")
    for label in sorted(tried):
        print(f"{label}: {noticed[label]} of {tried[label]} noticed ({100 * noticed[label] // tried[label]} %)")
    print(f"findings away from the mutated record: {len(far)}")
    print("\n".join(sorted(set(far))[:60]))
    print("\n".join(sorted(set(failures))))
    sys.exit(1 if failures else 0)


def is_group(entry, all_):
    """Whether the record of a key is a group whose members say what is wanted."""
    start, end = entry.record
    inner = {other.key for other in all_ if other.file == entry.file and other.record == entry.record}
    return bool(inner & {"показатели", "подмероприятия"}) or "в тексте" in inner


def wrong_line(finding, entry, extra, texts, mutated, folder):
    """Whether a finding is outside the mutated record and says nothing of what was mutated."""
    path = finding.get("file")
    if path is None:
        return True
    name = pathlib.Path(path).name
    text = mutated if name == entry.file else texts.get(name, "")
    if not 1 <= finding["line"] <= max(1, text.count("\n") + 1):
        return name in texts
    records = [entry.record] + ([extra.record] if isinstance(extra, Entry) else [])
    lines = lambda places: any(
        name == entry.file and mutated.count("\n", 0, start) + 1 <= line <= mutated.count("\n", 0, end) + 3
        for line in places for start, end in records)
    places = [finding["line"]] + [related["line"] for related in finding.get("related", [])]
    if lines(places):
        return False
    line = text.split("\n")[finding["line"] - 1]
    words = [entry.value.value] if entry.scalar() is not None else []
    words += [extra.value.value] if isinstance(extra, Entry) and extra.scalar() is not None else []
    return not any(word and (word in line or word in finding["message"]) for word in words)


main()
