"""Documents by the ways in which they are named: numbers before titles, rules on announcements, drafts without brackets."""

import pytest

from gigraph.documents import document_of
from gigraph.iris import mint
from gigraph.models import RegulationEntry
from gigraph.pipeline import facts_of
from gigraph.registry import load_registry

REGISTRY = load_registry()


def entries(text: str) -> tuple[RegulationEntry, ...]:
    report = f"礼泉县水利局2016年政府信息公开工作年度报告\n\n{text}。\n"
    return facts_of(document_of(report.encode(), "x.txt"), REGISTRY).regulations


# Each line: words, then the documents by number or name, each with the first letter of the relation.
SENTENCES = """
对照陕政办发〔2016〕45号所印发的《2016年全省政务公开工作要点》 | c 陕政办发〔2016〕45号
按照陕政办发〔2016〕45号印发的《政务公开工作要点》 | c 陕政办发〔2016〕45号
据国办发〔2016〕80号文件精神 | c 国办发〔2016〕80号
照国办发〔2016〕80号附件所列格式 | c 国办发〔2016〕80号
拟出《审计结果公告试行规则》 | i 礼泉县水利局审计结果公告试行规则
制定《采购公告发布规程》 | i 礼泉县水利局采购公告发布规程
公布《2015年度预算执行审计结果公告》 |
换掉旧版公开指南 | i 礼泉县水利局公开指南
换掉旧版《公开指南》 | i 礼泉县水利局公开指南
重编公开目录 | i 礼泉县水利局公开目录
补编了信息公开目录 | i 礼泉县水利局信息公开目录
各乡镇编制了公开指南 |
拟出局信息发布审查办法 | i 礼泉县水利局信息发布审查办法
订立了保密审查规定 | i 礼泉县水利局保密审查规定
新拟了依申请公开办理规程 | i 礼泉县水利局依申请公开办理规程
拟出台水利信息发布管理办法 | i 礼泉县水利局水利信息发布管理办法
印发了《2016年礼泉县水利局政务公开工作要点》 | i 2016年礼泉县水利局政务公开工作要点
在转发《陕西省水利厅关于推进水利信用信息公示的通知》时 | c 陕西省水利厅关于推进水利信用信息公示的通知
起草《礼泉县水利局公开办法》，并以礼水发〔2016〕8号印发执行 | i 礼水发〔2016〕8号
起草《礼泉县水利局公开办法》、《礼泉县水利局审查规程》，并以礼水发〔2016〕8号印发 | i 礼泉县水利局公开办法 i 礼泉县水利局审查规程 i 礼水发〔2016〕8号
《公安机关信息公开规定》实施后，修订《礼泉县水利局公开规程》 | c 公安机关信息公开规定 i 礼泉县水利局公开规程
起草的《礼泉县供水办法（征求意见稿）》面向社会公开征求意见 | i 礼泉县供水办法(征求意见稿)
《礼泉县供水办法》以县政府令第8号公布 | c 礼泉县人民政府令第8号
细化《2016年陕西省政务公开工作要点》任务 | c 2016年陕西省政务公开工作要点
分解《2016年全省政务公开工作要点》任务，印发《2016年全县政务公开工作方案》 | c 2016年全省政务公开工作要点 i 2016年全县政务公开工作方案
学习审计法实施条例、中华人民共和国某事条例 | c 中华人民共和国审计法实施条例 c 中华人民共和国某事条例
制定了公开制度汇编、信息公开审批办法 | i 礼泉县水利局信息公开审批办法
完善了依申请公开工作流程和答复规范 |
落实《政务公开意见》（文号：陕政办发〔2016〕45号） | c 陕政办发〔2016〕45号
公示处罚决定（礼水罚〔2016〕12号）和复议决定（礼复决字〔2016〕3号） |
修订完善水利局政务公开工作规程 | i 礼泉县水利局政务公开工作规程
编制完成政府信息主动公开基本目录 | i 礼泉县水利局政府信息主动公开基本目录
以规范性文件形式公布《礼泉县水利局供水管理办法》 | i 礼泉县水利局供水管理办法
以水利公告形式公布《礼泉县供水管理办法》 | d 礼泉县供水管理办法
公布施行《礼泉县供水管理办法》 | i 礼泉县供水管理办法
配合修订《陕西省节约用水办法》 | c 陕西省节约用水办法
协助省水利厅起草《陕西省节约用水办法》 | c 陕西省节约用水办法
对《陕西省节约用水办法》修订提出建议 | c 陕西省节约用水办法
公开《礼泉县供水规划》、《礼泉县防汛规划》解读材料 | c 礼泉县供水规划 c 礼泉县防汛规划
根据保密法及其实施条例审查 | c 中华人民共和国保守国家秘密法 c 中华人民共和国保守国家秘密法实施条例
县政府办公室先后印发2016年政务公开工作要点 | c 2016年政务公开工作要点
县政府办公室转发2016年全省政务公开工作要点 | c 礼泉县人民政府办公室转发2016年全省政务公开工作要点
按照财政部地方预决算公开操作规程公开预算 | c 地方预决算公开操作规程
严格按照操作规程办理 |
落实教育部高等学校信息公开办法 | c 高等学校信息公开办法
根据咸阳市人民政府重大行政决策程序规定 | c 咸阳市人民政府重大行政决策程序规定
对照县政务公开办2016年政务公开考核细则 | c 2016年政务公开考核细则
依据档案法和陕西省档案条例，移交文件 | c 中华人民共和国档案法 c 陕西省档案条例
落实陕西省政府信息公开规定和咸阳市政务公开考核办法 | c 陕西省政府信息公开规定 c 咸阳市政务公开考核办法
按照中华人民共和国预算法规定公开预决算 | c 中华人民共和国预算法
落实公司法人登记、教育法治宣传 |
按照陕西省有关规定、咸阳市统一规定、陕西省水利厅的规定办理 |
"""


