"""The publisher called by the last word of its name alone, behind a verb: 修订局《信息公开制度》, 印发厅机关《…》."""

from collections.abc import Iterable

from gigraph.registry import Registry

_SEAT = "机关"


def ends_with_self(head: str, own: Iterable[str], registry: Registry) -> bool:
    """Whether words end with a verb and the publisher's one-character word; 统计局 and 审计局 are bodies.

    own: how the report calls its publisher.

    >>> from gigraph.registry import load_registry
    >>> own, registry = ("教育局", "局"), load_registry()
    >>> [ends_with_self(words, own, registry) for words in ("全年修订局", "印发局机关", "会同审计局")]
    [True, True, False]
    """
    words = head.removesuffix(_SEAT)
    word = next((word for word in own if len(word) == 1 and words.endswith(word)), None)
    if word is None:
        return False
    at = len(words) - 1
    size = registry.title_leads.before(words, at)
    return size > 0 and not registry.agencies.ends_a_body(words[at - size :])
