"""How far a build is: one line that is written over on a terminal, a line now and then elsewhere, ever more seldom."""

import sys
import time
from typing import TYPE_CHECKING

import click

from gigraph.cli.columns import clip, width

if TYPE_CHECKING:
    from gigraph.build import Progress

_FIRST, _LONGEST = 2.0, 60.0  # seconds between lines where the output is no terminal: each time twice as many
_STAGES = {"read": "reading", "link": "linking", "publish": "publishing"}


class ProgressLine:
    """Called with each step of a build; `close` ends the line."""

    def __init__(self) -> None:
        self._live = sys.stderr.isatty()
        self._shown = 0  # cells of the line on the terminal
        self._last = 0.0
        self._wait = _FIRST
        self._stage = ""
        self._waiting = ""  # the newest line that was not shown

    def __call__(self, step: "Progress") -> None:
        text = _STAGES.get(step.stage, step.stage)
        if step.total > 1:
            text += f" {step.done:,} of {step.total:,} ({100 * step.done // step.total} %)"
        if self._live:
            self.step(text)
        elif (begins := step.stage != self._stage) or time.monotonic() - self._last > self._wait:
            if begins and self._waiting:  # a stage ends as it is, not where it was when a line was last due
                click.echo(self._waiting, err=True)
            click.echo(text, err=True)
            self._last, self._waiting = time.monotonic(), ""
            self._wait = _FIRST if begins else min(2 * self._wait, _LONGEST)
        else:
            self._waiting = text
        self._stage = step.stage

    def step(self, text: str) -> None:
        """Shows what is being done, on a terminal alone."""
        if self._live:
            text = clip(text, 78)
            click.echo("\r" + text + " " * (self._shown - width(text)), err=True, nl=False)
            self._shown = width(text)

    def fetching(self, done: int, total: int) -> None:
        """Shows how many graphs came from a store on the network."""
        self.step(f"fetching {done:,} of {total:,} graphs")

    def sending(self, done: int, total: int) -> None:
        """Shows how many graphs went there."""
        self.step(f"sending {done:,} of {total:,} graphs")

    def close(self) -> None:
        """Takes the line off the terminal."""
        if self._live and self._shown:
            click.echo("\r" + " " * self._shown + "\r", err=True, nl=False)
            self._shown = 0
