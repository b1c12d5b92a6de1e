"""One body under two signs: stated by the text, both names in it, nothing but the tying words between them."""

import pytest

from gigraph.documents import document_of
from gigraph.pipeline import facts_of

HEAD = "临沧市财政局2019年政府信息公开工作年度报告\n一、概述\n"


def pairs(sentence: str) -> set[tuple[str, str]]:
    facts = facts_of(document_of((HEAD + sentence + "\n").encode(), "a.txt", "a.txt"))
    names = {str(entry.resolution.iri): entry.name for entry in facts.agencies or ()}
    return {(entry.name, names[other]) for entry in facts.agencies or () for other in entry.shares_body_with}


@pytest.mark.parametrize(
    ("sentence", "bodies"),
    [
        (
            "市政务服务管理局（加挂市行政审批局牌子）负责全市政务公开工作。",
            ("临沧市政务服务管理局", "临沧市行政审批局"),
        ),
        ("市农业农村局加挂“市乡村振兴局”牌子，主动公开信息20条。", ("临沧市农业农村局", "临沧市乡村振兴局")),
        ("市委办公室（挂市档案局牌子）承担此项工作。", ("中共临沧市委办公室", "临沧市档案局")),
        ("市水利局与市移民局合署办公。", ("临沧市水利局", "临沧市移民局")),
    ],
)
def test_two_signs(sentence: str, bodies: tuple[str, str]) -> None:
    assert pairs(sentence) == {bodies, bodies[::-1]}


@pytest.mark.parametrize(
    "sentence",
    [
        "市财政局与市审计局联合印发通知。",
        "市统计局、市审计局挂网公开信息。",
        "市民政局（市社会组织管理局）公开信息20条。",
        "市水利局挂牌督办，市审计局跟进。",
    ],
)
def test_no_signs(sentence: str) -> None:
    assert pairs(sentence) == set()
