"""The curated reference data of seeds/registry as typed, indexed look-ups, each loaded when it is first asked for."""

from functools import lru_cache
from pathlib import Path

from gigraph.resources import resource


class Registry:
    """All reference data. `folder` holds the TSV files; a property a table, loaded once."""

    def __init__(self, folder: Path | None = None) -> None:
        self.folder = folder or resource("seeds", "registry")


@lru_cache(maxsize=1)
def load_registry() -> Registry:
    """The registry that is shipped."""
    return Registry()
