"""One invented report, of one county after another: names that hold words of the sentence are read as the place."""

from functools import lru_cache
from typing import Any

import pytest

from gigraph.documents import document_of
from gigraph.pipeline import facts_of
from gigraph.pipeline.contract import to_json
from gigraph.registry import load_registry
from gigraph.registry.regions import Region, short_name

YEAR = 2021
TEXT = """{name}财政局2021年政府信息公开工作年度报告

本报告由{name}财政局按照《中华人民共和国政府信息公开条例》（以下简称《条例》）和《{province}政府信息公开办法》编制。报告中所列数据统计期限自2021年1月1日至2021年12月31日。本报告电子版可在{name}人民政府门户网站下载。如有疑问，请与{name}财政局办公室联系（地址：{city}{name}人民路1号）。

一、总体情况

2021年，{name}财政局在{level}委、{level}政府的正确领导下，在{city}财政局的指导下，不断推进政府信息公开工作。全年通过{name}人民政府门户网站公开信息120条，通过“{short}发布”微信公众号公开信息30条，在{short}日报刊发稿件5篇。{level}政府网站发布信息20条，{short}政务网发布3条，{short}电视台播出2期。2021年，{name}收到申请2件，均由{level}司法局会同{name}自然资源局办理。

制定《{name}财政局信息公开制度》，成立{level}财政局政务公开领导小组，对{name}各乡镇的公开栏进行检查3次。中共{name}委办公室、{name}人大常委会、{name}政协听取汇报1次。{level}政务公开办、{name}大数据局、{level}档案馆、{level}图书馆参加会议4次。{short}人民政府召开会议5次。

{name}财政局
2022年1月18日
"""
# Names with level words, conjunctions and verbs, numerals, nouns of bodies, common nouns, nationalities, one character.
PLACES = (
    "370103 370202 370203 511102 411324 330211 513336 141029 450324 530627 610124 140302 140303 140311 "
    "340711 610102 450202 622925 341225 621225 630223 652827 653201 511123 451425 410724 211322 422822 "
    "330182 532524 350703 331125 120101 230902 220113 140922 511112 331022 411202 659004 140902 371502 "
    "421381 411327 411525 623024 440705 441284 340304 511321 131123 410721 361003 321324 130131 430381 "
    "622926 150981 520181 130532 450328 451031 140109 610103 231202 513231 632324 530721 210521 130321 "
    "430225 150722 150421 150502 130433 210802 460105 440232 653123 "
)
BASE = "610425"


def of(code: str) -> tuple[Region, str, str]:
    """A region with its city (its province, where there is none) and its province."""
    regions = load_registry().regions
    region = regions.at(code, YEAR)
    assert region is not None
    assert region.level == "county"
    above = regions.ancestors(region, YEAR)
    return region, above[0].name, above[-1].name


def level(region: Region) -> str:
    return next(word for word in ("特区", "区", "县", "市", "旗", "") if region.name.endswith(word))


def short(region: Region) -> str:
    return name if len(name := short_name(region.name)) > 1 else region.name


@lru_cache(maxsize=1)
def base() -> dict[str, Any]:
    return facts(BASE)


def facts(code: str) -> dict[str, Any]:
    region, city, province = of(code)
    words = {"name": region.name, "city": city, "province": province, "level": level(region), "short": short(region)}
    document = document_of(TEXT.format(**words).encode(), f"{code}.txt")
    found = to_json(facts_of(document))
    names = {kind: {entry["name"] for entry in found[kind]} for kind in ("agencies", "platforms", "regulations")}
    figures = [(entry["value"], entry["unit"]) for entry in found["statistics"]]
    return {"publisher": found["report"]["publisher"], "statistics": figures, **names}


def moved(value: Any, code: str) -> Any:
    """What is said of the base, said of another place."""
    if not isinstance(value, str):
        return type(value)(moved(one, code) for one in value) if isinstance(value, set) else value
    region, city, province = of(code)
    full = load_registry().regions.full_name(region, YEAR)
    for old, new in (("礼泉县", "\0"), ("咸阳市", city), ("陕西省", province), ("礼泉", short(region)), ("\0", full)):
        value = value.replace(old, new)
    return value


@pytest.mark.parametrize("code", PLACES.split())
def test_a_report_reads_alike_wherever_it_is_from(code: str) -> None:
    found = facts(code)
    for kind, expected in base().items():
        assert found[kind] == moved(expected, code), kind


def test_the_base_reads_as_it_should() -> None:
    found = base()
    assert found["publisher"] == "礼泉县财政局"
    assert found["agencies"] >= {"中共礼泉县委", "礼泉县人民政府", "礼泉县司法局", "咸阳市财政局", "礼泉县档案馆"}
    assert found["platforms"] >= {"礼泉县人民政府门户网站", "礼泉日报", "礼泉电视台", "公开栏"}
    assert found["statistics"][:3] == [("120", "条"), ("30", "条"), ("5", "篇")]
