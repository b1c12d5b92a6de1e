"""Which dated text of a law a citation means: by its order, by 新 or 原, by articles that one text has, by dates."""

import re
from collections.abc import Sequence
from dataclasses import dataclass

from gigraph.registry.regulations import Version
from gigraph.text.numerals import parse_integer

_NEW = re.compile(r"(?:新修订|新修改|修订后|修订|修改后|新颁布|新公布|新施行|新)的?(?:实施的?|施行的?)?$")
_OLD = re.compile(r"(?:原|旧|老|修订前的?)$")
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
) -> str | None:
    """The IRI of the version that is meant, None where the signs do not decide.

    `before` are the words before each mention, `articles` the pinpoints, `named_by_order` what orders promulgated.
    """
    ordered = [version for version in versions if version in named_by_order]
    if ordered:
        return ordered[-1].iri
    if len(versions) < 2:
        return None
    candidates = [version for version in versions if period is None or _in_force(version, period)]
    candidates = _by_words(candidates, before) or candidates
    fitting = [version for version in candidates if _has_articles(version, articles)]
    return fitting[0].iri if len(fitting) == 1 and period is not None else None


def _in_force(version: Version, period: Period) -> bool:
    return version.in_force <= period.published and (version.last_day is None or version.last_day >= period.start)


def _by_words(candidates: Sequence[Version], before: Sequence[str]) -> list[Version]:
    new, old = any(_NEW.search(words) for words in before), any(_OLD.search(words) for words in before)
    if new == old or not candidates:
        return []
    return [candidates[-1] if new else candidates[0]]


def _has_articles(version: Version, articles: Sequence[str]) -> bool:
    if version.articles is None:
        return True
    numbers = [parse_integer(match[1]) or 0 for article in articles for match in _ARTICLE.finditer(article)]
    return max(numbers, default=0) <= version.articles
