"""The body for which an issuer stands: a government for its general office, a ministry by its short name."""

import re
from functools import lru_cache

from gigraph.registry.agencies import STATE

_GENERAL_OFFICE = re.compile(r"(?<=国务院|民政府|委员会)办公[厅室]$")


@lru_cache(maxsize=1024)
def body_of(name: str) -> str:
    """A government or committee for its general office: one in the key of a title (国务院办公厅 and 国务院).

    A ministry goes by its short name, as in titles and document numbers.

    >>> body_of("湖南省人民政府办公厅"), body_of("咸阳市人民政府办公室"), body_of("中华人民共和国财政部")
    ('湖南省人民政府', '咸阳市人民政府', '财政部')
    """
    return _GENERAL_OFFICE.sub("", name.removeprefix(STATE) or name)


@lru_cache(maxsize=1024)
def bodies_of(issuers: str) -> frozenset[str]:
    """The bodies of one issuer, or of several that are joined by 、.

    >>> sorted(bodies_of("国务院办公厅、财政部"))
    ['国务院', '财政部']
    """
    return frozenset(map(body_of, issuers.split("、")))
