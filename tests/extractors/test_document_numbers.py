"""Document numbers in running text: where the issuer code begins, lists, damage, orders, and what is none."""

import hashlib

import pytest
from hypothesis import given
from hypothesis import strategies as st

from gigraph.extractors import document_numbers
from gigraph.extractors.number_lists import MOST, OPEN_RANGE
from gigraph.extractors.settle import settle
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
        # the page's own, beside who signed it
        ("2016年工作报告\n咸政办发〔2017〕13号            签发:某某\n", []),
        ("国办发〔2012〕41号和礼教字〔2012〕3号", ["国办发〔2012〕41号", "礼教字〔2012〕3号"]),
        ("国办发〔2012〕41号文和礼教字〔2012〕3号", ["国办发〔2012〕41号", "礼教字〔2012〕3号"]),
        ("国办发〔2012〕41号和和政发〔2012〕3号", ["国办发〔2012〕41号", "和政发〔2012〕3号"]),
        # brackets, spaces, digits
        ("落实国办发『2016』19号", ["国办发〔2016〕19号"]),
        ("落实国办发《2016》19号", ["国办发〔2016〕19号"]),
        ("依据国务院 第 711 号 令", ["国务院令第711号"]),
        ("依据省政府136号令和国务院第492号令", ["省政府令第136号", "国务院令第492号"]),
        ("参观第3号令牌", []),
        ("依据国务院令第七一一号", ["国务院令第711号"]),
        ("依据国务院令第492号、第711号", ["国务院令第492号", "国务院令第711号"]),
        ("依据国务院第五百八十五号令、第六百四十号令", ["国务院令第585号", "国务院令第640号"]),
        ("依据国务院第585号、640号令", ["国务院令第585号", "国务院令第640号"]),
        ("依据国务院令第711号和教育部令第29号", ["国务院令第711号", "教育部令第29号"]),
        ("依据国务院令第711号和3号文件", ["国务院令第711号"]),
        ("依据教育部29号令", ["教育部令第29号"]),
        ("依据省政府第二百四十号政府令", ["省政府令第240号"]),
        ("《中华人民共和国政府信息公开条例》(第711号令)", ["国务院令第711号"]),
        ("政府信息公开条例（令第492号）", ["国务院令第492号"]),
        ("《中华人民共和国政府信息公开条例》(第999号令)", []),
        ("《某某办法》(第711号令)", []),
        ("(汴政办〔2017)68号)", ["汴政办〔2017〕68号"]),
        ("(国办发 〔2015〕 15 号)", ["国办发〔2015〕15号"]),
        ("国办发【2015】第015号", ["国办发〔2015〕15号"]),
        ("湘政发〔二〇一七〕十九号", ["湘政发〔2017〕19号"]),
        ("依据国办函2016 45号", ["国办函〔2016〕45号"]),
        ("按照国办发(2016 45)号", ["国办发〔2016〕45号"]),
        ("(国办发〔2016 45号)", ["国办发〔2016〕45号"]),
        ("国办发〔2016〕4 5号", ["国办发〔2016〕45号"]),
        ("全年收文2016 45号文1件", []),
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
        ("《办法》(国家税务总局公告2014年第40号)", ["国家税务总局公告2014年第40号"]),
        ("根据国家税务总局 2014年第40号公告精神", ["国家税务总局公告2014年第40号"]),
        ("按照财政部 税务总局 海关总署公告2019年第39号", ["财政部、税务总局、海关总署公告2019年第39号"]),
        ("(证监会公告〔2013〕55号)", ["证监会公告〔2013〕55号"]),
        ("落实中国人民银行公告〔2018〕第7号", ["中国人民银行公告〔2018〕7号"]),
        ("执行农业部公告第2号", ["农业部公告第2号"]),
        ("湖南省财政厅通告2020年第3号", ["湖南省财政厅通告2020年第3号"]),
        ("按照国家税务总局陕西省税务局公告2019年第5号", ["国家税务总局陕西省税务局公告2019年第5号"]),
        ("市政府发布公告2019年第3期,在公告栏公布3号地块", []),
        ("发布第2号公告", []),
        ("国家发展和改革委员会令第11号", ["国家发展和改革委员会令第11号"]),
        ("清理41项,已经市政府令291号公布", ["市政府令第291号"]),
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


LISTS = [
    # every number of a range, however its two ends are joined
    ("国办发〔2015〕12-14号", [12, 13, 14]),
    ("国办发〔2015〕12—14号文件", [12, 13, 14]),
    ("国办发〔2015〕12～14号", [12, 13, 14]),
    ("国办发〔2015〕12至14号", [12, 13, 14]),
    ("国办发〔2015〕12到14号", [12, 13, 14]),
    ("国办发〔2015〕12号至14号", [12, 13, 14]),
    ("国办发〔2015〕第12号至第14号", [12, 13, 14]),
    ("国办发[2015]12 - 14 号", [12, 13, 14]),
    ("国办发〔2015〕12—\n14号", [12, 13, 14]),
    ("国办发〔2015〕12号至〔2015〕14号", [12, 13, 14]),
    ("国办发〔2015〕12号—国办发〔2015〕14号", [12, 13, 14]),
    ("国办发〔2015〕12-13号", [12, 13]),
    ("国办发〔2015〕1-20号", list(range(1, 21))),
    # every number of a list, however long
    ("国办发〔2015〕12、13、14号", [12, 13, 14]),
    ("国办发〔2015〕12号、13号、14号", [12, 13, 14]),
    ("国办发〔2015〕12,13,14,15,16号文件", [12, 13, 14, 15, 16]),
    ("国办发〔2015〕12、13和14号", [12, 13, 14]),
    ("国办发〔2015〕12号文、13号文", [12, 13]),
    ("国办发〔2015〕12号以及15号", [12, 15]),
    ("国办发〔2015〕1-3、5、7-9号", [1, 2, 3, 5, 7, 8, 9]),
    ("国办发〔2015〕1号、3至5号", [1, 3, 4, 5]),
    # no range, no list
    ("国办发〔2015〕12-1号", [12]),
    ("国办发〔2015〕12号至15日", [12]),
    ("国办发〔2015〕12号和15号楼", [12]),
    ("国办发〔2015〕12号,15号前上报", [12]),
    ("国办发〔2015〕12号和492号令", [12]),
]


