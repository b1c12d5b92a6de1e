"""The work on regulations is linear: steps of the interpreter are counted, not time, which says little on a busy machine."""

import hashlib
import sys
from collections.abc import Callable
from types import FrameType
from typing import Any

import pytest

import gigraph.extractors.regulations as numbers_and_titles
from gigraph.extractors import short_forms
from gigraph.extractors.settle import settle
from gigraph.models import Document, RegulationEntry, ReportField, Source
from gigraph.registry import load_registry
from gigraph.resolve import regulations
from gigraph.resolve.place import make_place
from gigraph.text.reading import make_reading

REGISTRY = load_registry()
FEW = 20
SHAPES: dict[str, Callable[[int], str]] = {
    "citations": lambda n: _repeat("根据《某县第{i}号管理办法》(某政发〔2016〕{i}号)办理。", n),
    "citations in one sentence": lambda n: "根据" + _repeat("《某县第{i}号管理办法》(某政发〔2016〕{i}号)、", n),
    "one title, many numbers": lambda n: _repeat("根据《重点工作实施方案》(某政发〔2016〕{i}号)办理。", n),
    "one title, many issuers": lambda n: _repeat("落实某省第{i}局《重点工作实施方案》。", n),
    "a number for each title, then none": lambda n: _repeat(
        "根据《甲工作方案》(某政发〔2016〕{i}号),《甲工作方案》。", n
    ),
    "titles of the publisher's own": lambda n: _repeat("制定了《第{i}号管理办法》(咸财办发〔2016〕{i}号)。", n),
    "unclosed": lambda n: "《" * n,
    "unclosed, with words": lambda n: _repeat("根据《某县第{i}号工作", n),
    "unclosed, one a line": lambda n: _repeat("根据《某县第{i}号工作\n", n),
    "unopened": lambda n: _repeat("按照某县第{i}号工作规定》", n),
    "nested": lambda n: "《关于印发" * n + "》的通知" * n,
    "short forms": lambda n: (
        "根据《中华人民共和国政府信息公开条例》(以下简称《条例》)编制。" + "按《条例》、该办法和《要点》。" * n
    ),
    "definitions": lambda n: _repeat("根据《某县第{i}号管理办法》(以下简称《办法{i}》),按《办法{i}》。", n),
    "damaged numbers": lambda n: _repeat("根据国办发〔2016{i}号和国办发〔205〕{i}号办理。", n),
    "numbers with spaces": lambda n: _repeat("根据国办发 〔2016〕 {i} 号办理。", n),
    "a list of numbers": lambda n: "根据国办发〔2016〕9号" + _repeat("、{i}号", n),
    "orders": lambda n: _repeat("根据某县人民政府令第{i}号办理。", n),
    "names without brackets": lambda n: _repeat("落实省政府办公厅2016年第{i}批政务公开工作要点。", n),
}


def _repeat(pattern: str, times: int) -> str:
    return "".join(pattern.replace("{i}", str(number)) for number in range(10, 10 + times))


def _work(text: str) -> tuple[RegulationEntry, ...]:
    """Extraction and resolution of regulations alone."""
    document = Document(text, Source("x.txt"), hashlib.sha256(text.encode()).hexdigest())
    reading = make_reading(document)
    mentions = settle([*numbers_and_titles.extract(reading, REGISTRY), *short_forms.extract(reading, REGISTRY)])
    fields = (ReportField("publisher", "咸阳市财政局"), ReportField("year", 2016))
    return regulations.resolve(document, mentions, make_place(fields, document, mentions, REGISTRY), REGISTRY)


def _steps(text: str) -> int:
    """The instructions that the interpreter carries out in the package, generated comparisons among them."""
    count = 0

    def trace(frame: FrameType, event: str, _: Any) -> Any:
        nonlocal count
        if event == "call":
            name = frame.f_code.co_filename
            if "gigraph" not in name and name != "<string>":
                return None
            frame.f_trace_lines, frame.f_trace_opcodes = False, True
        elif event == "opcode":
            count += 1
        return trace

    before = sys.gettrace()
    sys.settrace(trace)
    try:
        _work(text)
    finally:
        sys.settrace(before)
    return count


@pytest.mark.parametrize("shape", SHAPES)
def test_four_times_as_much_takes_about_four_times_the_steps(shape: str) -> None:
    text = SHAPES[shape]
    _work(text(4 * FEW))  # what is computed once and kept is no part of the count
    fixed = _steps(text(1))
    few, many = (_steps(text(count)) - fixed for count in (FEW, 4 * FEW))
    assert many <= 4.6 * few, (few, many)


def test_the_count_sees_what_is_quadratic() -> None:
    """A look at each entry for each citation would be seen: comparisons of dataclasses are steps."""
    document = Document("x", Source("x.txt"), "0")
    count = 0

    def trace(frame: FrameType, event: str, _: Any) -> Any:
        nonlocal count
        frame.f_trace_opcodes = True
        count += event == "opcode" and frame.f_code.co_filename == "<string>"
        return trace

    sys.settrace(trace)
    try:
        assert document in [Document("y", Source("y.txt"), "1")] * 10 + [Document("x", Source("x.txt"), "0")]
    finally:
        sys.settrace(None)
    assert count > 100
