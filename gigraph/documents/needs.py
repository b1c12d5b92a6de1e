"""Libraries that only some formats need: imported when a document of theirs is read."""

from importlib import import_module
from typing import Any

from gigraph.errors import ReadError


def library(name: str, extra: str, format_name: str) -> Any:
    """The module `name`, which the extra `extra` of this package installs. Raises ReadError E-NEEDS without it.

    >>> library("no_such_module", "pdf", "PDF")
    Traceback (most recent call last):
    gigraph.errors.ReadError: E-NEEDS no_such_module is needed to read PDF. Install it: pip install 'gigraph[pdf]'
    """
    try:
        return import_module(name)
    except ModuleNotFoundError as error:
        what, hint = f"{name} is needed to read {format_name}", f"Install it: pip install 'gigraph[{extra}]'"
        raise ReadError("E-NEEDS", what, hint=hint) from error
