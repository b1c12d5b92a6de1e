"""A noun of the registry in the text with the words that belong to its name, and whether it counts as a platform."""

import re
from typing import NamedTuple

from gigraph.extractors.platforms.channels import (
    is_channel,
    is_listed,
)
from gigraph.extractors.platforms.exclusions import is_framed
from gigraph.extractors.platforms.lexicon import FOLLOWING, Lexicon
from gigraph.registry.platforms import PlatformTerm
from gigraph.text.numerals import FEW

MANY = rf"(?:[这共]?{FEW}[余多]?[个大家]|多个|一批)"
_COUNTED = re.compile(rf"”等?{MANY}(?:官方|政务)?\Z")
# 清理长期不更新的政务微博5个: accounts of others that nothing is published through any more
_CLOSED = re.compile(r"(?:关停|注销|清理|关闭|停用|撤销|清退|注销登记|停更)[^,。;:“”\n]{0,16}\Z")
_KEPT = re.compile(r"[^。;\n]{0,12}?[,、并](?:现有|保留|剩余)")
_THROUGH = re.compile(r"(?:通过|[利运使]用|采用|依[托靠]|凭借|借助|登[录陆]|[在经用借由])\Z")
_ON_SITE = re.compile(  # 在县政府网上公开
    r"上(?:传|线|(?:主动|共|累计|及时|集中|全部|统一|同步|直接){0,2}"
    r"(?:公开|发布|公布|公示|公告|运行|申[报请]|办理|办结|受理|查[询阅]|预约|提交|填报|下载|更新|开[设辟通]|征求|[答回]复))"
)
# “南山通”网上可办率, “民生在线”网谈3次
_DONE_ONLINE = re.compile(r"上(?:可|能办|办[件理事]率|点击|浏览|服务|预约率)|谈(?!判)")
_IN = re.compile(r"在[^,。;\n]{2,58}[、和与及]\Z")
_LOCAL_SERVICE = "政务服务"  # 南山政务服务网上运行: of a place it is the site's name

# 南山申诉平台(12305), 投诉举报平台8890, 便民热线“96345”
NUMBER_BEHIND = re.compile(
    r"\((?:电话:?|热线:?)?[19]\d{4}\)"
    r"|“?(?:8890|1[12]\d{3}|9[56]\d{3,4})(?![\d.,万亿余多个条件次人篇项期份户家场宗起元年号%])”?"
)


class Candidate(NamedTuple):
    """A noun at head..end of text[floor:ceiling] and where its name starts.

    modifier: what stands before the noun. quoted: all of the name is in quotation marks. direct: 在 stands before it.
    """

    text: str
    floor: int
    ceiling: int
    start: int
    head: int
    end: int
    modifier: str
    quoted: bool
    direct: bool
    term: PlatformTerm
    lexicon: Lexicon

    @property
    def excluded(self) -> bool:
        """Whether the registry forbids it."""
        end = self.end
        if self.term.use == "net" and self.modifier.endswith("”") and _DONE_ONLINE.match(self.text, end):
            return True
        if (
            self.term.use == "net"
            and _ON_SITE.match(self.text, end)
            and (self.direct or self._of_place or self._on_list)
        ):
            end += 2 if self.text.startswith("上线", end) else 1
        following = self.text[end : min(end + FOLLOWING, self.ceiling)]
        if is_framed(self.text, self.head, end):
            following = ""
        return self.lexicon.excluded(self.term.term, self.modifier, following)

    @property
    def _on_list(self) -> bool:
        """Whether it ends a list of places: 在局网站、公示栏和南山信息网上公布."""
        before = self.text[max(self.floor, self.start - 60) : self.start]
        return self.listed and _IN.search(before) is not None

    @property
    def _of_place(self) -> bool:
        """Whether it is a place's own site of services, or a site that goes on line: 南山信息网上线."""
        if self.modifier.endswith(_LOCAL_SERVICE) and self.lexicon.placed(self.modifier):
            return True
        return self.text.startswith("上线", self.end) and self.modifier.endswith(self.lexicon.nuclei)

    @property
    def channel(self) -> bool:
        """Whether something is published or served through it."""
        end = self.end + (self.quoted and self.text.startswith("”", self.end))  # “网格微信群”转发通告
        return is_channel(self.text, self.floor, self.ceiling, self.start, end, self.lexicon)

    @property
    def served(self) -> bool:
        """Whether right beside it stands what is done through it: 通过南山平台, 南山平台受理56件."""
        through = _THROUGH.search(self.text, max(self.floor, self.start - 4), self.start)
        return bool(through or self.lexicon.serves.match(self.text, self.end, self.ceiling))

    @property
    def closed(self) -> bool:
        """Whether accounts without a name or an owner are closed, and none of them is kept."""
        before = _CLOSED.search(self.text, max(self.floor, self.start - 20), self.start)
        if before is None or self.modifier or self.served:
            return False
        return not _KEPT.match(self.text, self.end, self.ceiling)

    @property
    def counted(self) -> bool:
        """Whether its names stand before it with their number: 关停“南山考试”“南山教研”2个微博."""
        return _COUNTED.search(self.text, max(self.floor, self.start - 12), self.start) is not None

    @property
    def listed(self) -> bool:
        """Whether it stands in a list."""
        return is_listed(self.text, self.start, self.end)
