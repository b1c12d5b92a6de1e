"""The digests that name a version of the pipeline."""

import re
from pathlib import Path

import pytest

from gigraph.pipeline import version


def test_the_digests_differ_and_stay() -> None:
    found = [version.pipeline_digest(), version.link_digest(), version.published_digest()]
    assert len(set(found)) == 3
    assert all(re.fullmatch("[0-9a-f]{64}", digest) for digest in found)
    assert version._digest(version.REPORT_CODE) == found[0]


def test_every_part_of_the_pipeline_counts() -> None:
    names = [name for name, _ in version._files(version.REPORT_CODE)]
    for expected in (
        "models/__init__.py",
        "text/view.py",
        "extractors/settle.py",
        "mapping/__init__.py",
        "pipeline/version.py",
    ):
        assert expected in names
    assert any(name.startswith("registry/") and name.endswith(".tsv") for name in names)
    assert "ontology/gigraph.ttl" in names
    assert not any(name.startswith(("store", "build", "cli", "link")) for name in names)


def test_a_changed_row_or_library_changes_the_digest(monkeypatch: pytest.MonkeyPatch, tmp_path: Path) -> None:
    before = version._digest(version.REPORT_CODE)
    with monkeypatch.context() as patch:
        patch.setattr(version, "_version", lambda library: "99" if library == "OpenCC" else "1")
        assert version._digest(version.REPORT_CODE) != before
    changed = tmp_path / "view.py"
    changed.write_text("# another view\n")
    files = [(name, changed if name == "text/view.py" else path) for name, path in version._files(version.REPORT_CODE)]
    monkeypatch.setattr(version, "_files", lambda code: files)
    assert version._digest(version.REPORT_CODE) != before


def test_a_library_that_is_not_installed_is_absent() -> None:
    assert version._version("no-such-library-of-anyone") == "absent"
    assert version._version("OpenCC") != "absent"
