"""export through the command line: formats, networks, answers, and what makes no sense."""

import io
import os
from collections.abc import Iterator
from pathlib import Path

import networkx as nx
import pytest
from click.testing import CliRunner, Result
from disks import ballast, memory_disk

from gigraph.cli import exporting, main
from gigraph.exporters import EXPORTERS
from gigraph.exporters.tables import TABLES
from gigraph.network import NETWORKS


def call(*words: object) -> Result:
    return CliRunner().invoke(main, [str(word) for word in words])


@pytest.mark.parametrize(
    ("form", "start"),
    [
        ("nquads", "<http"),
        ("turtle", "@prefix"),
        ("graphml", "<?xml"),
        ("gexf", "<?xml"),
        ("jsonld", "{"),
        ("annotations", "{"),
        ("ntriples", "<http"),
        ("trig", "@prefix"),
        ("rdfxml", "<?xml"),
        ("cytoscape", "{"),
        ("d3", "{"),
    ],
)
def test_export(form: str, start: str, small_store: Path, tmp_path: Path) -> None:
    path = tmp_path / f"out.{form}"
    assert call("export", form, "-o", path, "--store", small_store).exit_code == 0
    assert path.read_text(encoding="utf-8").startswith(start)
    assert call("export", form, "--store", small_store).stdout_bytes == path.read_bytes()
    assert list(tmp_path.iterdir()) == [path]


def test_export_chooses_what_makes_a_network(small_store: Path) -> None:
    def edges(*options: str) -> int:
        return call("export", "graphml", *options, "--store", small_store).stdout.count("<edge ")

    assert edges("--all") > edges() > edges("--since", "2019") > 0
    assert edges("--relation", "issues", "--since", "2019", "--with", "内部制度", "--with", "guide") == 1
    assert edges("--region", "临江市") == edges("--region", "880100") == 3


def test_export_says_what_it_left_out(small_store: Path) -> None:
    told = call("export", "graphml", "--store", small_store).stderr
    assert "1 of type guide (--with guide), 2 of type internal-rule (--with internal-rule); --all" in told
    assert "left out" not in call("export", "graphml", "--all", "--store", small_store).stderr
    assert "empty" in call("export", "graphml", "--since", "2030", "--store", small_store).stderr


def test_an_option_that_makes_no_sense_is_refused(small_store: Path) -> None:
    result = call("export", "gexf", "--network", "agency-hierarchy", "--role", "study", "--store", small_store)
    assert result.exit_code == 2
    assert "--role makes no sense for the network agency-hierarchy" in result.stderr
    assert "--region" in result.stderr


def test_export_of_what_is_not_there(small_store: Path, tmp_path: Path) -> None:
    result = call("export", "pdf", "--store", small_store)
    assert result.exit_code == 2
    assert "Formats: nquads" in result.stderr
    result = call("export", "gexf", "-o", tmp_path / "none" / "x.gexf", "--store", small_store)
    assert result.exit_code == 2
    assert "there is no such folder" in result.stderr


def test_help_lists_formats_and_networks() -> None:
    told = call("export", "--help").stdout
    assert all(f"  {name} " in told for name in [*EXPORTERS, *NETWORKS])
    assert list(exporting._NETWORKS) == list(NETWORKS)


def test_a_folder_is_written_whole_and_anew(small_store: Path, tmp_path: Path) -> None:
    folder = tmp_path / "import"
    for options, files in ((("--all",), 7), (("--relation", "cites"), 5)):
        assert call("export", "neo4j", *options, "-o", folder, "--store", small_store).exit_code == 0
        assert len(list(folder.iterdir())) == files
    assert list(tmp_path.iterdir()) == [folder]
    result = call("export", "neo4j", "--store", small_store)
    assert result.exit_code == 2
    assert "-o FOLDER" in result.stderr


def test_what_is_in_the_way_of_a_folder_stays(small_store: Path, tmp_path: Path) -> None:
    (tmp_path / "mine.txt").write_text("mine")
    result = call("export", "neo4j", "-o", tmp_path, "--store", small_store)
    assert result.exit_code == 2
    assert "holds something else" in result.stderr
    assert "is a file" in call("export", "neo4j", "-o", tmp_path / "mine.txt", "--store", small_store).stderr
    assert [path.name for path in tmp_path.iterdir()] == ["mine.txt"]


def test_a_dash_is_standard_output(small_store: Path) -> None:
    result = call("export", "gexf", "-o", "-", "--store", small_store)
    assert result.stdout_bytes == call("export", "gexf", "--store", small_store).stdout_bytes
    assert result.stdout.startswith("<?xml")


def test_without_measures(small_store: Path) -> None:
    def attributes(*options: str) -> set[str]:
        told = call("export", "graphml", *options, "--store", small_store).stdout_bytes
        return {name for _, data in nx.read_graphml(io.BytesIO(told)).nodes(data=True) for name in data}

    assert attributes() - attributes("--no-metrics") == {
        "degree", "weighted_degree", "pagerank", "betweenness", "core", "community",
    }  # fmt: skip
    assert {"x", "y", "label"} <= attributes("--no-metrics")


def test_the_answer_of_a_question_is_a_network(small_store: Path) -> None:
    words = ("export", "graphml", "--query", "regulations-cited-together", "regulation=政府信息公开条例")
    told = call(*words, "--store", small_store)
    assert told.exit_code == 0, told.stderr
    network = nx.read_graphml(io.BytesIO(told.stdout_bytes))
    (hub,) = {source for source, _ in network.edges()}
    assert network.nodes[hub]["label"] == "中华人民共和国政府信息公开条例"
    assert all(data["weight"] >= 1 for *_, data in network.edges(data=True))


