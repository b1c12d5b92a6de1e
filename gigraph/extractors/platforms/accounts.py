"""Names in quotation marks beside a noun: 微信公众号“南山发布”, “南山发布”、“南山警方”等微博, 门户网站“南山在线”."""

import re
from collections.abc import Iterable, Iterator
from dataclasses import replace

from gigraph.extractors.platforms.candidate import MANY
from gigraph.extractors.platforms.channels import is_channel
from gigraph.extractors.platforms.form import Found, PlatformForm
from gigraph.extractors.platforms.lexicon import Lexicon

_KINDS = {"website", "weibo", "wechat", "app", "other"}
_NAME = r"“([^“”。;\n]{2,16})”"
_QUOTED = re.compile(r"“[^“”\n]{2,16}”(?=(?:官方|政务)?[^“”]{2,10}\Z)")
# What may bear the name of the account before it; a loudspeaker or a short message does not.
_ACCOUNT = re.compile(r"号|微博|微信|视频|抖音|快手|头条|客户端|APP|App|app|微视|红书|B站|哔哩|账户|小程序|官微")
_NEAR = 60  # characters between an account and the next of the same name
_JOINED = {"、", "和", "及", "与", "/", "以及"}
_COLUMN = r"(?![^,。;、“(]{0,4}(?:栏|板块|模块|频道|页面|专题|专区|窗口|活动|系列))"
_AFTER = re.compile(rf"[(:]?{_NAME}{_COLUMN}")
# 微信公众号(秀美南山)
_IN_BRACKETS = re.compile(
    r"\((?!以下|简称|下称|又称|含|包括|包含|共|即|如|见|附|微信|微博|政务|官方|暂|已|未|原|粉丝|关注|订阅)@?([\u4e00-\u9fff·]{3,12}(?<![个次条期类人册等号台站网群]))\)"
)
_SITE_AFTER = re.compile(rf"[(:]?[“《]([^“”《》。;\n]{{2,16}})[”》]{_COLUMN}")
_NEXT = re.compile(rf"[、和与及]?{_NAME}{_COLUMN}")
_LISTED = re.compile(rf"{_NAME}[、和及与]?\Z")
_SUCH_AS = re.compile(rf"{_NAME}(?:等|(?={MANY})){MANY}?(?:官方|政务)?\Z")  # “南山发布”“南山教育”两个微信公众号
_SITE = re.compile(r"(?:网|在线|之窗|网站|门户|视窗|热线|警方|发布)\Z|\A中国")
_ACCOUNTS = re.compile(
    r"(“[^“”。;\n]{2,16}”[、和]?(?:“[^“”。;\n]{2,16}”[、和]?){0,7})"
    rf"(?:等|{MANY})[^,。;、“”\n]{{0,6}}(?:栏目|账号|帐号|新媒体|品牌)"
)
_PLATFORMS = re.compile(
    r"(?:通过|依托|利用|借助|运用|用好|用活|发挥)[^,。;“”\n]{0,4}"
    r"((?:“[^“”。;\n]{2,12}”[、和]?){2,8})等?[^,。;、“”\n]{0,6}(?:平台|渠道|载体|媒体|账号)(?![^,。;、\n]{0,2}(?:专栏|栏目))"
)
_OPENS = re.compile(r"(?:[开增新]设|设[置立]|新增|推出|开辟|策划|打造)了?\Z")
_MEDIA = re.compile(r"(两微|微博)|(微信|公众号)|新媒体|抖音")
_BRAND = re.compile(
    r"“(?<!网站“)([\u4e00-\u9fff]{2,8}(?:在线|(?<!信息)(?<!新闻)(?<!政策)(?<!数据)发布|融媒|之声|之窗|警方)|[\u4e00-\u9fff]{1,6}[^畅互连精沟贯\W]通)”(?![^,。;、“(以和与及]{0,4}(?:栏|板块|版块|模块|频道|专题|专区|活动|系列|工程|行动|机制|网站))"
)
# “征纳互动群”解答咨询; no group of people
_GROUP = re.compile(
    r"“([\u4e00-\u9fffA-Za-z]{1,8}(?:互动|交流|联络|联系|沟通|工作|服务|咨询|办事|议事|通知|信息|答疑|政策|帮扶|宣传)群)”"
)
_IN_LIST = re.compile(r"(?:\([^()]{1,8}\))?(?:等[^,。;]{0,6}(?:平台|账号|媒体|渠道)|以及|[、和及与“])")
# “一部手机办事通”上线事项36项, “南山码上办”注册用户3万人
_APPLICATION = re.compile(
    r"“((?:[\u4e00-\u9fff]{2,8}[^畅互连精沟贯联直\W]通|[\u4e00-\u9fff]{1,8}(?:[里速快易好政]|码上|掌上|指尖|一网)办))”"
    r"(?=(?:平台)?(?:全年|累计|已|新增|共|实名|新){0,3}(?:上线|接入|注册|入驻|下载|日均?活跃|可办|办理事项|用户|开通))"
)
_UPON_SITE = re.compile(r"(?:网站|网|首页|专栏|栏目|频道)\Z")
_CHANNEL = re.compile(r"“([^“”]{2,8})”(?:平台|账号|客户端)")
_MOST = 12


