"""Each step from a text to an identity."""

import json

import pytest
from click.testing import CliRunner

from gigraph.cli import main
from gigraph.iris import mint
from gigraph.pipeline.explain import explain


def steps(text: str, year: int | None = None, publisher: str | None = None) -> list[tuple[str, str]]:
    return [(step.step, step.found) for step in explain(text, year, publisher).steps]


@pytest.mark.parametrize(
    ("text", "year", "publisher", "expected"),
    [
        ("国办发〔201747号", 2017, None, ("identity", mint("regulation", "国办发〔2017〕47号"))),
        # damaged, and of a later year than a report of 2015 can name: told, and not resolved
        ("国办发〔201747号", 2015, None, ("reading", "国办发〔2017〕47号")),
        ("国办发〔205〕15号", 2016, None, ("number", "国办发〔2005〕15号 or 国办发〔2015〕15号")),
        ("国办发〔205〕15号", 2016, None, ("outcome", "ambiguous")),
        ("宁政发〔2018〕3号", None, None, ("issuer", "南京市人民政府 or 宁夏回族自治区人民政府")),
        ("宁政发〔2018〕3号", None, "南京市人民政府", ("issuer", "南京市人民政府")),
        ("保守国家秘密法实施办法", 2018, None, ("repealed", "2014-03-01")),
        ("《政府信息公开条例》（国务院令第711号）", 2019, None, ("outcome", "resolved")),
        ("省政府令第225号", 2016, "湖南省财政厅", ("order", "湖南省人民政府令第225号")),
        ("白菜", None, None, ("reading", "no number and no title")),
        ("国家税务总局公告2014年第40号", None, None, ("number", "国家税务总局公告2014年第40号")),
        ("国家税务总局公告2014年第40号", None, None, ("announcement", "国家税务总局公告2014年第40号")),
        ("", None, None, ("reading", "no number and no title")),
    ],
)
def test_steps(text: str, year: int | None, publisher: str | None, expected: tuple[str, str]) -> None:
    assert expected in steps(text, year, publisher)


def test_a_repair_and_the_row_it_rests_on_are_told() -> None:
    found = {step.step: step for step in explain("国办发〔201747号", 2017).steps}
    assert found["number"].basis == "lost-closing-bracket: 国办发〔201747号"
    assert found["registry"].found.startswith("国务院办公厅关于印发政府网站发展指引的通知")
    assert found["registry"].basis
    assert found["outcome"].basis == "number"


def test_versions_say_which_is_meant() -> None:
    versions = [step for step in explain("《政府信息公开条例》（国令第711号）").steps if step.step == "version"]
    assert [step.basis for step in versions] == ["not meant", "meant"]


def test_the_command() -> None:
    result = CliRunner().invoke(main, ["resolve", "国办发〔201747号", "--year", "2017", "--format", "json"])
    assert result.exit_code == 0
    found = json.loads(result.stdout)
    assert found["identities"] == [mint("regulation", "国办发〔2017〕47号")]
    assert [step["step"] for step in found["steps"]] == ["number", "issuer", "registry", "outcome", "identity"]
    assert CliRunner().invoke(main, ["resolve", "国办发〔205〕15号", "--year", "2016"]).exit_code == 3
