"""The seed reports moved to other places, text and gold alike, score as they do at home."""

import json
from functools import lru_cache
from pathlib import Path
from typing import Any

import pytest

from gigraph.documents import document_of
from gigraph.evaluate import load_gold, score
from gigraph.evaluate.scoring import Scores
from gigraph.pipeline import facts_of
from gigraph.pipeline.contract import to_json

REPOSITORY = Path(__file__).parents[2]
GOLD = load_gold(REPOSITORY / "tests" / "gold")
CATEGORIES = ("report", "regulations", "agencies", "platforms", "statistics", "tables", "number_accuracy")
HUNAN, XIANGTAN, HUANING, HEBEI, RESERVOIRS = sorted(GOLD)
MAY_LOSE = 0.035  # of one report: one of its thirty platforms

# The level words of an autonomous region, of a prefecture and of a district, for those of a province, city and county.
_REGION = {
    "省政府": "自治区政府",
    "省委": "自治区党委",
    "省财政厅": "自治区财政厅",
    "省局": "区局",
    "省直": "区直",
    "全省": "全区",
    "省政务公开办": "自治区政务公开办",
    "省长信箱": "自治区主席信箱",
    "我省": "我区",
    "省机关": "自治区机关",
    "省人大": "自治区人大",
    "省政协": "自治区政协",
}
_GUANGXI = {"湖南省财政厅": "广西壮族自治区财政厅", "湖南省省长信箱": "广西壮族自治区主席信箱"}
_PREFECTURE = {
    "市人民政府": "州人民政府",
    "市政府": "州政府",
    "我市": "我州",
    "全市": "全州",
    "市国土": "州国土",
    "市监察": "州监察",
    "市法制": "州法制",
    "市政务服务": "州政务服务",
    "市长热线": "州长热线",
    "市直": "州直",
    "市本级": "州本级",
    "市级": "州级",
    "市属": "州属",
}
_DISTRICT = {
    "县政务": "区政务",
    "县委": "区委",
    "县政府": "区政府",
    "县网管": "区网管",
    "县门户": "区门户",
    "我县": "我区",
    "县各有关": "区各有关",
}
# What is written instead, and what official names have instead of that: a district's has its city's before it.
MOVES: list[tuple[str, str, dict[str, str], dict[str, str]]] = [
    ("a province", HUNAN, {"湖南": "四川"}, {}),
    ("an autonomous region", HUNAN, {**_GUANGXI, "湖南省": "广西壮族自治区", "湖南": "广西", **_REGION}, {}),
    ("an autonomous region", HEBEI, {"河北省": "内蒙古自治区", **_REGION}, {}),
    ("a department", HUNAN, {"湖南省机关事务管理局": "湖南省粮食和物资储备局", "机关事务网": "粮食和物资储备网"}, {}),
    ("a bureau with 和", HEBEI, {"机关事务管理局": "林业和草原局"}, {}),
    ("another province", RESERVOIRS, {"湖南红网": "湖南红网", "湖南省": "贵州省", "湖南": "贵州", "湘政": "黔府"}, {}),
    ("a city with a numeral", XIANGTAN, {"湘潭": "三门峡", "湖南": "河南"}, {}),
    ("a city with a pronoun", XIANGTAN, {"湘潭": "本溪", "湖南": "辽宁"}, {}),
    (
        "a prefecture",
        XIANGTAN,
        {
            "湘潭市": "大理白族自治州",
            "湘潭市人民政府": "大理白族自治州人民政府",
            "湘潭": "大理",
            "湖南": "云南",
            **_PREFECTURE,
        },
        {},
    ),
    ("one character", HUANING, {"华宁": "沛", "玉溪市": "徐州市", "云南": "江苏", "云政": "苏政"}, {}),
    ("a conjunction", HUANING, {"华宁": "政和", "玉溪市": "南平市", "云南": "福建", "云政": "闽政"}, {}),
    ("a level word", HUANING, {"华宁": "乡宁", "玉溪市": "临汾市", "云南": "山西", "云政": "晋政"}, {}),
    ("a house", HUANING, {"华宁": "馆陶", "玉溪市": "邯郸市", "云南": "河北", "云政": "冀政"}, {}),
    (
        "a district of a common name",
        HUANING,
        {"华宁县": "鼓楼区", "玉溪市": "开封市", "云南": "河南", "云政": "豫政", **_DISTRICT},
        {"鼓楼区": "开封市鼓楼区"},
    ),
    (
        "a district",
        HUANING,
        {"华宁县": "市中区", "玉溪市": "乐山市", "云南": "四川", "云政": "川府", **_DISTRICT},
        {"市中区": "乐山市市中区"},
    ),
]


def moved(text: str, words: dict[str, str]) -> str:
    """All words replaced at once; of two that overlap the one that is given first."""
    for index, word in enumerate(words):
        text = text.replace(word, chr(0xE000 + index))
    for index, word in enumerate(words):
        text = text.replace(chr(0xE000 + index), words[word])
    return text


def moved_gold(gold: dict[str, Any], words: dict[str, str], official: dict[str, str]) -> dict[str, Any]:
    found: dict[str, Any] = json.loads(moved(json.dumps(gold, ensure_ascii=False), words))
    found["report"]["publisher"] = moved(found["report"]["publisher"], official)
    for kind in ("agencies", "platforms", "regulations"):
        for entry in found[kind]:
            forms = [form for form in (entry["name"], *entry["aliases"]) if form]
            entry["aliases"] = [*forms, *(moved(form, official) for form in forms)]
    return found


@lru_cache(maxsize=8)
def scores(file: str, text: str, gold: str) -> Scores:
    output = to_json(facts_of(document_of(text.encode(), file)))
    return score({file: json.loads(gold)}, {file: output})


@pytest.mark.parametrize(("kind", "file", "words", "official"), MOVES, ids=lambda value: str(value)[:24])
def test_a_moved_report_scores_as_it_does_at_home(
    kind: str, file: str, words: dict[str, str], official: dict[str, str]
) -> None:
    text = (REPOSITORY / "seeds" / "reports" / file).read_text("utf-8-sig")
    home = scores(file, text, json.dumps(GOLD[file])).values()
    away = scores(file, moved(text, words), json.dumps(moved_gold(GOLD[file], words, official))).values()
    for category in CATEGORIES:
        assert away[category] >= home[category] - MAY_LOSE, f"{kind}: {category}"
