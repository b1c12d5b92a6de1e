"""Which version of gigraph made a graph: a digest over all that its content depends on, computed and never set by hand.

Code and curated data by their bytes, and the versions of the libraries through whose hands the text goes: when one of
them changes, the graphs that it made are made anew.
"""

import hashlib
import sys
import unicodedata
from collections.abc import Iterator
from functools import lru_cache
from importlib import metadata
from pathlib import Path

from gigraph.resources import resource

# Modules and packages whose code decides what a report's graph says.
REPORT_CODE = (
    "models", "vocab", "iris", "text", "registry", "documents", "extractors", "resolve", "mapping", "pipeline",
)  # fmt: skip
# And further, what the entities graph says.
LINK_CODE = (*REPORT_CODE, "link")
# And further, what is published beside the graphs.
PUBLISHED_CODE = (*LINK_CODE, "store", "search")
# Libraries that decode, parse or convert text; those that are not installed count as absent.
LIBRARIES = (
    "OpenCC", "lxml", "pdfminer.six", "pdfplumber", "pypdfium2", "python-calamine", "python-stdnum", "rjieba",
    "striprtf",
)  # fmt: skip


@lru_cache(maxsize=1)
def pipeline_digest() -> str:
    """SHA-256, hexadecimal, of what decides the content of a report's graph, besides the report."""
    return _digest(REPORT_CODE)


@lru_cache(maxsize=1)
def link_digest() -> str:
    """SHA-256, hexadecimal, of what decides the content of the entities graph, besides the report graphs."""
    return _digest(LINK_CODE)


@lru_cache(maxsize=1)
def published_digest() -> str:
    """SHA-256, hexadecimal, of what decides the content of a generation, besides its graphs."""
    return _digest(PUBLISHED_CODE)


def _digest(code: tuple[str, ...]) -> str:
    parts = [f"{name} {hashlib.sha256(path.read_bytes()).hexdigest()}" for name, path in _files(code)]
    parts += [f"{name} {_version(name)}" for name in LIBRARIES]
    parts += [f"python {sys.version_info[0]}.{sys.version_info[1]}", f"unicode {unicodedata.unidata_version}"]
    return hashlib.sha256("\n".join(parts).encode()).hexdigest()


def _files(code: tuple[str, ...]) -> Iterator[tuple[str, Path]]:
    package = Path(__file__).resolve().parents[1]
    found = [package / f"{name}.py" for name in code]
    found += [path for name in code for path in (package / name).rglob("*.py")]
    for path in sorted(path for path in found if path.is_file()):
        yield path.relative_to(package).as_posix(), path
    for folder, pattern in (("registry", "*.tsv"), ("ontology", "*.ttl")):
        root = resource("seeds", "registry") if folder == "registry" else resource("ontology")
        for path in sorted(root.glob(pattern)):
            yield f"{folder}/{path.name}", path


def _version(library: str) -> str:
    try:
        return metadata.version(library)
    except metadata.PackageNotFoundError:
        return "absent"
