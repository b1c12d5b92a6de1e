"""Whose a number is by its code, as seen from the report's place; not said where several may have given it."""

import pytest

from gigraph.documents import document_of
from gigraph.pipeline import facts_of
from gigraph.registry import load_registry

REGISTRY = load_registry()

# The publisher, the code, and who gave numbers with it; - where that is not certain.
CODES = """
衡阳市财政局 湘政办电 湖南省人民政府办公厅
潍坊市财政局 鲁政办发明电 山东省人民政府办公厅
玉林市财政局 桂政办规 广西壮族自治区人民政府办公厅
涪陵区财政局 渝府办 重庆市人民政府办公厅
九江市财政局 赣府办发 江西省人民政府办公厅
赣州市财政局 赣府办发 江西省人民政府办公厅
赣县财政局 赣府办发 -
遵义市财政局 黔府规 贵州省人民政府
黔西县财政局 黔府规 -
赤峰市财政局 内政办电 内蒙古自治区人民政府办公厅
绵阳市财政局 川府规 四川省人民政府
福安市财政局 安政办 福安市人民政府办公室
三明市财政局 明政办 三明市人民政府办公室
福州市财政局 榕政办规 福州市人民政府办公厅
宁波市财政局 甬政办电 宁波市人民政府办公厅
宁波市财政局 宁政规 -
宁海县财政局 宁政规 宁海县人民政府
邗江区财政局 江政办发 扬州市邗江区人民政府办公室
镇江市财政局 江政办发 -
裕安区财政局 安政办发 -
福鼎市财政局 鼎政办文 福鼎市人民政府办公室
江岸区财政局 武政规字 武汉市人民政府
武昌区财政局 武政规字 -
新会区财政局 新府办 江门市新会区人民政府办公室
余杭区财政局 余政办 杭州市余杭区人民政府办公室
长沙县财政局 长政办规 -
衡阳市财政局 湘政公开办 -
潍坊市财政局 鲁信息公开办 -
"""


@pytest.mark.parametrize("line", CODES.strip().splitlines())
def test_the_issuer_that_a_code_tells(line: str) -> None:
    publisher, code, expected = line.split()
    report = f"{publisher}2018年政府信息公开工作年度报告\n\n根据{code}〔2017〕12号文件要求。\n"
    entries = facts_of(document_of(report.encode(), "x.txt"), REGISTRY).regulations
    assert [(entry.number, entry.issuer or "-") for entry in entries] == [(f"{code}〔2017〕12号", expected)]


@pytest.mark.parametrize(("publisher", "code"), [("新建区财政局", "新建政办发"), ("比如县财政局", "比如政办发")])
def test_a_place_whose_name_is_a_word_that_stands_before_names(publisher: str, code: str) -> None:
    report = f"{publisher}2018年政府信息公开工作年度报告\n\n根据{code}〔2017〕12号文件要求。\n"
    entries = facts_of(document_of(report.encode(), "x.txt"), REGISTRY).regulations
    assert [entry.number for entry in entries] == [f"{code}〔2017〕12号"]
