"""Killed at any moment, a build leaves each graph wholly old or wholly new, and running it again finishes the job.

GIGRAPH_KILLS=2000 makes it 2,000 kills.
"""

import os
import random
import subprocess
import sys
import time
from collections import defaultdict
from collections.abc import Callable
from itertools import count
from pathlib import Path

from lives import acts, document
from promises import Promises
from warm import Job, Moment, Outcome, Warm, can_trace

KILLS = int(os.environ.get("GIGRAPH_KILLS", "200"))
BY_COMMAND = 50  # one kill in so many is of the command line with its worker processes
ATTEMPTS = 7  # after so many kills an act is left to end
Dump = Callable[[Path], bytes]


class Moments:
    """Where children of each act are killed: seeded, over the whole of what they do, as far as that is known."""

    def __init__(self, chance: random.Random) -> None:
        self._chance = chance
        self._kinds = ("time", "place", "write", "write") if can_trace() else ("time", "place")
        self._ends = defaultdict[tuple[int, str], float](lambda: 100.0)  # a thread's writes in an act
        self._places: dict[int, dict[str, int]] = {}

    def next(self, act: int) -> Moment:
        kind = self._chance.choice(self._kinds)
        if kind == "place" and act in self._places:
            place, most = self._chance.choice(sorted(self._places[act].items()))
            return Moment(kind, self._chance.choice([1, self._chance.randint(1, most)]), place)
        if kind == "write":
            return Moment(kind, self._chance.randint(1, int(self._ends[act, kind])))
        return Moment("time", self._chance.random() * self._ends.get((act, "time"), 0.5))

    def learn(self, act: int, moment: Moment | None, outcome: Outcome) -> None:
        """Notes when an act is at its end; what has been killed on the way to it has more before it than was thought."""
        if outcome.places:
            self._places[act] = outcome.places
        elif moment is None or (moment.kind == "time" and outcome.ended):
            self._ends[act, "time"] = outcome.seconds
        elif moment.kind == "write":
            self._ends[act, "write"] = moment.count if outcome.ended else self._ends[act, "write"] * 1.1 + 1


def live(warm: Warm, root: Path, seed: int, moments: Moments, kills: int, dump: Dump) -> int:
    """One life of a store, with as many kills at most; returns how many there were."""
    chance = random.Random(seed)
    folder, store = root / "in", root / "graph"
    folder.mkdir(parents=True)
    promises, killed = Promises(store, folder), 0
    for number, given in enumerate(acts(folder, count(1))):
        job = Job(str(store), folder=str(folder), bulk=bool(seed % 2), **given)  # type: ignore[arg-type]
        promises.begin(job.version)
        for attempt in count():
            is_last = attempt == ATTEMPTS or killed == kills
            moment = None if is_last else moments.next(number)
            outcome = warm.run(job, moment, trace=is_last and seed == 1)
            moments.learn(number, moment, outcome)
            if job.act == "forget" and outcome.told.startswith("NotFoundError"):
                outcome.ended = True  # it was killed when it had done everything
            assert outcome.ended or outcome.killed, outcome.told
            killed += outcome.killed
            promises.durable(outcome.durable)
            if outcome.ended:
                promises.ended()
            promises.check_readers()
            promises.check_litter(ended=outcome.ended)
            if chance.random() < 0.35:
                promises.check_writer(root / "copy")
            if outcome.ended:
                break
    fresh = root / "fresh"
    assert warm.run(Job(str(fresh), folder=str(folder), version="2")).ended
    assert dump(store) == dump(fresh)
    promises.check_verified()
    return killed


def test_kills(warm_process: Warm, tmp_path: Path, dump: Dump) -> None:
    """First builds, changed, new and removed documents, compact, forget, and another version of the pipeline."""
    moments = Moments(random.Random(KILLS))
    left = KILLS - KILLS // BY_COMMAND
    for seed in count(1):
        left -= live(warm_process, tmp_path / str(seed), seed, moments, left, dump)
        if not left:
            break


def test_kills_of_the_command(tmp_path: Path, dump: Dump) -> None:
    """The same of `gigraph build` with two worker processes, some of which live on for a moment."""
    chance, version = random.Random(KILLS), count(1)
    folder, store = tmp_path / "in", tmp_path / "graph"
    folder.mkdir()
    promises, killed, seconds = Promises(store, folder), 0, 3.0
    while killed < max(1, KILLS // BY_COMMAND):
        for number in range(12):
            (folder / f"{number:02}.txt").write_text(document(number, next(version) * (number % 2)), "utf-8")
        promises.begin()
        for attempt in range(4):
            began = time.monotonic()
            command = _command(folder, store)
            try:
                command.wait(None if attempt == 3 else chance.random() * seconds)
                assert command.returncode == 0
                promises.ended()
                seconds = time.monotonic() - began
            except subprocess.TimeoutExpired:
                command.kill()
                command.wait()
                killed += 1
            promises.check_readers()
            promises.check_writer(tmp_path / "copy")
            promises.check_litter(ended=command.returncode == 0)
            if command.returncode == 0:
                break
    assert _command(folder, tmp_path / "fresh").wait() == 0
    assert dump(store) == dump(tmp_path / "fresh")


def _command(folder: Path, store: Path) -> "subprocess.Popen[bytes]":
    command = [sys.executable, "-m", "gigraph", "build", str(folder), "--store", str(store), "--workers", "2"]
    environment = os.environ | {"PYTHONPATH": os.pathsep.join(sys.path)}
    return subprocess.Popen(command, env=environment, stdout=subprocess.DEVNULL)
