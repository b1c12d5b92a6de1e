"""Names of publishers: places whose names begin with what else are words before a name."""

import re

from gigraph.extractors.publisher_names import _BEFORE_NAME, _PLACES
from gigraph.registry import load_registry

PRONOUNS = tuple("我本全各其该")


def test_no_place_loses_its_beginning() -> None:
    """和平区财政局 is none of a 平区, 本溪市 not our 溪市: all such regions of the registry are known."""
    names = load_registry().regions.by_name
    begun = {name for name in names if name.startswith(PRONOUNS) or _BEFORE_NAME.match(f"{name}财政局")}
    begun |= {name for name in names if re.match("年|月|日|以及|和|与|由|是|为|请", name)}
    assert {"本溪市", "和平区", "日照市"} <= begun
    assert {name for name in begun if not re.match(_PLACES, name)} == set()
