"""What offices, co-operatives, towns and autonomous regions call their own bodies and channels."""

import pytest

from gigraph.documents import document_of
from gigraph.pipeline import facts_of

CASES = [
    ("陕西省人民防空办公室", "办党组高度重视。请与办公室联系。", "agencies", {"中共陕西省人民防空办公室党组"}),
    ("陕西省供销合作社联合社", "社党组高度重视。", "agencies", {"中共陕西省供销合作社联合社党组"}),
    ("礼泉县烽火镇人民政府", "紧紧围绕镇党委镇政府中心工作。", "agencies", {"中共烽火镇委员会"}),
    ("楚雄彝族自治州人民政府", "公开州属医院的服务指南,由州财政局负责。", "agencies", {"楚雄彝族自治州财政局"}),
    ("新疆维吾尔自治区财政厅", "答复自治区主席信箱来信3件。", "platforms", {"新疆维吾尔自治区主席信箱"}),
    ("韩城市龙游高新区管理委员会", "通过高新区政府门户网站公开。", "platforms", {"韩城市龙游高新区管理委员会门户网站"}),
    ("南京市鼓楼区财政局", "建设鼓楼区政务服务平台。", "platforms", {"南京市鼓楼区政务服务平台"}),
    # The short name of a district that is another region's name, too.
    ("巴中市巴州区财政局", "巴州公安局参加。", "agencies", {"巴中市巴州区公安局"}),
    ("巴中市巴州区财政局", "通过巴州政府网站公开。", "platforms", {"巴中市巴州区人民政府网站"}),
    ("库尔勒市财政局", "通过巴州政府网站公开。", "platforms", {"巴音郭楞蒙古自治州人民政府网站"}),
    ("赣州市赣县区财政局", "通过赣县政府网站公开。", "platforms", {"赣州市赣县区人民政府网站"}),
    ("礼泉县交通运输局", "县交通局召开会议3次。", "agencies", {"礼泉县交通运输局"}),
    ("礼泉县文化广电旅游局", "县文广旅局召开会议3次。", "agencies", {"礼泉县文化广电旅游局"}),
    ("陕西省粮食和物资储备局", "通过陕西粮食和物资储备网公开信息3条。", "platforms", {"陕西省粮食和物资储备局网站"}),
]


@pytest.mark.parametrize(("publisher", "sentence", "category", "expected"), CASES)
def test_words_of_a_publisher(publisher: str, sentence: str, category: str, expected: set[str]) -> None:
    text = f"{publisher}2019年政府信息公开工作年度报告\n一、概述\n2019年，{sentence}"
    facts = facts_of(document_of(text.encode(), "a.txt"))
    found = {entry.name for entry in getattr(facts, category)}
    assert expected <= found
    assert not any("公室公室" in name or name.endswith("办公室公室") or "属医院" in name for name in found)