def by_quotation(text: str, floor: int, ceiling: int, nouns: Iterable[Found]) -> Iterator[Found]:
    """The accounts and sites whose quoted names stand before or after one of the nouns found in text[floor:ceiling]."""
    for noun in nouns:
        if noun.form.use == "named" and noun.form.term == "平台" and noun.form.name.startswith("“"):
            yield from _before(text, floor, noun)
        if noun.form.kind not in _KINDS:
            continue
        if noun.form.use in {"channel", "generic"} or (noun.form.use == "whole" and noun.form.kind == "weibo"):
            yield from _before(text, floor, noun)
            if "”" not in noun.form.name:
                yield from _after(text, ceiling, noun)
            if not noun.form.modifier and (name := _IN_BRACKETS.match(text, noun.end, ceiling)):
                yield _account(noun.start, name.end(), name[1], noun)
        elif noun.form.use == "site":
            if noun.form.name.startswith("“"):
                yield from _before(text, floor, noun)
            match = _SITE_AFTER.match(text, noun.end, ceiling)
            if match and _SITE.search(match.group(1)):
                yield _account(match.start(1) - 1, match.end(1) + 1, match.group(1), noun, noun.start)


def plain_channels(found: Iterable[Found], lexicon: Lexicon) -> Iterator[Found]:
    """The names found; in “今日头条”“抖音”平台 the channels themselves are meant."""
    for item in found:
        match = _CHANNEL.fullmatch(item.form.name)
        row = lexicon.terms.get(match[1]) if match else None
        if row and row.use == "channel":
            item = item._replace(form=PlatformForm(row.term, row.kind, row.term, row.use, row.group))
        yield item


def shared_names(text: str, nouns: Iterable[Found]) -> list[Found]:
    """The nouns found, where accounts bear the name of the one before: “南山发布”微博、微信公众号, 同名微信公众号."""
    done: list[Found] = []
    named, until = "", 0  # the quoted name of the account found last, and where the last that bears it ends
    for noun in nouns:
        form = noun.form
        if form.kind in _KINDS - {"website"} and form.use in {"channel", "generic"}:
            between = text[until : noun.start]
            if quoted := _QUOTED.match(form.name):
                named, until = quoted.group(), noun.end
            elif form.modifier == "同名":
                near = named if len(between) <= _NEAR else ""
                noun, until = noun._replace(form=replace(form, name=near + form.term)), noun.end
            elif named and not form.modifier and between in _JOINED and _bears(text, noun):
                noun, until = noun._replace(form=replace(form, name=named + form.term)), noun.end
        done.append(noun)
    return done


def _bears(text: str, noun: Found) -> bool:
    """Whether an account may bear the name of the one before it: it has none of its own."""
    return bool(_ACCOUNT.search(noun.form.term)) and text[noun.end : noun.end + 1] != "“"


def by_brand(text: str, floor: int, ceiling: int) -> Iterator[Found]:
    """Accounts listed as brands where the sentence speaks of new media: “南山警方”、“南山交警”等品牌栏目."""
    for match in _ACCOUNTS.finditer(text, floor, ceiling):
        before = text[max(floor, text.rfind("。", floor, match.start()) + 1) : match.start()]
        media = _MEDIA.search(before) or _MEDIA.search(text, match.end(1), match.end())
        if not media:
            continue
        if match.group().endswith("栏目") and "品牌" not in match.group() and _OPENS.search(before):
            continue  # 公众号开设“政策问答”“一图读懂”等栏目
        kind = "weibo" if media.group(1) else "wechat" if media.group(2) else "other"
        for name in re.finditer(_NAME, match.group(1)):
            start, end = match.start(1) + name.start(), match.start(1) + name.end()
            yield Found(start, end, PlatformForm(name.group(1), kind, "", "named", name.group(1)), "brand")


