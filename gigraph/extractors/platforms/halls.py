"""Whether a noun names a place where people are served or read what is published, a window in it, or a telephone."""

import re
from collections.abc import Sequence
from dataclasses import replace

from gigraph.extractors.platforms.candidate import NUMBER_BEHIND, Candidate
from gigraph.extractors.platforms.channels import is_reading_place
from gigraph.extractors.platforms.form import Found
from gigraph.text.numerals import FEW

_AT = re.compile(r"(?:在|通过|利用|依托)\Z")
# 市政务服务中心民政窗口, 设立环保窗口, 窗口受理63件
_WINDOW_OF = re.compile(
    r"(?:(?:大厅|(?:服务|政务|便民|市民|审批)中心)的?(?:[一二三四五六1-6][楼层])?|(?:设立|设置|开设|增设|设有|派驻|开辟|设)了?(?:的)?)\Z"
)
_SOME = f"(?:{FEW}个)?"
# 设立3个环保窗口, 打造企业开办窗口
_SET_UP = re.compile(
    r"(?:设[立置有]?|[开增新专]设|建[立成有]|[共现]有|新[建增]|打造|配[备置]|布设|启用|推出|开辟|改造|升级|投用)了?"
    rf"{_SOME}\Z"
)
_OF_HALL = re.compile(r"大厅|(?:服务|政务|便民|市民|审批)中心")
_HANDLES = re.compile(
    r"(?:共|全年|累计|已|均|可|上|进驻[^,。;]{2,12}(?:中心|大厅)[^,。;]{0,4}[,]?){0,2}(?:接待|受理|办理|办结|接听|收件|接收|接件|发放|答复|解答|进驻)"
)
_SERVICE = re.compile(r"(?:受理|服务|办事|审批|咨询|许可|登记|综合|查询|收费|接待)\Z")  # 行政许可受理窗口受理412件
# 县医保中心服务窗口设查阅区
_OF_BODY = re.compile(r"(?:[局厅委所馆队院社处]|中心|大厅)\Z")
_SETS_UP = re.compile(
    r"(?:共|全年|累计|均|长期|免费){0,2}(?:设[置立有]?|摆放|张贴|放置|配备|公开|公示|公布|发放|提供|接待|受理|办理|办结)"
    r"(?!人员|单位|工作)"
)
_BY = re.compile(r"(?:通过|利用|运用|依托|借助|采取|采用)[^,。;\n]{0,48}\Z")
_BESIDE_IT = re.compile(r"(?:在|通过|利用|依托|借助|依靠|经)\Z")
_OTHERS = r"(?:[、和及与][^,。;、\n]{2,12}){0,4}等?[^,。;、\n]{0,6}?"
# 借助公开栏、县图书馆、县档案馆公开
_DISCLOSES = re.compile(rf"{_OTHERS}(?:进行|予以|主动|及时)?(?:公开(?!招|选|竞|遴)|公布|发布)")
# 通过县档案馆向市民提供信息
_OFFERS = re.compile(r"(?:向|为|给)[^,。;、\n]{2,8}?(?:提供|公开|公布|开放)")
# 在镇便民服务中心公示办事指南; no board in it: 在县政务服务中心公示栏公开
_SHOWS = re.compile(
    r"(?:进行|予以|主动|及时|集中|统一|同步|长期|对外|免费){0,2}"
    r"(?:公开|公布|公示|发布|公告|张贴|展示|发放|宣传|查询|提供)(?![栏牌板屏窗墙大])"
)
# 街道便民服务中心设立触摸查询屏, 市政务服务中心二楼大厅设置自助查询机
_FITTED = re.compile(
    r"(?:[一二三四五六1-6][楼层](?:办事|服务)?大厅)?(?:均|都|也|已|各)?"
    r"(?:设[立置有]?|配[备置有]|安装|摆放|布设|投放|增设)了?[^,。;]{0,10}?"
    r"(?:自助|查询|触摸|显示|电子|公开|公示|公告|终端|一体机|LED)[^,。;]{0,6}?(?:[机屏栏牌]|终端)"
)
_WITH_WINDOWS = re.compile(r",?(?:共?设[立置有]?|进驻|开设|共有)(?:部门|办事|服务|综合|各类)?窗口\d")
_UPSTAIRS = re.compile(r"[一二三四五六1-6][楼层](?:办事|服务)?大厅")
_NAMED = 4  # characters of a body's name, at least: 市财政局
_HOUSE_OF = re.compile(r"(?:局|委|委员会|法院|检察院|中心)\Z")
_FRAME = re.compile(r"以[^,。;\n]{0,24}\Z")
_MAIN = re.compile(r"(?:[、和及与][^,。;、\n]{2,12}){0,4}等?为(?:主|辅|载体|平台|窗口|依托|阵地|渠道|补充|抓手)")
# 镇便民服务中心公示办事事项68项, 局政务中心办理签证2.1万艘次
_SERVES = re.compile(
    r"(?:窗口)?(?:共|全年|累计|年内|已|均){0,2}(?:公示|张贴|摆放|受理|办理|办结|收件|接件|接待)(?![栏牌板屏窗墙])"
)
_ACTOR = re.compile(r"(?:由|协调|会同|转交|交由|安排|责成|联合|配合|要求|商)\Z")
_REPLIES = re.compile(r"[^,。;\n]{0,16}?(?:答复|函复|回复|办结)")  # 由区档案局、街道共同答复
_CENTRE = re.compile(r"(?:服务|政务|市民|审批)中心\Z|大厅\Z")
_PUBLIC = (
    r"(?:主动|依法|全部|各类|本级|纸质){0,2}(?:公开|政府信息|信息公开|现行文件|信息|[^,。;、\n]{0,12}(?:公报|政报)》?)"
)
# 向市档案馆、市图书馆移送公开文件46份
_TO = re.compile(r"(?:向|往|至)[^,。;\n]{0,24}\Z")
_HANDED = re.compile(rf"{_OTHERS}(?:移送|移交|送交|报送|报备|提供|寄送|赠送|分送|配送|提交)了?{_PUBLIC}")
# 将政府公报分送市档案馆、市图书馆
_GIVEN = re.compile(
    r"(?:公报|政报|公开(?:的)?(?:政府)?(?:信息|文件|资料|材料)|政府信息|现行文件|规范性文件)》?[^,。;、\n]{0,8}"
    r"(?:送|交|移交|移送|交给|赠阅|提供给|投放)(?:至|到|往|给|在)?(?:[^,。;\n]{2,12}[、和及与]){0,4}\Z"
)
# 在市档案馆、市图书馆等场所投放公报, 公报在市图书馆免费取阅
_IN = re.compile(r"在(?:[^,。;、\n]{2,12}[、和及与]){0,5}\Z")
_LAID_OUT = re.compile(
    rf"{_OTHERS}(?:免费|集中|统一|长期|同步){{0,2}}(?:投放|陈列|放置|摆放|展示|赠阅|取阅|供[^,。;\n]{{0,6}}(?:取阅|查阅|阅览))"
)
_JOINERS = frozenset("、和及与")
_MANY = {"乡镇", "区县", "县区"}
_NONE = {"", "reading"}  # another house tells nothing
_NEXT = re.compile(
    r"(?:以及|[、和及与])[“《]?([\u4e00-\u9fff\w”》]{2,16}?)(?=[、和及与以,。;]|等|(?:进行|向|公开(?![栏墙板牌窗点专网平系])|公布|发布)|相结合|的)"
)
_PARTS = ("窗口", "专区")
# 市政务服务中心民政窗口, 市政务服务中心设立了民政窗口
_IN_IT = re.compile(r"(?:[增新加开专另]?设[立置有]?了?|开辟了?|进驻)?" + _SOME)
_HALL = re.compile(r"[\s\S]{1,20}(?:大厅|(?:服务|政务|便民|市民|审批)中心)\Z")
_ARCHIVE = re.compile(r"(?:档案馆|档案局|图书馆)\Z")
_RECEIVES = re.compile(rf"(?:全年|共|已|累计){{0,2}}(?:接收|接受|收到)(?:移交|报送)?(?:的)?{_PUBLIC}")
_TELEPHONE_BY = re.compile(r"(?:通过|利用|拨打|依托|借助|运用|经|以)(?:24小时)?\Z")
_ANSWERS = re.compile(
    r"(?:照常开通|[^,。;:、\d]{0,4}?(?:接听|接到|受理|接待|解答|答复|办理|收到|接受)(?!人|单位|部门|时间|范围))"
)


