"""The verb behind a title that says what is done with the document: 《办法》已印发, 把《办法》的第三条重写."""

import re
from functools import lru_cache

from gigraph.registry.wording import Wording
from gigraph.text.alternation import alternation

# Behind some verbs these make a noun of them: 实施方案, 公示栏.
NOUN_BEHIND = {
    "实施": ("方案", "细则", "办法", "意见", "纲要"),
    "学习": ("型",),
    "培训": ("班",),
    "公示": ("栏", "表"),
    "公开": ("办", "”", "工作", "领导", "目录和", "目录、", "指南和", "指南、", "职责", "义务", "责任"),
    "编制": ("部门",),
    "宣传": ("栏",),
    "制定": ("机关",),
    "修正": ("案",),
    "修订": ("案", "稿"),
    "修改": ("稿",),
    "报送": ("情况", "工作", "数量", "质量"),
    "起草": ("人", "单位", "说明"),
    "制作": ("成展", "成手册", "成海报", "成图", "成宣传", "成课件", "成视频", "成动漫", "成挂"),
    "制成": ("展", "手册", "海报", "图", "宣传", "课件", "视频", "动漫", "挂"),
}

# What stands between a title and the verb behind it that speaks of it; none of it says what the document itself says.
_ITSELF = "要求|规定|精神|明确|部署|所列|有关|相关|关于|中的?|里的?"
_UP_TO_VERB = (
    r"(?:中?的?(?:第[^,。;《》]{1,20}[条章款项]|(?:有关|相关|部分|个别)(?:条款|条文|章节|内容)))?(?:[(（][^()（）]{0,60}[)）])?(?:等[^,。;、《》]{0,14}?)?"
    r"(?:,?[经报][^,。;《》]{1,18}后,?|,?由(?P<agent>[^,。;《》]{2,16}?)(?=牵头|负责|组织|联合|统一|正式|印|发|制|拟|起|编|公|修|登|刊|挂|张|审))?"
    r"(?:(?:及其?|和|与)(?:政策)?(?:解读|图解|说明|问答)(?:材料|稿)?)?(?:[^,。;、《》]{0,4}[在于由经](?:[^,。;《》]{1,12}、)?《[^《》]{2,12}》(?:[、和]《[^《》]{2,12}》){0,3})?"
    rf"(?:(?!{_ITSELF})[^,。;、《》]){{0,16}}?(?:,(?:已|正式|予以|全面|及时|自动|并|现|于[^,。;《》]{{1,8}}?)?)?"
)
_ACTIVE = r"(?!了(?![一两三二\d,。;《]|$))"  # 《办法》明确了…: what the document does
_BY = r"(?<!通过(?![后了,。;、)]|$))"  # 已通过网站公布: by means of
# Behind these a verb is a noun: 信息公开, 人员编制.
NOUNS_BEFORE = ("信息", "政务", "事务", "党务", "村务", "校务", "院务", "厂务", "人员", "机构")
_NO_NOUN = "".join(f"(?<!{word})" for word in NOUNS_BEFORE)
# What the verb governs instead of the title: 对《…》撰写解读稿, 《…》和新修订的《…》.
_NO_OBJECT = (
    r"(?!了?[^,。;、后并及和与到至在于]{0,4}(?:解读|图解|问答|宣传|案例|讲座|培训|专栏|专题|手册|课件|题库|文章|短视频|海报)"
    r"|的《)"
)


def behind(after: str, wording: Wording) -> re.Match[str] | None:
    """The words behind a title up to its verb, with groups `verb` and `agent` (由市政府办公室印发); None without one.

    >>> from gigraph.registry import load_registry
    >>> behind("已于5月印发", load_registry().wording)["verb"]
    '印发'
    """
    return _pattern(wording).match(after)


@lru_cache(maxsize=4)
def _pattern(wording: Wording) -> re.Pattern[str]:
    verbs = [verb.verb for verb in wording.verbs.values() if verb.behind]
    made = "|".join(f"(?<={word})(?:{'|'.join(nouns)})" for word, nouns in NOUN_BEHIND.items())
    return re.compile(rf"{_UP_TO_VERB}{_NO_NOUN}(?P<verb>{alternation(verbs)})(?!{made}){_ACTIVE}{_BY}{_NO_OBJECT}")
