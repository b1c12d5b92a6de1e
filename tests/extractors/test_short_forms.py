"""Short forms: their definitions in all shapes, their uses, back references, and pinpoints."""

import hashlib

import pytest

from gigraph.extractors import short_forms
from gigraph.extractors.pinpoints import pinpoints
from gigraph.models import Document, Kind, Source
from gigraph.registry import load_registry
from gigraph.text.reading import Reading, make_reading

REGISTRY = load_registry()


def reading(text: str) -> Reading:
    return make_reading(Document(text, Source("x.txt"), hashlib.sha256(text.encode()).hexdigest()))


def values(text: str, kind: Kind) -> list[object]:
    return [m.value for m in short_forms.extract(reading(text), REGISTRY) if m.kind is kind]


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("(以下简称《条例》)", [(("条例", 1),)]),
        ("（下称《规定》）要求", [(("规定", 1),)]),
        ("(国务院令第492号,以下简称《条例》)", [(("条例", 1),)]),
        ("(以下简称两个《要点》)", [(("要点", 2),)]),
        ("(以下简称《条例》和《办法》)", [(("条例", 1), ("办法", 1))]),
        ("(以下简称“条例”)", [(("条例", 1),)]),
        ("(简称《实施意见》)", [(("实施意见", 1),)]),
        ("（以下简称区办公室）", []),
        ("（以下统称“五公开”）", []),
    ],
)
def test_definitions(text: str, expected: list[object]) -> None:
    assert values(text, Kind.DEFINITION) == expected


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("按照《条例》和《办法》", [("条例", 1), ("办法", 1)]),
        ("按照两个《要点》要求", [("要点", 2)]),
        ("该办法规定", [("办法", 1)]),
        ("编制了政府信息公开《目录》和《指南》", [("目录", 1), ("指南", 1)]),
        ("按照条例规定公开", [("条例", 1)]),
    ],
)
def test_uses(text: str, expected: list[object]) -> None:
    assert values(text, Kind.SHORT) == expected


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("《条例》第二十条第（一）项规定", ("第二十条第（一）项",)),
        ("《条例》第十九、二十条", ("第十九条", "第二十条")),
        ("《条例》第二十条第（一）、（五）项", ("第二十条第（一）项", "第二十条第（五）项")),
        ("《条例》第二十条第（一）项、第（五）项规定", ("第二十条第（一）项", "第二十条第（五）项")),
        ("《条例》第二十条（一）、（五）项", ("第二十条第（一）项", "第二十条第（五）项")),
        ("《条例》第二十条（八）项", ("第二十条第（八）项",)),
        (
            "《条例》第十条第（八）项、第十一条第（一）至（三）项、第十二条",
            ("第十条第（八）项", "第十一条第（一）项至第（三）项", "第十二条"),
        ),
        ("《条例》第二十九条第二款第（三）项至第（五）项", ("第二十九条第二款第（三）项至第（五）项",)),
        ("《条例》第十四条第一款、第三款和第十五条", ("第十四条第一款", "第十四条第三款", "第十五条")),
        ("《条例》第十四条第一、三款", ("第十四条第一款", "第十四条第三款")),
        ("《条例》第三十三条至第三十六条", ("第三十三条至第三十六条",)),
        ("《条例》第三十三条至三十六条", ("第三十三条至第三十六条",)),
        ("《条例》第三十三至三十六条", ("第三十三条至第三十六条",)),
        ("《条例》第33—36条", ("第三十三条至第三十六条",)),
        ("《条例》第十九条、二十条", ("第十九条", "第二十条")),
        ("《条例》第三章第二十条", ("第二十条",)),
        ("《刑法》第二百八十七条之二", ("第二百八十七条之二",)),
        # one spelling, however it is written
        ("《条例》第20条第1款第8项", ("第二十条第一款第（八）项",)),
        ("《条例》第二十条第八项", ("第二十条第（八）项",)),
        # what follows is something else
        ("《条例》第十条、三项制度", ("第十条",)),
        ("《条例》第十条、5件", ("第十条",)),
        ("《条例》第二十条第一项目清单", ("第二十条",)),
        ("《条例》(以下简称《条例》)第31条明确规定", ("第三十一条",)),
    ],
)
def test_pinpoints_behind_a_name(text: str, expected: tuple[str, ...]) -> None:
    assert [mention.value for mention in pinpoints(reading(text))] == [expected]


def test_labels_of_a_table_are_no_pinpoints() -> None:
    assert list(pinpoints(reading("二、主动公开政府信息情况 第二十条第（一）项 信息内容"))) == []
