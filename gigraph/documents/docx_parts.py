"""The parts of a Word file and the names of its elements, in the transitional and the strict form of the standard."""

from collections.abc import Iterator
from zipfile import ZipFile

from lxml.etree import _Element

from gigraph.documents.package import name_of, parse_xml, unpack

SPACES = (
    "{http://schemas.openxmlformats.org/wordprocessingml/2006/main}",
    "{http://purl.oclc.org/ooxml/wordprocessingml/main}",
)
_RELATIONS = (
    "{http://schemas.openxmlformats.org/officeDocument/2006/relationships}",
    "{http://purl.oclc.org/ooxml/officeDocument/relationships}",
)


def part(package: ZipFile, name: str) -> _Element | None:
    """The root of a part, None where the package has none of that name. Raises ReadError as `parse_xml` does."""
    return parse_xml(unpack(package, name)) if name in package.namelist() else None


def get(element: _Element | None, name: str = "val") -> str | None:
    """An attribute of Word's own, None where there is none."""
    if element is None:
        return None
    return next((value for space in SPACES if (value := element.get(space + name)) is not None), None)


def child(element: _Element | None, *path: str) -> _Element | None:
    """The first child of that name, and of that its child and so on; None where there is none."""
    for name in path:
        if element is None:
            return None
        element = next((one for one in element if name_of(one) == name), None)
    return element


def children(element: _Element | None, name: str) -> Iterator[_Element]:
    """The children of that name."""
    for one in () if element is None else element:
        if name_of(one) == name:
            yield one


def surroundings(package: ZipFile, root: _Element, kind: str) -> Iterator[_Element]:
    """The headers or the footers (`kind`) that a document's sections have, each once, in their order."""
    targets = _targets(package)
    seen: set[str] = set()
    for reference in root.iter(*(space + f"{kind}Reference" for space in SPACES)):
        number = next((value for space in _RELATIONS if (value := reference.get(space + "id"))), "")
        name = targets.get(number, "")
        if name not in seen and (found := part(package, name)) is not None:
            seen.add(name)
            yield found


def _targets(package: ZipFile) -> dict[str, str]:
    relations = part(package, "word/_rels/document.xml.rels")
    found = () if relations is None else relations
    return {one.get("Id") or "": _path(one.get("Target") or "") for one in found if isinstance(one.tag, str)}


def _path(target: str) -> str:
    return target[1:] if target.startswith("/") else f"word/{target}"
