"""Titles: their comparable forms, the issuer they begin with, the annex that they issue."""

import re

import pytest

from gigraph.text.titles import (
    AGENCY_END,
    annex_of,
    clean_title,
    forwards,
    is_agency,
    split_issuer,
    title_forms,
    title_key,
    without_status,
)


def test_is_agency_tells_what_the_pattern_tells() -> None:
    words = re.findall("[\u4e00-\u9fff]+", AGENCY_END.pattern)
    assert "联席会议" in words
    for end in {*words, *"".join(words)}:
        name = f"某市某某{end}"
        assert is_agency(name) == bool(AGENCY_END.search(name)), name


@pytest.mark.parametrize(
    ("title", "issuer"),
    [
        ("国务院办公厅关于开展网站普查的通知", "国务院办公厅"),
        ("国务院关于加强法治政府建设的意见", "国务院"),
        ("某市人民政府办公室印发关于进一步加强公开工作的实施方案的通知", "某市人民政府办公室"),
        ("国务院办公厅转发司法部关于审理案件若干问题指导意见的通知", "国务院办公厅"),
        ("国家税务总局关于发布目录的公告", "国家税务总局"),
        ("市教育局关于做好公开工作的通知", "市教育局"),
        ("中共某市委关于全面推进依法治市的意见", "中共某市委"),
        ("关于做好公开工作的通知", None),
        ("某县政府信息公开规定", None),
        ("有关部门关于公开工作的意见", None),
        ("最高人民法院关于审理案件若干问题的规定", "最高人民法院"),
    ],
)
def test_split_issuer(title: str, issuer: str | None) -> None:
    head, rest = split_issuer(title)
    assert head == issuer
    assert (head or "") + rest == title


@pytest.mark.parametrize(
    ("title", "annex"),
    [
        ("国务院办公厅关于印发2014年政府信息公开工作要点的通知", "2014年政府信息公开工作要点"),
        ("关于印发〈某市公开工作考核办法〉的通知", "某市公开工作考核办法"),
        ("关于印发实施机关内设处室公开工作规程的通知", "机关内设处室公开工作规程"),
        ("某省人民政府办公厅印发某省公开规定的通知", "某省公开规定"),
        ("关于转发〈工作要点〉的通知", None),
        ("关于做好公开工作的通知", None),
    ],
)
def test_annex(title: str, annex: str | None) -> None:
    assert annex_of(title) == annex


def test_forwarding_is_another_instrument() -> None:
    assert forwards("国务院办公厅转发司法部关于审理案件若干问题指导意见的通知")
    assert not forwards("国务院办公厅关于印发工作要点的通知")


def test_forms_of_a_notice_and_of_a_law() -> None:
    assert "2014年政府信息公开工作要点" in title_forms("国务院办公厅关于印发2014年政府信息公开工作要点的通知")
    assert title_forms("中华人民共和国政府信息公开条例")[:2] == ("中华人民共和国政府信息公开条例", "政府信息公开条例")
    assert "某县项目管理办法" in title_forms("某县项目管理办法（试行）")


def test_keys_leave_out_marks_and_nothing_else() -> None:
    assert title_key("关于“互联网+政务服务”（试行）的办法") == title_key("关于互联网+政务服务(试行)的办法")
    assert title_key("公开办法") != title_key("公开规定")
    assert title_key(without_status("管理办法（修订）")) == "管理办法"


def test_clean_title_is_one_line() -> None:
    assert clean_title("关于印发《2015年\n 要点》 的通知") == "关于印发〈2015年要点〉的通知"
