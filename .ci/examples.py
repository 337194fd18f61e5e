"""Runs what the files for CI in examples/ci and the hook for pre-commit run, on a good and on a bad program.

Usage: examples.py PRIKAZ
"""
import json
import os
import pathlib
import re
import shutil
import subprocess
import sys
import tempfile

import yaml

ROOT = pathlib.Path(__file__).resolve().parent.parent
BAD = "программа:\n  наименование: Программа\n  срок: 2021\n"


def scripts(part):
    """Every script of a workflow or of a GitLab file, with the key that holds it."""
    if isinstance(part, list):
        for inner in part:
            yield from scripts(inner)
    elif isinstance(part, dict):
        for key, inner in part.items():
            if key in ("run", "script", "before_script", "after_script"):
                yield key, inner if isinstance(inner, str) else "\n".join(inner)
            else:
                yield from scripts(inner)


def steps(part):
    """Every step of a workflow that uses an action."""
    for job in part.get("jobs", {}).values():
        yield from (step for step in job["steps"] if "uses" in step)


def sound(path):
    """Holds what a run here cannot show: what is pinned, what is quoted, whose exit code counts, what strangers may."""
    text = path.read_text(encoding="utf-8")
    part = yaml.safe_load(text)
    for key, script in scripts(part):
        at = f"{path.name}, {key}: {script}"
        assert key != "after_script" or "prikaz" not in script, f"GitLab ignores the exit code\n{at}"
        assert "${{" not in script, f"an expression is put into a script\n{at}"
        bare = re.sub(r'"[^"]*"|\$\?|\$\{FRESH:\+--no-cache\}', "", script)
        assert "$" not in bare, f"a variable without quotation marks\n{at}"
        for line in script.splitlines():
            if "cargo install" in line:
                assert "--locked" in line and re.search(r'--rev "\$\w+"', line), f"not pinned\n{at}"
            if "prikaz build" in line:
                assert "--no-cache" in line, f"a cache of strangers is believed\n{at}"
    for line in text.splitlines():
        action = re.search(r"uses: (.*)", line)
        assert not action or re.fullmatch(r"\S+@[0-9a-f]{40} # v\d+\.\d+\.\d+", action[1]), f"not pinned: {line}"
    for step in steps(part):
        name = step["uses"].split("@")[0]
        if name == "actions/checkout":
            assert step["with"]["persist-credentials"] is False, f"{path.name}: the token stays in the checkout"
        if name == "actions/cache":
            assert step["if"] == "github.event_name == 'push'", f"{path.name}: strangers write the cache"
        if name.endswith("/upload-sarif"):
            assert "head.repo.full_name == github.repository" in step["if"], f"{path.name}: forks may not upload"


def run(script, folder, env):
    return subprocess.run(["bash", "-e", "-o", "pipefail", "-c", script], cwd=folder, env=env, capture_output=True,
                          text=True).returncode


def github(folder, env, code):
    workflow = yaml.safe_load((ROOT / "examples/ci/github.yml").read_text(encoding="utf-8"))
    job = workflow["jobs"]["check"]
    summary = folder / "summary.md"
    env = job["env"] | env | {"GITHUB_STEP_SUMMARY": str(summary)}
    failed = 0
    for step in job["steps"]:
        script = step.get("run", "")
        if not script or "cargo install" in script or (failed and "if" not in step):
            continue
        done = run(script, folder, env)
        failed = failed or done
    assert failed == code, f"github: {failed}"
    assert "Проверка программ" in summary.read_text(encoding="utf-8")
    assert json.loads((folder / "prikaz.sarif").read_text(encoding="utf-8"))["version"] == "2.1.0"
    uploaded = [step["with"]["path"].split() for step in job["steps"] if "upload-artifact" in step.get("uses", "")]
    present(folder, uploaded[0])


def gitlab(folder, env, code):
    template = yaml.safe_load((ROOT / "examples/ci/gitlab.yml").read_text(encoding="utf-8"))
    job = template["программы"]
    env = template["variables"] | env
    assert run("\n".join(job["script"]), folder, env) == code
    present(folder, job["artifacts"]["paths"] + list(job["artifacts"]["reports"].values()))
    json.loads((folder / "gl-code-quality-report.json").read_text(encoding="utf-8"))


