"""What one report names by title alone and another by title and number is one document: exactly, or not at all."""

import random
from collections.abc import Sequence

import pytest
from hypothesis import given
from hypothesis import strategies as st
from invented import MENTION, agency, entities, report, resolved

from gigraph.iris import mint
from gigraph.link import index_names
from gigraph.link.engine import NoMemory, run
from gigraph.link.facts import Facts
from gigraph.link.units import Units
from gigraph.link.votes import Votes, said
from gigraph.models import RegulationEntry
from gigraph.registry import load_registry
from gigraph.store import memory_graph
from gigraph.vocab import PREFIXES

REGISTRY = load_registry()
GOVERNMENT, OFFICE = "湖南省人民政府", "湖南省人民政府办公厅"
OPINIONS = "关于加快推进政务服务体系建设的实施意见"
LOCAL = mint("regulation", GOVERNMENT, OPINIONS)
NUMBER = "湘政办发〔2014〕31号"
NUMBERED = mint("regulation", NUMBER)


def votes(*names: str, years: Sequence[int] = (2015,), number: str | None = None) -> Votes:
    found = Votes()
    for name in names:
        found.give(name=name, number=number)
    for year in years:
        found.give(cited_in=str(year))
    return found


def joined(regulations: dict[str, Votes]) -> dict[str, str]:
    """For each local identity that is joined: the numbered one."""
    facts = Facts()
    for own, votes in regulations.items():
        words = ((what, value) for what, counts in votes.by.items() for value in counts.elements())
        facts.change((("regulation", own, item) for item in said(words)), 1)
    run(Units(REGISTRY).kinds(), facts, NoMemory())
    return {own: canonical for own in regulations for canonical in facts.get("canonical", own)}


@pytest.mark.parametrize(
    ("local", "title", "number", "name", "years"),
    [
        ((GOVERNMENT, OPINIONS), OPINIONS, (NUMBER,), f"{OFFICE}{OPINIONS}", (2014, 2015)),
        ((GOVERNMENT, OPINIONS), OPINIONS, ("湘政发〔2014〕3号",), OPINIONS, (2018,)),
        (("湖南省财政厅", "政府采购信息公开管理办法"), "湖南省财政厅政府采购信息公开管理办法",
         ("湖南省财政厅", "湘财购〔2015〕3号"), "关于印发《政府采购信息公开管理办法》的通知", (2016,)),
        (("湘潭市国有土地上房屋征收评估管理办法",), "湘潭市国有土地上房屋征收评估管理办法",
         ("湘潭市人民政府", "潭政发〔2013〕9号"), "湘潭市国有土地上房屋征收评估管理办法", (2014,)),
        ((GOVERNMENT, "2014年政务公开政务服务工作要点"), "2014年政务公开政务服务工作要点",
         ("湘政办发〔2014〕9号",), f"{OFFICE}关于印发2014年政务公开政务服务工作要点的通知", (2014, 2015)),
        ((GOVERNMENT, "关于做好年度信息公开工作的通知"), "关于做好年度信息公开工作的通知",
         ("湘政办发〔2014〕9号",), "关于做好年度信息公开工作的通知", (2014,)),
        (("430382", "棋梓镇人民政府", "信息公开工作管理办法"), "棋梓镇人民政府信息公开工作管理办法",
         ("430382", "棋梓镇人民政府", "棋政发〔2014〕2号"), "棋梓镇人民政府信息公开工作管理办法", (2015,)),
    ],
)  # fmt: skip
def test_one_document(
    local: tuple[str, ...], title: str, number: tuple[str, ...], name: str, years: tuple[int, ...]
) -> None:
    own, canonical = mint("regulation", *local), mint("regulation", *number)
    found = joined({own: votes(title, years=years), canonical: votes(name, number=number[-1])})
    assert found == {own: canonical}


@pytest.mark.parametrize(
    ("local", "number", "name", "years"),
    [
        ((GOVERNMENT, OPINIONS), (NUMBER,), OPINIONS + "（二）", (2015,)),  # another title
        ((GOVERNMENT, OPINIONS), ("云政发〔2014〕3号",), OPINIONS, (2015,)),  # another government
        ((GOVERNMENT, OPINIONS), (NUMBER,), OPINIONS, (2012,)),  # cited before the number's year
        ((GOVERNMENT, OPINIONS), (NUMBER,), OPINIONS, (2012, 2016)),
        ((GOVERNMENT, OPINIONS), (NUMBER,), OPINIONS, ()),  # when is not known
        ((GOVERNMENT, "关于做好年度信息公开工作的通知"), (NUMBER,), "关于做好年度信息公开工作的通知", (2016,)),
        ((GOVERNMENT, "政务公开工作要点", "2015"), (NUMBER,), "政务公开工作要点", (2015,)),  # too short, another year
        (("430382", "棋梓镇人民政府", "信息公开工作管理办法"), ("430381", "棋梓镇人民政府", "棋政发〔2014〕2号"),
         "棋梓镇人民政府信息公开工作管理办法", (2015,)),  # a town of another county
        (("湖南省财政厅", "管理办法"), ("湖南省财政厅", "湘财购〔2014〕3号"), "管理办法", (2015,)),
    ],
)  # fmt: skip
def test_two_documents(local: tuple[str, ...], number: tuple[str, ...], name: str, years: tuple[int, ...]) -> None:
    own, canonical = mint("regulation", *local), mint("regulation", *number)
    assert joined({own: votes(local[-1], years=years), canonical: votes(name, number=number[-1])}) == {}


