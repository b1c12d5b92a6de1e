"""Completion: what a shell gets when Tab is pressed, asked as a shell asks."""

import os
import shutil
import subprocess
import sys
from pathlib import Path

import pytest


def complete(line: str, store: Path, *, place: Path | None = None) -> list[str]:
    """What bash is offered behind a line."""
    words = line.split(" ")
    told = {"_GIGRAPH_COMPLETE": "bash_complete", "COMP_WORDS": line, "COMP_CWORD": str(len(words) - 1)}
    env = os.environ | told | {"GIGRAPH_STORE": str(store)}
    code = "from gigraph.cli import main; main(prog_name='gigraph')"
    done = subprocess.run([sys.executable, "-c", code], env=env, capture_output=True, text=True, cwd=place, check=False)
    assert not done.stderr
    return [offered.partition(",")[2] for offered in done.stdout.splitlines() if offered]


@pytest.mark.parametrize(
    ("line", "some"),
    [
        ("gigraph ci", ["cites", "cited-by"]),
        ("gigraph ask top-", ["top-regulations"]),
        ("gigraph ask top-regulations si", ["since="]),
        ("gigraph ask agencies-in-region region=临江", ["region=临江市"]),
        ("gigraph ask platforms kind=微", ["kind=微信", "kind=微博"]),
        ("gigraph ask platforms kind=we", ["kind=website", "kind=wechat", "kind=weibo"]),
        ("gigraph export gexf --query agencies-in-region re", ["region="]),
        ("gigraph export gexf --query agencies-in-region region=临江", ["region=临江市"]),
        ("gigraph export gexf --region 临江", ["临江市"]),
        ("gigraph export gexf --level 县", ["县级"]),
        ("gigraph export gexf --with inter", ["internal-rule"]),
        ("gigraph cites 临江", ["临江市人民政府", "临江市统计局"]),
        ("gigraph cited-by 政府信息公开条", ["政府信息公开条例"]),  # the label begins with 中华人民共和国
        ("gigraph cited-by 国办发〔2015", ["国办发〔2015〕22号"]),
        ("gigraph cited-by 国务院令第4", ["国务院令第492号"]),
        ("gigraph cites 临江市 --relation iss", ["issues"]),
        ("gigraph show 没有", []),
        ("gigraph ask no-such-template x", []),
    ],
)
def test_offers(small_store: Path, line: str, some: list[str]) -> None:
    offered = complete(line, small_store)
    assert set(some) <= set(offered)
    assert some or not offered


def test_without_a_store_nothing_is_offered_and_nothing_fails(tmp_path: Path) -> None:
    assert complete("gigraph cites 省", tmp_path / "none") == []


@pytest.mark.parametrize("shell", ["bash", "zsh", "fish"])
def test_the_script_names_the_command(shell: str, small_store: Path) -> None:
    command = [sys.executable, "-m", "gigraph", "completion", shell]
    script = subprocess.run(command, capture_output=True, text=True, check=True).stdout
    assert f"_GIGRAPH_COMPLETE={shell}_complete" in script


# The words of a line as bash parts them, and what it then has to put in the place of the last.
PARTED = [
    (("ask", "agencies-in-r"), ["agencies-in-region"]),
    (("ask", "agencies-in-region", "reg"), ["region="]),
    (("ask", "agencies-in-region", "region", "=", "临江"), ["临江市"]),
    (("ask", "platforms", "kind", "=", "we"), ["website", "wechat", "weibo"]),
    (("ask", "top-regulations", "relation", "="), ["cites", "issues", "discloses"]),
    (("ask", "top-regulations", "relation", "=", "cites", "si"), ["since="]),
    (("export", "gexf", "--network", "=", "agency-p"), ["agency-platform"]),
    (("cites", "临江市统"), ["临江市统计局"]),
    (("show", "没有"), []),
]


@pytest.mark.skipif(not shutil.which("bash"), reason="needs bash")
@pytest.mark.parametrize(("words", "offered"), PARTED)
def test_bash_is_offered_what_stands_behind_the_sign(
    words: tuple[str, ...], offered: list[str], small_store: Path, tmp_path: Path
) -> None:
    command = [sys.executable, "-m", "gigraph", "completion", "bash"]
    (tmp_path / "gigraph").write_text(f'#!/bin/sh\nexec {sys.executable} -m gigraph "$@"\n')
    (tmp_path / "gigraph").chmod(0o755)
    script = subprocess.run(command, capture_output=True, text=True, check=True).stdout
    asked = (
        'compopt() { told+="$2"; }; COMP_WORDS=(gigraph "$@"); COMP_CWORD=$#; _gigraph_completion gigraph\n'
        'printf "%s\\n" "$told" "${COMPREPLY[@]}"'
    )
    env = os.environ | {"PATH": f"{tmp_path}:{os.environ['PATH']}", "GIGRAPH_STORE": str(small_store)}
    bash = ["bash", "--norc", "-c", f"{script}\n{asked}", "bash", *words]
    done = subprocess.run(bash, env=env, capture_output=True, text=True, check=True)
    told, *found = done.stdout.splitlines()
    assert [name for name in found if name] == offered
    assert ("nospace" in told) == any(name.endswith("=") for name in offered)
