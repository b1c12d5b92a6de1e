"""A verb before a platform's name that no row of the registry has: 历史信息移入市政府网站."""

from gigraph.extractors.platforms.lexicon import Lexicon

_LEAST = 2  # characters of a verb


def behind_unlisted(run: str, start: int, lexicon: Lexicon, *, ends: bool) -> int:
    """Where in a run the name begins that certainly does so behind a verb of the dictionary; else `start`.

    run: the characters before the last noun of a name, or before a quotation in it. ends: whether a verb may end it:
    before a quotation, or a noun that needs no word before it (审视公示栏); no verb that names have (防火公示栏).
    """
    if len(run) - start < _LEAST:
        return start
    behind = (at for at in lexicon.unlisted.endings(run) if at > start)
    return max((at for at in behind if (lexicon.begins_at(run, at) if at < len(run) else ends)), default=start)
