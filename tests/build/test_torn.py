"""What is kept beside the database is old or new as a whole, also where the process ends in the middle of a write."""

import signal
import sqlite3
import subprocess
import sys
from pathlib import Path

import pytest

from gigraph.build.cache import open_cache
from gigraph.errors import NoSpaceError, StoreError
from gigraph.iris import report_graph
from gigraph.link.facts import Facts
from gigraph.link.ledger import Ledger, open_ledger
from gigraph.store import Entry, sqlite

ROWS = 400
# The kernel ends the process at the write that would make a file longer than this: some pages of it are written then.
LONGEST = 300_000
CODE = """
import resource, signal, sys
from pathlib import Path
sys.path[:0] = [{folder!r}]
import test_torn
resource.setrlimit(resource.RLIMIT_CORE, (0, 0))
resource.setrlimit(resource.RLIMIT_FSIZE, (test_torn.LONGEST, test_torn.LONGEST))
signal.signal(signal.SIGXFSZ, signal.SIG_DFL)
test_torn.{name}(Path(sys.argv[1]), "2", 2000)
"""


def write_ledger(path: Path, name: str, length: int) -> None:
    """A state by its name, with rows that are long or short."""
    with open_ledger(path) as held:
        for number in range(ROWS):
            held.note(f"graph{number}", name, name.encode() * length)
        held.save(Facts(held), {"entities": name})


def read_ledger(path: Path) -> set[str]:
    with open_ledger(path) as held:
        return {str(held.state("entities")), *_held(held)}


def _held(ledger: Ledger) -> set[str]:
    reports = ledger.reports()
    assert len(reports) == ROWS
    found = set(reports.values())
    for graph in reports:
        found.update(map(chr, ledger.drop(graph)))
    return found


def write_cache(path: Path, name: str, length: int) -> None:
    with open_cache(path) as held:
        for number in range(ROWS):
            held.keep(_entry(number), name, name.encode() * length)


def read_cache(path: Path) -> set[str]:
    with open_cache(path) as held:
        found = {name: [held.contribution(_entry(n), name) for n in range(ROWS)] for name in "12"}
    assert all(set(row.decode()) == {name} for name, rows in found.items() for row in rows if row)
    return {name for name, rows in found.items() if any(rows)}


def _entry(number: int) -> Entry:
    return Entry(report_graph(str(number)), "d", "p", 1, "g", str(number))


@pytest.mark.parametrize("name", ["ledger", "cache"])
def test_a_process_that_ends_within_a_transaction_leaves_the_state_before(tmp_path: Path, name: str) -> None:
    path = tmp_path / f"{name}.sqlite"
    write, read = (globals()[f"{verb}_{name}"] for verb in ("write", "read"))
    write(path, "1", 100)
    assert path.stat().st_size < LONGEST
    code = CODE.format(folder=str(Path(__file__).parent), name=write.__name__)
    torn = subprocess.run([sys.executable, "-c", code, str(path)], check=False)
    assert torn.returncode == -signal.SIGXFSZ
    assert read(path) == {"1"}
    write(path, "2", 100)
    assert read(path) == {"2"}


@pytest.mark.parametrize("name", ["ledger", "cache"])
def test_a_damaged_file_is_told_and_deleted(tmp_path: Path, name: str) -> None:
    path = tmp_path / f"{name}.sqlite"
    write, read = (globals()[f"{verb}_{name}"] for verb in ("write", "read"))
    write(path, "1", 100)
    pages = bytearray(path.read_bytes())
    for start in range(8 * 4096, len(pages), 4096):  # the first ones tell what tables there are
        pages[start : start + 200] = b"\xff" * 200
    path.write_bytes(pages)
    with pytest.raises(StoreError, match=r"was damaged.*Run the command again"):
        read(path)
    assert not path.exists()
    write(path, "2", 100)
    assert read(path) == {"2"}


@pytest.mark.parametrize("name", ["ledger", "cache"])
def test_a_full_disk_is_no_damage(tmp_path: Path, name: str, monkeypatch: pytest.MonkeyPatch) -> None:
    path = tmp_path / f"{name}.sqlite"
    write, read = (globals()[f"{verb}_{name}"] for verb in ("write", "read"))
    write(path, "1", 100)

    def full(path: Path, schema: str) -> None:
        raise sqlite3.OperationalError("database or disk is full")

    with monkeypatch.context() as patch:
        patch.setattr(sqlite, "_prepared", full)
        with pytest.raises(NoSpaceError):
            read(path)
    assert read(path) == {"1"}