def github_matrix(folder, env, code):
    jobs = yaml.safe_load((ROOT / "examples/ci/github-matrix.yml").read_text(encoding="utf-8"))["jobs"]
    parts = jobs["part"]["strategy"]["matrix"]["part"]
    script = lambda job: "\n".join(step["run"] for step in job["steps"] if "cargo install" not in step.get("run", "cargo install"))
    env = {"PROGRAMS": jobs["part"]["env"]["PROGRAMS"], "FRESH": ""} | env
    codes = [run(script(jobs["part"]), folder, env | {"PART": str(part)}) for part in parts]
    assert max(codes) == code, codes
    assert run(script(jobs["all"]), folder, env) == code
    whole(folder, parts)


def gitlab_matrix(folder, env, code):
    template = yaml.safe_load((ROOT / "examples/ci/gitlab-matrix.yml").read_text(encoding="utf-8"))
    parts = range(1, template["часть"]["parallel"] + 1)
    env = {"CI_COMMIT_REF_PROTECTED": "true"} | template["variables"] | env | {"CI_NODE_TOTAL": str(len(parts))}
    script = "\n".join(template["часть"]["script"])
    codes = [run(script, folder, env | {"CI_NODE_INDEX": str(part)}) for part in parts]
    assert max(codes) == code, codes
    assert run("\n".join(template["итог"]["script"]), folder, env) == code
    whole(folder, parts)
    # What lies in the cache of a branch that everybody may write to is not taken.
    (folder / "out/чужой.docx").write_bytes(b"")
    run(script, folder, env | {"CI_NODE_INDEX": "1", "CI_COMMIT_REF_PROTECTED": "false"})
    assert not (folder / "out/чужой.docx").exists() and not (folder / ".prikaz").exists()


def whole(folder, parts):
    report = lambda name: json.loads((folder / name).read_text(encoding="utf-8"))
    paths = sorted(path.relative_to(folder).as_posix() for path in folder.rglob("программа.yaml"))
    assert sorted(program["path"] for program in report("отчет.json")["programs"]) == paths
    assert sum(len(report(f"часть-{part}.json")["programs"]) for part in parts) == len(paths)
    present(folder, ["out"])


def pre_commit(folder, env, code):
    hook, = yaml.safe_load((ROOT / ".pre-commit-hooks.yaml").read_text(encoding="utf-8"))
    tool = [sys.executable, "-m", "pre_commit"]
    subprocess.run(tool + ["validate-manifest", str(ROOT / ".pre-commit-hooks.yaml")], check=True)
    local = {"repos": [{"repo": "local", "hooks": [hook]}]}
    (folder / ".pre-commit-config.yaml").write_text(yaml.safe_dump(local, allow_unicode=True), encoding="utf-8")
    git = lambda *words: subprocess.run(["git", *words], cwd=folder, env=env, check=True, capture_output=True)
    git("init", "-q")
    git("add", "-A")
    done = subprocess.run(tool + ["run", "prikaz-check"], cwd=folder, env=env, capture_output=True, text=True)
    assert done.returncode == code, done.stdout + done.stderr
    assert "Skipped" not in done.stdout, done.stdout
    assert re.search(hook["files"], "схема.png") and hook["language"] == "system"
    (folder / "заметки.txt").write_text("нет программы\n", encoding="utf-8")
    git("-c", "user.name=a", "-c", "user.email=a@b", "commit", "-q", "--no-verify", "-m", "программы")
    git("add", "-A")
    done = subprocess.run(tool + ["run", "prikaz-check"], cwd=folder, env=env, capture_output=True, text=True)
    assert done.returncode == 0 and "Skipped" in done.stdout, done.stdout


def present(folder, paths):
    for path in paths:
        found = folder / path
        assert found.is_file() or any(found.rglob("*.docx")), path


def main():
    prikaz = pathlib.Path(sys.argv[1]).resolve()
    env = os.environ | {"PATH": f"{prikaz.parent}{os.pathsep}{os.environ['PATH']}"}
    for path in sorted((ROOT / "examples/ci").glob("*.yml")):
        sound(path)
    # As written, and with the folders named one by one, which have blanks in their names.
    for named in ({}, {"PROGRAMS": "наши школы\nдругие программы"}):
        for example in (github, gitlab, github_matrix, gitlab_matrix, pre_commit):
            for code in (0, 1):
                with tempfile.TemporaryDirectory() as temporary:
                    folder = pathlib.Path(temporary) / "программы района"
                    shutil.copytree(ROOT / "examples/minimal", folder / "наши школы")
                    shutil.copytree(ROOT / "examples/minimal", folder / "другие программы/одна из них")
                    if code:
                        (folder / "другие программы/другая").mkdir()
                        (folder / "другие программы/другая/программа.yaml").write_text(BAD, encoding="utf-8")
                    example(folder, env | named, code)
    print("examples for CI: GitHub, GitLab, both in ten parts, and pre-commit run as written and are sound")


main()
