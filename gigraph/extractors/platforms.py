from collections.abc import Iterator

from gigraph.models import Mention
from gigraph.registry import Registry
from gigraph.text.reading import Reading


def extract(reading: Reading, registry: Registry) -> Iterator[Mention]:
    yield from ()
