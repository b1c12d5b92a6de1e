"""Words of the sentence before names, and behind them, are no part of the names."""

from typing import Any

import pytest

from gigraph.documents import document_of
from gigraph.pipeline import facts_of
from gigraph.pipeline.contract import to_json
from gigraph.registry import load_registry

TEXT = """{publisher}2021年政府信息公开工作年度报告

根据《中华人民共和国政府信息公开条例》的规定编制本报告。

一、总体情况

2021年，{sentences}全年没有发生投诉。
"""
PUBLISHER = "礼泉县教育局"
# What stands before names: in the table, and some that no table knows (致敬, 陪着).
WORDS = [
    "通过",
    "对照",
    "邀请",
    "会同",
    "由",
    "向",
    "经",
    "报送",
    "抄送",
    "提请",
    "依托",
    "接受",
    "委托",
    "联合",
    "配合",
    "陪同",
    "走访",
    "充分利用",
    "主动向",
    "及时报",
    "统一由",
    "均由",
    "健全",
    "公开",
    "管理",
    "更新",
    "深入",
    "进入",
    "引入",
    "另外",
    "此外",
    "违反",
    "召开",
    "打开",
    "丰富",
    "规范",
    "提高",
    "整理",
    "搜索",
    "到达",
    "新建",
    "比如",
    "建成",
    "促成",
    "创新",
    "随同",
    "咨询",
    "请示",
    "并由",
    "再由",
    "经由",
    "报经",
    "按照",
    "要求",
    "印发",
    "贯彻",
    "落实",
    "督促",
    "指导",
    "感谢",
    "学习",
    "全年",
    "其中",
    "目前",
    "分别向",
    "首先由",
]
UNKNOWN = ["致敬", "陪着", "拜会", "转呈", "托请", "敬请了"]
NAMES = [
    "县财政局",
    "市发展和改革委员会",
    "省政府办公厅",
    "县委办公室",
    "县纪委监委",
    "国家税务总局",
    "国务院办公厅",
    "县政务公开办公室",
    "市政府",
    "礼泉县司法局",
]
GROUPS = ("政府信息公开工作领导小组", "保密工作领导小组", "县依法行政工作领导小组")
TOWNS = ("城关镇人民政府", "兴华街道办事处", "史家坡镇政府")
# 推进 and 贯彻 may begin a group's name, 均 and 都 speak of several.
OF_GROUPS = frozenset(["贯彻", "落实"])


def entries(kind: str, text: str, publisher: str = PUBLISHER) -> list[dict[str, Any]]:
    document = document_of(TEXT.format(publisher=publisher, sentences=text).encode(), "a.txt")
    return list(to_json(facts_of(document, load_registry()))[kind])


def agencies(text: str, publisher: str = PUBLISHER) -> list[str]:
    """The surfaces of agencies in a text, in its order, the publisher's own name left out."""
    found = [
        mention
        for entry in entries("agencies", text, publisher)
        for mention in entry["mentions"]
        if entry["name"] != publisher
    ]
    return [mention["exact"] for mention in sorted(found, key=lambda mention: mention["start"])]


def wrong(word: str, names: tuple[str, ...], frame: str) -> list[tuple[str, list[str]]]:
    """The names before which a word is read as a part of them, with what is found; all are asked for at once first."""
    if agencies("".join(frame.format(word=word, name=name) for name in names)) == list(names):
        return []
    found = [(name, agencies(frame.format(word=word, name=name))) for name in names]
    return [(word + name, surfaces) for name, surfaces in found if surfaces != [name]]


@pytest.mark.parametrize("frame", ["{word}{name}审核信息56条。", "我局{word}{name}审核信息56条。"])
def test_a_word_before_a_name_is_no_part_of_it(frame: str) -> None:
    table = {word: (*NAMES, *(() if word in OF_GROUPS else GROUPS), *TOWNS) for word in WORDS}
    assert [case for word, names in table.items() for case in wrong(word, names, frame)] == []


def test_names_with_a_beginning_of_their_own_need_no_table_of_words() -> None:
    frame = "我局{word}{name}审核信息56条。"
    assert [case for word in UNKNOWN for case in wrong(word, (*NAMES, GROUPS[0]), frame)] == []