@pytest.mark.parametrize("line", SENTENCES.strip().split("\n"))
def test_sentence(line: str) -> None:
    text, _, expected = (part.strip() for part in line.partition("|"))
    found = [f"{entry.relation[0]} {entry.number or entry.name}" for entry in entries(text)]
    assert " ".join(found) == expected


def test_short_names_given_one_by_one_also_where_one_does_not_end_its_title() -> None:
    text = (
        "依据《中华人民共和国政府信息公开条例》、《陕西省实施〈中华人民共和国政府信息公开条例〉办法》（以下分别简称"
        "《条例》、《实施办法》）编制。执行《条例》、《实施办法》"
    )
    assert [entry.mentions[-1].text for entry in entries(text)] == ["《条例》", "《实施办法》"]


def test_what_carries_out_a_documents_opinion_is_another() -> None:
    found = entries("贯彻国务院办公厅关于全面推进政务公开工作的意见及实施细则")
    assert [entry.mentions[0].text for entry in found] == ["国务院办公厅关于全面推进政务公开工作的意见", "实施细则"]


@pytest.mark.parametrize(
    ("text", "issuer"),
    [
        ("按《预算法》与财政部《关于推进预决算公开工作的通知》", "中华人民共和国财政部"),
        ("你办《关于报送年度报告的通知》收悉", None),
        ("省政府办公厅、省水利厅联合印发陕政办发〔2016〕45号", "陕西省人民政府办公厅、陕西省水利厅"),
        ("县水利局、县司法局以礼水发〔2016〕5号联合印发《执法公开办法》", "礼泉县水利局、礼泉县司法局"),
        ("县水利局会同县司法局印发《执法公开办法》", "礼泉县水利局、礼泉县司法局"),
        ("县政府办转发的《陕西省2016年政务公开工作要点》已落实", None),
        ("县政府办转发的《咸阳市人民政府办公室关于加强公开的通知》已落实", "咸阳市人民政府办公室"),
        ("县水利局经县政府同意印发《执法公开办法》", "礼泉县水利局"),
        ("《礼泉县水利局 礼泉县司法局关于做好执法公开的通知》下发", "礼泉县水利局、礼泉县司法局"),
        ("按照《行政规范性文件管理规定》(粤府令第277号)审查文件", "广东省人民政府"),
    ],
)
def test_issuers(text: str, issuer: str | None) -> None:
    assert entries(text)[-1].issuer == issuer


