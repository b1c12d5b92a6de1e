"""The warm process of warm.py and its children: a script, which says lines and is sent jobs as JSON lines."""

import json
import os
import signal
import sys
import threading
import traceback
from collections import Counter
from pathlib import Path
from types import FrameType
from typing import Any

# Where the moments of a call are: what happens between two of these calls leaves no trace on the disk.
_PLACES = ("gigraph.build.", "gigraph.store.", "gigraph.search.writing", "gigraph.link.ledger")


def _say(*words: object) -> None:
    """One line; a short one is written whole or not at all."""
    os.write(1, (" ".join(map(str, words)) + "\n").encode())


def _watch(place: str, count: int) -> Counter[str]:
    """Counts the arrivals at the places of our code; at the n-th at one of them the process is killed."""
    seen: Counter[str] = Counter()
    ours: dict[object, str] = {}

    def look(frame: FrameType, event: str, _: object) -> None:
        if event not in ("c_call", "c_return"):
            return
        code = frame.f_code
        if (name := ours.get(code)) is None:
            module = frame.f_globals.get("__name__", "")
            name = ours[code] = module if module.startswith(_PLACES) else ""
        if name:
            here = f"{name}:{frame.f_lineno}:{event}"
            seen[here] += 1
            if here == place and seen[here] == count:
                os.kill(os.getpid(), signal.SIGKILL)

    sys.setprofile(look)
    threading.setprofile(look)
    return seen


def _act(job: dict[str, Any]) -> None:
    from gigraph.build import build, compact, forget, loading, publishing, rebuilding, run
    from gigraph.store import writer

    # Small chunks, so that there are many moments between two transactions.
    loading.CHUNK, loading.TRANSACTION, rebuilding.CHUNK, rebuilding.LEAST = 150, 3, 150, 1
    if job["bulk"]:
        loading.BULK = writer.BULK = 1
    if job["version"]:
        run.pipeline_digest = publishing.pipeline_digest = lambda: job["version"] * 64
    settle = run._Build._settle

    def told(self: Any, done: Any) -> None:
        settle(self, done)
        _say("durable", done.task.key)

    run._Build._settle = told  # type: ignore[method-assign]
    if job["act"] == "build":
        build([job["folder"]], job["store"], prune=True, workers=job["workers"])
    elif job["act"] == "compact":
        compact(job["store"])
    else:
        forget(job["store"], job["source"])


def _child(order: dict[str, Any]) -> None:
    _say("begin", os.getpid())
    if "write" in order:
        os.read(0, 1)  # strace is there
    seen: Counter[str] = Counter()
    if order["trace"] or "place" in order:
        seen = _watch(*order.get("place", ("", 0)))
    try:
        _act(order["job"])
    except BaseException as error:
        _say("error", repr(error).replace("\n", " "))
        traceback.print_exc()
        os._exit(1)
    _say("end")
    sys.setprofile(None)
    if order["trace"]:
        _say("places", json.dumps(seen))
    os._exit(0)


def _serve(sample: Path) -> None:
    import gigraph.cli  # noqa: F401  # brings everything
    from gigraph.build.work import Task
    from gigraph.link import link, unpack
    from gigraph.pipeline.version import link_digest, pipeline_digest, published_digest
    from gigraph.registry import load_registry

    load_registry()
    for digest in (pipeline_digest, link_digest, published_digest):
        digest()
    done = [Task(path.name, path, "").run() for path in sorted(sample.iterdir())]
    link([unpack(each.contribution) for each in done], load_registry())
    pid = 0
    for line in sys.stdin.buffer:
        if pid:
            os.waitpid(pid, 0)
        assert len(os.listdir("/proc/self/task")) == 1, "a fork would not have all threads"
        pid = os.fork()
        if pid == 0:
            _child(json.loads(line))
        # Until the next job the number is no other process's: whoever kills it late kills nobody.
        ended = os.waitid(os.P_PID, pid, os.WEXITED | os.WNOWAIT)
        assert ended
        _say("exit", ended.si_status if ended.si_code == os.CLD_EXITED else -ended.si_status)


if __name__ == "__main__":
    _serve(Path(sys.argv[1]))
