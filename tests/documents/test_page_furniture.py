"""What sites put before and behind a report, in the manner of many places: it is furniture, and nothing else is."""

import pytest

from gigraph.documents import text_document
from gigraph.documents.items import front_items
from gigraph.models import Role, Source

TITLE = "某县教育局2018年政府信息公开工作年度报告"
FIRST = "根据《中华人民共和国政府信息公开条例》的要求，编制本报告。本报告由概述、主动公开情况等部分组成。"
LAST = "下一步，我局将继续加强学习，充实公开内容，把政府信息公开工作做得更好。"
SIGNED = "某县教育局\n2019年1月20日"

# Before the title, or between it and the text ({t}: the title).
HEADS = [
    "设为首页 | 加入收藏 | 联系我们\n{t}",
    "首页 政务要闻 政务公开 办事服务 互动交流 走进某县\n您的位置：首页 > 政务公开 > 年度报告\n{t}",
    "当前位置：网站首页 >> 信息公开 >> 信息公开年报 >> 内容\n{t}\n发布日期：2019-01-21 09:30 信息来源：某县教育局 浏览次数：",
    "{t}\n来源： 某县教育局 | 发布时间：2019-01-21 | 字体：大 中 小",
    "{t}\n时间：2019-01-21 18:55      来源：某县教育局      浏览次数：102",
    "{t}\n发布者：某科   发布日期：2019-01-21 14:36:15   浏览次数：432",
    "{t}\n2019-01-21 00:00:00 来源: 本站原创\n【字体：大 中 小】",
    "{t}\n【信息时间：2019-01-21 阅读次数：35】【我要打印】【关闭】",
    "归档时间：2023-06-15\n当前位置: 首页 > 公开领域 > 教育\n\n{t}\n\n详细信息\n\n公开具体内容",
    "索 引 号：0142581323/2019-00001 分 类：教育 / 报告\n发布机构：某县教育局 发文日期：2019-01-21\n标 题：{t}\n文 号：无 主 题 词：\n时 效：有效\n{t}",
    "索引号: 113304/2019-00321\n组配分类: 年度报告\n发布机构: 某县教育局\n成文日期: 2019-01-20\n公开方式: 主动公开\n公开范围: 面向社会\n{t}",
    "信息分类：政府信息公开年报\n文件编号：\n公开日期：2019-01-21\n发布单位：某县教育局\n{t}",
    "名 称：{t}\n主题分类：其他\n服务对象分类：\n体裁分类：其他\n有 效 性：有效\n{t}",
    "某县人民政府门户网站\nwww.example.gov.cn\n无障碍阅读 长者模式 繁體版\n{t}",
    "中国政府网 某省人民政府 某市人民政府 手机版 登录 注册\n首页\n机构概况\n新闻中心\n政务公开\n办事大厅\n{t}",
    "今天是：2019年1月22日 星期二 欢迎访问某县教育局网站！\n{t}\n作者：办公室 来源：本站 点击数：51 更新时间：2019-1-21",
    "{t}\n发布日期：2019-01-21 来源：某县教育局\n分享到：\n微信 微博 QQ空间",
    "{t}\n文章来源：某县教育局 责任编辑：张三 发布时间：2019年01月21日 点击：20次",
    "{t}\n日期：2019-01-21 17:08 来源：某县教育局 字号：【大 中 小】\n视力保护色：\n浏览量：12",
    "标题：{t}\n发布时间：2019-01-21\n来源：某县教育局\n作者：办公室\nURL：https://www.example.gov.cn/t1.html\n{t}",
    "标题: {t}\n时间: 2019-01-21\n链接: https://www.example.gov.cn/t1.html\n正文:\n{t}",
    "# {t}\n\n> 来源：某县教育局\n> 发布时间：2019-01-21\n> 原文链接：https://www.example.gov.cn/t1.html\n\n---\n",
    "政府信息公开\n政府信息公开指南\n政府信息公开制度\n法定主动公开内容\n政府信息公开年报\n依申请公开\n{t}",
    "{t}\n扫一扫在手机打开当前页\n【打印】 【收藏】 【关闭】",
]