def test_every_lead_word_is_read_before_a_name() -> None:
    leads = load_registry().lead_words
    words = sorted((leads.words | leads.single) - {"开"})  # 开县财政局 is of that county
    found = [
        agencies("".join(f"{word}县财政局审核信息。" for word in words[at : at + 50]))
        for at in range(0, len(words), 50)
    ]
    assert [name for names in found for name in names] == ["县财政局"] * len(words)


# What stands behind names, and is no unit of the body nor another word's beginning.
FOLLOWERS = [
    "举办",
    "召开",
    "印发",
    "派员",
    "主任",
    "负责人",
    "的",
    "等",
    "有关",
    "审核",
    "组织",
    "牵头",
    "具体负责",
    "监督",
    "检查",
    "公布",
    "发布",
    "来函",
    "要求",
    "部署",
    "转发",
    "批准",
    "审批",
    "受理",
    "办理",
    "答复",
    "移交",
    "报送",
    "制定",
    "汇总",
    "统计",
    "管理",
    "建立",
    "成立",
    "抽调",
    "落实",
    "推进",
    "加强",
    "认真",
    "主动",
    "依法",
    "根据",
    "对",
    "向",
    "为",
    "在",
    "由",
    "从",
    "也",
    "均",
    "已经",
    "正在",
    "共计",
    "定期",
    "分别",
    "先后",
    "一次",
    "会同",
    "联合",
    "参加",
    "主持",
    "承担",
    "开通",
    "通过",
    "高度重视",
    "不断",
    "研究",
    "听取",
    "培训",
    "解读",
    "收到",
    "接到",
    "走访",
    "考核",
    "处理",
    "查处",
    "驳回",
    "处罚",
    "服务",
    "委托",
    "邀请",
    "派出",
    "挂牌",
    "更名",
    "属于",
    "位于",
    "地址",
    "无",
    "未",
    "可以",
    "应当",
    "包括",
    "之间",
    "以来",
    "下属",
    "领导",
    "干部",
    "工作人员",
    "党员",
    "窗口",
    "文件",
    "会议",
    "信息",
    "工作",
    "职责",
]


def test_a_word_behind_a_name_is_no_part_of_it() -> None:
    names = (*NAMES, *GROUPS, *TOWNS)
    for frame in ("{name}{word}信息56条。", "省司法厅、{name}{word}信息56条。"):
        listed = ["省司法厅"] if "、" in frame else []
        for word in FOLLOWERS:
            text = "".join(frame.format(name=name, word=word) for name in names)
            assert (word, agencies(text)) == (word, [part for name in names for part in (*listed, name)])


NUMBERS = {
    "陕政发〔2015〕12号": "陕政发〔2015〕12号",
    "礼政办发〔2017〕3号": "礼政办发〔2017〕3号",  # a code that no table has, of the publisher's place
    "省政府令第12号": "陕西省人民政府令第12号",
    "国务院令第711号": "国务院令第711号",
}
# Codes that begin with what elsewhere is a word.
CODES = [
    "和县 和政发",
    "应县 应政办发",
    "登封市 登政发",
    "建德市 建政办发",
    "随县 随政办发",
    "新泰市 新政发",
    "从化区 从府办",
    "即墨区 即政办发",
    "会东县 会府发",
    "咸宁市 咸宁政办发",
    "慈溪市 甬慈政发",
    "礼泉县 咸礼政发",
    "西安市 西公安发",
    "都匀市 都府办发",
]


def numbers(text: str, publisher: str = PUBLISHER) -> list[str]:
    return [entry["number"] for entry in entries("regulations", text, publisher) if entry["number"]]


@pytest.mark.parametrize("before", ["", "我局"])
def test_a_word_before_a_number_is_no_part_of_it(before: str) -> None:
    for word in (*WORDS, *UNKNOWN, "在", "被", "全部由", "发布在", "号召"):
        text = "".join(f"{before}{word}{number}公布制度。" for number in NUMBERS)
        assert (word, sorted(numbers(text))) == (word, sorted(NUMBERS.values()))


@pytest.mark.parametrize("row", CODES)
def test_a_code_may_begin_with_any_character(row: str) -> None:
    place, code = row.split()
    for before in ("", "在", "和" if place != "和县" else "及", "通过", "发布在", "《意见》"):
        assert (before, numbers(f"{before}{code}〔2017〕3号公布。", place + "教育局")) == (
            before,
            [f"{code}〔2017〕3号"],
        )
