"""Contacts and addresses on the web, as reports of many places write them."""

import hashlib

import pytest
from hypothesis import given
from hypothesis import strategies as st

from gigraph.extractors import contacts, urls
from gigraph.models import Block, Document, Role, Source, Span
from gigraph.registry import load_registry
from gigraph.text.reading import Reading, make_reading

REGISTRY = load_registry()
FILLING = "本机关全年主动公开政府信息，各项工作有序开展。" * 40


def reading(text: str, blocks: tuple[Block, ...] = ()) -> Reading:
    return make_reading(Document(text, Source("x.txt"), hashlib.sha256(text.encode()).hexdigest(), blocks))


def told(text: str) -> list[tuple[str, str]]:
    return [mention.value for mention in contacts.extract(reading(text), REGISTRY)]


CASES = [
    (
        "如对本报告有任何疑问，请与某县人民政府办公室联系（地址：某县城关镇人民路1号；邮编：652800；电话：0877—5011234；"
        "传真：0877-5011235；电子邮箱：hnxzwgk@163.com）。",
        [("address", "某县城关镇人民路1号"), ("postcode", "652800"), ("telephone", "0877-5011234"),
         ("fax", "0877-5011235"), ("email", "hnxzwgk@163.com"), ("office", "某县人民政府办公室")],
    ),
    (
        "如有疑问，请直接与某省财政厅办公室联系，地址:某市中山路甲3号财政大厦,邮政编码110001,联系电话:(024)22706000、22706001。",
        [("address", "某市中山路甲3号财政大厦"), ("postcode", "110001"), ("telephone", "024-22706000"),
         ("telephone", "22706001"), ("office", "某省财政厅办公室")],
    ),
    (
        "欢迎咨询。联系地址：某区府前街8号 邮 编：102400 传 真：010-69350000 电子信箱：fsq＠example.gov.cn",
        [("address", "某区府前街8号"), ("postcode", "102400"), ("fax", "010-69350000"), ("email", "fsq@example.gov.cn")],
    ),
    ("填报人：张某 联系电话：13800138000 填报日期：2016年1月5日", [("telephone", "13800138000")]),
    ("如对本年度报告有疑问，请与学校信息公开办公室联系，E-mail：xxgk@example.edu.cn。",
     [("email", "xxgk@example.edu.cn"), ("office", "学校信息公开办公室")]),
    ("联系电话：0731-85495137转8012", [("telephone", "0731-85495137转8012")]),
    ("联系电话：02085495137", [("telephone", "020-85495137")]),
    ("联系电话：400-811-1234", [("telephone", "400-811-1234")]),
]  # fmt: skip


@pytest.mark.parametrize(("text", "expected"), CASES)
def test_details_of_a_contact(text: str, expected: list[tuple[str, str]]) -> None:
    assert sorted(told(text)) == sorted(expected)


@pytest.mark.parametrize(
    "text",
    [
        "公开项目名称、建设地址、建设方式和建设总套数。",
        "信函、传真申请数 条 0 0",
        "1.当面申请数 条 3 2.传真申请数 条 0",
        f"设立监督电话：0731-85495137，公布投诉电话。{FILLING}",
        f"开通便民服务热线电话：12345。{FILLING}",
        "联系电话：无",
        "联系电话：5次",
        "接听群众咨询电话：1235件",
        "政府网站地址：www.example.gov.cn",
    ],
)
def test_what_is_no_contact_of_the_report(text: str) -> None:
    assert told(text) == []


def test_the_foot_of_the_page_is_not_the_report() -> None:
    body, foot = "如有疑问请与本局联系。", "地址：某市裕华西路69号 邮编：050051 联系电话：0311-87801234"
    text = f"{body}\n{foot}"
    blocks = (Block(Span(0, len(body)), Role.BODY), Block(Span(len(body) + 1, len(text)), Role.FURNITURE))
    assert list(contacts.extract(reading(text, blocks), REGISTRY)) == []
    table = (blocks[0], Block(blocks[1].span, Role.TABLE))
    assert len(list(contacts.extract(reading(text, table), REGISTRY))) == 3


def test_a_mention_points_to_the_characters_as_they_stand() -> None:
    text = "请与我局联系，电话：０７３１ －８５４９５１３７。"
    found = [mention for mention in contacts.extract(reading(text), REGISTRY) if mention.value[0] == "telephone"]
    assert [(mention.text, mention.value[1]) for mention in found] == [("０７３１ －８５４９５１３７", "0731-85495137")]


@pytest.mark.parametrize("row", REGISTRY.contacts.labels, ids=lambda row: row.label)
def test_the_example_of_each_label(row) -> None:  # type: ignore[no-untyped-def]
    assert row.kind in {kind for kind, _ in told(row.example)}


ADDRESSES = [
    ("本报告可在某县门户网站（http://www.example.gov.cn/zwgk/）下载。", [("http://www.example.gov.cn/zwgk/", "www.example.gov.cn")]),
    ("登录www.example.gov.cn查询，或www.example.com。", [("www.example.gov.cn", "www.example.gov.cn"), ("www.example.com", "www.example.com")]),
    ("网址：HTTPS://XXGK.EXAMPLE.GOV.CN:8080/a.html；", [("HTTPS://XXGK.EXAMPLE.GOV.CN:8080/a.html", "xxgk.example.gov.cn")]),
    ("在example.gov.cn 2018年公布", [("example.gov.cn", "example.gov.cn")]),
    ("邮箱：a.b@example.gov.cn，邮箱：www@example.gov.cn", []),
    ("12345.政务服务，第1.2版", []),
    ("http://10.12.1.8/index.jsp内网", [("http://10.12.1.8/index.jsp", "10.12.1.8")]),
]  # fmt: skip


@pytest.mark.parametrize(("text", "expected"), ADDRESSES)
def test_addresses_on_the_web(text: str, expected: list[tuple[str, str]]) -> None:
    found = list(urls.extract(reading(text), REGISTRY))
    assert [mention.value for mention in found] == expected
    assert all(mention.text.lower().startswith(mention.value[0].lower()[:7]) for mention in found)


@pytest.mark.parametrize("row", REGISTRY.contacts.hosts, ids=lambda row: row.suffix)
def test_the_example_of_each_host(row) -> None:  # type: ignore[no-untyped-def]
    assert REGISTRY.contacts.host_kind(row.example) == row.kind


def test_a_host_is_known_by_whole_labels() -> None:
    kind = REGISTRY.contacts.host_kind
    assert [kind(host) for host in ("www.gov.cn", "wwwgov.cn", "www.examplegov.cn", "gov.cn.example.com", "")] == [
        "government", "other", "other", "other", "other",
    ]  # fmt: skip


@pytest.mark.parametrize("name", ["contact_labels", "host_kinds"])
def test_rows_are_sorted_and_unique(name: str) -> None:
    cells = [line.split("\t")[0] for line in (REGISTRY.folder / f"{name}.tsv").read_text("utf-8").splitlines()[1:]]
    assert cells == sorted(set(cells))


@given(st.text(alphabet="电话地址邮编:：（）()0123-—转www.gov.cn@/联系请与 \n", max_size=120))
def test_every_mention_stands_in_the_text(text: str) -> None:
    made = reading(text)
    for mention in (*contacts.extract(made, REGISTRY), *urls.extract(made, REGISTRY)):
        assert mention.text == text[mention.span.start : mention.span.end]
        assert mention.text
