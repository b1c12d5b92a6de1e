"""Building a store from documents: parallel, incremental, and safe to kill; and its upkeep."""

from gigraph.build.collect import Problem
from gigraph.build.compacting import Compacted, bytes_on_disk, compact
from gigraph.build.forgetting import Forgotten, forget
from gigraph.build.look import look_at
from gigraph.build.pool import Limits
from gigraph.build.run import build
from gigraph.build.summary import Progress, Summary
from gigraph.build.verifying import Damage, shape_violations, shapes_refused, verify

__all__ = [
    "Compacted", "Damage", "Forgotten", "Limits", "Problem", "Progress", "Summary", "build", "bytes_on_disk", "compact",
    "forget", "look_at", "shape_violations", "shapes_refused", "verify",
]  # fmt: skip