@pytest.mark.parametrize(
    ("text", "title"),
    [
        # what regions give as the state does
        ("执行《城市绿化条例》", "城市绿化条例"),
        ("宣传道路运输条例", "中华人民共和国道路运输条例"),
        ("执行《河道管理条例》", "中华人民共和国河道管理条例"),
        ("在全省《志愿服务条例》宣传月中", "志愿服务条例"),
        ("执行省《城市绿化条例》", "陕西省城市绿化条例"),
        ("宣传陕西省河道管理条例", "陕西省河道管理条例"),
        ("宣传陕西省《河道管理条例》", "陕西省河道管理条例"),
        ("学习我县《物业管理条例》", "礼泉县物业管理条例"),
        ("学习自治区《宗教事务条例》", None),
        ("宣传省道路运输条例", None),
        ("学习省市物业管理条例", None),
        ("宣传森林草原防火条例", None),
        ("学习省《信访条例》和《中华人民共和国河道管理条例》", "中华人民共和国河道管理条例"),
        # documents of the State Council that others repeat under their own name
        ("落实《国务院办公厅关于简化优化公共服务流程方便基层群众办事创业的通知》", "国办发〔2015〕86号"),
        ("落实《关于简化优化公共服务流程方便基层群众办事创业的通知》", None),
        ("按照《建设项目环境影响评价政府信息公开指南（试行）》", "环办〔2013〕103号"),
        ("按照《国家行政机关公文处理办法》", "国发〔2000〕23号"),
        ("依据《海关政府信息公开办法》", "中华人民共和国海关政府信息公开办法"),
        ("贯彻《关于健全和完善村务公开和民主管理制度的意见》", "中办发〔2004〕17号"),
        ("贯彻《关于全面推进依法治国若干重大问题的决定》", "中共中央关于全面推进依法治国若干重大问题的决定"),
        # what was not yet given when the report was written
        ("执行《节约用水条例》", None),
    ],
)
def test_the_state_s_and_the_regions(text: str, title: str | None) -> None:
    found = [entry.resolution.iri for entry in entries(text)]
    assert (found[-1] if found else None) == (mint("regulation", title) if title else None)


@pytest.mark.parametrize(
    ("text", "issuer", "key"),
    [
        ("按照财社〔2016〕3号", "中华人民共和国财政部", ["财社〔2016〕3号"]),
        ("按照财政部财社〔2016〕3号", "中华人民共和国财政部", ["财社〔2016〕3号"]),
        ("根据省财政厅转发财社〔2016〕3号", "中华人民共和国财政部", ["财社〔2016〕3号"]),
        # the code of a ministry that bureaus print, too
        ("按照省财政厅财社〔2016〕3号", "陕西省财政厅", ["陕西省财政厅", "财社〔2016〕3号"]),
        (
            "按照省住建厅《关于公开供水水质的通知》（建城〔2016〕9号）",
            "陕西省住房和城乡建设厅",
            ["陕西省住房和城乡建设厅", "建城〔2016〕9号"],
        ),
        # that of the centre alone, whoever stands before it
        ("按照省财政厅国资厅发〔2016〕3号", "国务院国有资产监督管理委员会", ["国资厅发〔2016〕3号"]),
        # behind a province's character it is another code
        ("按照陕财社〔2016〕3号", None, None),
        ("按照浙水监督〔2016〕1号", None, None),
        # of the year in which a body followed another
        ("按照林资发〔2018〕3号", None, None),
    ],
)
def test_codes_of_ministries(text: str, issuer: str | None, key: list[str] | None) -> None:
    found = entries(text)[-1]
    assert (found.issuer, found.resolution.iri) == (issuer, mint("regulation", *key) if key else None)


@pytest.mark.parametrize(
    ("place", "number", "issuer"),
    [
        ("礼泉县", "民发〔2016〕3号", "中华人民共和国民政部"),
        ("民乐县", "民发〔2016〕3号", None),
        ("林州市", "林办发〔2016〕3号", None),
        ("云南省", "云办发〔2016〕3号", "中共云南省委办公厅"),
    ],
)
def test_a_county_s_committee_may_have_the_code_of_a_ministry(place: str, number: str, issuer: str | None) -> None:
    report = f"{place}水利局2016年政府信息公开工作年度报告\n\n按照{number}办理。\n"
    (entry,) = facts_of(document_of(report.encode(), "x.txt"), REGISTRY).regulations
    assert (entry.issuer, entry.resolution.iri) == (issuer, mint("regulation", number) if issuer else None)
