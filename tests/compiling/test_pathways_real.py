"""What the real pathways promise, proved by walking every path of each one by one, without the rules' own machinery."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from scripts.compiling.compile import Compiled
from scripts.model.care import RedFlag
from scripts.model.pathway import Disposition, Option, Pathway, Question
from scripts.model.vocabulary import AppliesTo, Confirms, Level, Urgency
from tests.pathways import Step, paths, spelled

YES, NO = "Yes, at least one", "No, none of these"
RANK = {"none": 0, "routine": 1, "soon": 2, "urgent": 3, "emergency": 4}
# What an order about a treatment begins with; a question to the clinician may name anything.
ORDERS = {
    "start", "begin", "restart", "resume", "stop", "cease", "pause", "change", "switch", "increase", "reduce", "lower",
    "skip", "delay", "continue", "use", "take", "try", "apply", "insert", "dilate", "treat", "keep", "double", "avoid",
}  # fmt: skip
LEADING = {"please", "do", "not", "don", "t", "never", "always", "then", "you", "should", "must", "can", "may"}
SOON = re.compile(
    r"\b(?:now|today|within (?:a few|two|\d+) (?:days|weeks|hours)|next|before the day|"
    r"no (?:number|set) of days|as the local pathway)\b"
)


@dataclass(frozen=True)
class Whole:
    """One path from first question to end, in its pathway."""

    pathway: Pathway
    steps: tuple[Step, ...]

    @property
    def end(self) -> Disposition:
        return self.pathway.dispositions[self.steps[-1][1].to]

    @property
    def rank(self) -> int:
        return RANK[self.end.urgency]

    def before(self, place: int) -> tuple[tuple[str, str], ...]:
        """The questions and answers before a step."""
        return tuple((question.id, option.label) for question, option in self.steps[:place])

    def __str__(self) -> str:
        return f"{self.pathway.id}: {spelled(self.steps)} ({self.end.urgency})"


@pytest.fixture(scope="module")
def whole(real: Compiled) -> list[Whole]:
    """Every path of every pathway."""
    return [Whole(item, tuple(path)) for item in real.knowledge.pathways.values() for path in paths(item)]


def signs_of(real: Compiled, question: Question) -> list[RedFlag]:
    return [real.knowledge.red_flags[name] for name in question.signs]


def test_there_are_pathways_with_many_paths(real: Compiled, whole: list[Whole]) -> None:
    assert len(real.knowledge.pathways) >= 2
    assert len(whole) > 100


def test_1_every_path_ends_in_a_disposition_after_at_most_twelve_questions(whole: list[Whole]) -> None:
    for path in whole:
        assert path.steps[-1][1].to in path.pathway.dispositions, spelled(path.steps)
        assert len({question.id for question, _ in path.steps}) == len(path.steps) <= 12, str(path)


def test_2_yes_to_a_sign_never_ends_below_the_urgency_of_that_sign(real: Compiled, whole: list[Whole]) -> None:
    asked = 0
    for path in whole:
        for question, option in path.steps:
            for flag in signs_of(real, question) if option.label == YES else []:
                asked += 1
                assert path.rank >= RANK[flag.urgency], f"{path}: {flag.id} is {flag.urgency}"
    assert asked >= len(real.knowledge.red_flags)


def _twins(whole: list[Whole]) -> Iterator[tuple[Whole, Option, Whole, Option]]:
    """Two paths with the same answers up to a question, at which they part: each way round."""
    parting: dict[tuple[object, ...], list[tuple[Whole, Option]]] = {}
    for path in whole:
        for place, (question, option) in enumerate(path.steps):
            parting.setdefault((path.pathway.id, path.before(place), question.id), []).append((path, option))
    for group in parting.values():
        for path, option in group:
            yield from ((path, option, other, said) for other, said in group if said is not option)


def test_3_changing_an_answer_about_signs_from_no_to_yes_never_lowers_the_urgency(whole: list[Whole]) -> None:
    found = 0
    for path, option, other, said in _twins(whole):
        if (option.label, said.label) == (YES, NO):
            found += 1
            assert path.rank >= other.rank, f"{path}\nbut with no: {other}"
    assert found


def test_4_not_being_sure_never_ends_lower_than_the_most_careful_other_answer(whole: list[Whole]) -> None:
    found = 0
    for path, option, other, _ in _twins(whole):
        if option.unsure:
            found += 1
            assert path.rank >= other.rank, f"{path}\nbut with another answer: {other}"
    assert found


def test_4_every_question_but_those_whose_answer_is_known_can_be_answered_not_sure(whole: list[Whole]) -> None:
    for path in whole:
        for question, _ in path.steps:
            assert sum(option.unsure for option in question.answers) == (not question.known), f"{path}: {question.id}"


def test_5_no_path_ends_at_home_unless_taught_and_as_planned(whole: list[Whole]) -> None:
    at_home = [path for path in whole if path.end.level is Level.HOME or path.end.urgency is Urgency.NONE]
    assert at_home
    for path in at_home:
        said = {option.confirms for _, option in path.steps}
        assert {Confirms.TAUGHT, Confirms.AS_PLANNED} <= said, str(path)


def test_5_no_path_ends_at_home_unless_every_sign_for_that_person_was_asked_and_denied(
    real: Compiled, whole: list[Whole]
) -> None:
    for path in [path for path in whole if path.end.level is Level.HOME or path.end.urgency is Urgency.NONE]:
        who = [option.applies_to for _, option in path.steps if option.applies_to]
        assert len(who) == 1, str(path)
        assert who[0] in (AppliesTo.ADULT, AppliesTo.CHILD), str(path)
        denied = {name for question, option in path.steps if option.label == NO for name in question.signs}
        needed = {flag.id for flag in real.knowledge.red_flags.values() if flag.applies_to in (who[0], AppliesTo.BOTH)}
        assert needed <= denied, f"{path}: not denied: {sorted(needed - denied)}"


def test_5_no_path_ends_below_care_on_the_same_day_unless_every_sign_that_needs_it_was_denied(
    real: Compiled, whole: list[Whole]
) -> None:
    for path in [path for path in whole if path.rank < RANK["urgent"]]:
        who = {option.applies_to for _, option in path.steps} | {AppliesTo.BOTH}
        denied = {name for question, option in path.steps if option.label == NO for name in question.signs}
        urgent = [flag for flag in real.knowledge.red_flags.values() if RANK[flag.urgency] >= RANK["urgent"]]
        missing = {flag.id for flag in urgent if flag.applies_to in who} - denied
        assert not missing, f"{path}: not denied: {sorted(missing)}"


def test_6_the_words_of_an_end_give_no_order_about_treatment(whole: list[Whole]) -> None:
    for path in whole:
        end = path.end
        for text in (end.title, end.whom, end.note or "", *end.say):
            for sentence in re.findall(r"[^.!?;:]+[.!?;:]?", text):
                words = re.findall(r"[a-z]+", sentence.lower())
                first = [word for word in words if word not in LEADING][:1]
                assert sentence.endswith("?") or not set(first) & ORDERS, f"{path}: {sentence!r}"


def test_6_every_end_says_whom_to_ask_how_soon_and_what(whole: list[Whole]) -> None:
    for path in whole:
        assert len(path.end.whom.split()) > 1, str(path)
        assert SOON.search(path.end.timeframe), f"{path}: {path.end.timeframe!r}"
        assert all(sentence.strip() for sentence in path.end.say), str(path)


def test_7_an_emergency_names_the_emergency_page_and_nothing_else(whole: list[Whole]) -> None:
    emergencies = [path for path in whole if path.end.urgency is Urgency.EMERGENCY]
    assert emergencies
    for path in emergencies:
        assert path.end.pages == (path.pathway.head.emergency_page,), str(path)
        assert path.end.level is Level.EMERGENCY, str(path)
        assert path.end.timeframe == "now", str(path)


def test_8_every_end_and_every_question_is_on_a_path(real: Compiled, whole: list[Whole]) -> None:
    for pathway in real.knowledge.pathways.values():
        mine = [path for path in whole if path.pathway is pathway]
        reached = {path.end.id for path in mine} | {question.id for path in mine for question, _ in path.steps}
        assert {*pathway.questions, *pathway.dispositions} == reached


def test_8_every_page_that_an_end_names_or_a_node_stands_on_shows_its_place(real: Compiled, whole: list[Whole]) -> None:
    showing = {pathway.page for pathway in real.knowledge.pathways.values()}
    placed = {page.id for page in real.knowledge.pages.values() if any(c.name == "decision_place" for c in page.calls)}
    for path in whole:
        named = {name.partition("#")[0] for name in path.end.pages}
        owners = {path.pathway.owners[node] for node in (*(question.id for question, _ in path.steps), path.end.id)}
        assert (named | owners) - showing <= placed, str(path)


def test_the_questions_for_patients_are_short(real: Compiled) -> None:
    for pathway in real.knowledge.pathways.values():
        for question in pathway.questions.values() if real.knowledge.pages[pathway.page].for_patients else ():
            labels = [option.label for option in question.answers]
            for text in (question.text, question.help or "", *labels, *(f.sign for f in signs_of(real, question))):
                for sentence in re.split(r"[.!?]+", text):
                    assert len(sentence.split()) <= 15, f"{question.id}: {sentence!r}"


@given(data=st.data())
@settings(max_examples=200)
def test_any_answers_of_any_reader_lead_to_an_end_that_every_sign_so_far_allows(
    real: Compiled, data: st.DataObject
) -> None:
    pathway = data.draw(st.sampled_from(list(real.knowledge.pathways.values())))
    here, least, steps = pathway.head.start, 0, []
    while question := pathway.questions.get(here):
        option = data.draw(st.sampled_from(question.answers))
        if question.signs and option.label != NO:
            least = max([least, *(RANK[flag.urgency] for flag in signs_of(real, question))])
        steps.append((question, option))
        here = option.to
        assert len(steps) <= 12, spelled(steps)
    assert RANK[pathway.dispositions[here].urgency] >= least, spelled(steps)
