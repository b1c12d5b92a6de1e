"""A process that reads documents has so much memory, no network, and can hang, crash or fill up without harm to the rest."""

import os
import socket
import subprocess
import sys
from pathlib import Path

import pytest

from gigraph.build import Limits
from gigraph.build.look import look_at
from gigraph.errors import ReadError
from gigraph.models import Document

TEXT = "云山县统计局2016年政府信息公开工作年度报告\n"


def text_of(document: Document) -> str:
    return document.text


def connect(document: Document) -> str:
    port = int(document.source.key)
    return str(socket.create_connection(("127.0.0.1", port), timeout=5))


def connect_otherwise(document: Document) -> str:
    """By a program that knows nothing of Python."""
    script = f"exec 3<>/dev/tcp/127.0.0.1/{document.source.key} && echo connected"
    run = subprocess.run(["bash", "-c", script], capture_output=True, text=True, check=False)
    return run.stdout or "refused"


def crash(document: Document) -> str:
    if document.source.key == "bad":
        os.kill(os.getpid(), 11)
    return document.text


def hang(document: Document) -> str:
    while document.source.key == "bad":
        pass
    return document.text


def fill(document: Document) -> str:
    return str(len(bytearray(2_000_000_000))) if document.source.key == "bad" else document.text


@pytest.fixture
def file(tmp_path: Path) -> Path:
    path = tmp_path / "a.txt"
    path.write_text(TEXT, "utf-8")
    return path


@pytest.mark.parametrize("how", [connect, connect_otherwise])
def test_no_network(file: Path, how: object) -> None:
    if how is connect_otherwise and sys.platform != "linux":
        pytest.skip("only the kernel of Linux refuses the sockets of other programs")
    with socket.create_server(("127.0.0.1", 0)) as server:
        server.settimeout(0.2)
        ((_, found),) = look_at([(file, "", str(server.getsockname()[1]))], how)  # type: ignore[arg-type]
        if isinstance(found, ReadError):
            assert "PermissionError" in found.what
        else:
            assert found == "refused"
        with pytest.raises(TimeoutError):
            server.accept()


@pytest.mark.parametrize(("how", "code"), [(crash, "E-CRASH"), (hang, "E-TIMEOUT"), (fill, "E-MEMORY")])
def test_one_bad_document_costs_itself_alone(file: Path, how: object, code: str) -> None:
    files = [(file, "", key) for key in ("1", "2", "bad", "3", "4", "5")]
    limits = Limits(seconds=3.0 if how is hang else 120.0)  # only what hangs has to wait for its end
    found = list(look_at(files, how, limits))  # type: ignore[arg-type]
    assert [key for key, _ in found] == ["1", "2", "bad", "3", "4", "5"]
    (error,) = (one for _, one in found if isinstance(one, ReadError))
    assert (error.code, error.where) == (code, str(file))
    assert error.hint
    assert [one for _, one in found if one != error] == [TEXT] * 5


def test_documents_come_in_the_order_in_which_they_are_given(tmp_path: Path) -> None:
    files = []
    for number in range(25):
        path = tmp_path / f"{number}.txt"
        path.write_text(f"{TEXT}{number}\n", "utf-8")
        files.append((path, "", "the same key"))
    assert [found for _, found in look_at(files, text_of)] == [f"{TEXT}{number}\n" for number in range(25)]