def is_hall(candidate: Candidate) -> bool:
    """Whether a house is one where people read what is published, or where they are served."""
    text, floor, ceiling = candidate.text, candidate.floor, candidate.ceiling
    start, end = candidate.start, candidate.end
    if candidate.modifier in _MANY and text[start - 1 : start] != "个":  # 乡镇便民服务中心: many; but 15个
        return False
    if _ACTOR.search(text, max(floor, start - 2), start) and _REPLIES.match(text, end, ceiling):
        return False
    if is_reading_place(text, floor, ceiling, start, end, candidate.lexicon):
        return True
    before = max(floor, start - 2)
    if _BESIDE_IT.search(text, before, start) and (_OFFERS.match(text, end, ceiling) or _SHOWS.match(text, end)):
        return True
    if _FRAME.search(text, max(floor, start - 26), start) and _MAIN.match(text, end, ceiling):
        return True
    if _is_given(candidate):
        return True
    hall = _UPSTAIRS.match(text, end, ceiling)
    at = hall.end() if hall else end
    served = _CENTRE.search(candidate.term.term) and (
        _SERVES.match(text, at, ceiling)
        or is_fitted(candidate)
        or (hall and text[start - 1 : start] == "在" and _SHOWS.match(text, at))
    )
    if served and not _ACTOR.search(text, before, start):
        return True
    if candidate.listed and candidate.channel and _stands_among(candidate):
        return True
    through = candidate.listed and _DISCLOSES.match(text, end, ceiling)
    return bool(through and _BY.search(text, max(floor, start - 52), start))