def by_named_one(text: str, floor: int, ceiling: int, lexicon: Lexicon) -> Iterator[Found]:
    """The others that are listed as platforms with one that is known: 依托“南山发布”“爱南山”等平台."""
    for match in _PLATFORMS.finditer(text, floor, ceiling):
        names = list(re.finditer(_NAME, match[1]))
        if not any(name[1] in lexicon.names or _BRAND.fullmatch(name.group()) for name in names):
            continue
        for name in names:
            start, end = match.start(1) + name.start(), match.start(1) + name.end()
            if name[1] not in lexicon.names and not _BRAND.fullmatch(name.group()):
                yield Found(start, end, PlatformForm(name[1], "other", "", "named", name[1]), "brand")


def by_quoted_brand(text: str, floor: int, ceiling: int, lexicon: Lexicon) -> Iterator[Found]:
    """Accounts and applications with their name in quotation marks alone: 通过“南山在线”“南山通”公开, “浙里养老”."""
    for match in lexicon.families.finditer(text, floor, ceiling):
        if match[1] not in lexicon.names and not lexicon.heads.match(text, match.end()):
            yield Found(*match.span(), PlatformForm(match[1], "system", "", "named", match[1]), "quoted-brand")
    for match in _APPLICATION.finditer(text, floor, ceiling):
        if match[1] not in lexicon.names and not lexicon.families.match(text, match.start()):
            yield Found(*match.span(), PlatformForm(match[1], "app", "", "title", match[1]), "quoted-brand")
    for match in _GROUP.finditer(text, floor, ceiling):
        channel = is_channel(text, floor, ceiling, *match.span(), lexicon) or _IN_LIST.match(text, match.end())
        if channel and not lexicon.heads.search(text, match.end(1) - 3, match.end(1)):
            yield Found(*match.span(), PlatformForm(match[1], "other", "", "named", match[1]), "quoted-brand")
    for match in _BRAND.finditer(text, floor, ceiling):
        start, end = match.span()
        if match[1] in lexicon.names or lexicon.families.match(text, start):
            continue
        if is_channel(text, floor, ceiling, start, end, lexicon) or _IN_LIST.match(text, end):
            yield Found(start, end, PlatformForm(match.group(1), "other", "", "named", match.group(1)), "quoted-brand")


def _before(text: str, floor: int, noun: Found) -> Iterator[Found]:
    position, end = noun.start, noun.end
    pattern = _LISTED if noun.form.name.startswith("“") else _SUCH_AS
    for _ in range(_MOST):
        match = pattern.search(text, max(floor, position - 24), position)
        if not match or _UPON_SITE.search(text, max(floor, match.start() - 2), match.start()):
            return  # 县政府网站“意见征集”和“南山通”APP: a column
        yield _account(match.start(), end if pattern is _SUCH_AS else match.end(1) + 1, match.group(1), noun)
        position, pattern = match.start(), _LISTED


def _after(text: str, ceiling: int, noun: Found) -> Iterator[Found]:
    start, position, pattern = noun.start, noun.end, _AFTER
    for _ in range(_MOST):
        match = pattern.match(text, position, ceiling)
        if not match:
            return
        position = match.end(1) + 1
        yield _account(start if pattern is _AFTER else match.start(1) - 1, position, match.group(1), noun)
        pattern = _NEXT


def _account(start: int, end: int, name: str, noun: Found, beside: int | None = None) -> Found:
    form = noun.form
    name = name.removeprefix("@")  # 新浪微博“@南山发布”
    if form.use == "whole":  # 新浪微博“南山发布” and “南山发布”新浪微博 are one
        form = replace(form, name=f"“{name}”{form.term}", term="微博", use="named", group="微博")
        return Found(start, end, form, "quoted-name")
    full = name if beside is not None else f"“{name}”{form.term}"
    use = "site" if form.use == "site" else "named"
    return Found(start, end, PlatformForm(full, form.kind, form.term, use, form.group, beside), "quoted-name")
