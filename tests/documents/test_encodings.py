"""Characters from bytes: the right encoding, a repair that is told, or an error; never mojibake."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from gigraph.documents.characters import clean
from gigraph.documents.encodings import decode, reads_as_chinese
from gigraph.errors import ReadError

REPORT = (
    "某县人民政府2018年政府信息公开工作年度报告\n根据《中华人民共和国政府信息公开条例》的要求，编制本报告。"
    "2018年，本县认真贯彻落实条例，全年主动公开政府信息320条。\n一、概述\n" * 5
)
TRADITIONAL = "根據《中華人民共和國政府信息公開條例》的規定，編制本報告。全年主動公開政府信息320條。\n" * 5


@pytest.mark.parametrize(
    ("data", "encoding", "warnings"),
    [
        (REPORT.encode(), "utf-8", ()),
        (b"\xef\xbb\xbf" + REPORT.encode(), "utf-8", ()),
        (REPORT.encode("gbk"), "gb18030", ()),
        (REPORT.encode("gb18030"), "gb18030", ()),
        (b"\x84\x31\x95\x33" + REPORT.encode("gb18030"), "gb18030", ()),
        (b"\xff\xfe" + REPORT.encode("utf-16-le"), "utf-16-le", ()),
        (b"\xfe\xff" + REPORT.encode("utf-16-be"), "utf-16-be", ()),
        (b"\xff\xfe\0\0" + REPORT.encode("utf-32-le"), "utf-32-le", ()),
        (b"\0\0\xfe\xff" + REPORT.encode("utf-32-be"), "utf-32-be", ()),
        (REPORT.encode("utf-16-le"), "utf-16-le", ("W-ENC-GUESS",)),
        (REPORT.encode("utf-16-be"), "utf-16-be", ("W-ENC-GUESS",)),
    ],
    ids=lambda value: value if isinstance(value, str) else "",
)
def test_encodings(data: bytes, encoding: str, warnings: tuple[str, ...]) -> None:
    decoded = decode(data)
    assert decoded.text == REPORT
    assert (decoded.encoding, decoded.warnings) == (encoding, warnings)


def test_traditional_script_in_its_own_encodings() -> None:
    assert decode(TRADITIONAL.encode("gb18030")).text == TRADITIONAL
    found = decode(TRADITIONAL.encode("big5"))
    assert found.text == TRADITIONAL
    assert found.warnings == ("W-ENC-GUESS",)


@pytest.mark.parametrize("text", ["政府", "年报", "某县政府信息公开"])
def test_a_few_characters_are_enough(text: str) -> None:
    assert decode(text.encode("gbk")).text == text


def test_a_declaration_is_believed_only_if_it_fits() -> None:
    assert decode(REPORT.encode("gbk"), "gb2312").encoding == "gb18030"
    assert decode(REPORT.encode(), "gb2312").text == REPORT
    assert decode(REPORT.encode(), "gb2312").warnings == ("W-ENC-DECL",)
    assert decode(REPORT.encode(), "no-such-charset").text == REPORT


def test_a_text_cut_within_a_character_is_repaired_and_said() -> None:
    found = decode(REPORT.encode()[:-2])
    assert found.warnings == ("W-ENC-REPAIRED",)
    assert found.text.startswith(REPORT[:-3])
    assert decode(REPORT.encode("gbk")[:-2]).warnings == ("W-ENC-REPAIRED",)


def test_lines_in_two_encodings_are_read_each_by_its_own() -> None:
    data = REPORT.encode() + REPORT.encode("gbk")
    found = decode(data)
    assert (found.text, found.warnings) == (REPORT + REPORT, ("W-ENC-MIXED",))


@pytest.mark.parametrize(
    "data",
    [
        bytes(range(128, 256)) * 20,
        REPORT.encode().decode("gb18030", "ignore").encode(),  # misread as GB18030 and saved as UTF-8
        REPORT.encode()[1::2] + b"\xff\xfe\x80" * 60,
    ],
    ids=["no text", "mojibake", "broken"],
)
def test_what_gives_no_readable_text_is_an_error_with_the_files_name(data: bytes) -> None:
    with pytest.raises(ReadError, match=r"^E-ENC 某县/年报\.txt: ") as caught:
        decode(data, where="某县/年报.txt")
    assert caught.value.hint


@pytest.mark.parametrize("text", ["Annual report\n", "Données publiées à l'été\n" * 9, "", "བོད་ཡིག"])
def test_a_text_in_another_script_passes(text: str) -> None:
    assert decode(text.encode()).text == text


def test_mojibake_does_not_read_as_chinese() -> None:
    assert reads_as_chinese(REPORT)
    assert reads_as_chinese(TRADITIONAL)
    for wrong in ("gb18030", "utf-16-le", "utf-16-be", "big5"):
        assert not reads_as_chinese(REPORT.encode().decode(wrong, "ignore"))
    assert not reads_as_chinese(REPORT.encode("utf-16-le").decode("gb18030", "ignore"))


@given(st.text(alphabet="政府信息公开工作年度报告的是在一不了有和人这中大为上个国我以要", min_size=2, max_size=200))
def test_what_was_written_is_read(text: str) -> None:
    text = "根据条例，" + text  # four bytes may be valid in both encodings, twenty are not
    for encoding in ("utf-8", "gb18030"):
        assert decode(text.encode(encoding)).text == text


@given(st.binary(max_size=400))
def test_any_bytes_give_text_or_a_read_error(data: bytes) -> None:
    try:
        found = decode(data)
    except ReadError as error:
        found = None
        assert error.code == "E-ENC"  # noqa: PT017
    assert found is None or isinstance(found.text, str)


@pytest.mark.parametrize(
    ("text", "expected", "warnings"),
    [
        ("一\r\n二\r三\n", "一\n二\n三\n", ()),
        ("\ufeff一", "一", ()),
        ("一\f二\v三", "一\n二\n三", ()),
        ("一\0二\x1b三\x7f\x80", "一 二 三  ", ("W-CTRL",)),
        ("一\ud800二\uffff", "一\ufffd二\ufffd", ("W-CTRL",)),
        ("一\u202e二\u2066", "一\u202e二\u2066", ("W-BIDI",)),
        ("一\t\u3000\xa0\u200b二\x85", "一\t\u3000\xa0\u200b二\x85", ()),
    ],
)
def test_clean(text: str, expected: str, warnings: tuple[str, ...]) -> None:
    assert clean(text) == (expected, warnings)


@given(st.text())
def test_a_clean_text_stays_as_it_is(text: str) -> None:
    once, _ = clean(text)
    assert clean(once)[0] == once or once.startswith("\ufeff")
    once.encode()  # no lone surrogates


WHOLE = "云山县水利局2016年政府信息公开工作年度报告\n本局主动公开政府信息，没有收到公开申请，也没有收取任何费用。\n" * 3


@pytest.mark.parametrize(
    ("data", "warnings"),
    [
        (WHOLE.encode("utf-16-le")[:-1], ("W-ENC-GUESS", "W-ENC-REPAIRED")),
        (WHOLE.encode("utf-16-be")[:-1], ("W-ENC-GUESS", "W-ENC-REPAIRED")),
        (b"\xef\xbb\xbf" + WHOLE.encode("gbk"), ()),
        (b"\xff\xfe" + WHOLE.encode(), ()),
        (b"\xfe\xff" + WHOLE.encode("gb18030"), ()),
        (WHOLE.encode().decode("latin-1").encode(), ("W-ENC-REPAIRED",)),
        (WHOLE.encode("gbk").decode("latin-1").encode(), ("W-ENC-REPAIRED",)),
        (b"\xef\xbb\xbf" + WHOLE.encode("gb18030").decode("latin-1").encode(), ("W-ENC-REPAIRED",)),
    ],
    ids=range(8),
)
def test_cut_characters_wrong_marks_and_misread_bytes(data: bytes, warnings: tuple[str, ...]) -> None:
    decoded = decode(data)
    assert decoded.text[: len(WHOLE) - 1] == WHOLE[:-1]
    assert decoded.warnings == warnings


def test_characters_of_western_languages_stay() -> None:
    text = "政府信息公开指南（Guide à l’accès）由café编写，本局没有收取任何费用。"
    assert decode(text.encode()).text == text
