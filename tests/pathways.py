"""Pathways made for a test, and every path of a pathway, walked one by one as a reader would."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence

from hypothesis import strategies as st

from scripts.model.pathway import Disposition, Head, Option, Pathway, Question
from scripts.model.vocabulary import AppliesTo, BasisKind, Confirms, Level, Urgency

Step = tuple[Question, Option]
SIGNS = ("heavy", "faint", "sore")


def asking(name: str, *targets: str, signs: Sequence[str] = ()) -> Question:
    """A question whose answers lead to `targets`; with signs: yes, no, not sure."""
    if signs:
        yes, no, unsure = targets
        return Question(id=name, text="So?", signs=tuple(signs), yes_to=yes, no_to=no, unsure_to=unsure)
    options = tuple(Option(label=f"{number}", to=target) for number, target in enumerate(targets))
    return Question(id=name, text="So?", known=True, options=options)


def ending(name: str, urgency: Urgency = Urgency.SOON, level: Level = Level.CLINIC) -> Disposition:
    """An end."""
    return Disposition(
        id=name, title="Ask", urgency=urgency, level=level, timeframe="soon", timing=BasisKind.PRECAUTION,
        whom="the clinic", say=("Hello.",), pages=("help",),
    )  # fmt: skip


def pathway_of(questions: Iterable[Question], dispositions: Iterable[Disposition], start: str = "") -> Pathway:
    """A pathway that begins with its first question, on the page `decide`."""
    asked = {question.id: question for question in questions}
    ends = {end.id: end for end in dispositions}
    head = Head(title="Which?", start=start or next(iter(asked)), emergency_page="help")
    return Pathway("made", head, "decide", asked, ends, dict.fromkeys([*asked, *ends], "decide"))


def paths(pathway: Pathway, start: str = "") -> Iterator[list[Step]]:
    """Every path from a node to an end."""
    question = pathway.questions.get(start or pathway.head.start)
    for option in question.answers if question else ():
        for rest in paths(pathway, option.to):
            yield [(question, option), *rest] if question else rest
    if not question:
        yield []


def spelled(path: Sequence[Step]) -> str:
    """A path for a message."""
    return " > ".join([*(f"{question.id} '{option.label}'" for question, option in path), path[-1][1].to])


@st.composite
def sound_pathways(draw: st.DrawFn, most: int = 8) -> Pathway:
    """A pathway without a cycle, with at most `most` questions, some of which may be out of reach."""
    names = [f"q{number}" for number in range(draw(st.integers(1, most)))]
    urgencies = draw(st.lists(st.sampled_from(Urgency), min_size=1, max_size=4))
    ends = [ending(f"d{number}", urgency) for number, urgency in enumerate(urgencies)]
    questions = []
    for place, name in enumerate(names):
        target = st.sampled_from([*names[place + 1 :], *(end.id for end in ends)])
        if draw(st.booleans()):
            signs = draw(st.lists(st.sampled_from(SIGNS), min_size=1, max_size=3, unique=True))
            questions.append(asking(name, *(draw(target) for _ in range(3)), signs=signs))
        else:
            options = [
                Option(
                    label=f"{number}", to=draw(target), applies_to=draw(st.none() | st.sampled_from(AppliesTo)),
                    confirms=draw(st.none() | st.sampled_from(Confirms)), unsure=draw(st.booleans()),
                )
                for number in range(draw(st.integers(1, 3)))
            ]  # fmt: skip
            questions.append(Question(id=name, text="So?", known=True, options=tuple(options)))
    return pathway_of(questions, ends)
