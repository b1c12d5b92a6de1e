"""Sites of a university that bear only what they are for: 本科招生网, 新闻网, 信息公开网 in its own report."""

import re

from gigraph.extractors.platforms import PlatformForm
from gigraph.resolve.place import AgencyName, Place
from gigraph.resolve.platforms.owners import publisher

_SCHOOLS = ("大学", "学院", "学校")
_FOR = (
    r"(?:本专科|本科生?|研究生|博士|硕士|留学生|国际学生|继续教育|成人教育|高职|专科)?"
    r"(?:招生(?:信息|工作|考试)?|就业(?:信息|指导|服务|创业)?|招生就业|教育)"
    r"|新闻(?:中心)?|校友|教务|人才招聘|人事|招聘|财务|科研|资产|后勤|党建|团委|学工|学生工作|图书馆|档案馆"
    r"|(?:招标)?采购(?:与?招标|信息)?|招投标(?:信息)?|(?:政府|党务|校务|财务|院务)?信息公开|(?:党务|校务|院务)公开"
)
_OF_SCHOOL = re.compile(rf"(?:学校|学院|校|院)?(?P<words>{_FOR})(?P<page>信息)?\Z")


def site_of_school(form: PlatformForm, place: Place) -> tuple[AgencyName, str] | None:
    """The university that publishes the report and the site's full name; None where the words say more, or less."""
    agency = publisher(place)
    if agency is None or not agency.name.endswith(_SCHOOLS) or not form.name.endswith(("网", "网站")):
        return None
    words = _OF_SCHOOL.fullmatch(form.name.removesuffix("站").removesuffix("网"))
    if words is None:
        return None
    return agency, agency.name + form.name[words.start("words") :]
