"""When Python looks for objects that hold one another and nothing else does."""

import gc
from collections.abc import Iterator
from contextlib import contextmanager


@contextmanager
def kept() -> Iterator[None]:
    """Lets a block make millions of objects that live to its end: to walk over them again and again finds nothing.

    What is not needed any more is given back as ever, but for cycles, of which such a block makes next to none.
    """
    was_on = gc.isenabled()
    gc.disable()
    try:
        yield
    finally:
        if was_on:
            gc.enable()
