"""Runs what the files for CI in examples/ci and the hook for pre-commit run, on a good and on a bad program.

Usage: examples.py PRIKAZ
"""
import json
import os
import pathlib
import shutil
import subprocess
import sys
import tempfile

import yaml

ROOT = pathlib.Path(__file__).resolve().parent.parent
BAD = "программа:\n  наименование: Программа\n  срок: 2021\n"


def run(script, folder, env):
    return subprocess.run(["bash", "-e", "-o", "pipefail", "-c", script], cwd=folder, env=env, capture_output=True,
                          text=True).returncode


def github(folder, env, code):
    workflow = yaml.safe_load((ROOT / "examples/ci/github.yml").read_text(encoding="utf-8"))
    job = workflow["jobs"]["check"]
    summary = folder / "summary.md"
    env = env | job["env"] | {"GITHUB_STEP_SUMMARY": str(summary)}
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
    env = env | template["variables"]
    assert run("\n".join(job["script"]), folder, env) == code
    run("\n".join(job["after_script"]), folder, env)
    present(folder, job["artifacts"]["paths"] + list(job["artifacts"]["reports"].values()))
    json.loads((folder / "gl-code-quality-report.json").read_text(encoding="utf-8"))


def github_matrix(folder, env, code):
    jobs = yaml.safe_load((ROOT / "examples/ci/github-matrix.yml").read_text(encoding="utf-8"))["jobs"]
    parts = jobs["part"]["strategy"]["matrix"]["part"]
    steps = lambda job: "\n".join(step["run"] for step in job["steps"] if "cargo install" not in step.get("run", "cargo install"))
    codes = [run(steps(jobs["part"]), folder, env | {"PROGRAMS": ".", "PART": str(part)}) for part in parts]
    assert max(codes) == code, codes
    assert run(steps(jobs["all"]), folder, env) == code
    whole(folder, parts)


def gitlab_matrix(folder, env, code):
    template = yaml.safe_load((ROOT / "examples/ci/gitlab-matrix.yml").read_text(encoding="utf-8"))
    parts = range(1, template["часть"]["parallel"] + 1)
    env = env | template["variables"] | {"CI_NODE_TOTAL": str(len(parts))}
    script = "\n".join(template["часть"]["script"])
    codes = [run(script, folder, env | {"CI_NODE_INDEX": str(part)}) for part in parts]
    assert max(codes) == code, codes
    assert run("\n".join(template["итог"]["script"]), folder, env) == code
    whole(folder, parts)


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
    # The hook as it is, but with the program that is tested instead of one that pre-commit builds.
    local = {"repos": [{"repo": "local", "hooks": [hook | {"language": "system"}]}]}
    (folder / ".pre-commit-config.yaml").write_text(yaml.safe_dump(local, allow_unicode=True), encoding="utf-8")
    git = lambda *words: subprocess.run(["git", *words], cwd=folder, env=env, check=True, capture_output=True)
    git("init", "-q")
    git("add", "-A")
    done = subprocess.run(tool + ["run", "prikaz-check"], cwd=folder, env=env, capture_output=True, text=True)
    assert done.returncode == code, done.stdout + done.stderr
    assert "Skipped" not in done.stdout, done.stdout
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
    for example in (github, gitlab, github_matrix, gitlab_matrix, pre_commit):
        for code in (0, 1):
            with tempfile.TemporaryDirectory() as temporary:
                folder = pathlib.Path(temporary) / "программы района"
                shutil.copytree(ROOT / "examples/minimal", folder / "школы")
                if code:
                    (folder / "другая").mkdir()
                    (folder / "другая/программа.yaml").write_text(BAD, encoding="utf-8")
                example(folder, env, code)
    print("examples for CI: GitHub, GitLab, both in ten parts, and pre-commit run as written")


main()