def test_two_numbers_that_fit_leave_it_open() -> None:
    other = mint("regulation", "湘政发〔2013〕3号")
    regulations = {LOCAL: votes(OPINIONS), NUMBERED: votes(OPINIONS), other: votes(OPINIONS)}
    assert joined(regulations) == {}
    del regulations[other]
    assert joined(regulations) == {LOCAL: NUMBERED}


TITLES = [OPINIONS, "关于做好年度信息公开工作的通知", "政府信息公开工作考核办法", "2014年政务公开工作要点"]
REGULATION = st.tuples(
    st.sampled_from([GOVERNMENT, "云南省人民政府", "湖南省财政厅"]),
    st.sampled_from(TITLES),
    st.one_of(st.none(), st.tuples(st.sampled_from(["湘政发", "云政发", "湘财办"]), st.integers(2012, 2016), st.integers(1, 3))),
    st.integers(2012, 2017),
)  # fmt: skip


def entry(issuer: str, title: str, number: tuple[str, int, int] | None) -> RegulationEntry:
    written = "{}〔{}〕{}号".format(*number) if number else None
    key = (issuer, title) if written is None else (written,) if number and number[0] != "湘财办" else (issuer, written)
    found = resolved(mint("regulation", *key))
    return RegulationEntry(title, (), written, issuer, "cites", True, MENTION, found)


def of_bureau(key: str, year: int, *entries: RegulationEntry) -> bytes:
    fields = {"publisher": "某局", "year": year, "title": "某局报告"}
    return report(key, fields, [*entries, agency("某局", "430000")])


@given(st.lists(REGULATION, min_size=1, max_size=8), st.randoms(use_true_random=False))
def test_the_order_of_reports_does_not_matter(drawn: list[tuple], shuffle: random.Random) -> None:  # type: ignore[type-arg]
    reports = [of_bureau(f"{i}.txt", year, entry(*rest)) for i, (*rest, year) in enumerate(drawn)]
    lines = entities(reports)
    shuffle.shuffle(reports)
    assert entities(reports) == lines
    graph = memory_graph(b"\n".join(lines))
    same = {str(q.subject): str(q.object) for q in graph.quads(predicate=PREFIXES["gi"] + "sameDocument")}
    cited = {str(q.object) for q in graph.quads(predicate=PREFIXES["gi"] + "cites")}
    assert not set(same) & set(same.values())  # one step, no chain
    assert not cited & set(same)  # edges stand on the numbered one
    assert set(same.values()) <= cited
    names = {name.iri for name in index_names(graph)}
    assert not names & set(same)


def test_names_and_edges_go_to_the_numbered_document() -> None:
    reports = [
        of_bureau("a", 2015, entry(GOVERNMENT, OPINIONS, None)),
        of_bureau("b", 2014, entry(GOVERNMENT, OPINIONS + "的通知", ("湘政发", 2014, 3))),
        of_bureau("c", 2014, entry(GOVERNMENT, OPINIONS, ("湘政发", 2014, 3))),
    ]
    graph = memory_graph(b"\n".join(entities(reports)))
    numbered = mint("regulation", "湘政发〔2014〕3号")
    (cited,) = {str(q.object) for q in graph.quads(predicate=PREFIXES["gi"] + "cites")}
    assert cited == numbered
    labels = {q.object.value for q in graph.quads(LOCAL, PREFIXES["skos"] + "prefLabel")}  # type: ignore[union-attr]
    assert labels == {OPINIONS}
    assert [str(q.object) for q in graph.quads(LOCAL, PREFIXES["gi"] + "sameDocument")] == [numbered]


def test_titles_that_contradict_each_other_under_one_number_are_told() -> None:
    number = ("湘政发", 2014, 3)
    titles = (OPINIONS, "政府信息公开工作考核办法")
    graph = memory_graph(b"\n".join(entities([of_bureau(t, 2014, entry(GOVERNMENT, t, number)) for t in titles])))
    contested = [q.object.value for q in graph.quads(predicate=PREFIXES["gi"] + "contestedName")]  # type: ignore[union-attr]
    assert sorted(contested) == sorted(titles)
    alike = (OPINIONS, f"{OPINIONS}（试行）", f"关于印发{OPINIONS}的通知")
    graph = memory_graph(b"\n".join(entities([of_bureau(t, 2014, entry(GOVERNMENT, t, number)) for t in alike])))
    assert not list(graph.quads(predicate=PREFIXES["gi"] + "contestedName"))
