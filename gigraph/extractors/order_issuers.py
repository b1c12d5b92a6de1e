"""Who gives an order or an announcement: the agency named right before the word, without the words before names."""

import re

from gigraph.registry import Registry

_FAR = 40
_JOINT = 16  # characters of the longest name of one of several who give an order together
# Two bodies in parentheses may stand with a space between them: (国务院国资委 财政部令第32号).
_RUN = re.compile(
    r"(?:(?<=\()(?:[\u4e00-\u9fff]{2,14}[部委局署会行] ){1,3}(?=[\u4e00-\u9fff]{2,12}[部委局署会行]$))?"
    r"[\u4e00-\u9fff、]{1,26}$"
)
ORDER_ISSUER = re.compile(
    r"(?:(?:中华人民共和国)?(?:国务院|国家?主席|主席)|国|(?:中华人民共和国|国家|中国)?[\u4e00-\u9fff]{1,16}?"
    r"(?:人民政府|政府|委员会|总局|[部局委署会院行厅])(?:、[\u4e00-\u9fff]{2,12}[部局委署会])*)$"
)
_RUNS_ON = re.compile(r"(?:中华人民共和国)?(?:国务院|国家主席|主席)$")
_STATE = re.compile(r"(?:中华人民共和国|国家|中国)$")
_LEVEL = re.compile(r"自治[区州县旗]|[省市县区州旗盟]")
_GOVERNMENT = re.compile(r"(自治[区州县旗]|[省市县区州旗盟])(?:人民)?政府$")
_PRONOUNS = frozenset("我本")


def order_issuer(text: str, start: int, end: int, registry: Registry) -> str:
    """The agency whose name ends at `end`, or several joined with 、; empty where there is none."""
    found = _issuer(text, start, end, registry)
    return _with_others(text, start, end - len(found), registry) + found if found else ""


def _with_others(text: str, start: int, end: int, registry: Registry) -> str:
    """The central organs before an issuer, a space between each: 财政部 税务总局公告; each with 、 behind it."""
    others = ""
    while end > start and text[end - 1] == " ":
        sizes = range(min(_JOINT, end - 1 - start), 1, -1)
        size = next((size for size in sizes if text[end - 1 - size : end - 1] in registry.agencies.central), 0)
        if not size:
            break
        others = text[end - 1 - size : end - 1] + "、" + others
        end -= size + 1
    return others


def _issuer(text: str, start: int, end: int, registry: Registry) -> str:
    run = _RUN.search(text, max(start, end - _FAR), end)
    if not run:
        return ""
    word = _behind_words(run.group().replace(" ", "、"), registry)
    match = _RUNS_ON.search(word)
    if match:
        return match.group()
    match = ORDER_ISSUER.search(word[_begin(word, registry) :])
    return match.group().lstrip("以按依据及与或和并由经对的了、") if match else ""


def _behind_words(word: str, registry: Registry) -> str:
    """What stands behind the last word that stands in no name."""
    for lead_in in registry.wording.long_lead_ins:
        at = word.rfind(lead_in)
        if at >= 0 and at + len(lead_in) < len(word) and not ORDER_ISSUER.fullmatch(lead_in):
            word = word[at + len(lead_in) :]
    leads = registry.lead_words
    return word[next((at for at in range(len(word) - 1, 0, -1) if leads.before(word, at, sure=True)), 0) :]


def _begin(word: str, registry: Registry) -> int:
    """Where the name begins that ends with a word: an organ of the centre, a government, else a place behind a lead."""
    central = registry.agencies.central
    sizes = (at for at in range(len(word)) if word[at:] in central)
    organ = next(sizes, None)
    if organ is not None:
        state = _STATE.search(word, 0, organ)
        begin = state.start() if state else organ
        return 0 if word[begin - 1 : begin] == "、" else begin
    if government := _GOVERNMENT.search(word):
        begin = min(_regions(word, government.end(1), registry), default=government.start())
        while above := _regions(word, begin, registry):
            begin = min(above)
        return begin
    begins = {at for level in _LEVEL.finditer(word) for at in (level.start(), *_regions(word, level.end(), registry))}
    return min((at for at in begins if _is_led(word, at, registry)), default=0)


def _regions(word: str, end: int, registry: Registry) -> list[int]:
    """Where a region's name begins that ends at an offset, if no word before names ends within it (公开|县政府)."""
    regions = registry.regions
    sizes = regions.name_endings.get(word[max(0, end - 2) : end], ())
    begins = (end - size for size in sizes if size <= end and word[end - size : end] in regions.by_name)
    return [at for at in begins if end - at > 2 or not registry.lead_words.before(word, end - 1)]


def _is_led(word: str, at: int, registry: Registry) -> bool:
    return at == 0 or word[at - 1] in _PRONOUNS or registry.lead_words.leads(word, at)
