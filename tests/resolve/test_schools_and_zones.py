"""Schools, hospitals and academies by their names, zones with a name of their own, bureaus of party committees."""

import pytest
from named import named

EDUCATION, COUNTY = "汉中市教育局", "盐池县财政局"


@pytest.mark.parametrize(
    ("publisher", "sentence", "expected"),
    [
        (EDUCATION, "汉中中学、汉中市龙岗学校、汉台区莲湖路小学设立公示栏。", ["汉中中学", "汉中市龙岗学校", "汉中市汉台区莲湖路小学"]),
        (EDUCATION, "陕西理工大学派出志愿者15名。", ["陕西理工大学"]),
        (EDUCATION, "陕西理工大学派出所出警3次。", []),
        (EDUCATION, "市民办学校、市属学校、县城区学校、全市中小学、市重点中学、市绿色学校均已公开。", []),
        (EDUCATION, "北京大学附属中学、河北衡水中学、西安高新第一中学参加。", ["北京大学附属中学", "河北衡水中学", "西安高新第一中学"]),
        (EDUCATION, "在西北地区学校宣传。", []),
        ("静宁县教育局", "静宁一中、县二中、庄浪一中公开收费。", ["静宁县第一中学", "静宁县第二中学", "庄浪一中"]),
        (EDUCATION, "学习三中全会精神，北京二中院审理。", []),
        (COUNTY, "东华理工大学法律系、绍兴文理学院法学院签约。", ["东华理工大学法律系", "绍兴文理学院法学院"]),
        (COUNTY, "薛家湾镇党群服务中心设专区。", ["薛家湾镇党群服务中心"]),
        (COUNTY, "县人大惠安堡镇工委组织评议。", ["盐池县人民代表大会惠安堡镇工委"]),
        (COUNTY, "吉林大学第一医院、吉林大学中日联谊医院参加救治。", ["吉林大学第一医院", "吉林大学中日联谊医院"]),
        (COUNTY, "吉林大学教师到县人民医院体检。", ["吉林大学", "盐池县人民医院"]),
        (COUNTY, "邀请宁夏特种设备检验检测院、江苏地质调查院授课。", ["宁夏特种设备检验检测院", "江苏地质调查院"]),
        (COUNTY, "甘肃省教育考试院、省考试院公布成绩。", ["甘肃省教育考试院", "甘肃省考试院"]),
        (COUNTY, "邀请贵州省地质矿产勘查开发局102地质大队授课。", ["贵州省地质矿产勘查开发局102地质大队"]),
        (COUNTY, "邀请安徽省地质矿产勘查局324地质队授课。", ["安徽省地质矿产勘查局324地质队"]),
        (COUNTY, "在自治区市场监管厅的指导下。", ["宁夏回族自治区市场监督管理厅"]),
        (COUNTY, "与县委机要局、县委督查局办公室联合检查。", ["中共盐池县委机要局", "中共盐池县委督查局办公室"]),
        (COUNTY, "市委城乡社区发展治理委员会要求。", ["中共吴忠市委城乡社区发展治理委员会"]),
        (COUNTY, "泰州医药高新区管委会、惠州仲恺高新区管委会参加。", ["泰州医药高新区管理委员会", "惠州仲恺高新区管理委员会"]),
        (COUNTY, "广州南沙新区管委会、郑州航空港区管委会参加。", ["广州南沙新区管理委员会", "郑州航空港区管理委员会"]),
        ("章丘市交通运输局", "市公路管理所、市地方海事处、出租车管理办公室参加。", ["章丘市公路管理所", "章丘市地方海事处", "章丘市出租车管理办公室"]),
    ],
)  # fmt: skip
def test_bodies_by_their_names(publisher: str, sentence: str, expected: list[str]) -> None:
    assert named(publisher, sentence, 2018) == set(expected)


@pytest.mark.parametrize(
    ("sentence", "expected"),
    [
        ("市防办、县治超办、市语委参加。", ["吴忠市防汛抗旱指挥部办公室", "盐池县治理车辆超限超载工作领导小组办公室", "吴忠市语言文字工作委员会"]),
        ("推进“宁政通”九江经开区分厅建设。", []),
        ("办公室主任分别任街道政府信息公开工作领导小组组长。", []),
        ("机构改革后局政务公开领导小组及时调整。", ["盐池县财政局政务公开领导小组"]),
        ("绣惠镇、相公庄镇、官庄镇交管所设立公示牌。", ["绣惠镇交管所", "相公庄镇交管所", "官庄镇交管所"]),
        ("12家省直医院、26个市直学校公开了价格。", []),
    ],
)  # fmt: skip
def test_short_forms_and_words_before_names(sentence: str, expected: list[str]) -> None:
    assert named(COUNTY, sentence, 2018) == set(expected)


@pytest.mark.parametrize(
    ("sentence", "expected"),
    [
        ("与县职业中等专业学校、县技工学校、县卫校合办培训班。", ["盐池县职业中等专业学校", "盐池县技工学校", "盐池县卫校"]),
        ("县人武部、县武警中队、县计生协会参加。", ["盐池县人民武装部", "盐池县武警中队", "盐池县计划生育协会"]),
        ("县少年宫、县工人文化宫、县第二幼儿园设点。", ["盐池县少年宫", "盐池县工人文化宫", "盐池县第二幼儿园"]),
        ("县技校长、市体校教练参加。", []),
        ("市政公用局、县市政设施管理处配合。", ["盐池县市政公用局", "盐池县市政设施管理处"]),
    ],
)  # fmt: skip
def test_what_counties_have(sentence: str, expected: list[str]) -> None:
    assert named(COUNTY, sentence, 2018) == set(expected)


@pytest.mark.parametrize(
    ("sentence", "expected"),
    [
        ("我市推进平安学校建设，检查县内公办幼儿园、汉中市寄宿学校、汉中市偏远学校。", []),
        ("在史德镇中心小学、城关镇西关小学开会。", ["史德镇中心小学"]),  # the second is no school of the first town
        ("烽火镇财政所、民政办、史德镇司法所参加。", ["烽火镇财政所", "烽火镇民政办公室", "史德镇司法所"]),
        ("烽火镇民政办、党政办参加。", ["烽火镇民政办公室", "烽火镇党政办公室"]),
    ],
)  # fmt: skip
def test_towns_and_schools_that_are_many(sentence: str, expected: list[str]) -> None:
    assert named(EDUCATION, sentence, 2018) == set(expected)
