"""What is done with a document, told by verbs before it and behind it, whoever acts: verbs by frames."""

import pytest

from gigraph.documents import document_of
from gigraph.pipeline import facts_of
from gigraph.registry import load_registry
from gigraph.registry.wording_rows import Verb
from gigraph.resolve.regulations.relation import relation

REGISTRY = load_registry()
WORDING = REGISTRY.wording
TITLE = "信息发布审查办法"


def told(text: str, publisher: str = "咸阳市财政局") -> str:
    """The relation to the one document whose title is TITLE."""
    report = f"{publisher}2016年政府信息公开工作年度报告\n\n{text.replace('甲', f'《{TITLE}》')}\n"
    entries = facts_of(document_of(report.encode(), "x.txt"), REGISTRY).regulations
    found = [entry for entry in entries if any(TITLE in name for name in (entry.name or "", *entry.aliases))]
    assert len(found) == 1, text
    return found[0].relation


@pytest.mark.parametrize(
    "verb", [v for v in WORDING.verbs.values() if v.place and not v.bare], ids=lambda verb: verb.verb
)
def test_every_verb_with_a_place_of_its_own_is_found_there(verb: Verb) -> None:
    before, _, after = verb.example.partition("《信息发布审查办法》")
    doing = relation(before, after, WORDING)
    assert (doing.verb, doing.relation) == (verb.verb, verb.relation)


# 甲 stands for the title.
BEFORE = {
    "issues": "新拟 订立 增订 合发 联发 印出 拟出 编出了 梳理出 整理出 重编 补编 改写 原则通过 重新编写 编成 立下 废除 归并成 编 订了 印",
    "discloses": "登出 挂出 晒出了 贴出 张贴 播出 刊出 派发 摆放 披露 上载 全文登载 登 挂",
    "cites": "照 学了 研读 重申 对标 吃透 讲解 援引 仿照 温习 紧扣 恪守 谈及 盘点 涉及",
}  # fmt: skip
BEHIND = {
    "issues": "甲已出台。 甲于6月印发,8月起执行。 甲经局党组会研究后印发。 又把甲改写了一遍。 将甲重新编写。 甲由局办公室起草。 完成甲的修订工作。 甲随后试行。"
    " 把甲的第五条、第九条重写。 甲、《考勤规定》相继出台。 对甲进行了修订完善。 原甲停止使用。 甲(试行)年底定稿。 甲经县政府同意,印发各镇。 就甲公开征求意见。",
    "discloses": "将甲等规章挂到局网站。 把甲等8份文件上传到专栏。 甲在《咸阳日报》全文刊登。 甲及其解读同步上网。 甲已通过门户网站向社会公布。 甲公示7天。 对甲予以公示。",
    "cites": "甲出台后,我局组织了两次学习。 自甲施行以来,申请增多。 以甲为依据开展检查。 把甲列入学习内容。 将甲各项要求分解到科室。 甲明确了三项职责。 甲要求公开的都已办到。",
}  # fmt: skip
WHOLE = [
    ("制定《考勤规定》,重申甲等8部规章的要求。", "cites"),
    ("印发了《考勤规定》《保密守则》,以及甲。", "issues"),
    ("修订了两项制度,其中甲共5章。", "issues"),
    ("改《发布规定》为甲。", "issues"),
    ("《保密守则》、《发布规定》合并为甲。", "issues"),
    ("6月印出《保密守则》2000册,甲随后试行。", "issues"),
    ("登出《考勤规定》,讲解甲。", "cites"),
    ("制定了实施方案,把甲落到实处。", "cites"),
    ("把原来的三项规定揉成一份甲。", "issues"),
    ("编了一本甲。", "issues"),
    ("清理旧文,废《考勤规定》,立甲。", "issues"),
    ("起草的甲已报县法制办审查。", "issues"),
    ("换掉旧版公开指南,并按市政府办公室甲改写答复文本。", "cites"),
    ("我们自己编的甲派上了用场。", "issues"),
    ("甲报县政府同意后印发。", "issues"),
    ("按照起草的甲试点。", "cites"),
    ("甲通过局长办公会审议。", "issues"),
    ("会商县审计局后,甲印发实施。", "issues"),
    ("完成甲规定的任务。", "cites"),
    ("网站首页挂着甲全文。", "discloses"),
    ("在县政府网站可查阅甲。", "discloses"),
    ("把甲摆上大厅书架。", "discloses"),
    ("甲在门户网、《咸阳日报》和村务公开栏三处公布。", "discloses"),
    ("甲颁布十周年,开展宣传周。", "cites"),
    ("省厅甲出台后,我局组织学习。", "cites"),
    ("着手研究甲的修订。", "issues"),
    ("甲已纳入本市2019年规范性文件制定计划。", "issues"),
    ("甲已纳入干部培训计划。", "cites"),
    ("甲现处于意见征集阶段。", "issues"),
    ("推进甲立法进程。", "issues"),
    ("取消甲。", "issues"),
    ("对不再适用的甲予以废除。", "issues"),
    ("按照正在修订的甲答复申请。", "cites"),
    ("新制定《考勤规定》,原甲不再执行。", "issues"),
    ("用《发布规定》取代甲。", "issues"),
    ("将《发布规定》升格为甲。", "issues"),
    ("将甲中的第三条删去。", "issues"),
    ("对甲有关条款予以修正。", "issues"),
    ("对照甲有关内容自查。", "cites"),
    ("将甲由四类扩充为六类。", "issues"),
    ("对甲进行了动态调整。", "issues"),
    ("把甲制成展板上墙。", "discloses"),
    ("依法公开了甲等政策法规。", "discloses"),
    ("集中发布甲等信息。", "discloses"),
    ("做好信息公开工作,甲深入人心。", "cites"),
    ("常务会议审议甲。", "issues"),
    ("甲列为2022年重点立法项目。", "issues"),
    ("甲有效期届满,自动失效。", "issues"),
    ("终止甲。", "issues"),
    ("将甲发布于政府网站。", "discloses"),
    ("将甲制作成展板在小区展出。", "discloses"),
    ("甲赋予林业部门公开职责。", "cites"),
]
# Who acts: ~ stands for the verb of drafting.
OWN = (
    "在市政府办公室指导下,~甲。 在省财政厅和市法制办的帮助下~甲。 市政府办公室指导我局~甲。 市政府办公室、省财政厅帮助我们~甲。 会同市审计局、市发改委~甲。"
    " 与市审计局联合~甲。 商市审计局~甲。 我局与市审计局联合~甲。 市财政局同市审计局、市教育局~甲。 市审计局会同我局~甲。 征求市审计局意见后~甲。 代市政府~甲。"
    " 报市政府批准后,~甲。 受市政府委托,~甲。 借鉴市审计局的做法,~甲。 为配合市审计局检查,~甲。 局党组会~甲。 局里~甲。 由局办公室~甲。 向市政府办公室报告后,~甲。"
)  # fmt: skip
FOREIGN = (
    "市政府办公室近日~甲。 市审计局、市教育局联合~甲。 市审计局会同市教育局~甲。 根据省财政厅~的甲要求。 市委、市政府~甲。 在市政府办公室~甲之后,我局照办。"
    " 年初,市政府~甲后,我局分解任务。 大同市财政局~甲。 市商务局~甲。"
)  # fmt: skip


