"""Readable IRIs with Chinese in them; the same parts always give the same IRI, different parts never do."""

import hashlib
import re
from functools import lru_cache

BASE = "https://w3id.org/gigraph/id/"
# What the first part of an agency's key begins with where its region is not certain: the digest of its report follows.
LOCAL_KEY = "report-"

# All that RFC 3987 (ipchar) does not allow in a path segment, and % itself, so that no two parts ever look alike.
_UNSAFE = re.compile(
    r"[^A-Za-z0-9\-._~!$&'()*+,;=:@\u00a0-\ud7ff\uf900-\ufdcf\ufdf0-\uffef"
    + "".join(f"{chr(plane << 16)}-{chr((plane << 16) + 0xFFFD)}" for plane in range(1, 14))
    + "\U000e1000-\U000efffd]"
)


@lru_cache(maxsize=8192)  # region codes and names come again
def _segment(part: str) -> str:
    return _UNSAFE.sub(
        lambda match: "".join(f"%{byte:02X}" for byte in match[0].encode("utf-8", "surrogatepass")), part
    )


def mint(kind: str, *parts: str) -> str:
    """The IRI of a thing from its kind and the raw parts of its key; the parts are joined by / and escaped.

    >>> mint("regulation", "国办发〔2014〕12号")
    'https://w3id.org/gigraph/id/regulation/国办发〔2014〕12号'
    >>> mint("agency", "a/b")
    'https://w3id.org/gigraph/id/agency/a%2Fb'
    """
    if not parts or not all(parts):
        raise ValueError(f"an IRI of kind {kind} needs parts that are not empty: {parts!r}")
    return BASE + "/".join([kind, *map(_segment, parts)])


@lru_cache(maxsize=8192)  # the cells of a form have the same keys in all reports
def key_digest(key: str, digits: int = 24) -> str:
    """The first hexadecimal digits of the SHA-256 of a key; also of a file name that is not UTF-8 (lone surrogates)."""
    return hashlib.sha256(key.encode("utf-8", "surrogatepass")).hexdigest()[:digits]


def turn_key(turns: dict[str, int], key: str) -> str:
    """12 hexadecimal digits for a key that others may share: its digest, for a second one that of key and turn.

    They stay the same while things with other keys come and go. turns: how often each key was met, which is counted on.

    >>> turns: dict[str, int] = {}
    >>> [turn_key(turns, key) for key in ("办法", "规定", "办法")]
    ['d2a92f0c9c91', 'e63cfb4a56e8', '6142fbbcea32']
    """
    turn = turns[key] = turns.get(key, 0) + 1
    return key_digest(key if turn == 1 else f"{key}\n{turn}", 12)


def report_iri(source_key: str) -> str:
    """The report read from the source with this key (a path relative to the build's root, NFC with /, or a URL)."""
    return f"{BASE}report/{key_digest(source_key)}"


def report_graph(source_key: str) -> str:
    """The named graph that holds what the report says."""
    return f"{BASE}graph/report/{key_digest(source_key)}"


def graph_iri(name: str) -> str:
    """One of the graphs entities, manifest, ontology, registry, findings."""
    return f"{BASE}graph/{name}"


def text_iri(digest: str) -> str:
    """The text of a document, named by the SHA-256 of that text."""
    return f"{BASE}text/{digest[:24]}"


def place_of(iri: str) -> tuple[str, int, int]:
    """What the IRI of a stretch of a text says: the first 24 digits of the text's digest, start and end.

    They are RFC 5147 character positions, which count code points.

    >>> place_of("https://w3id.org/gigraph/id/text/abababababababababababab#char=1203,1240")
    ('abababababababababababab', 1203, 1240)
    """
    text, _, place = iri.partition("#char=")
    start, _, end = place.partition(",")
    return text.rpartition("/")[2], int(start), int(end)
