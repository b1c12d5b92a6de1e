"""Names beside names: a site's second name or short form, an account's kind in brackets, a site's name used alone."""

import re
from bisect import bisect_right
from collections.abc import Iterable, Iterator

from gigraph.extractors.platforms.form import Found, PlatformForm
from gigraph.extractors.platforms.lexicon import NAME_CHARS, Lexicon

_SITES = {"site", "net"}
_DEFINED = re.compile(r"\((?:以下|下)?(?:简称|称)(?:为|“)?")
_FARTHEST = 8  # characters between two names of one site
_JOINED = re.compile(r"——|:|,?(?:即|简称)?[“《]?")
_GLOSS = re.compile(rf"(?:[、,:(]|以|通过|利用|依托|在)([{NAME_CHARS}]{{3,12}}|“[^“”。;\n]{{2,16}}”)\((?:官方|政务)?\Z")
_PROPER = re.compile(r"(?:中国[·.]?|[^“”]{2,6}(?:网|在线|之窗)\Z)[^“”]{0,8}\Z")
_QUOTED = re.compile(r"“([^“”]{4,14})”")
_GOES_ON = re.compile(rf"[”》]?(?:[市县区省州]|[{NAME_CHARS}]{{0,5}}(?:网|公司|集团|日报))")


def beside_sites(text: str, nouns: Iterable[Found]) -> list[Found]:
    """The names found, with `beside` set where one says what a site before it is also called.

    部门网站(南山卫生信息网), 局网站南山教育网, 市政府门户网站(以下简称门户网站).
    """
    done: list[Found] = []
    for found in sorted(nouns, key=lambda noun: noun[:2]):
        previous = done[-1] if done else None
        if previous and found.form.use in _SITES and previous.form.use in _SITES and _same(text, previous, found):
            start = previous.start if previous.form.beside is None else previous.form.beside
            found = found._replace(form=found.form.at(start))
        done.append(found)
    return done


def _same(text: str, left: Found, right: Found) -> bool:
    if right.start - left.end > _FARTHEST:
        return False
    between = text[left.end : right.start]
    if _DEFINED.fullmatch(between):
        return True
    if between.startswith("("):
        return between in {"(", "(“"} and bool(re.match(r"”?[),]", text[right.end : right.end + 2]))
    generic = left.form.name.endswith("网站") and right.form.term == "网"
    return generic and len(between) < 4 and bool(_JOINED.fullmatch(between))


def by_gloss(text: str, floor: int, nouns: Iterable[Found]) -> Iterator[Found]:
    """Accounts whose kind stands in brackets: 南山微教育(微博)."""
    for noun in nouns:
        form = noun.form
        if form.modifier or form.kind not in {"weibo", "wechat", "app"} or text[noun.end : noun.end + 1] != ")":
            continue
        match = _GLOSS.search(text, max(floor, noun.start - 22), noun.start)
        if match:
            name = match.group(1).strip("“”")
            yield Found(match.start(1), noun.end + 1, PlatformForm(name, form.kind, "", "named", name), "gloss")


def by_name_again(text: str, runs: Iterable[tuple[int, int]], sites: Iterable[Found]) -> Iterator[Found]:
    """Sites that the report called by a name in quotation marks and a noun, named again without the noun."""
    named: dict[str, PlatformForm] = {}
    for found in sites:
        quoted = _QUOTED.match(found.form.name) if found.form.use in _SITES else None
        if quoted and _PROPER.match(quoted.group(1)):
            named.setdefault(quoted.group(1), found.form)
    taken = sorted((found.start, found.end) for found in sites) if named else []
    for name, form in named.items():
        for floor, ceiling in runs:
            for match in re.finditer(re.escape(name), text[floor:ceiling]):
                start, end = floor + match.start(), floor + match.end()
                index = bisect_right(taken, (start, ceiling)) - 1
                inside = index >= 0 and taken[index][1] > start
                if not inside and not _GOES_ON.match(text, end):
                    yield Found(start, end, form, "name-again")


def by_brand_name(text: str, floor: int, ceiling: int, lexicon: Lexicon) -> Iterator[Found]:
    """Accounts named after a place in a list of channels: 通过县政府网站、南山发布、微博公开."""
    for match in _BRAND.finditer(text, max(floor - 1, 0), ceiling):
        name = match.group(1)
        term = next((term for term in lexicon.brands if name.endswith(term)), "")
        if term and not lexicon.excluded(term, name.removesuffix(term), ""):
            row = lexicon.terms[term]
            yield Found(*match.span(1), PlatformForm(name, row.kind, "", "named", name), "brand-name")


_BRAND = re.compile(r"[、和]([\u4e00-\u9fff]{2,5}发布)(?=[、和等])")
