"""Contact, addresses and codes of a report, from its text to its graph and its JSON."""

import pyoxigraph as ox
import pytest
from stdnum.cn import uscc

from gigraph.documents import document_of
from gigraph.iris import key_digest, mint, report_iri
from gigraph.mapping import map_report
from gigraph.models import ReportFacts
from gigraph.pipeline import facts_of
from gigraph.pipeline.contract import to_json
from gigraph.resolve.furnishing import index_code
from gigraph.vocab import PREFIXES

PAGE = (
    "索引号：610425-20190130-001 发布日期：2019-01-30\n"
    "原文链接：http://www.lq.example.gov.cn/a.html\n\n"
    "礼泉县财政局2018年政府信息公开工作年度报告\n\n"
    "根据《政府信息公开条例》编制本报告。本报告可在礼泉县人民政府门户网站（www.lq.example.com）下载。"
    "如有疑问，请与礼泉县财政局办公室联系（地址：城关镇泉秀路1号；邮编：652800；电话：0877—5011234；传真：0877-5011235；"
    "电子邮箱：lqxczj@163.com）。\n\n一、概述\n\n全年主动公开政府信息12条，工作有序开展。\n\n礼泉县财政局\n2019年1月30日\n\n"
    "主办单位：某局 网站标识码：6104250001\n"
)
KEY = "2018/财政局.txt"


@pytest.fixture(scope="module")
def facts() -> ReportFacts:
    return facts_of(document_of(PAGE.encode(), KEY))


def test_the_contract_has_them(facts: ReportFacts) -> None:
    found = to_json(facts)
    assert [(entry["kind"], entry["value"]) for entry in found["contacts"]] == [
        ("office", "礼泉县财政局办公室"), ("address", "城关镇泉秀路1号"), ("postcode", "652800"),
        ("telephone", "0877-5011234"), ("fax", "0877-5011235"), ("email", "lqxczj@163.com"),
    ]  # fmt: skip
    stated, page = found["urls"]
    assert (stated["host"], stated["host_kind"], stated["page"], stated["platform"]) == (
        "www.lq.example.com", "other", False, "礼泉县人民政府门户网站",
    )  # fmt: skip
    assert (page["url"], page["host_kind"], page["page"]) == ("http://www.lq.example.gov.cn/a.html", "government", True)
    assert [(entry["kind"], entry["value"], entry["region"]) for entry in found["codes"]] == [
        ("site-code", "6104250001", "610425"), ("region-code", "610425", "610425"),
    ]  # fmt: skip
    for entry in (*found["contacts"], *found["urls"], *found["codes"]):
        for mention in entry["mentions"]:
            assert PAGE[mention["start"] : mention["end"]] == mention["exact"]


def test_the_graph_has_a_card_without_blank_nodes(facts: ReportFacts) -> None:
    quads = list(ox.parse(map_report(facts).data, format=ox.RdfFormat.N_QUADS))
    assert not any(isinstance(part, ox.BlankNode) for quad in quads for part in quad)

    def values(subject: str, prefixed: str) -> list[str]:
        prefix, _, local = prefixed.partition(":")
        found = [
            q.object.value
            for q in quads
            if q.subject.value == subject and q.predicate.value == PREFIXES[prefix] + local
        ]  # type: ignore[union-attr]
        return sorted(found)

    (card,) = values(report_iri(KEY), "gi:hasContact")
    assert card == f"{report_iri(KEY)}/contact"
    assert values(card, "rdf:type") == [PREFIXES["vcard"] + "Kind"]
    assert values(card, "vcard:fn") == ["礼泉县财政局办公室"]
    numbers = {value: kinds for each in values(card, "vcard:hasTelephone")
               for value, kinds in [(values(each, "vcard:hasValue")[0], values(each, "rdf:type"))]}  # fmt: skip
    assert PREFIXES["vcard"] + "Voice" in numbers["tel:0877-5011234"]
    assert PREFIXES["vcard"] + "Fax" in numbers["tel:0877-5011235"]
    (email,) = values(card, "vcard:hasEmail")
    assert values(email, "vcard:hasValue") == ["mailto:lqxczj@163.com"]
    assert all(values(detail, "gi:evidence") for detail in values(card, "gi:hasContactDetail"))
    (stated,) = values(report_iri(KEY), "gi:hasWebAddress")
    assert values(stated, "gi:addressOf") == [mint("platform", "610425", "礼泉县人民政府", "门户网站")]
    assert len(values(report_iri(KEY), "gi:hasPageCode")) == 2


@pytest.mark.parametrize(
    ("number", "expected"),
    [
        ("11430000006126045D/2019-00001", None),  # a wrong check character
        ("000014349/2017-00027", ("organisation-code", "00001434-9")),
        ("00001434-9/2018-00011", ("organisation-code", "00001434-9")),
        ("000014348/2018-00011", None),
        ("11320100/2018-00011", ("region-code", "320100")),
        ("610S00/2018-10457", None),
        ("610425-20180205-001", ("region-code", "610425")),
        ("201800001", None),
        ("2018-00001", None),
        ("", None),
    ],
)
def test_the_front_of_an_index_number(number: str, expected: tuple[str, str] | None) -> None:
    assert index_code(number) == expected


def test_a_credit_code_is_known_by_its_check_character() -> None:
    body = "11430000006126045"
    code = body + uscc.calc_check_digit(body)
    assert index_code(f"{code}/2019-00001") == ("credit-code", code)


def test_a_code_of_no_region_gives_none() -> None:
    page = PAGE.replace("610425-20190130-001", "999999-20190130-001").replace("6104250001", "9999990001")
    (code,) = facts_of(document_of(page.encode(), KEY)).codes
    assert (code.kind, code.value, code.region) == ("site-code", "9999990001", None)


TOWN_PAGE = (
    "宁州街道办事处2018年政府信息公开工作年度报告\n\n根据《政府信息公开条例》编制本报告。按照{words}的要求，"
    "全年主动公开政府信息12条，工作有序开展。\n\n宁州街道办事处\n2019年1月30日\n\n打印 关闭\n主办单位：某局 网站标识码：{code}\n"
)


@pytest.mark.parametrize(
    ("words", "code", "region"),
    [
        ("礼泉县委、县政府", "6104250001", "610425"),
        ("咸阳市政府", "6104250001", "610425"),
        ("上级", "6104250001", None),  # the foot alone places nobody
        ("长沙市政府", "6104250001", None),
        ("咸阳市政府", "6104000001", None),  # a prefecture is no town's key
        ("咸阳市政府", "9999990001", None),
    ],
)
def test_a_town_without_a_county_is_placed_where_code_and_text_agree(words: str, code: str, region: str | None) -> None:
    facts = facts_of(document_of(TOWN_PAGE.format(words=words, code=code).encode(), KEY))
    town = next(entry for entry in facts.agencies if entry.name == "宁州街道办事处")
    assert town.region == region
    creators = [q.object.value for q in ox.parse(map_report(facts).data, format=ox.RdfFormat.N_QUADS)
                if q.predicate.value == PREFIXES["dct"] + "creator"]  # fmt: skip
    assert creators == [mint("agency", region or f"report-{key_digest(KEY)}", "宁州街道办事处")]
