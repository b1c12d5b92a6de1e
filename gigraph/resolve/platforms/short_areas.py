"""What an area is called in short, as the names of sites and accounts call it."""

import re
from functools import lru_cache

from gigraph.registry.regions import short_name
from gigraph.resolve.area import Area
from gigraph.resolve.place import AgencyName

_OF_ZONE = re.compile(r"(\w{2,4}?)(?:综合|经济|高新|技术|国家|开发|示范|实验|试验|工业|产业|旅游|新区)")


def short_names(area: Area) -> tuple[str, ...]:
    """襄阳市襄州区: 襄州区, 襄州. 合肥经济技术开发区: 合肥."""
    return _shortened(area.region.name if area.region else area.name)


@lru_cache(maxsize=1024)
def _shortened(own: str) -> tuple[str, ...]:
    zone = _OF_ZONE.match(own)
    return own, short_name(own), *((zone.group(1),) if zone else ())


def area_name(agency: AgencyName) -> str | None:
    """The area that a government or a management committee is named for, in full."""
    for suffix in ("人民政府", "管理委员会", "行政公署"):
        if agency.name.endswith(suffix):
            return agency.name.removesuffix(suffix)
    return None
