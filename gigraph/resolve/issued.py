"""The date of issue, chosen from its candidates in the order of the annotation guideline."""

from gigraph.models import Document, Mention, ReportField
from gigraph.resolve.titles import Candidates

# 发文日期, the date under a signature or below the title, the day the page's system made its entry, the day of print
# in the imprint, the page's publication and its last change.
ISSUED = (
    "metadata-issued", "signature", "below-title", "metadata-generated", "printed", "metadata-published", "page-line",
    "metadata-updated",
)  # fmt: skip
_OF_A_TITLE = frozenset({"below-title", "page-line"})


def issued(
    found: Candidates, year: ReportField | None, title: ReportField | None, document: Document
) -> ReportField | None:
    """The date of issue; none before the reported year.

    A date that stands alone above the title is no signature: it counts where there is no other. Of several dates under
    signatures the last after the reported year is the report's, and not that of a notice printed behind it.
    """
    least = str(year.value) if year else ""
    head = title.evidence.span.start if title and title.evidence else 0
    above: Mention | None = None
    for rule in ISSUED:
        dates = [mention for mention in found.get(("issued", rule), ()) if mention.value[1][:4] >= least]
        if rule in _OF_A_TITLE:
            dates = [mention for mention in dates if _is_own(mention, title, document.text)]
        if rule == "signature":
            above = next((mention for mention in dates if mention.span.end <= head), None)
            dates = [mention for mention in reversed(dates) if mention.span.end > head]
            dates.sort(key=lambda mention: mention.value[1][:4] == least)
        if dates:
            return ReportField("issued", dates[0].value[1], dates[0])
    return ReportField("issued", above.value[1], above) if above else None


def _is_own(date: Mention, title: ReportField | None, text: str) -> bool:
    """Whether a date below a title is below the report's own: a list of other reports stands behind the sentences."""
    end = title.evidence.span.end if title and title.evidence else 0
    at = date.span.start
    return text.find("。", end, at) < 0 or text.find("。", 0, at) < 0
