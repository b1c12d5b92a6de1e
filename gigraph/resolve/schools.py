"""Universities and colleges by the names that no other school of the country bears.

A school has one name, and may not take one that is or was another's (高等学校命名暂行办法, 教发厅〔2020〕6号); so its
name alone is its identity, whether or not a report tells the place.
"""

import re

KEY = "school"  # before the name, where the keys of other agencies have the code of a region

_SCHOOL = re.compile(r"[\u4e00-\u9fff]{2,20}(?:大学|学院|专科学校)(?:\([\u4e00-\u9fff]{2}\))?")
# Of these each place has one, and not all are schools of higher education.
_OTHER = re.compile(r"(?:行政|社会主义|干部|社区|法官|检察官|科)学院$|(?:老年|社区|职工|电视)大学$")
_WITHIN = re.compile(r"大学[\u4e00-\u9fff]{1,20}学院$")  # a faculty of a university
_LEVEL = re.compile(r"[省市县区州旗盟镇乡我本该全各某]")
# What a school is called short of its own name: 师范学院 alone is many.
_WITHOUT_OWN = re.compile(
    r"(?:师范|理工|工业|农业|农林|林业|医科|医药|中医药?|财经|政法|民族|科技|职业|技术|技师|外国语|体育|艺术|美术|音乐|交通|工程|开放|广播"
    r"|警官|警察|公安|商务?|石油|海洋|航空|航天|信息|城市|建筑|应用|高等|医|工|农){0,6}(?:大学|学院|专科学校)"
)


def is_school(name: str) -> bool:
    """Whether a publisher's name is that of one university or college, and of no other body in the country.

    >>> is_school("清华大学"), is_school("黄冈职业技术学院"), is_school("桂林旅游高等专科学校")
    (True, True, True)
    >>> is_school("职业技术学院"), is_school("市行政学院"), is_school("湖南大学法学院")
    (False, False, False)
    """
    if not _SCHOOL.fullmatch(name) or _LEVEL.match(name) or _WITHOUT_OWN.fullmatch(name):
        return False
    return not (_OTHER.search(name) or _WITHIN.search(name))