@pytest.mark.parametrize(
    ("words", "message"),
    [
        (("nquads", "--network", "agency-agency"), "nquads draws no network"),
        (("nquads", "--since", "2015"), "--since makes no sense for a format without a network"),
        (("turtle", "--query", "publishers"), "about the whole graph"),
        (("gexf", "--query", "publishers", "--role", "study"), "--role makes no sense for the answer of a question"),
        (("gexf", "--query", "publishers", "--network", "agency-agency"), "not both"),
        (("gexf", "since=2015"), "a value without a question"),
        (("gexf", "--query", "reports-by-year"), "makes no network"),
        (("gexf", "--role", "likes"), "There are: disclosure 公开"),
        (("gexf", "--without", "catalog"), "Did you mean catalogue 公开目录?"),
        (("gexf", "--sector", "magic"), "no agency sector is called 'magic'"),
        (("gexf", "--all", "--network", "regulation-chains"), "--all makes no sense"),
    ],
)
def test_what_makes_no_sense_is_said(words: tuple[str, ...], message: str, small_store: Path) -> None:
    result = call("export", *words, "--store", small_store)
    assert result.exit_code == 2
    assert message in result.stderr


def test_tables_are_a_folder_or_one_file(small_store: Path, tmp_path: Path) -> None:
    folder = tmp_path / "tables"
    assert call("export", "csv", "-o", folder, "--store", small_store).exit_code == 0
    assert {f"{name}.csv" for name in exporting._TABLES} == {path.name for path in folder.glob("*.csv")}
    assert list(exporting._TABLES) == list(TABLES)
    alone = call("export", "csv", "--table", "citations", "-o", "-", "--store", small_store)
    assert alone.stdout_bytes == (folder / "citations.csv").read_bytes()
    result = call("export", "csv", "--store", small_store)
    assert result.exit_code == 2
    assert "-o FOLDER, or say --table NAME" in result.stderr


def test_an_answer_is_a_table(small_store: Path) -> None:
    told = call("export", "tsv", "--query", "reports-by-year", "--store", small_store).stdout
    assert told.startswith("year\t")
    result = call("export", "tsv", "--query", "reports-by-year", "--table", "reports", "--store", small_store)
    assert "--table makes no sense for the answer of a query" in result.stderr


@pytest.mark.parametrize("form", ["gexf", "nquads", "csv", "obsidian"])
def test_documents_are_refused_where_no_quote_is_shown(form: str, small_store: Path, tmp_path: Path) -> None:
    result = call("export", form, "--documents", tmp_path, "-o", tmp_path / "out", "--store", small_store)
    assert result.exit_code == 2
    assert f"--documents makes no sense for {form}" in result.stderr
    assert "annotations, html" in result.stderr


def test_binary_goes_to_no_terminal(small_store: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr("click.testing._NamedTextIOWrapper.isatty", lambda self: True)
    result = call("export", "parquet", "--table", "reports", "--store", small_store)
    assert result.exit_code == 2
    assert "no text for a terminal" in result.stderr


@pytest.mark.parametrize(("form", "file"), [("obsidian", "index.md"), ("ro-crate", "ro-crate-metadata.json")])
def test_folders_for_people_and_for_publication(form: str, file: str, small_store: Path, tmp_path: Path) -> None:
    folder = tmp_path / "out"
    for _ in range(2):  # written anew too
        assert call("export", form, "-o", folder, "--store", small_store).exit_code == 0
        assert (folder / file).is_file()
    assert list(tmp_path.iterdir()) == [folder]
    assert call("export", form, "-o", "-", "--store", small_store).exit_code == 2


def test_what_ro_crate_states_is_refused_elsewhere(small_store: Path, tmp_path: Path) -> None:
    stated = ("--license", "CC BY 4.0", "--published", "2024-02-29")
    assert call("export", "ro-crate", *stated, "-o", tmp_path / "crate", "--store", small_store).exit_code == 0
    told = (tmp_path / "crate" / "ro-crate-metadata.json").read_text("utf-8")
    assert '"name": "CC BY 4.0"' in told
    assert '"datePublished": "2024-02-29"' in told
    result = call("export", "trig", *stated, "--store", small_store)
    assert result.exit_code == 2
    assert "--license makes no sense for trig" in result.stderr
    assert "ro-crate" in result.stderr


@pytest.fixture(scope="module")
def small_disk(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Path]:
    with memory_disk(tmp_path_factory.mktemp("full") / "disk", 16) as place:
        yield place


@pytest.mark.parametrize("form", sorted(EXPORTERS))
def test_a_full_disk_leaves_what_was_there(form: str, small_disk: Path, small_store: Path) -> None:
    if form == "parquet":
        pytest.importorskip("pyarrow")
    target = small_disk / f"out-{form}"
    words = ("export", form, "-o", target, "--store", small_store)
    whole = call(*words)
    if "was not built" in whole.stderr:
        pytest.skip(whole.stderr)
    assert whole.exit_code == 0
    before, names = _contents(target), set(os.listdir(small_disk))
    with ballast(small_disk, 0):
        result = call(*words)
        assert _contents(target) == before
    assert (result.exit_code, "the disk is full" in result.stderr) == (74, True)
    assert set(os.listdir(small_disk)) == names


def _contents(path: Path) -> dict[str, bytes]:
    files = [path] if path.is_file() else [file for file in path.rglob("*") if file.is_file()]
    return {str(file): file.read_bytes() for file in files}