@pytest.mark.parametrize(("text", "serials"), LISTS)
def test_each_number_of_a_list_or_a_range_counts(text: str, serials: list[int]) -> None:
    assert numbers(f"落实{text}精神") == [f"国办发〔2015〕{serial}号" for serial in serials]


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("国办发〔2015〕98号至〔2016〕2号", ["国办发〔2015〕98号", "国办发〔2016〕2号"]),
        ("国办发〔2015〕1-21号", ["国办发〔2015〕1号", "国办发〔2015〕21号"]),
        ("国办发〔2015〕1号至〔2015〕30号", ["国办发〔2015〕1号", "国办发〔2015〕30号"]),
    ],
)
def test_a_range_that_is_not_certain_has_its_ends_alone(text: str, expected: list[str]) -> None:
    assert numbers(text) == expected
    assert mentions(text)[-1].rule == OPEN_RANGE


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        # a line's end or spaces within the number, and what stands alone in its line
        ("落实国办\n发〔2016〕80号精神", "国办发〔2016〕80号"),
        ("落实国\n办发〔2016〕80号精神", "国办发〔2016〕80号"),
        ("落实甘 政 办 发〔2016〕80号精神", "甘政办发〔2016〕80号"),
        ("落实国办发〔20\n16〕80号精神", "国办发〔2016〕80号"),
        ("落实国办发〔2\n016〕8\n0号精神", "国办发〔2016〕80号"),
        ("落实国办发〔2016〕\n80号精神", "国办发〔2016〕80号"),
        ("依据国务院令\n第711号编制", "国务院令第711号"),
        ("依据国务院令第7\n11号编制", "国务院令第711号"),
        ("依据国 务 院 令 第 492 号编制", "国务院令第492号"),
        ("(一)宣传贯彻\n国发〔2016〕3号文件", "国发〔2016〕3号"),
        ("清单(3)1\n2号、国发〔2016〕3号", "国发〔2016〕3号"),
        # marks that an encoding or a converter lost or added
        ("落实国办发?2016?80号精神", "国办发〔2016〕80号"),
        ("落实国办发\ufffd2016\ufffd80号精神", "国办发〔2016〕80号"),
        ("落实国办发□2016□80号精神", "国办发〔2016〕80号"),
        ("落实国办发〔2016?80号精神", "国办发〔2016〕80号"),
        ("落实国办发“2016”80号精神", "国办发〔2016〕80号"),
        (r"落实国办发\[2016\]80号精神", "国办发〔2016〕80号"),
        ("总结“2016”80号会议、查看?2016?80号", None),
        # the year of an order before its number
        ("依据国家发改委2017年第11号令", "国家发改委令2017年第11号"),
        ("依据交通运输部2016年第20号令", "交通运输部令2016年第20号"),
        ("依据财政部2012年3号令", "财政部令2012年第3号"),
        ("依据国务院2019年第711号令", "国务院令第711号"),
        ("依据国家主席令第八届二次会议精神", None),
    ],
)
def test_numbers_that_are_parted_or_lack_marks(text: str, expected: str | None) -> None:
    assert numbers(text) == [expected] * bool(expected)


@pytest.mark.parametrize(("text", "readings"), [("国办发〔20116〕80号", [2011, 2016]), ("国办发〔22016〕80号", [2016])])
def test_a_year_with_a_digit_too_many(text: str, readings: list[int]) -> None:
    [mention] = mentions(f"2018年落实{text}")
    values = mention.value if isinstance(mention.value, tuple) else (mention.value,)
    assert [(value.year, value.serial) for value in values] == [(year, 80) for year in readings]
    assert (mention.text, mention.repair) == (text, "damaged-year")


def test_ranges_of_two_codes_or_years_are_none() -> None:
    assert numbers("国办发〔2015〕12号至国办函〔2015〕14号") == ["国办发〔2015〕12号", "国办函〔2015〕14号"]
    assert numbers("国办发〔2015〕12号、〔2016〕3-5号") == [
        "国办发〔2015〕12号", "国办发〔2016〕3号", "国办发〔2016〕4号", "国办发〔2016〕5号",
    ]  # fmt: skip


def test_a_number_between_the_ends_has_the_end_as_its_evidence() -> None:
    found = settle(mentions("湘管办发〔2016〕45-47号"))
    assert [(mention.text, mention.repair) for mention in found] == [
        ("湘管办发〔2016〕45", None), ("-47号", None), ("-47号", None),
    ]  # fmt: skip


@given(st.integers(1, 900), st.integers(1, 40), st.sampled_from(["-", "—", "~", "至", "到", "号至", "号至第"]))
def test_a_range_is_all_its_numbers_or_its_ends(first: int, more: int, joint: str) -> None:
    serials = range(first, first + more + 1)
    expected = serials if len(serials) <= MOST else (serials[0], serials[-1])
    assert numbers(f"国办发〔2015〕{first}{joint}{first + more}号") == [
        f"国办发〔2015〕{serial}号" for serial in expected
    ]


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
