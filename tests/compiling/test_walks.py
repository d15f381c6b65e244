"""What is worked out backwards from the ends is what walking every single path finds."""

from __future__ import annotations

from dataclasses import replace
from itertools import pairwise

import pytest
from hypothesis import given

from scripts.checks import rules
from scripts.compiling.compile import Compiled
from scripts.compiling.origins import Origins
from scripts.compiling.states import states
from scripts.compiling.walks import Step, Walks, walk
from scripts.model.pathway import Pathway, Question
from scripts.model.vocabulary import Urgency
from tests.pathways import asking, ending, paths, pathway_of, sound_pathways


def walked(pathway: Pathway) -> Walks:
    walks = walk(pathway)
    assert walks
    return walks


def reached(pathway: Pathway) -> set[str]:
    return {pathway.head.start, *(option.to for path in paths(pathway) for _, option in path)}


def assert_real(pathway: Pathway, steps: list[Step], start: str, end: str) -> None:
    """The steps are a path of the pathway from one node to another."""
    names = [question.id for question, _ in steps]
    assert [*names, end] == [start, *(option.to for _, option in steps)]
    assert all(pathway.questions[question.id] is question for question, _ in steps)
    assert all(option in question.answers for question, option in steps)


@given(sound_pathways())
def test_the_ends_after_each_node_are_those_of_its_paths(pathway: Pathway) -> None:
    walks = walked(pathway)
    for name in reached(pathway):
        found = list(paths(pathway, name))
        ends = [pathway.dispositions[path[-1][1].to if path else name].urgency for path in found]
        assert walks.least[name].rank == min(end.rank for end in ends)
        assert walks.most[name].rank == max(end.rank for end in ends)
        assert walks.length[name] == max(map(len, found))


@given(sound_pathways())
def test_each_reached_node_stands_once_and_before_those_that_it_leads_to(pathway: Pathway) -> None:
    walks = walked(pathway)
    names = list(walks.order)
    assert sorted(names) == sorted(reached(pathway))
    for path in paths(pathway):
        nodes = [*(question.id for question, _ in path), path[-1][1].to]
        assert all(names.index(here) < names.index(there) for here, there in pairwise(nodes))
    assert [question.id for question in walks.asked] == [name for name in names if name in pathway.questions]


@given(sound_pathways())
def test_a_witness_is_a_real_path_that_ends_as_is_claimed(pathway: Pathway) -> None:
    walks, start = walked(pathway), pathway.head.start
    for name in reached(pathway):
        before = walks.before(name)
        assert_real(pathway, before, start, name)
        ways = [len(path) for path in _ways(pathway, start, name)]
        assert len(before) == min(ways)
        for steps, expected in (
            (walks.least_after(name), walks.least[name]), (walks.most_after(name), walks.most[name]),
        ):  # fmt: skip
            end = steps[-1][1].to if steps else name
            assert_real(pathway, steps, name, end)
            assert pathway.dispositions[end].urgency is expected
    longest = walks.longest()
    assert_real(pathway, longest, start, longest[-1][1].to)
    assert longest[-1][1].to in pathway.dispositions
    assert len(longest) == walks.length[start]


def _ways(pathway: Pathway, start: str, name: str) -> list[list[str]]:
    """The ways from the start to a node, by the questions on them."""
    ways = []
    for path in paths(pathway, start):
        nodes = [*(question.id for question, _ in path), path[-1][1].to]
        if name in nodes:
            ways.append(nodes[: nodes.index(name)])
    return ways


@given(sound_pathways())
def test_a_path_is_spelled_with_its_answers_and_its_end(pathway: Pathway) -> None:
    walks = walked(pathway)
    for path in paths(pathway):
        end = pathway.dispositions[path[-1][1].to]
        words = [f"{question.id} '{option.label}'" for question, option in path]
        assert walks.spelled(path) == " > ".join([*words, f"{end.id} ({end.urgency})"])


def test_a_path_to_a_question_is_spelled_up_to_it() -> None:
    pathway = pathway_of([asking("one", "two", "end"), asking("two", "end", "end")], [ending("end")])
    walks = walked(pathway)
    assert walks.spelled(walks.before("two")) == "one '0' > two"
    assert walks.spelled([]) == "one"


SOUND = pathway_of(
    [asking("one", "now", "two", "now", signs=["heavy"]), asking("two", "end", "now")],
    [ending("now", Urgency.EMERGENCY), ending("end")],
)


@pytest.mark.parametrize(
    "questions",
    [
        [asking("one", "two", "end")],
        [asking("one", "two", "end"), asking("two")],
        [asking("one", "two", "end"), asking("two", "one", "end")],
        [asking("one", "end", "end"), asking("two", "three", "end"), asking("three", "two", "end")],
        [asking("two", "end", "end")],
    ],
    ids=["an unknown node", "a dead end", "a cycle", "a cycle out of reach", "an unknown start"],
)
def test_a_pathway_that_is_not_sound_is_not_walked(questions: list[Question]) -> None:
    assert walk(SOUND)
    assert walk(replace(SOUND, questions={question.id: question for question in questions})) is None


def test_ten_thousand_questions_are_checked_though_nobody_could_walk_every_path(real: Compiled) -> None:
    """A ladder: five thousand rungs of two questions, each of which leads to both of the next rung."""
    rungs = 5_000
    questions = [asking(f"{side}{rung}", f"a{rung + 1}", f"b{rung + 1}") for rung in range(rungs) for side in "ab"]
    ends = [ending(f"a{rungs}"), ending(f"b{rungs}", Urgency.ROUTINE)]
    ladder = replace(pathway_of(questions[:1] + questions[2:], ends), page="decide-patients")
    walks = walked(ladder)
    assert (walks.length["a0"], walks.least["a0"], walks.most["a0"]) == (rungs, Urgency.ROUTINE, Urgency.SOON)
    assert len(states(walks)) == 2 * rungs + 1
    somewhere = next(iter(real.origins.table.values()))
    table = {("pathway", "made"): somewhere, **{("node", node.id): somewhere for node in ladder.nodes}}
    knowledge = replace(real.knowledge, pathways={"made": ladder}, red_flags={})
    compiled = replace(real, knowledge=knowledge, origins=Origins(table=table), walks={"made": walks})
    problems = [problem for rule in rules() if "pathway_" in rule.__name__ for problem in rule.check(compiled)]
    found = {problem.rule: problem.found for problem in problems}
    assert found["long-path"].startswith("5000 questions: a0 '0' > a1 '0' > ")
    assert "urgency-timeframe" in found
