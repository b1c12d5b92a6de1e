from gigraph.models import RegulationEntry, Document, Mention
from gigraph.registry import Registry
from gigraph.resolve.place import Place


def resolve(
    document: Document, mentions: tuple[Mention, ...], place: Place, registry: Registry
) -> tuple[RegulationEntry, ...]:
    return ()
