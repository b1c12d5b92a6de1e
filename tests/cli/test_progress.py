"""What a build shows of its progress where the output is no terminal."""

import pytest

from gigraph.build import Progress
from gigraph.cli.progress import ProgressLine


def test_a_stage_ends_as_it_is(capsys: pytest.CaptureFixture[str]) -> None:
    """Lines come seldom; the last step of a stage is shown all the same, and once."""
    line = ProgressLine()
    for done in range(14):
        line(Progress("read", done, 13))
    line(Progress("link", 0, 1))
    line(Progress("publish", 0, 1))
    line.close()
    said = capsys.readouterr().err.splitlines()
    assert said[0] == "reading 0 of 13 (0 %)"
    assert said[-3:] == ["reading 13 of 13 (100 %)", "linking", "publishing"]
    assert len(said) == len(set(said))
