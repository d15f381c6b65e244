"""Reach, cycles and order are those that a slow search finds, on any graph."""

from __future__ import annotations

from itertools import pairwise

import pytest
from hypothesis import given
from hypothesis import strategies as st

from scripts.compiling.graph import cycle, order, parents, path_to

Graph = dict[str, list[str]]
NAMES = "abcdefg"
GRAPHS = st.dictionaries(st.sampled_from(NAMES), st.lists(st.sampled_from(NAMES), max_size=3), min_size=1).map(
    lambda edges: {name: edges.get(name, []) for name in NAMES}
)


def distances(graph: Graph, start: str) -> dict[str, int]:
    """How many steps each node is away, found by widening the set of reached nodes."""
    found, here = {start: 0}, {start}
    while here:
        here = {target for name in here for target in graph[name]} - found.keys()
        found |= dict.fromkeys(here, max(found.values()) + 1)
    return found


def has_cycle(graph: Graph) -> bool:
    """Whether nodes are left after all that lead nowhere else were taken away again and again."""
    left = set(graph)
    while ends := {name for name in left if not left & set(graph[name])}:
        left -= ends
    return bool(left)


@given(GRAPHS)
def test_the_shortest_path_to_every_reached_node_is_found(graph: Graph) -> None:
    found = parents("a", graph.__getitem__)
    away = distances(graph, "a")
    assert found.keys() == away.keys()
    for name in found:
        path = path_to(name, found)
        assert (path[0], path[-1], len(path)) == ("a", name, away[name] + 1)
        assert all(there in graph[here] for here, there in pairwise(path))


@given(GRAPHS)
def test_a_cycle_is_found_where_there_is_one_and_it_is_one(graph: Graph) -> None:
    found = cycle(graph)
    assert (found is not None) == has_cycle(graph)
    if found:
        assert found[0] == found[-1]
        assert len(set(found)) == len(found) - 1
        assert all(there in graph[here] for here, there in pairwise(found))


@given(GRAPHS)
def test_an_order_holds_every_reached_node_once_each_before_those_that_it_leads_to(graph: Graph) -> None:
    names = order("a", graph)
    assert sorted(names) == sorted(distances(graph, "a"))
    if not has_cycle(graph):
        assert all(names.index(name) < names.index(target) for name in names for target in graph[name])


@pytest.mark.parametrize(
    ("graph", "names"),
    [
        ({"a": ["b", "c"], "b": [], "c": []}, "abc"),
        ({"a": ["c", "b"], "b": [], "c": []}, "acb"),
        ({"a": ["b", "c"], "b": ["d"], "c": ["d"], "d": []}, "abcd"),
        ({"a": ["c", "b"], "b": ["c"], "c": []}, "abc"),
        ({"a": ["b", "x"], "b": []}, "abx"),
    ],
)
def test_answers_that_are_written_first_are_read_first(graph: Graph, names: str) -> None:
    assert order("a", graph) == list(names)


@pytest.mark.parametrize(
    ("graph", "found"),
    [
        ({}, None),
        ({"a": ["x"]}, None),
        ({"a": ["a"]}, ["a", "a"]),
        ({"a": ["b"], "b": ["c"], "c": ["b"]}, ["b", "c", "b"]),
        ({"a": ["b", "b"], "b": []}, None),
        ({"a": [], "b": ["c"], "c": ["b"]}, ["b", "c", "b"]),
    ],
)
def test_a_cycle_is_shown_whole(graph: Graph, found: list[str] | None) -> None:
    assert cycle(graph) == found


def test_a_long_chain_needs_no_deep_stack() -> None:
    chain = {f"{number}": [f"{number + 1}"] for number in range(100_000)} | {"100000": []}
    assert len(order("0", chain)) == 100_001
    assert cycle(chain) is None
    assert len(cycle(chain | {"100000": ["0"]}) or []) == 100_002
