"""Builds the front end when gigraph is installed or packed, where Node.js is; without it everything else is installed.

Nothing is built again while its sources are the same. A reason for not building goes to dist/not-built.txt, which
`gigraph export html` then tells. GIGRAPH_EXPLORER=skip leaves the front end out.
"""

import hashlib
import os
import re
import shutil
import signal
import subprocess
from collections.abc import Iterator, Sequence
from pathlib import Path
from typing import Any

from hatchling.builders.hooks.plugin.interface import BuildHookInterface

HERE = Path(__file__).parent
OLDEST = (20, 19)  # what Vite needs
SECONDS = {"ci": 300, "build": 180}
_SOURCES = ("src", "index.html", "one_page.ts", "vite.config.ts", "tsconfig.json", "package.json", "package-lock.json")
_CI = ("ci", "--ignore-scripts", "--no-audit", "--no-fund", "--prefer-offline", "--fetch-retries=1", "--loglevel=error")


class NotBuiltError(Exception):
    """Why the front end cannot be built here."""


class CustomBuildHook(BuildHookInterface[Any]):
    """What hatchling calls before it packs a wheel, an editable install or a source distribution."""

    def initialize(self, version: str, build_data: dict[str, Any]) -> None:
        """Builds the page; a failure is told and never stops the install."""
        if reason := build():
            self.app.display_warning(f"gigraph export html will not work: {reason}")


def build(folder: Path = HERE) -> str:
    """Brings dist/index.html up to date; returns why there is none, or nothing."""
    dist = folder / "dist"
    try:
        stamp = sources_digest(folder)
        if _is_current(dist, stamp):
            return ""
        npm = _npm()
        for step, arguments in (("ci", _CI), ("build", ("run", "build", "--silent"))):
            _run([npm, *arguments], folder, SECONDS[step])
        if not (dist / "index.html").exists():
            raise NotBuiltError("npm run build left no page")
        (dist / "stamp.txt").write_text(stamp, "ascii")
    except (NotBuiltError, OSError) as error:
        _tell(dist, str(error))
        return str(error)
    return ""


def sources_digest(folder: Path) -> str:
    """The SHA-256 of the front end's sources, by their names and bytes."""
    digest = hashlib.sha256()
    for path in _sources(folder):
        data = path.read_bytes()
        digest.update(f"{path.relative_to(folder).as_posix()} {len(data)}\n".encode())
        digest.update(data)
    return digest.hexdigest()


def _sources(folder: Path) -> Iterator[Path]:
    for name in _SOURCES:
        path = folder / name
        yield from sorted(inner for inner in path.rglob("*") if inner.is_file()) if path.is_dir() else [path]


def _is_current(dist: Path, stamp: str) -> bool:
    made = dist / "stamp.txt"
    return (dist / "index.html").exists() and made.exists() and made.read_text("ascii") == stamp


def _npm() -> str:
    if os.environ.get("GIGRAPH_EXPLORER") == "skip":
        raise NotBuiltError("GIGRAPH_EXPLORER=skip was set")
    node, npm = shutil.which("node"), shutil.which("npm")
    if not node or not npm:
        raise NotBuiltError("Node.js with npm was not there when gigraph was installed")
    said = subprocess.run([node, "--version"], capture_output=True, text=True, timeout=30, check=False).stdout  # noqa: S603
    found = re.match(r"v(\d{1,4})\.(\d{1,4})", said)
    if not found or (int(found[1]), int(found[2])) < OLDEST:
        raise NotBuiltError(f"Node.js is {said.strip() or 'not usable'}, and 20.19 or later is needed")
    return npm


def _run(command: Sequence[str], folder: Path, seconds: int) -> None:
    """Runs npm in a session of its own, so that what it started ends with it."""
    with subprocess.Popen(  # noqa: S603
        command, cwd=folder, stdin=subprocess.DEVNULL, stdout=subprocess.PIPE, stderr=subprocess.STDOUT,
        text=True, errors="replace", start_new_session=True,
    ) as process:  # fmt: skip
        try:
            printed, _ = process.communicate(timeout=seconds)
        except subprocess.TimeoutExpired:
            os.killpg(process.pid, signal.SIGKILL)
            raise NotBuiltError(f"npm {command[1]} took longer than {seconds} s and was ended") from None
    if process.returncode:
        last = next((line for line in reversed(printed.splitlines()) if line.strip()), "")
        raise NotBuiltError(f"npm {command[1]} failed with status {process.returncode}: {last[:300]}")


def _tell(dist: Path, reason: str) -> None:
    """Leaves the reason in the place of the page; an old page would not fit the data."""
    try:
        dist.mkdir(exist_ok=True)
        (dist / "index.html").unlink(missing_ok=True)
        (dist / "not-built.txt").write_text(reason + "\n", "utf-8")
    except OSError:  # a folder that may not be written to: then the error says that it was not built
        return