# Behind the text.
TAILS = [
    "打印本页 关闭窗口",
    "【打印】【关闭】【返回顶部】",
    "附件：\n上一篇：某县教育局2017年政府信息公开工作年度报告\n下一篇：没有了",
    "上一条：关于某事的通知\n下一条：某县教育局部门预算",
    "相关文章\n某县召开会议\n某局开展活动",
    "相关链接：\n国家部委网站\n省级政府网站\n友情链接",
    "责任编辑：张三\n扫一扫在手机打开当前页",
    "（责任编辑：李四）",
    "主办：某县人民政府 承办：某县人民政府办公室\n网站标识码：4301240001 湘ICP备05000618号 湘公网安备43012402000123号",
    "主办单位：某县教育局 地址：某县某路1号 邮编：410000\n技术支持：某公司\n版权所有 未经许可不得转载",
    "版权所有：某县教育局　备案号：京ICP备12345678号-1",
    "Copyright © 2019 某县教育局 All Rights Reserved",
    "网站地图 | 联系我们 | 关于我们 | 网站声明\n主办：某县人民政府",
    "分享到：微信 新浪微博 QQ空间\n我要纠错 打印 关闭",
    "您是第 12345 位访问者\n建议使用1024*768分辨率",
    "终审：王五\n相关附件\n年度报告.pdf",
    "政府网站标识码：bm12000001 京公网安备 11010102000001号 京ICP备05070218号",
    "点击数：123 录入时间：2019-01-21 【打印此页】【关闭】",
    "关于本站 | 隐私声明 | 使用帮助\n国家机关：某县教育局 党政机关 政府网站找错",
    "扫一扫，手机端浏览\n【 打印 】【 返回顶部 】【 关闭 】",
    "文件下载：\n某县教育局2018年政府信息公开工作年度报告.doc\n关联文件：",
    "中国政府网 | 某省人民政府 | 某市人民政府\n主管单位：某县人民政府 主办单位：某县政务服务局",
]


def body(text: str) -> str:
    document = text_document(text, Source("a.txt"))
    own = [block.span.of(text) for block in document.blocks if block.role is Role.BODY]
    return "\n".join(line.strip() for line in "\n".join(own).split("\n") if line.strip())


@pytest.mark.parametrize("head", HEADS)
def test_what_stands_before_the_report_is_furniture(head: str) -> None:
    text = f"{head.format(t=TITLE)}\n{FIRST}\n一、概述\n{LAST}\n{SIGNED}"
    assert body(text) == f"{TITLE}\n{FIRST}\n一、概述\n{LAST}\n{SIGNED}"


@pytest.mark.parametrize("tail", TAILS)
def test_what_stands_behind_the_report_is_furniture(tail: str) -> None:
    text = f"{TITLE}\n{FIRST}\n一、概述\n{LAST}\n{SIGNED}\n{tail}"
    assert body(text) == f"{TITLE}\n{FIRST}\n一、概述\n{LAST}\n{SIGNED}"


@pytest.mark.parametrize("tail", TAILS)
def test_an_unsigned_report_keeps_its_last_sentence(tail: str) -> None:
    assert body(f"{TITLE}\n{FIRST}\n{LAST}\n{tail}") == f"{TITLE}\n{FIRST}\n{LAST}"


@pytest.mark.parametrize(
    ("line", "kind"),
    [
        ("某市教育局", "agency"),
        ("某市教育局 某县财政局", "agency"),
        ("某市教育局 某县财政局 某区民政局", "other"),
        ("某市教育局 某县财政局 某区民政局2016年政府信息公开工作年度报告", "other"),
        ("某市教育局2016年政府信息公开工作年度报告", "title"),
        ("某市教育局 某县财政局 某教发〔2016〕3号", "number"),
        ("某教发〔2016〕3号", "number"),
    ],
)
def test_a_menu_of_agencies_is_no_agency_and_no_title(line: str, kind: str) -> None:
    item = next(front_items(f"{line}\n"))
    assert (item.kind, item.end) == (kind, len(line))
