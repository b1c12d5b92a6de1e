"""Regulations without brackets: laws by name, documents of an agency or a year, documents behind a verb of drafting."""

import hashlib

import pytest

from gigraph.extractors.regulations import extract
from gigraph.extractors.settle import settle
from gigraph.models import Document, Kind, Source
from gigraph.registry import load_registry
from gigraph.registry.table import read_table
from gigraph.registry.wording_rows import TitleFollower
from gigraph.resources import resource
from gigraph.text.reading import make_reading

REGISTRY = load_registry()


def bare(text: str) -> list[str]:
    document = Document(text, Source("x.txt"), hashlib.sha256(text.encode()).hexdigest())
    return [m.value for m in settle(extract(make_reading(document), REGISTRY)) if m.kind is Kind.BARE]


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        # laws by name
        ("认真落实中央八项规定精神", ["中央八项规定"]),
        ("依照政府信息公开条例和保密法办理", ["政府信息公开条例", "保密法"]),
        ("依据行政许可法律法规", []),
        ("按照保密法规要求", []),
        ("依照《中华人民共和国保守国家秘密法》及其实施办法", ["中华人民共和国保守国家秘密法实施办法"]),
        ("遵守《中华人民共和国政府采购法》及其实施条例", ["中华人民共和国政府采购法实施条例"]),
        # what a region gives is not the State Council's of that name
        ("宣传湖南省物业管理条例和宗教事务条例", ["湖南省物业管理条例", "宗教事务条例"]),
        ("贯彻省优化营商环境条例,改进服务", []),
        ("学习我市信访条例、优化营商环境条例", ["优化营商环境条例"]),
        ("宣传湖南省政府信息公开条例", ["政府信息公开条例"]),
        ("落实国务院办公厅和市政府办公厅关于2014年政府信息公开工作要点的部署", []),
        ("落实市自然资源和规划局2014年政府信息公开工作要点", ["2014年政府信息公开工作要点"]),
        # documents of a named agency, of a year and a region
        ("根据国务院办公厅2022年政务公开工作要点,印发方案", ["2022年政务公开工作要点"]),
        ("认真落实省政府办公厅政务公开工作要点,努力推进", ["政务公开工作要点"]),
        ("按照省政府办公厅发布的网站页面设计规范打造界面", ["网站页面设计规范"]),
        ("严格按照省安委会办公室关于加强事故信息公开工作的意见要求", ["省安委会办公室关于加强事故信息公开工作的意见"]),
        (
            "落实省政府办公厅关于印发工作要点的通知(黑政办发201835号)和市政府办公室关于印发贯彻要点的实施方案的通知(某政办发201823号)",
            ["省政府办公厅关于印发工作要点的通知", "市政府办公室关于印发贯彻要点的实施方案的通知"],
        ),
        # another document than the one that it begins with
        ("依据甘肃省2018年政务公开工作要点任务分工方案,开展", ["甘肃省2018年政务公开工作要点任务分工方案"]),
        ("按照国务院办公厅2018年政务公开工作要点实施方案,开展", ["2018年政务公开工作要点实施方案"]),
        ("按照市政府办公室2018年政务公开工作要点任务分解表,开展", ["2018年政务公开工作要点任务分解表"]),
        ("按照市政府办公室2018年政务公开工作要点任务清单,开展", []),
        ("按照国务院办公厅2018年政务公开工作要点制定实施方案", ["2018年政务公开工作要点"]),
        ("按照国务院办公厅2018年政务公开工作要点落实各项任务", ["2018年政务公开工作要点"]),
        ("对照政府信息公开工作要点,认真梳理", []),
        ("根据上级部门2014年政府信息公开工作要点", []),
        ("按照省财政厅关于做好专项资金管理的规定", []),
        ("对照国务院和省里的政府信息公开工作要点", []),
        ("落实国务院办公厅、省政府办公厅关于政务公开工作有关要求", []),
        # documents behind a verb of drafting
        ("制定了局网站管理办法和信息发布审核制度,明确", ["局网站管理办法", "信息发布审核制度"]),
        ("完善了规范性文件管理办法,明确", ["规范性文件管理办法"]),
        ("年初制定下发了2014年全市政务公开工作要点,提出", ["2014年全市政务公开工作要点"]),
        ("编制了我局政府信息公开指南、政府信息公开申请表、流程图", ["政府信息公开指南"]),
        ("及时更新政府信息公开指南和目录,确保", ["政府信息公开指南", "政府信息公开目录"]),
        ("审定年度政务公开工作实施方案。", ["年度政务公开工作实施方案"]),
        ("印发了关于进一步加强政府信息公开工作的通知,要求", ["关于进一步加强政府信息公开工作的通知"]),
        # mechanisms, institutions, plurals, descriptions, other people's documents
        ("建立网上舆情值守制度,健全回应机制", []),
        ("进一步完善行政决策程序、风险评估和听证制度", []),
        ("加强新闻发言人制度建设", []),
        ("制定了一系列管理办法", []),
        ("制定了相关制度和办法", []),
        ("制定工作要点。", []),
        ("制定政务公开工作要点,不断拓展", []),
        ("对照国务院办公厅关于2015年政府信息公开工作要点的任务", ["2015年政府信息公开工作要点"]),
        ("围绕2015年全市政务公开工作要点,做好公开", ["2015年全市政务公开工作要点"]),
        ("制定相应的处置预案", []),
        ("完善工作考核办法等相关制度规定", []),
        ("督促各单位更新政府信息公开指南", []),
        ("要求各部门制定政务公开工作方案", []),
        ("尚未制定政府信息公开考核办法", []),
        ("完善委政府信息公开指南和公开目录动态更新机制", []),
        ("制定修改优化了74项重点工作流程图", []),
        ("编制事项目录和办事指南", []),
        ("制定实施局门户网站管理办法,细化分工", ["局门户网站管理办法"]),
        ("整理政府信息、编制信息公开指南", ["信息公开指南"]),
        ("对照全市2021年政务公开工作要点,推进公开", ["全市2021年政务公开工作要点"]),
        ("编制法定主动公开事项目录,围绕重点", ["法定主动公开事项目录"]),
        ("做到了及时、准确、规范、完整", []),
        ("完善了公开、监督和制度", []),
    ],
)
def test_bare_names(text: str, expected: list[str]) -> None:
    assert bare(text) == expected


