"""Documents of a publisher that calls itself by the last word of its name alone."""

import pytest

from gigraph.documents import document_of
from gigraph.models import RegulationEntry
from gigraph.pipeline import facts_of
from gigraph.registry import load_registry


def entry(publisher: str, sentence: str) -> RegulationEntry:
    text = f"{publisher}2015年政府信息公开工作年度报告\n\n一、概述\n{sentence}\n"
    (found,) = facts_of(document_of(text.encode(), "a.txt"), load_registry()).regulations
    return found


OWN = [
    ("咸阳海事局", "全年修订完善局《信息公开工作制度》。", "issues"),
    ("礼泉县教育局", "年内,制定局机关《信息公开工作制度》。", "issues"),
    ("陕西省财政厅", "印发厅《信息公开工作制度》,并在网上公开。", "issues"),
    ("礼泉县卫生和计划生育委员会", "健全完善委《信息公开工作制度》。", "issues"),
    ("陕西师范大学", "修订校《信息公开工作制度》。", "issues"),
    ("礼泉县教育局", "各股室严格执行局《信息公开工作制度》。", "cites"),
    ("礼泉县教育局", "由办公室撰写我局《信息公开工作制度》。", "issues"),
]


@pytest.mark.parametrize(("publisher", "sentence", "relation"), OWN)
def test_the_last_word_of_its_name_is_the_publisher(publisher: str, sentence: str, relation: str) -> None:
    found = entry(publisher, sentence)
    assert (found.name, found.issuer, found.relation) == (f"{publisher}信息公开工作制度", publisher, relation)


@pytest.mark.parametrize(
    ("sentence", "issuer"),
    [
        ("会同市审计局《信息公开工作制度》办理。", "咸阳市审计局"),
        ("执行统计局《信息公开工作制度》。", "礼泉县统计局"),
        ("落实省教育厅《信息公开工作制度》。", "陕西省教育厅"),
    ],
)
def test_bodies_whose_names_end_with_a_verb_are_no_publisher(sentence: str, issuer: str) -> None:
    assert entry("礼泉县教育局", sentence).issuer == issuer


LAWS = [
    ("依照《村民委员会组织法》公开村务。", "全国人民代表大会常务委员会"),
    ("学习《中华人民共和国城市居民委员会组织法》。", "全国人民代表大会常务委员会"),
    ("宣传《人民法院组织法》。", "全国人民代表大会"),
    ("执行《礼泉县人民政府工作规则》。", "礼泉县人民政府"),
    ("根据条例第三十一条和县政府办公室《关于编报年度报告的通知》编制。", "礼泉县人民政府办公室"),
]


@pytest.mark.parametrize(("sentence", "issuer"), LAWS)
def test_what_a_law_is_about_did_not_issue_it(sentence: str, issuer: str) -> None:
    text = f"礼泉县民政局2015年政府信息公开工作年度报告\n\n一、概述\n{sentence}\n"
    found = facts_of(document_of(text.encode(), "a.txt"), load_registry()).regulations
    assert issuer in {regulation.issuer for regulation in found}
    assert all("第" not in (regulation.issuer or "") for regulation in found)