def _is_given(candidate: Candidate) -> bool:
    """Whether what is published is given to a house, or laid out there."""
    text, ceiling, start, end = candidate.text, candidate.ceiling, candidate.start, candidate.end
    before = text[max(candidate.floor, start - 64) : start]
    if _ARCHIVE.search(candidate.term.term) and _RECEIVES.match(text, end, ceiling):
        return True
    if _TO.search(before) and _HANDED.match(text, end, ceiling):
        return True
    if _GIVEN.search(before):
        return True
    within = _LAID_OUT.match(text, end, ceiling) or (candidate.listed and _DISCLOSES.match(text, end, ceiling))
    return bool(within and _IN.search(before))


def _stands_among(candidate: Candidate) -> bool:
    """Whether its neighbour in a list is a platform: 公开栏、县图书馆."""
    text, start, end = candidate.text, candidate.start, candidate.end
    if text[start - 1 : start] in _JOINERS:
        at = start - 2 if text.startswith("以及", start - 2) else start - 1
        before = text[max(candidate.floor, at - 10) : at].rstrip("”》")
        if candidate.lexicon.ends_name(before) not in _NONE:
            return True
    after = _NEXT.match(text, end, candidate.ceiling)
    return after is not None and candidate.lexicon.ends_name(after[1].rstrip("》")) not in _NONE


def is_fitted(candidate: Candidate) -> bool:
    """Whether a screen, a board or a machine stands in a hall with a name: 区行政服务中心办事大厅设置打印机."""
    text, end, ceiling = candidate.text, candidate.end, candidate.ceiling
    return bool(candidate.modifier and (_FITTED.match(text, end, ceiling) or _WITH_WINDOWS.match(text, end, ceiling)))


