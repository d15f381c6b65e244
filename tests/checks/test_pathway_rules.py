"""The rules on the ends of a pathway find a problem exactly where some path, walked one by one, breaks them."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import replace
from itertools import product
from types import ModuleType

import pytest
from hypothesis import given
from hypothesis import strategies as st

from scripts.checks import (
    pathway_home,
    pathway_signs_first,
    pathway_signs_kept,
    pathway_signs_raise,
    pathway_unsure,
)  # fmt: skip
from scripts.compiling.compile import Compiled, compile_project
from scripts.compiling.origins import Origins
from scripts.compiling.walks import walk
from scripts.model.care import RedFlag
from scripts.model.pathway import Option, Pathway
from scripts.model.vocabulary import FLAGGED, AppliesTo, Confirms, Level, Urgency
from scripts.project import Project
from tests.pathways import SIGNS, Step, paths, sound_pathways
from tests.support import SMALL

YES, NO = "Yes, at least one", "No, none of these"


@pytest.fixture(scope="module")
def small() -> Compiled:
    return compile_project(Project(SMALL))


@st.composite
def signs(draw: st.DrawFn, small: Compiled) -> dict[str, RedFlag]:
    """Red flags of any urgency and for anybody, one for each sign that made pathways ask."""
    flag = small.knowledge.red_flags["heavy-bleeding"]
    found = {}
    for name in SIGNS:
        fields = {"urgency": draw(st.sampled_from(FLAGGED)), "applies_to": draw(st.sampled_from(AppliesTo))}
        found[name] = flag.model_copy(update={"id": name, **fields})
    return found


def reported(small: Compiled, rule: ModuleType, pathway: Pathway, flags: dict[str, RedFlag]) -> set[str]:
    """The nodes of which a rule reports a problem."""
    walks = walk(pathway)
    assert walks
    table = {("node", node.id): next(iter(small.origins.table.values())) for node in pathway.nodes}
    knowledge = replace(small.knowledge, pathways={pathway.id: pathway}, red_flags=flags)
    compiled = replace(small, knowledge=knowledge, origins=Origins(table=table), walks={pathway.id: walks})
    return {problem.key for problem in rule.check(compiled)}


def at_home(pathway: Pathway) -> Pathway:
    """The pathway with its ends without a set time at home."""
    ends = {
        end.id: end.model_copy(update={"level": Level.HOME}) if end.urgency is Urgency.NONE else end
        for end in pathway.dispositions.values()
    }
    return replace(pathway, dispositions=ends)


def ranks(pathway: Pathway, option: Option) -> list[int]:
    """How urgent each end is that can follow an answer."""
    ends = [path[-1][1].to if path else option.to for path in paths(pathway, option.to)]
    return [pathway.dispositions[end].urgency.rank for end in ends]


def parted(pathway: Pathway) -> Iterator[tuple[str, Option, list[int], Option, list[int]]]:
    """Each two answers to a question that some path asks, with how urgent their ends are."""
    for question in {question.id: question for path in paths(pathway) for question, _ in path}.values():
        for one, other in product(question.answers, question.answers):
            if one is not other:
                yield question.id, one, ranks(pathway, one), other, ranks(pathway, other)


@given(data=st.data(), pathway=sound_pathways(5))
def test_yes_is_reported_where_a_path_after_it_ends_below_a_sign(
    small: Compiled, data: st.DataObject, pathway: Pathway
) -> None:
    flags = data.draw(signs(small))
    expected = set()
    for path in paths(pathway):
        for question, option in path:
            highest = max((flags[name].urgency.rank for name in question.signs), default=0)
            if option.label == YES and min(ranks(pathway, option)) < highest:
                expected.add(question.id)
    assert reported(small, pathway_signs_kept, pathway, flags) == expected


@given(data=st.data(), pathway=sound_pathways(5))
def test_yes_is_reported_where_a_path_after_it_ends_below_one_after_no(
    small: Compiled, data: st.DataObject, pathway: Pathway
) -> None:
    expected = {
        name for name, one, low, other, high in parted(pathway)
        if (one.label, other.label) == (YES, NO) and any(a < b for a, b in product(low, high))
    }  # fmt: skip
    assert reported(small, pathway_signs_raise, pathway, data.draw(signs(small))) == expected


@given(data=st.data(), pathway=sound_pathways(5))
def test_not_being_sure_is_reported_where_a_path_after_it_ends_below_one_after_another_answer(
    small: Compiled, data: st.DataObject, pathway: Pathway
) -> None:
    expected = {
        name for name, one, low, other, high in parted(pathway)
        if one.unsure and not other.unsure and any(a < b for a, b in product(low, high))
    }  # fmt: skip
    assert reported(small, pathway_unsure, pathway, data.draw(signs(small))) == expected


def person(steps: list[Step]) -> AppliesTo:
    """Whom a path is about, as far as its answers say."""
    return ([AppliesTo.BOTH] + [option.applies_to for _, option in steps if option.applies_to])[-1]


def missing(steps: list[Step], flags: dict[str, RedFlag], only_denied: bool) -> list[RedFlag]:
    """The signs that can apply to the person of a path and that it has not asked, or not denied."""
    done = {
        name for question, option in steps if option.label == NO or not only_denied for name in question.signs
    }  # fmt: skip
    who = person(steps)
    apply = [flag for flag in flags.values() if AppliesTo.BOTH in (who, flag.applies_to) or flag.applies_to is who]
    return [flag for flag in apply if flag.id not in done]


@given(data=st.data(), pathway=sound_pathways(5).map(at_home))
def test_home_is_reported_where_a_path_to_it_was_not_confirmed_or_did_not_deny_a_sign(
    small: Compiled, data: st.DataObject, pathway: Pathway
) -> None:
    flags = data.draw(signs(small))
    expected = set()
    for path in paths(pathway):
        end = pathway.dispositions[path[-1][1].to]
        confirmed = {option.confirms for _, option in path} >= set(Confirms)
        if end.level is Level.HOME and (not confirmed or missing(path, flags, only_denied=True)):
            expected.add(end.id)
    assert reported(small, pathway_home, pathway, flags) == expected


@given(data=st.data(), pathway=sound_pathways(5).map(at_home))
def test_an_end_is_reported_where_a_path_to_it_did_not_ask_a_sign_that_is_more_urgent(
    small: Compiled, data: st.DataObject, pathway: Pathway
) -> None:
    flags = data.draw(signs(small))
    asked = {name for path in paths(pathway) for question, _ in path for name in question.signs}
    expected = set()
    for path in paths(pathway):
        end = pathway.dispositions[path[-1][1].to]
        for flag in missing(path, flags, only_denied=False) if end.level is not Level.HOME else []:
            if flag.urgency.rank > end.urgency.rank and (
                flag.id in asked or flag.urgency in (Urgency.EMERGENCY, Urgency.URGENT)
            ):
                expected.add(end.id)
    assert reported(small, pathway_signs_first, pathway, flags) == expected
