"""Old office files (OLE): spreadsheets are read, Word files through antiword or LibreOffice where installed.

A Word file with tables goes through LibreOffice if both are there: antiword loses cells.
"""

import os
import shutil
import subprocess
import tempfile
from dataclasses import replace
from pathlib import Path

from gigraph.documents.docx import read_docx
from gigraph.documents.draft import Draft
from gigraph.documents.plain_rows import text_with_rows
from gigraph.documents.spreadsheet import read_spreadsheet
from gigraph.errors import ReadError

SECONDS = 25  # that another program may take


def read_old(data: bytes, where: str) -> Draft:
    """The draft of an old office file, told apart by the names of its streams.

    Raises ReadError: E-ENCRYPTED, E-LEGACY (no program is installed that reads it, or it fails), and those of the
    other readers.
    """
    if _has(data, "EncryptedPackage"):
        raise ReadError("E-ENCRYPTED", "it needs a password", where=where, hint="Save it without a password")
    if _has(data, "Workbook") or _has(data, "Book"):
        return read_spreadsheet(data, where)
    if not _has(data, "WordDocument"):
        raise ReadError("E-CORRUPT", "no text is in this old office file", where=where, hint="Save it as docx")
    antiword, office = shutil.which("antiword"), shutil.which("soffice") or shutil.which("libreoffice")
    if antiword is None and office is None:
        hint = "Install antiword or LibreOffice, or save it as docx"
        raise ReadError("E-LEGACY", "it is an old Word file (doc)", where=where, hint=hint)
    with tempfile.TemporaryDirectory(prefix="gigraph-") as folder:
        path = Path(folder, "document.doc")
        path.write_bytes(data)
        text = ""
        if antiword:
            text = _run([antiword, "-w", "0", "-m", "UTF-8.txt", str(path)], folder).decode("utf-8", "replace")
        # antiword loses cells of tables, above all those that span rows; LibreOffice is slow, but has them
        if office and (not text or "|" in text):
            options = [f"-env:UserInstallation={Path(folder, 'profile').as_uri()}", "--headless", "--norestore"]
            _run([office, *options, "--convert-to", "docx", "--outdir", folder, str(path)], folder)
            converted = path.with_suffix(".docx")
            if converted.exists():
                return replace(read_docx(converted.read_bytes(), where), media_type="application/msword")
        if text:
            return text_with_rows(text, "application/msword")
    raise ReadError("E-LEGACY", "this old Word file could not be read", where=where, hint="Save it as docx")


def _has(data: bytes, stream: str) -> bool:
    return stream.encode("utf-16-le") + b"\0\0" in data


def _run(command: list[str], folder: str) -> bytes:
    """What another program writes; nothing where it fails."""
    environment = {"PATH": os.environ.get("PATH", ""), "HOME": folder, "LANG": "C.UTF-8"}
    try:
        run = subprocess.run(  # noqa: S603  # a program found by name, our own file as argument, no shell
            command,
            cwd=folder,
            env=environment,
            capture_output=True,
            timeout=SECONDS,
            check=False,
            stdin=subprocess.DEVNULL,
        )
    except (OSError, subprocess.TimeoutExpired):
        return b""
    return run.stdout if run.returncode == 0 else b""
