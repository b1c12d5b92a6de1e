"""A projection with what makes a picture of it: measures of nodes, and coordinates."""

from collections import defaultdict
from collections.abc import Callable
from dataclasses import dataclass
from typing import Any

from gigraph.network.answers import Asked, network_of
from gigraph.network.choice import Choice
from gigraph.network.facts import Source
from gigraph.network.layout import place_groups
from gigraph.network.links import Network
from gigraph.network.metrics import Step, measure


@dataclass(frozen=True, slots=True)
class Projection:
    """A kind of network. `filters`: the fields of Choice that it heeds; `joins`: it has one edge a pair by nature."""

    project: Callable[..., Network]
    about: str
    filters: frozenset[str]
    joins: bool = False

    def __call__(
        self, source: Source, choice: Choice | None = None, *, apart: bool = False, metrics: bool = True,
        step: Step = lambda _: None,
    ) -> Network:  # fmt: skip
        """The network of a choice (Choice() where none is given), drawn.

        apart: one edge a relation instead of one a pair, where there are relations. metrics: whether nodes are
        measured. step: told what is being done. Nodes have `type`, `label`, `x`, `y`, and as far as known `kind`,
        `region`, `region_name`, `level`, `sector`, `number`, and what `metrics.measure` gives. The network's own
        attribute `left_out` counts the citations left out as "formula" or by their instrument's type; `too_wide` the
        things that too many share.
        """
        step("reading")
        how: dict[str, Any] = {"apart": apart} if not self.joins else {}
        network = self.project(source, choice or Choice(), **how)
        finish(network, metrics=metrics, step=step)
        return network


def draw_answer(
    source: Source, asked: Asked, choice: Choice | None = None, *, metrics: bool = True, step: Step = lambda _: None
) -> Network:
    """The network of a query's answer (`answers.network_of`), drawn; of a choice only the least weight counts."""
    network = network_of(source, asked, minimum=choice.minimum if choice else 0)
    finish(network, metrics=metrics, step=step)
    return network


def finish(network: Network, *, metrics: bool = True, step: Step = lambda _: None) -> None:
    """Measures the nodes of a network and gives them coordinates."""
    if metrics:
        measure(network, step)
    step("placing")
    groups: dict[object, list[str]] = defaultdict(list)
    for node, data in network.nodes(data=True):
        groups[_group(data)].append(node)
    for group in groups.values():
        group.sort(key=lambda node: (-network.degree(node), node))
    ordered = sorted(groups.values(), key=lambda group: (-len(group), group[0]))
    for node, (x, y) in place_groups(ordered).items():
        network.nodes[node].update(x=round(x, 2), y=round(y, 2))


def _group(data: dict[str, Any]) -> object:
    """What lies together: a community, else a region's or a kind's things."""
    return data.get("community") or f"{data.get('type')} {data.get('region') or data.get('kind') or ''}"