@pytest.mark.parametrize("verb", [v for v in REGISTRY.wording.verbs.values() if v.bare], ids=lambda verb: verb.verb)
def test_every_verb_of_drafting_has_an_example_that_is_found(verb) -> None:  # type: ignore[no-untyped-def]
    document = Document(verb.example, Source("x.txt"), "0")
    found = settle(extract(make_reading(document), REGISTRY))
    assert [m for m in found if m.kind in (Kind.BARE, Kind.TITLE)], verb.example


def test_every_verb_of_citing_makes_an_agencys_document_definite() -> None:
    verbs = REGISTRY.wording.before_titles("cites")
    assert len(verbs) > 100
    for name in ("2016年政务公开工作要点", "政务公开工作要点"):
        missed = [v for v in verbs if bare(f"我局{v}省政府办公厅{name},公开信息") != [name]]
        assert missed == []
    assert [v for v in verbs if len(v) > 1 and bare(f"我局{v}2016年全市政务公开工作要点,公开信息") == []] == []


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("按照市宣传教育中心2016年工作要点公开", ["2016年工作要点"]),
        ("按2016年全市政务公开工作要点公开", ["2016年全市政务公开工作要点"]),
        ("收到市政府办公室关于开展公开检查的通知后", ["市政府办公室关于开展公开检查的通知"]),
        ("按照市政府办公室关于开展公开检查的通知的通知要求", ["市政府办公室关于开展公开检查的通知"]),
        # nouns that go on, and what nobody issued
        ("按照市政府2016年政务公开工作要点责任清单抓落实", []),
        ("收集市政府关于规范网站管理的意见建议12条", []),
        ("市政府办公室关于加强管理的意见箱设在大厅", []),
        ("推进2016年全县行动计划项目建设", []),
        ("响应市政府关于节能的号召,公开信息", []),
        ("县规划局2016年度工作计划公开", []),
    ],
)
def test_where_a_name_without_brackets_begins_and_ends(text: str, expected: list[str]) -> None:
    assert bare(text) == expected


def test_every_follower_ends_a_name_without_brackets() -> None:
    rows = read_table(resource("seeds/registry/title_followers.tsv"), TitleFollower)
    assert len(rows) > 150
    assert [row.word for row in rows if row.word not in row.example] == []
    assert [row.word for row in rows if bare(row.example) != ["2016年政务公开工作要点"]] == []
    drafted = [row.word for row in rows if row.drafted]
    assert len(drafted) > 50
    for name in ("机关信息发布管理办法", "2016年政务公开工作方案"):
        assert [word for word in drafted if bare(f"我局制定了{name}{word}公开了信息。") != [name]] == []


@pytest.mark.parametrize("behind", ["建设", "执行情况", "编制指南", "体系", "的落实"])
def test_a_noun_that_goes_on_is_no_drafted_document(behind: str) -> None:
    assert bare(f"完善了规范性文件管理办法{behind},明确责任") == []
