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
    ],
)
def test_fold(text: str, expected: str) -> None:
    assert fold(text) == expected


def test_one_traditional_word_does_not_make_a_text_traditional() -> None:
    text = "乾县人民政府认真公开政府信息，" * 20 + "见“信息公開”栏目。"
    assert simplify(text) == text.replace("開", "开")
