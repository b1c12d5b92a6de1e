"""VoID: a description of the graph as a data set, in Turtle: how much of what, by class and by property.

https://www.w3.org/TR/void/. The parts have names of their own, derived from the data set's: nothing here is a blank
node.
"""

from collections import Counter
from typing import BinaryIO

from gigraph.exporters.statements import TYPE, Iri, Statements
from gigraph.iris import BASE
from gigraph.mapping.lines import iri, plain
from gigraph.vocab import PREFIXES

VOID = "http://rdfs.org/ns/void#"
DATASET = BASE + "dataset"


def write(source: Statements, stream: BinaryIO) -> None:
    """Writes the description of all statements, graph by graph, as Turtle."""
    classes, properties, graphs = Counter[str](), Counter[str](), source.graphs()
    for graph in graphs:
        for quad in source.quads(graph=graph):
            properties[quad.predicate] += 1
            if quad.predicate == TYPE and isinstance(quad.object, Iri):
                classes[quad.object] += 1
    used = sorted({namespace for namespace in PREFIXES.values() if any(p.startswith(namespace) for p in properties)})
    facts = [
        ("dct:title", f"{plain('Chinese government-information disclosure reports')}@en"),
        ("void:uriSpace", plain(BASE)),
        *(("void:vocabulary", iri(namespace)) for namespace in used),
        ("void:triples", str(properties.total())),
        ("void:entities", str(classes.total())),
        ("void:classes", str(len(classes))),
        ("void:properties", str(len(properties))),
        *(("void:classPartition", _part("class", name)) for name in sorted(classes)),
        *(("void:propertyPartition", _part("property", name)) for name in sorted(properties)),
    ]
    lines = [f"@prefix {prefix}: <{name}> ." for prefix, name in (("dct", PREFIXES["dct"]), ("void", VOID))]
    lines += ["", f"# {len(graphs)} named graphs", _node(iri(DATASET), "void:Dataset", facts)]
    for kind, counts, unit in (("class", classes, "entities"), ("property", properties, "triples")):
        for name, count in sorted(counts.items()):
            about = [(f"void:{kind}", iri(name)), (f"void:{unit}", str(count))]
            lines.append(_node(_part(kind, name), "void:Dataset", about))
    stream.write("".join(f"{line}\n" for line in lines).encode())


def _part(kind: str, name: str) -> str:
    """The name of the part of the data set that has a class or a property."""
    for prefix, namespace in PREFIXES.items():
        if name.startswith(namespace):
            return iri(f"{DATASET}#{kind}-{prefix}-{name.removeprefix(namespace)}")
    return iri(f"{DATASET}#{kind}-{name}")


def _node(subject: str, kind: str, facts: list[tuple[str, str]]) -> str:
    return f"\n{subject} a {kind}" + "".join(f" ;\n    {name} {value}" for name, value in facts) + " ."
