"""Kinds of figures: rare classifiers, thousands set apart, sums of money in words, one each, marks, parts of a whole."""

import pytest

from gigraph.documents import document_of
from gigraph.pipeline import facts_of
from gigraph.pipeline.contract import to_json
from gigraph.registry import load_registry

REGISTRY = load_registry()


def told(text: str) -> str:
    report = f"某市水利局2016年政府信息公开工作年度报告\n\n{text}。\n"
    figures = to_json(facts_of(document_of(report.encode(), "x.txt"), REGISTRY))["statistics"]
    return " ".join(figure["value"] + figure["unit"] for figure in figures)


# Each line: words, then the figures that they give.
SENTENCES = """
议过2回 | 2回
检查两回 | 2回
大喇叭每天播两遍 | 2遍
设早晚两档节目 | 2档
早晚各一档 | 1档
1案上诉 | 1案
补贴渔船5863艘 | 5863艘
人均受训不少于16学时 | 16学时
走访四趟 | 4趟
接待群众五拨 | 5拨
播出24集 | 24集
刊登6版 | 6版
2019版指南 |
2.0版系统 |
出动执法船12艘次、车辆26台次 | 12艘次 26台次
录入数据32万笔 | 320000笔
超过八成 | 8成
编发专刊9辑 | 9辑
配发U盘40只 | 40只
40只有3件 | 3件
撰写说明三千字 | 3000字
发文1 020条 | 1020条
公开1 234 567条 | 1234567条
经费1 250.5万元 | 12505000元
2016 120条 |
清理旧卷壹佰零伍卷 | 105卷
办结贰拾叁件 | 23件
收费叁仟元 | 3000元
办结工单一万二千件 | 12000件
上升三点五个百分点 | 3.5个百分点
下降三个百分点 | 3个百分点
得96.5分 | 96.5分
打了88.5分 | 88.5分
拿到92分 | 92分
获评95分 | 95分
扣0.5分 | 0.5分
平均等候8分30秒 | 8分 30秒
清单各一张 | 1张
各指定一人兼管 | 1人
各设一处 | 1处
每镇一个查阅点 | 1个
每人一册 | 1册
增长一倍 | 1倍
共列98项 | 98项
综合考核列10名 |
未发生一起 |
没有一件被撤销 |
把家政三块列为重点 |
全文六块 |
公示牌三块 | 3块
三块展板 | 3块
竖起公示牌17块 | 17块
做了三件事 |
公布三件事项 | 3件
三个口子共转办87件 | 87件
原两家的栏目合并 |
两家的栏目合并 | 2家
办理县十七届人大三次会议建议11件 | 11件
参加三次会议 | 3次
增至3.6万 | 36000
粉丝由2万升至3.5万人 | 20000人 35000人
栏目从188压到61个 | 188个 61个
由12家增加到18家 | 12家 18家
三支一扶公告2期 | 2期
开通三十六个微信公众号 | 36个
建成百余个便民服务点 | 100个
全县有近百家政府网站 | 100家
编印十二期政府公报 | 12期
改造电子政务二期平台 |
推行一个窗口受理 |
抽查12个街道办事处 | 12个
五个镇政府建了查阅点 | 5个
召集三十六个领导小组开会 | 36个
成立三个工作组 | 3个
设两个服务窗口、三条服务热线 | 2个 3条
明确四个责任单位 | 4个
坚持两个服务中心工作 |
落实三个重点任务 |
制定两个管理办法 | 2个
发生3起诉讼 | 3起
赠阅12本年鉴 | 12本
抽查5家电信运营商 | 5家
通报8名单位负责人 | 8名
公告18宗地块 | 18宗
完成三批目录清理 | 3批
刊出五期简报 | 5期
经过三轮自查 | 3轮
巩固三轮承包成果 |
电子政务三期工程 |
组建队伍十二支 | 12支
大陆三家企业 | 3家
办好十件实事 | 10件
发放资料两千五百份、折页两千五张 | 2500份 2500张
网站访问量：320万次，微博浏览量：36次。 | 3200000次 36次
分为八大类、五十二小类 | 8大类 52小类
公开五类信息 | 5类
三类医疗器械 |
复垦三百亩 | 300亩
收到申请1件，9个工作日内答复 | 1件 9个工作日
收到申请1件，15个工作日内答复 | 1件
接到投诉1件，要求2日内办结 | 1件
"""


@pytest.mark.parametrize("line", SENTENCES.strip().split("\n"))
def test_sentence(line: str) -> None:
    text, _, expected = (part.strip() for part in line.partition("|"))
    assert told(text) == expected


def test_units_are_those_of_the_script() -> None:
    assert told("登出228條，開了兩個視窗，張貼告示三十餘張，經費5萬元") == "228條 2個 30張 50000元"