def is_house(candidate: Candidate) -> bool:
    """Whether the hall is a body's and people are served in it: 市财政局大厅设有咨询窗口."""
    text, start, end = candidate.text, candidate.start, candidate.end
    if len(candidate.modifier) < _NAMED or not _HOUSE_OF.search(candidate.modifier):  # 局大厅 names none
        return False
    if _SERVES.match(text, end, candidate.ceiling) or _SETS_UP.match(text, end, candidate.ceiling):
        return True
    return bool(_BESIDE_IT.search(text, max(candidate.floor, start - 2), start) and _SHOWS.match(text, end))


def is_window(candidate: Candidate) -> bool:
    """Whether a window is one of a hall, or is set up, or something is handled or published there."""
    text, start, modifier = candidate.text, candidate.start, candidate.modifier
    following = text[candidate.end : candidate.end + 1]
    if modifier and candidate.lexicon.vague.fullmatch(modifier):
        return False
    if not modifier and candidate.term.term == "窗口" and following.isdigit():  # 开设窗口26个
        return False
    of_hall = _WINDOW_OF.search(text, max(candidate.floor, start - 12), start)
    if candidate.term.term == "专区":  # of a hall; columns of sites are called so, too
        return bool(of_hall and _OF_HALL.match(of_hall.group()))
    if of_hall or (modifier and _SET_UP.search(text, max(candidate.floor, start - 8), start)):
        return True
    at = _AT.search(text, max(candidate.floor, start - 2), start) or candidate.listed
    if modifier and at and candidate.channel:  # 在联合办税窗口公开; 通过网站、局窗口公开
        return True
    if modifier and _OF_BODY.search(modifier) and _SETS_UP.match(text, candidate.end, candidate.ceiling):
        return True
    if modifier and text[start - 1 : start] in _JOINERS and text.endswith("窗口", candidate.floor, start - 1):
        return True  # 设综合窗口、咨询窗口
    own = not modifier or modifier.startswith(("我", "本", "局", "厅", "委", "中心")) or _SERVICE.search(modifier)
    return bool(own and _HANDLES.match(text, candidate.end, candidate.ceiling))


def is_telephone(candidate: Candidate) -> bool:
    """Whether calls are made or answered there: 通过咨询电话解答, 举报电话受理36件; no number that is published."""
    text, start = candidate.text, candidate.start
    number = NUMBER_BEHIND.match(text, candidate.end)
    if _ANSWERS.match(text, number.end() if number else candidate.end, candidate.ceiling):
        return True
    return bool(_TELEPHONE_BY.search(text, max(candidate.floor, start - 6), start) and candidate.channel)


def with_halls(text: str, nouns: Sequence[Found]) -> list[Found]:
    """The nouns found; a corner right behind its hall, and a window set up in it, bears the hall's name.

    Of a window (县政务服务中心环保窗口) the hall is named, too; a corner is all that its words mean.
    """
    done: list[Found] = []
    for noun in nouns:
        hall, term = done[-1] if done else None, noun.form.term
        if hall and _is_in(text, hall, noun):
            if not term.endswith("窗口"):
                done.pop()
            noun = noun._replace(form=replace(noun.form, name=hall.form.name + noun.form.name))
        done.append(noun)
    return done


def _is_in(text: str, hall: Found, noun: Found) -> bool:
    """Whether a window or a corner is one of a hall: right behind it, or, of a window, set up in it."""
    form, term = noun.form, noun.form.term
    window = form.modifier if form.use == "window" else term != "窗口" and term.endswith(_PARTS)
    named = (hall.form.modifier or hall.form.use == "reading") and hall.form.use != "house"
    if not (window and named and _HALL.fullmatch(hall.form.name)):
        return False
    return hall.end == noun.start or (
        term.endswith("窗口") and _IN_IT.fullmatch(text, hall.end, noun.start) is not None
    )
