"""What is known at each step is what every single path up to it has said."""

from __future__ import annotations

from collections.abc import Sequence
from functools import reduce

import pytest
from hypothesis import given
from hypothesis import strategies as st

from scripts.compiling.compile import Compiled
from scripts.compiling.states import State, applying, path_to_state, states
from scripts.compiling.walks import walk
from scripts.model.pathway import Pathway
from scripts.model.vocabulary import AppliesTo, Confirms
from tests.pathways import SIGNS, Step, paths, sound_pathways


def said(pathway: Pathway, steps: Sequence[Step]) -> tuple[State, frozenset[str]]:
    """The state at the end of some steps, and the signs that they denied."""
    node, who = pathway.head.start, None
    confirmed: set[Confirms] = set()
    denied: set[str] = set()
    for question, option in steps:
        node = option.to
        who = option.applies_to if option.applies_to is not None else who
        if option.confirms is not None:
            confirmed.add(option.confirms)
        if question.signs and option.label == "No, none of these":
            denied |= set(question.signs)
    return State(node, who, frozenset(confirmed)), frozenset(denied)


def known(pathway: Pathway) -> dict[State, list[frozenset[str]]]:
    """Each state, with what each of the paths to it denied."""
    found: dict[State, list[frozenset[str]]] = {}
    for path in paths(pathway):
        for length in range(len(path) + 1):
            state, denied = said(pathway, path[:length])
            found.setdefault(state, []).append(denied)
    return found


@given(sound_pathways())
def test_a_sign_is_denied_where_every_path_has_denied_it(pathway: Pathway) -> None:
    walks = walk(pathway)
    assert walks
    expected = {state: reduce(frozenset.intersection, each) for state, each in known(pathway).items()}
    assert states(walks) == expected


@given(sound_pathways(), st.sampled_from(SIGNS))
def test_a_path_to_a_state_ends_in_it_and_denies_no_sign_that_is_to_be_left_out(pathway: Pathway, sign: str) -> None:
    walks = walk(pathway)
    assert walks
    for state, each in known(pathway).items():
        assert said(pathway, path_to_state(walks, state))[0] == state
        if any(sign not in denied for denied in each):
            found, denied = said(pathway, path_to_state(walks, state, without=[sign]))
            assert found == state
            assert sign not in denied


@pytest.mark.parametrize(
    ("who", "missing"),
    [
        (None, set()),
        (AppliesTo.BOTH, set()),
        (AppliesTo.ADULT, {AppliesTo.CHILD}),
        (AppliesTo.CHILD, {AppliesTo.ADULT}),
    ],
)
def test_a_sign_applies_to_whom_it_names_and_to_anybody_while_nobody_is_known(
    who: AppliesTo | None, missing: set[AppliesTo], real: Compiled
) -> None:
    flags = real.knowledge.red_flags
    assert applying(flags, who) == [flag.id for flag in flags.values() if flag.applies_to not in missing]
