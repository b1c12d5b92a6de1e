"""Verbs that no row of the registry has end the sentence's words before a name, and are read in no name."""

import pytest

from gigraph.documents import document_of
from gigraph.pipeline import facts_of
from gigraph.registry import load_registry
from gigraph.registry.open_words import NameWord, OpenWords
from gigraph.registry.table import read_table

HEAD = "礼泉县教育局2020年政府信息公开工作年度报告\n\n一、总体情况\n"
VERBS = ("移入", "描绘", "签名", "驻扎", "挑选", "澄清", "推举", "搀扶", "乘坐", "遏制")
NAMES = (
    "奋斗镇政府",
    "跃进街道办事处",
    "求索中学",
    "行政审批局",
    "遵义市财政局",
    "执法大队",
    "招生办公室",
    "公共资源交易中心",
    "怀来县教育局",
    "高考办公室",
)


@pytest.mark.parametrize("verb", VERBS)
def test_a_verb_before_a_name_is_no_part_of_it(verb: str) -> None:
    assert verb not in load_registry().lead_words.words
    text = (
        f"{HEAD}我局{verb}局办公室。有关信息{verb}县政府门户网站。我局{verb}省政府办公厅《关于加强网站管理的通知》。\n"
    )
    facts = facts_of(document_of(text.encode(), "a.txt"), load_registry())
    assert "局办公室" in {mention.text for entry in facts.agencies for mention in entry.mentions}
    assert {mention.text for entry in facts.platforms for mention in entry.mentions} == {"县政府门户网站"}
    assert [entry.issuer for entry in facts.regulations] == ["陕西省人民政府办公厅"]


@pytest.mark.parametrize("name", NAMES)
def test_no_verb_is_read_in_a_name(name: str) -> None:
    assert not load_registry().open_words.endings(name)


ROWS = read_table(load_registry().folder / "name_words.tsv", NameWord)


@pytest.mark.parametrize("row", ROWS, ids=lambda row: row.word)
def test_verbs_that_divisions_are_named_for(row: NameWord) -> None:
    assert row.word in row.example
    assert not load_registry().open_words.endings(row.example)
    assert OpenWords(()).endings(row.example)


def test_words_that_are_nouns_too_are_no_verbs() -> None:
    assert not load_registry().open_words.endings("统一管理建设服务监督")
