"""Which citations are only the formula on whose ground a report is drawn up."""

import pytest

from gigraph.models import Kind, Mention, Span
from gigraph.resolve.roles import is_formula

ACT = "《政府信息公开条例》"


def mentions(text: str, surface: str, kind: Kind = Kind.TITLE) -> list[Mention]:
    starts = [at for at in range(len(text)) if text.startswith(surface, at)]
    return [Mention(kind, Span(at, at + len(surface)), surface, None, "test") for at in starts]


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        (f"根据{ACT}的要求，编制本报告。", True),
        (f"依据{ACT}和省政府有关规定，现公布某局2015年政府信息公开工作年度报告。", True),
        (f"本报告依照{ACT}编制而成。", True),
        (f"按{ACT}规定，现将2016年1月1日至12月31日政府信息公开工作情况报告如下：", True),
        (f"按照{ACT}规定，特向社会公开2018年度政府信息公开年度报告。", True),
        (f"某某局年度报告\n\n根据{ACT}有关规定，由局办公室撰写本年报。", True),
        (f"我局认真学习{ACT}，编制了年度报告。", False),  # no ground
        (f"根据{ACT}，我局公开预算决算12件。", False),  # no report
        (f"根据{ACT}和《关于做好年度报告编制工作的通知》，加强了队伍建设。", False),  # drafting stands in a title alone
        (f"根据工作需要，召开会议。学习{ACT}，编制报告。", False),  # the ground is another sentence's
        (f"根据{ACT}，编制本报告。全年认真落实{ACT}。", False),  # named again, as what was carried out
        (f"根据有关规定，现将工作情况报告如下：\n一、概述 继续按《办法》和{ACT}执行。", False),  # behind the colon
        (f"根据有关规定，现将工作情况报告如下: 一、概述 我局执行{ACT}。", False),
        ("没有引用。", False),
    ],
)
def test_a_formula_is_the_only_place_that_names_it(text: str, expected: bool) -> None:
    assert is_formula(text, mentions(text, ACT)) is expected


def test_a_pinpoint_is_no_place_that_names_it() -> None:
    text = f"根据{ACT}第四十九条，编制本报告。落实第四十九条。"
    both = mentions(text, ACT) + mentions(text, "第四十九条", Kind.PINPOINT)
    assert is_formula(text, both)
    assert not is_formula(text, both[1:])
