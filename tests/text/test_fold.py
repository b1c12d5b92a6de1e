"""Folding of widths and script, one character for one."""

import pytest

from gigraph.text.fold import fold, simplify


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("（２０１５）：％", "(2015):%"),
        ("﹝2015﹞", "〔2015〕"),
        ("〖收藏〗", "【收藏】"),
        ("一\u3000二\xa0三\t四", "一 二 三 四"),
        ("一\u2028二", "一\n二"),
        ("〔〕《》、。“”—", "〔〕《》、。“”—"),
        ("根據國務院辦公廳的規定編製本報告", "根据国务院办公厅的规定编制本报告"),
        ("乾县瞭望台", "乾县瞭望台"),
        # what fonts of PDF files give for a character; bullets of symbol fonts; brackets of upright lines and of other languages
        ("\u2f2f作\u2ed3效\uf98a度\u2f8f\u2fae", "工作长效力度行非"),
        ("\uf0b7公开", "●公开"),
        ("«办法»、︽条例︾、≪通知≫", "《办法》、《条例》、《通知》"),
        # letters that a reader of scans took for digits, and such that are none
        ("2Ol8年l2月3l日收到1O件，国办发〔2Ol5〕l5号", "2018年12月31日收到10件,国办发〔2015〕15号"),
        ("12|件|3|条，5OO万元", "12|件|3|条,500万元"),
        ("ISO9001标准、IPv6网站、O2O平台、A1l号楼", "ISO9001标准、IPv6网站、O2O平台、A1l号楼"),
    ],
)
def test_fold(text: str, expected: str) -> None:
    assert fold(text) == expected


@pytest.mark.parametrize(
    ("text", "shown"),
    [
        ("第&nbsp;3&nbsp;条&ldquo;&#25919;&#x5E9C;&rdquo;", "第 3 条“政府”"),
        ("<<条例>>与A<<B", "《条例》与A<<B"),
        ("a&b;c&unknownname;", "a&b;c&unknownname;"),
        ("一\\n二\\n三\\n四\\n五\\r\\n六\\u3000七", "一\n二\n三\n四\n五\n六 七"),
        ("C:\\new", "C:\\new"),
    ],
)
def test_marks_become_characters_and_the_length_stays(text: str, shown: str) -> None:
    folded = fold(text)
    assert folded.replace("\u200b", "") == shown
    assert len(folded) == len(text)


def test_angle_brackets_are_titles_where_a_document_has_no_others() -> None:
    body = "本局认真做好政府信息公开工作。" * 80
    assert "根据《条例》和《关于印发《办法》的通知》" in fold(body + "根据〈条例〉和<关于印发〈办法〉的通知>")
    assert "《关于〈条例〉的通知》<办法>" in fold(body + "《关于〈条例〉的通知》<办法>")


def test_one_traditional_word_does_not_make_a_text_traditional() -> None:
    text = "乾县人民政府认真公开政府信息，" * 20 + "见“信息公開”栏目。"
    assert simplify(text) == text.replace("開", "开")
