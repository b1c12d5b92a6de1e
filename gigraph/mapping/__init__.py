"""One report's facts to N-Quads: the report's own named graph, a pure function of the facts.

A name becomes a statement of the report ("what this report calls it"); labels and other facts of entities stand once in
the entities graph, which the link pass writes.
"""

from gigraph.mapping.facts import ReportGraph, map_report
from gigraph.mapping.statements import Stated

__all__ = ["ReportGraph", "Stated", "map_report"]
