"""What a report gives beside its matter: whom to contact, addresses on the web, the codes of its page."""

from dataclasses import dataclass

from gigraph.models.mentions import Mention


@dataclass(frozen=True, slots=True)
class ContactEntry:
    """One detail of the contact that a report names for questions about it.

    kind: office, telephone, fax, address, postcode or email. value: as a person would dial or write it (0731-85495137).
    """

    kind: str
    value: str
    mentions: tuple[Mention, ...]


@dataclass(frozen=True, slots=True)
class UrlEntry:
    """One address on the web that a report's text states, or (page) that of the page that it stands on.

    url: as stated, without what a sentence puts around it. host: in lower case, without port. host_kind: government,
    education, public, press, platform or other (seeds/registry/host_kinds.tsv); it says nothing of who published the
    report. platform: full name of the platform beside whose name the address stands.
    """

    url: str
    host: str
    host_kind: str
    mentions: tuple[Mention, ...]
    page: bool = False
    platform: str | None = None
    platform_iri: str | None = None


@dataclass(frozen=True, slots=True)
class CodeEntry:
    """One code of the report's page that tells a region or an organisation, never by itself the publisher.

    kind: site-code (网站标识码), credit-code (GB 32100-2015), organisation-code (GB 11714-1997) or region-code (GB/T
    2260), the last three from the front of an 索引号. region: the GB/T 2260 code in it, where that is a region's.
    """

    kind: str
    value: str
    region: str | None
    mentions: tuple[Mention, ...]
