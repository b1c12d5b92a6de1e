"""The errors of the operating system and of the database as ours, with what to do."""

import errno
import shutil
from pathlib import Path

from gigraph.errors import NoSpaceError, StoreError

_NO_PLACE = frozenset({errno.EACCES, errno.EPERM, errno.EROFS, errno.ENOENT, errno.ENOTDIR})


def translate(error: Exception, where: Path) -> StoreError:
    """The error of ours for one of the operating system or of the database."""
    if is_full(error):
        free = shutil.disk_usage(where if where.exists() else where.parent).free // 2**20
        hint = "Free some space and run the command again: it goes on from here"
        return NoSpaceError(f"the disk is full ({free} MB free)", where=str(where), hint=hint)
    if isinstance(error, OSError) and error.errno in _NO_PLACE:
        hint = "Choose a place that can be written to, with --store"
        return StoreError(error.strerror or str(error), where=str(where), hint=hint)
    return StoreError(str(error), where=str(where))


def is_full(error: Exception) -> bool:
    """Whether the disk is full."""
    return getattr(error, "errno", None) in (errno.ENOSPC, errno.EDQUOT) or "No space left" in str(error)
