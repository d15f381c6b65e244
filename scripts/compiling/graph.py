"""Directed graphs of ids: reach, cycles and order, without recursion, in time that grows with nodes and edges."""

from __future__ import annotations

from collections.abc import Callable, Hashable, Iterable, Iterator, Mapping, Sequence
from typing import TypeVar

N = TypeVar("N", bound=Hashable)
Edges = Mapping[str, Sequence[str]]


def parents(start: N, successors: Callable[[N], Iterable[N]]) -> dict[N, N | None]:
    """Every node that can be reached from `start`, breadth first, with the node that it was first reached from."""
    found: dict[N, N | None] = {start: None}
    for node in (queue := [start]):
        for target in successors(node):
            if target not in found:
                found[target] = node
                queue.append(target)
    return found


def path_to(node: N, found: Mapping[N, N | None]) -> list[N]:
    """The shortest path to a node, as `parents` found it."""
    path: list[N] = []
    here: N | None = node
    while here is not None:
        path.append(here)
        here = found[here]
    return path[::-1]


def cycle(edges: Edges) -> list[str] | None:
    """The nodes of one cycle, the first again at the end; None where there is none."""
    done: set[str] = set()
    for root in edges:
        trail: dict[str, Iterator[str]] = {} if root in done else {root: iter(edges[root])}
        while trail:
            node = next(reversed(trail))
            target = next(trail[node], None)
            if target is None:
                done.add(node)
                trail.popitem()  # in constant time; after `del` the dictionary would keep the gap
            elif target in trail:
                names = list(trail)
                return [*names[names.index(target) :], target]
            elif target not in done and target in edges:
                trail[target] = iter(edges[target])
    return None


def order(start: str, edges: Edges) -> list[str]:
    """The nodes reached from `start`, each before those that it leads to, in the order in which edges are written.

    Where there is a cycle, an order all the same.
    """
    done: dict[str, None] = {}
    trail = {start: iter(reversed(edges.get(start, ())))}
    while trail:
        node = next(reversed(trail))
        target = next(trail[node], None)
        if target is None:
            done[node] = None
            trail.popitem()
        elif target not in done and target not in trail:
            trail[target] = iter(reversed(edges.get(target, ())))
    return list(reversed(done))
