"""The full name of a document of the publisher's own, whose title is generic or begins with the publisher in short."""

import re

from gigraph.resolve.place import Place

SEAT = re.compile(r"(?:人民政府|行政公署|办事处|管理委员会)$")
# Titles that are whole without their issuer's name before them.
_SELF_CONTAINED = re.compile(
    r"^(?:自治[区州县]|[全我本]?[省市县区州盟旗镇乡](?![区域场])|关于|印发|转发|下达|提前下达|中华人民共和国|(?:19|20)\d\d年|“?十[二三四]五)"
)
_LONGEST_OWN = 12  # characters of a publisher's name in short
_ZONE = re.compile(r"[\u4e00-\u9fff]{0,6}?(?:开发区|园区|新区|示范区|度假区|保税区|实验区|试验区|合作区|高新区|街道)")
# 局, 厅 at the head of an internal rule's title, where they mean the publisher.
_HEAD = re.compile(
    r"^(?:[\u4e00-\u9fff]{0,12}?(?:局|厅|委|署|院|校|中心|办公室))(?![域部长级内事校情务风规史训园车舍友企容])"
)

# 县政府重大决策听证制度, 区政府办考核办法; 市政府信息公开制度 may be the city's on 政府信息, and is so named.
_GOVERNMENT = re.compile(
    r"^(?:自治[区州县]|[省市县区州旗盟镇乡])(?:人民)?政府(?:办公[室厅]|办(?!公(?!开)|[事法理学案]))?"
    r"(?!采购|投资|购买|债务|规章|法律|职能|质量|性|部门|信息)"
)
_ON_INFORMATION = re.compile(r"^(?P<level>自治[区州县]|[省市县区州旗盟])政府信息")
_LEAST_TOPIC = 4  # characters of a title behind the words that say whose it is
_OTHER_WORD = re.compile(r"大学生|中心[城镇村校组]|医院感染|政府采购|学校[医园]")  # 《大学生资助办法》 of a 大学
_OF_STAFF = ("机关", "党组", "领导", "属")  # 部机关…目录
_OF_TOWN = re.compile(r"^(?:[镇乡](?:(?:人民)?政府(?!信息|采购))?(?![村域区级干企贤土镇])|街道(?:办事处|办)?)")


def own_name(name: str, place: Place, publisher: str) -> str:
    """A title of the publisher's own with its full name before it, where it is not whole without."""
    area = SEAT.sub("", publisher)
    if name.startswith((publisher, area)):
        return name
    head = _HEAD.match(name)
    agency = place.agency(head.group()) if head else None
    bodies = place.registry.agencies.full_bodies(head.group(), place.year) if head and place.registry else ()
    if head and ((agency and agency.name == publisher) or (bodies and publisher.endswith(bodies))):  # 《卫健委…办法》
        return publisher + name[head.end() :]
    if bare := _head_of_own(name, publisher):
        return publisher + name[bare:]
    if placed := _of_government(name, place, publisher):
        return placed
    zone = _ZONE.match(name)
    if zone and _is_zone(zone.group(), area, place, publisher):  # 《开发区信息发布制度》 of 南山经济技术开发区
        return area + name[zone.end() :]
    if _SELF_CONTAINED.match(name) or _begins_with_region(name, place) or _begins_with_own(name, place, publisher):
        return name
    return publisher + name


def _head_of_own(name: str, publisher: str) -> int:
    """How much of a title is the end of the publisher's name (《财政局内部控制制度》), or its last character for it."""
    if _OTHER_WORD.match(name):
        return 0
    for size in range(min(len(name) - _LEAST_TOPIC, 8), 1, -1):
        if publisher.endswith(name[:size]) and not publisher.endswith(("政府", "公署")):
            return size
    return 1 if publisher.endswith(name[:1]) and name.startswith(_OF_STAFF, 1) else 0


def _is_zone(zone: str, area: str, place: Place, publisher: str) -> bool:
    """Whether a zone's word (开发区, 高新区) means the publisher's own."""
    if area.endswith(zone):
        return True
    seat = place.agency(zone + "管委会")
    return seat is not None and seat.name == publisher


def _of_government(name: str, place: Place, publisher: str) -> str | None:
    """The title of one that begins with the publishing government, its office or a town by their level's word."""
    town = _OF_TOWN.match(name)
    if town and place.areas and place.areas[0].grade == "town":
        return publisher + name[town.end() :]
    topic = _ON_INFORMATION.match(name)
    if topic and place.areas and topic["level"] in place.areas[0].words and SEAT.sub("", publisher) != publisher:
        return place.areas[0].name + name[topic.end("level") :]
    head = _GOVERNMENT.match(name)
    agency = place.agency(head.group()) if head else None
    if head and agency and not agency.candidates and publisher.startswith(agency.name):
        return agency.name + name[head.end() :]
    return None


def _begins_with_own(name: str, place: Place, publisher: str) -> bool:
    """Whether a title begins with the publisher's name in short, with its place: 黔东南队…制度, 大同经开区…规则."""
    agencies = (place.agency(name[:end]) for end in range(3, min(len(name), _LONGEST_OWN)))
    return any(found is not None and found.name == publisher for found in agencies)


def _begins_with_region(name: str, place: Place) -> bool:
    return place.registry is not None and place.registry.regions.prefix(name, place.year)[0] > 1