@pytest.mark.parametrize(
    ("verb", "expected"), [(verb, kind) for kind, verbs in BEFORE.items() for verb in verbs.split()]
)
def test_verbs_before_a_title(verb: str, expected: str) -> None:
    frames = (
        "我局{}甲。",
        "按照《条例》要求,年内{}甲。",
        "5月,市财政局{}《咸阳市财政局保密守则》和甲。",
        "会同市审计局{}甲等8项。",
    )
    assert [told(frame.format(verb)) for frame in frames] == [expected] * len(frames)


@pytest.mark.parametrize(
    ("text", "expected"), [(text, kind) for kind, texts in BEHIND.items() for text in texts.split()]
)
def test_verbs_behind_a_title(text: str, expected: str) -> None:
    assert told(text) == expected


@pytest.mark.parametrize(("text", "expected"), WHOLE)
def test_whole_clauses(text: str, expected: str) -> None:
    assert told(text) == expected


@pytest.mark.parametrize("verb", ["制定", "印发", "拟出", "起草"])
def test_who_acts(verb: str) -> None:
    assert {text: told(text.replace("~", verb)) for text in OWN.split()} == dict.fromkeys(OWN.split(), "issues")
    assert {text: told(text.replace("~", verb)) for text in FOREIGN.split()} == dict.fromkeys(FOREIGN.split(), "cites")


@pytest.mark.parametrize(
    ("publisher", "text", "expected"),
    [
        ("咸阳市人民政府", "市政府第8次常务会审定了甲。", "issues"),
        ("咸阳市财政局", "市政府第8次常务会审定了甲。", "cites"),
        ("咸阳市人民政府", "市人大常委会颁布甲。", "cites"),
        ("咸阳市人民政府", "市政协办公室印发甲。", "cites"),
        ("海关总署", "总署修订公布甲。", "issues"),
    ],
)
def test_bodies_that_act_in_meetings_or_beside_a_government(publisher: str, text: str, expected: str) -> None:
    assert told(text, publisher) == expected


def test_a_governments_own_title_is_its_own_also_where_it_was_issued_before() -> None:
    text = "《咸阳市信息发布审查办法》下发后,各县开会部署。"
    assert [told(text, publisher) for publisher in ("咸阳市人民政府", "咸阳市财政局")] == ["issues", "cites"]
