"""Which dated text of a law a citation means: by its order, by 新 or 原, by articles that one text has, by dates."""

import re
from collections.abc import Sequence
from dataclasses import dataclass

from gigraph.registry.regulations import Version
from gigraph.text.numerals import parse_integer

_NEW = re.compile(
    r"(?P<revised>新修订|新修改|修订后|修订|修改后|修正|新)(?:颁布|公布|施行|实施)?的?(?:实施的?|施行的?)?$"
)
_OLD = re.compile(r"(?:原|旧|老|(?:修订|修改|修正)(?:之)?前的?)$")
# 2019年修订的《条例》, 2019年4月3日公布的, 2019年5月15日起施行的.
_DATED = re.compile(
    r"(?P<year>(?:19|20)\d\d)年?(?:\d{1,2}月(?:\d{1,2}日)?)?(?:新|重新)?(?:(?:修订|修正|修改|公布|颁布|版)(?:实施)?的?|起?(?:施行|实施)的)$"
)
_RECENT = 3  # years in which a law that was never revised is called a new one
_ARTICLE = re.compile(r"第([一二三四五六七八九十百零〇\d]{1,6})条")


@dataclass(frozen=True, slots=True)
class Period:
    """The days between which a report was made: the period's first, and its publication (ISO 8601)."""

    start: str
    published: str

    @classmethod
    def of(cls, year: int | None, start: object, issued: object) -> "Period | None":
        """From a report's fields; without a date of publication by the statutory day, 31 March of the next year."""
        if year is None:
            return None
        begin = start if isinstance(start, str) and start else f"{year}-01-01"
        end = issued if isinstance(issued, str) and issued >= begin else f"{year + 1}-03-31"
        return cls(begin, end)


def choose(
    versions: Sequence[Version],
    named_by_order: Sequence[Version],
    before: Sequence[str],
    articles: Sequence[str],
    period: Period | None,
    forms: frozenset[str] = frozenset(),
) -> str | None:
    """The IRI of the version that is meant, None where the signs do not decide.

    `before` are the words before each mention, `articles` the pinpoints, `named_by_order` what orders promulgated,
    `forms` the statutory tables that the report has.
    """
    ordered = [version for version in versions if version in named_by_order]
    if ordered:
        return ordered[-1].iri
    if len(versions) < 2:
        return None
    dated = [version for version in versions if _is_dated(version, before)]
    if len(dated) == 1:
        return dated[0].iri
    candidates = [version for version in versions if period is None or _in_force(version, period)]
    candidates = _by_words(versions, candidates, before, period)
    fitting = [version for version in candidates if _has_articles(version, articles)]
    if len(fitting) > 1:
        fitting = [version for version in fitting if not forms.isdisjoint((version.forms or "").split())] or fitting
    return fitting[0].iri if len(fitting) == 1 and period is not None else None


def _in_force(version: Version, period: Period) -> bool:
    return version.in_force <= period.published and (version.last_day is None or version.last_day >= period.start)


def _is_dated(version: Version, before: Sequence[str]) -> bool:
    """Whether words name the year in which a version was issued or came into force (2019年修订的)."""
    years = {match["year"] for words in before if (match := _DATED.search(words))}
    return bool(years & {version.issued[:4], version.in_force[:4]})


def _by_words(
    versions: Sequence[Version], candidates: list[Version], before: Sequence[str], period: Period | None
) -> list[Version]:
    """The candidates that 新 or 原 leave: one that is past may be meant by 原 alone, none by 新 where none is new."""
    new = [match for words in before if (match := _NEW.search(words))]
    old = [words for words in before if _OLD.search(words)]
    if not candidates or not (new or old):
        return candidates
    if old:
        first = versions.index(candidates[0])
        past = candidates[:1] if len(candidates) > 1 else list(versions[max(0, first - 1) : first])
        return past if len(old) == len(before) else []
    if len(candidates) == 1 and candidates[0] == versions[0]:
        revised = any(match["revised"] != "新" for match in new)
        recent = period is not None and int(period.start[:4]) - int(candidates[0].in_force[:4]) <= _RECENT
        return candidates if recent and not revised else []
    return candidates[-1:]


def _has_articles(version: Version, articles: Sequence[str]) -> bool:
    if version.articles is None:
        return True
    numbers = [parse_integer(match[1]) or 0 for article in articles for match in _ARTICLE.finditer(article)]
    return max(numbers, default=0) <= version.articles
