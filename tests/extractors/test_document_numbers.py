"""Document numbers in running text: where the issuer code begins, lists, damage, orders, and what is none."""

import hashlib

import pytest
from hypothesis import given
from hypothesis import strategies as st

from gigraph.extractors import document_numbers
from gigraph.models import Document, Mention, Source
from gigraph.registry import load_registry
from gigraph.text.reading import make_reading

REGISTRY = load_registry()


def mentions(text: str) -> list[Mention]:
    document = Document(text, Source("x.txt"), hashlib.sha256(text.encode()).hexdigest())
    found = document_numbers.extract(make_reading(document), REGISTRY)
    return sorted(found, key=lambda mention: mention.span)


def numbers(text: str) -> list[str]:
    return [str(mention.value) for mention in mentions(text)]


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        # the code begins behind the words that lead in to it
        ("及时修订并以湘管办发〔2015〕13号文件印发", ["湘管办发〔2015〕13号"]),
        ("根据国办发〔2015〕15号精神", ["国办发〔2015〕15号"]),
        ("认真贯彻落实国办发[2013]100号、鲁政办发〔2014〕20号文件", ["国办发〔2013〕100号", "鲁政办发〔2014〕20号"]),
        ("按照省政府办公厅鲁政办发〔2017〕34号文件要求", ["鲁政办发〔2017〕34号"]),
        ("省教育厅湘教发〔2016〕3号", ["湘教发〔2016〕3号"]),
        ("《通知》(咸政办函〔2014〕113号)", ["咸政办函〔2014〕113号"]),
        ("以及并政发〔2016〕5号", ["并政发〔2016〕5号"]),
        ("《办法》（岚综管办便函〔2017〕39号）", ["岚综管办便函〔2017〕39号"]),
        ("(赣府厅发〔2021〕16号)和(川办发〔2018〕59号)", ["赣府厅发〔2021〕16号", "川办发〔2018〕59号"]),
        ("印发咸政办函〔2016〕45-47号文件", ["咸政办函〔2016〕45号", "咸政办函〔2016〕47号"]),
        ("咸政办发〔2016〕13至15号", ["咸政办发〔2016〕13号", "咸政办发〔2016〕15号"]),
        # the page's own, beside who signed it
        ("2016年工作报告\n咸政办发〔2017〕13号            签发:某某\n", []),
        # brackets, spaces, digits
        ("(汴政办〔2017)68号)", ["汴政办〔2017〕68号"]),
        ("(国办发 〔2015〕 15 号)", ["国办发〔2015〕15号"]),
        ("国办发【2015】第015号", ["国办发〔2015〕15号"]),
        ("湘政发〔二〇一七〕十九号", ["湘政发〔2017〕19号"]),
        ("國辦發〔2016〕19號,政府信息公開條例", ["国办发〔2016〕19号"]),
        # lists
        ("国办发〔2015〕13号、15号和〔2016〕2号", ["国办发〔2015〕13号", "国办发〔2015〕15号", "国办发〔2016〕2号"]),
        ("国办发〔2015〕13、15号文件", ["国办发〔2015〕13号", "国办发〔2015〕15号"]),
        # orders
        ("《条例》(国务院令第492号)", ["国务院令第492号"]),
        ("（**国国务院令第711号）", ["国务院令第711号"]),
        ("(中华人民共和国国务院第492号令)", ["国务院令第492号"]),
        ("《某省公开办法》(省政府令第225号)", ["省政府令第225号"]),
        ("根据教育部令第29号要求", ["教育部令第29号"]),
        ("国家发展和改革委员会令第11号", ["国家发展和改革委员会令第11号"]),
        ("取消63项,已经市政府令291号发布实施", ["市政府令第291号"]),
        ("经市政府令第3号公布", ["市政府令第3号"]),
        # none
        ("索引号:610S00021/2016-10457", []),
        ("文号:湘政办发〔2015〕13号", []),
        ("2015年第5期，共15号楼", []),
        ("(2016)湘01行初123号", []),
        ("邮编:(2015)号", []),
        ("责令第三方整改", []),
        ("某市人民政府关于公布报告的通知\n(某政办发〔2010〕3号)\n各县人民政府", []),
    ],
)
def test_numbers(text: str, expected: list[str]) -> None:
    assert numbers(text) == expected


@pytest.mark.parametrize(
    ("text", "expected", "repair"),
    [
        ("(国办发〔201747号)", "国办发〔2017〕47号", "lost-closing-bracket"),
        ("国办发﹝20168号", "国办发〔2016〕8号", "lost-closing-bracket"),
        ("闽政办2018〕43号", "闽政办〔2018〕43号", "lost-opening-bracket"),
        ("(国办公开办函〔202130)", "国办公开办函〔2021〕30号", "lost-closing-bracket"),
        ("(黑政办发201835号)", "黑政办发〔2018〕35号", "lost-brackets"),
        ("(某工信网信〔20111007号)", "某工信网信〔2011〕1007号", "lost-closing-bracket"),
        ("(国办公开办涵〔2021〕30号)", "国办公开办函〔2021〕30号", "mistyped-code"),
        ("国办发2017年第47号", "国办发〔2017〕47号", "no-brackets"),
        ("国办发〔2016〕80 精神", "国办发〔2016〕80号", "lost-serial-sign"),
    ],
)
def test_repairs_keep_their_kind_and_place(text: str, expected: str, repair: str) -> None:
    (mention,) = mentions(text)
    assert (str(mention.value), mention.repair) == (expected, repair)
    assert mention.text == text[mention.span.start : mention.span.end]


def test_several_readings_stay_several() -> None:
    (mention,) = mentions("2018年，根据国办发〔205〕15号精神")
    assert {str(number) for number in mention.value} == {"国办发〔2005〕15号", "国办发〔2015〕15号"}


@pytest.mark.parametrize("lead_in", sorted(REGISTRY.wording.lead_ins))
def test_every_lead_in_is_cut(lead_in: str) -> None:
    assert numbers(f"，{lead_in}国办发〔2015〕15号") == ["国办发〔2015〕15号"]


@given(
    st.sampled_from(sorted({row.code for row in REGISTRY.issuer_codes.rows})),
    st.integers(1990, 2024),
    st.integers(1, 999),
    st.sampled_from(["根据", "贯彻落实", "以", "（", "《通知》(", "和", "，"]),
)
def test_codes_of_the_registry_are_found_behind_any_words(code: str, year: int, serial: int, before: str) -> None:
    assert numbers(f"我局{before}{code}〔{year}〕{serial}号文件") == [f"{code}〔{year}〕{serial}号"]
