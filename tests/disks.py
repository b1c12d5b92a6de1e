"""Small file systems, and how to fill them."""

import os
import shutil
import subprocess
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

import pytest


@contextmanager
def memory_disk(place: Path, megabytes: int) -> Iterator[Path]:
    """A file system of a few megabytes in memory; the test is skipped where none may be mounted."""
    place.mkdir()
    command = ["mount", "-t", "tmpfs", "-o", f"size={megabytes}m", "none", str(place)]
    mounted = subprocess.run(command, capture_output=True, check=False)
    if mounted.returncode:
        pytest.skip(f"a tmpfs may not be mounted here: {mounted.stderr.decode('utf-8', 'replace').strip()}")
    try:
        yield place
    finally:
        subprocess.run(["umount", "--lazy", str(place)], check=True)


@contextmanager
def ballast(disk: Path, room: int | None) -> Iterator[None]:
    """A disk with so many bytes of room, a page more or less; None: with all that it has."""
    path = disk / "ballast"
    if room is not None:
        with path.open("wb") as file:
            os.posix_fallocate(file.fileno(), 0, max(4096, shutil.disk_usage(disk).free - room))
    try:
        yield
    finally:
        path.unlink(missing_ok=True)
