"""Departments that a list names by what they are for, from the text to the entries."""

import pytest
from named import named

COUNTY = "礼泉县人民政府"


@pytest.mark.parametrize(
    ("sentence", "expected"),
    [
        ("任务分到市发改、财政、环保、国土房产等26个部门。", ["咸阳市发展和改革委员会", "咸阳市财政局", "咸阳市环境保护局", "咸阳市国土房产管理局"]),
        ("会同省发展改革、财政、人力资源社会保障等部门发布办法。", ["陕西省发展和改革委员会", "陕西省财政厅", "陕西省人力资源和社会保障厅"]),
        ("咸阳市发改、住建和农业部门参加。", ["咸阳市发展和改革委员会", "咸阳市住房和城乡建设局", "咸阳市农业局"]),
        ("向县财政、审计部门报送。", ["礼泉县财政局", "礼泉县审计局"]),
        # one that no table knows keeps the others; not more than half may
        ("县公安、消防、税务、城管等部门执法。", ["礼泉县公安局", "国家税务总局礼泉县税务局", "礼泉县城市管理局"]),
        ("县公安、消防、通信等部门执法。", []),
        # types, matters and systems
        ("县财政部门检查，税务、住建、公安等部门配合。", []),
        ("市教育、卫生、文化等领域公开，全县财政、教育系统参加。", []),
        ("市县两级财政、审计部门，省、市、县财政和审计部门。", []),
        ("省、市有关部门和单位，县重点工作和部门预算。", []),
    ],
)  # fmt: skip
def test_departments_by_what_they_are_for(sentence: str, expected: list[str]) -> None:
    assert named(COUNTY, sentence, 2018) == set(expected)


@pytest.mark.parametrize(
    ("publisher", "sentence", "expected"),
    [
        ("西安市雁塔区人民政府", "区公安、财政等部门检查。", ["西安市雁塔区公安局", "西安市雁塔区财政局"]),
        ("宁夏回族自治区人民政府", "区公安、财政等部门检查。", ["宁夏回族自治区公安厅", "宁夏回族自治区财政厅"]),
        ("盐池县财政局", "自治区公安、民政等部门检查。", ["宁夏回族自治区公安厅", "宁夏回族自治区民政厅"]),
        ("延边朝鲜族自治州人民政府", "州公安、财政等部门检查。", ["延边朝鲜族自治州公安局", "延边朝鲜族自治州财政局"]),
        # a municipality's are bureaus or commissions
        ("北京市海淀区人民政府", "市规划、住建等部门检查，区公安、财政等部门配合。", ["北京市海淀区公安局", "北京市海淀区财政局"]),
    ],
)  # fmt: skip
def test_whose_departments_they_are(publisher: str, sentence: str, expected: list[str]) -> None:
    assert named(publisher, sentence, 2018) == set(expected)
