"""The rules notice a change of any edge, any urgency and any declared fact of the real pathways, or it is justified.

The score is in the test's output: `pytest -rP tests/compiling/test_pathway_mutations.py`.
"""

from __future__ import annotations

import random
from collections import Counter
from collections.abc import Callable, Iterator
from dataclasses import dataclass, replace
from functools import cached_property

from scripts.checks import pathway_pages, rules
from scripts.compiling.compile import Compiled
from scripts.compiling.pages import PageFile
from scripts.compiling.record import digest
from scripts.compiling.shows import pages_in_decision
from scripts.compiling.states import states
from scripts.compiling.walks import Walks, walk
from scripts.model.pathway import Disposition, Node, Option, Pathway, Question
from scripts.model.vocabulary import AppliesTo, Level, Urgency

Edge = int | str  # the position of an option, or the field of an answer about signs
ENDS = ("yes_to", "no_to", "unsure_to")
# Rules that notice much in little time come first; what only looks at words and pages is not asked about edges.
QUICK = ("graph", "unsure", "signs", "signs_raise", "signs_kept", "home", "levels", "signs_first", "nodes")
NAMES = {rule.__name__.rpartition("pathway_")[2]: rule for rule in rules() if ".pathway_" in rule.__name__}
WORDS = ("advice", "pages", "words")
ORDERED = [NAMES[name] for name in [*QUICK, *sorted(NAMES.keys() - {*QUICK, *WORDS})]]


@dataclass(frozen=True)
class Mutant:
    """A pathway of which one node was changed; `edges`: the answers of a question that the change is about."""

    kind: str
    words: str
    whole: Pathway
    node: Node
    edges: tuple[Edge, ...] = ()

    @cached_property
    def pathway(self) -> Pathway:
        if isinstance(self.node, Question):
            return replace(self.whole, questions={**self.whole.questions, self.node.id: self.node})
        return replace(self.whole, dispositions={**self.whole.dispositions, self.node.id: self.node})

    @cached_property
    def walks(self) -> Walks | None:
        return walk(self.pathway)

    def __str__(self) -> str:
        return f"{self.kind}: {self.whole.id}: {self.node.id}: {self.words}"


def target(question: Question, edge: Edge) -> str:
    return question.options[edge].to if isinstance(edge, int) else str(getattr(question, edge))


def edges(question: Question) -> list[Edge]:
    return [*range(len(question.options)), *(name for name in ENDS if getattr(question, name))]


def changed(question: Question, edge: Edge, **fields: object) -> Question:
    """The question with other fields of one option."""
    options = list(question.options)
    assert isinstance(edge, int)
    options[edge] = options[edge].model_copy(update=fields)
    return question.model_copy(update={"options": tuple(options)})


def led(question: Question, edge: Edge, to: str | None) -> Question:
    """The question with an answer that leads elsewhere."""
    return changed(question, edge, to=to) if isinstance(edge, int) else question.model_copy(update={edge: to})


def redirected(pathway: Pathway, chance: random.Random) -> Iterator[Mutant]:
    """Each answer led to what the others lead to, to the start, to home or the least urgent end, and by chance."""
    names = [node.id for node in pathway.nodes]
    calm = min(pathway.dispositions.values(), key=lambda end: (end.level is not Level.HOME, end.urgency.rank)).id
    for question in pathway.questions.values():
        others = [target(question, edge) for edge in edges(question)]
        for edge in edges(question):
            now = target(question, edge)
            for to in dict.fromkeys([*others, pathway.head.start, calm, *chance.sample(names, 3)]):
                if to != now:
                    yield Mutant("redirect", f"{edge}: {now} to {to}", pathway, led(question, edge, to), (edge,))


def swapped(pathway: Pathway) -> Iterator[Mutant]:
    """The targets of each two answers exchanged: yes and no among them."""
    for question in pathway.questions.values():
        for second in edges(question):
            for first in edges(question)[: edges(question).index(second)]:
                one, two = target(question, first), target(question, second)
                if one != two:
                    node = led(led(question, first, two), second, one)
                    yield Mutant("swap", f"{first} and {second}: {one}, {two}", pathway, node, (first, second))


def dropped(pathway: Pathway) -> Iterator[Mutant]:
    """Each answer and each sign taken away."""
    for question in pathway.questions.values():
        for edge in edges(question):
            if isinstance(edge, int):
                left = question.options[:edge] + question.options[edge + 1 :]
                node = question.model_copy(update={"options": left})
            else:
                node = question.model_copy(update={edge: None})
            yield Mutant("drop answer", f"{edge}", pathway, node, (edge,))
        for sign in question.signs:
            signs = tuple(name for name in question.signs if name != sign)
            yield Mutant("drop sign", sign, pathway, question.model_copy(update={"signs": signs}))


def said_otherwise(pathway: Pathway) -> Iterator[Mutant]:
    """Each label and each declared fact of an answer changed."""
    for question in pathway.questions.values():
        yield Mutant("known", "", pathway, question.model_copy(update={"known": not question.known}))
        for edge, option in enumerate(question.options):
            for other in question.options:
                if other is not option:
                    node = changed(question, edge, label=other.label)
                    yield Mutant("relabel", f"{edge}: {other.label}", pathway, node, (edge,))
            yield Mutant("unsure", f"{edge}", pathway, changed(question, edge, unsure=not option.unsure), (edge,))
            for fact in ("confirms", "applies_to"):
                if getattr(option, fact):
                    yield Mutant(f"drop {fact}", f"{edge}", pathway, changed(question, edge, **{fact: None}), (edge,))
            for who in AppliesTo if option.applies_to else ():
                if who is not option.applies_to:
                    node = changed(question, edge, applies_to=who)
                    yield Mutant("applies_to", f"{edge}: {who}", pathway, node, (edge,))


def moved(pathway: Pathway) -> Iterator[Mutant]:
    """Each end given every other urgency and every other level."""
    for end in pathway.dispositions.values():
        for urgency in Urgency:
            if urgency is not end.urgency:
                node = end.model_copy(update={"urgency": urgency})
                yield Mutant("urgency", f"{end.urgency} to {urgency}", pathway, node)
        for level in Level:
            if level is not end.level:
                yield Mutant("level", f"{end.level} to {level}", pathway, end.model_copy(update={"level": level}))


def mutants(pathway: Pathway) -> Iterator[Mutant]:
    yield from redirected(pathway, random.Random(pathway.id))  # noqa: S311
    for change in (swapped, dropped, said_otherwise, moved):
        yield from change(pathway)


def noticed(real: Compiled, mutant: Mutant) -> bool:
    """Whether some rule on pathways finds a problem."""
    pathway = mutant.pathway
    alone = replace(
        real,
        knowledge=replace(real.knowledge, pathways={pathway.id: pathway}),
        walks={pathway.id: mutant.walks} if mutant.walks else {},
    )
    return any(any(True for _ in rule.check(alone)) for rule in ORDERED)


PLANNED = {Level.CLINIC, Level.SPECIALIST, Level.THEATRE, Level.CONSERVATIVE}


def _answers(mutant: Mutant) -> list[tuple[Option, Option | None]]:
    """Each changed answer of a question about anything but signs, before and after (None where it is gone)."""
    node = mutant.node
    if not isinstance(node, Question) or node.signs:
        return []
    old = mutant.whole.questions[node.id].options
    gone = mutant.kind == "drop answer"
    return [(old[edge], None if gone else node.options[edge]) for edge in mutant.edges if isinstance(edge, int)]


def _plain(option: Option) -> bool:
    """An answer that declares nothing of the reader."""
    return not (option.confirms or option.applies_to)


def _least(mutant: Mutant, whole: Walks, after: bool, option: Option) -> int:
    walks = mutant.walks if after else whole
    assert walks
    return walks.least[option.to].rank


def _people(walks: Walks) -> set[tuple[str, AppliesTo | None]]:
    """Each reached node with each kind of person that reaches it."""
    return {(state.node, state.who) for state in states(walks)}


def _leads_elsewhere(mutant: Mutant) -> bool:
    answers = _answers(mutant)
    return mutant.kind in ("redirect", "swap") and bool(answers) and all(_plain(old) for old, _ in answers)


def for_others(mutant: Mutant, whole: Walks) -> bool:
    return _leads_elsewhere(mutant) and bool(mutant.walks and not _people(mutant.walks) <= _people(whole))


def elsewhere(mutant: Mutant, whole: Walks) -> bool:
    return _leads_elsewhere(mutant) and all(
        new and _least(mutant, whole, True, new) >= _least(mutant, whole, False, old) for old, new in _answers(mutant)
    )


def elsewhere_and_slower(mutant: Mutant, whole: Walks) -> bool:
    return _leads_elsewhere(mutant) and not elsewhere(mutant, whole)


def one_of_many(mutant: Mutant, whole: Walks) -> bool:
    """The target is still reached, and the question keeps two answers."""
    node = mutant.node
    answers = _answers(mutant)
    return mutant.kind == "drop answer" and isinstance(node, Question) and len(node.options) >= 2 and all(
        _plain(old) and not old.unsure and mutant.walks and old.to in mutant.walks.order for old, _ in answers
    ) and bool(answers)  # fmt: skip


def planned_elsewhere(mutant: Mutant, whole: Walks) -> bool:
    node = mutant.node
    return mutant.kind == "level" and isinstance(node, Disposition) and {
        node.level, mutant.whole.dispositions[node.id].level,
    } <= PLANNED  # fmt: skip


def time_of_its_own(mutant: Mutant, whole: Walks) -> bool:
    """Soon and routine exchanged where no other end and no sign has the same words for how soon."""
    node = mutant.node
    return mutant.kind == "urgency" and isinstance(node, Disposition) and {
        node.urgency, mutant.whole.dispositions[node.id].urgency,
    } == {Urgency.SOON, Urgency.ROUTINE} and sum(
        end.timeframe == node.timeframe for end in mutant.whole.dispositions.values()
    ) == 1  # fmt: skip


# Why nobody but a second reader can tell: the first class that fits a survivor.
JUSTIFIED: dict[str, Callable[[Mutant, Walks], bool]] = {
    "an answer that is not about signs leads to a node that was reached by adults alone, or by children alone: for "
    "whom it is, only its words say": for_others,
    "an answer that is not about signs leads to something no less urgent: which care fits it, only its claims say":
        elsewhere,
    "an answer that is not about signs leads to something less urgent: no sign and no doubt says how urgent it is":
        elsewhere_and_slower,
    "an answer that is not about signs is gone, and other answers lead to its target: what can be answered, "
    "only the author knows": one_of_many,
    "planned care is given at another place: how urgent it is stays the same, and the place is in its words":
        planned_elsewhere,
    "soon and routine are exchanged, and nothing else has the same words for how soon": time_of_its_own,
}  # fmt: skip


def test_every_mutant_is_noticed_or_justified(real: Compiled) -> None:
    made, survived, classes, unjustified = Counter[str](), Counter[str](), Counter[str](), []
    for pathway in real.knowledge.pathways.values():
        for mutant in mutants(pathway):
            made[mutant.kind] += 1
            if not noticed(real, mutant):
                survived[mutant.kind] += 1
                found = (reason for reason, fits in JUSTIFIED.items() if fits(mutant, real.walks[pathway.id]))
                if reason := next(found, None):
                    classes[reason] += 1
                else:
                    unjustified.append(str(mutant))
    total, left = made.total(), survived.total()
    print(f"{total - left} of {total} mutants noticed ({(total - left) / total:.1%})")
    for kind, number in made.items():
        print(f"  {kind}: {number - survived[kind]} of {number}")
    for reason, number in classes.most_common():
        print(f"survived: {number}: {reason}")
    assert not unjustified, "\n".join(unjustified)
    assert total > 2000


def test_what_no_rule_can_tell_waits_for_a_second_reader(real: Compiled) -> None:
    """The record of checked things holds every node, so that not one of the survivors goes by in silence."""
    for pathway in real.knowledge.pathways.values():
        noted = {node.id: digest(node) for node in pathway.nodes}
        assert real.record
        assert noted.items() <= real.record.data["node"].items()  # type: ignore[index]
        assert all(digest(mutant.node) != noted[mutant.node.id] for mutant in mutants(pathway))


def test_a_mutant_that_is_justified_leaves_signs_and_home_as_they_were(real: Compiled) -> None:
    """A class that grew too wide would let these through."""
    for pathway in real.knowledge.pathways.values():
        for mutant in mutants(pathway):
            question = mutant.whole.questions.get(mutant.node.id)
            if question and (question.signs or mutant.kind in ("known", "relabel", "unsure", "drop confirms")):
                assert not any(fits(mutant, real.walks[pathway.id]) for fits in JUSTIFIED.values()), str(mutant)


def _placeless(file: PageFile) -> PageFile:
    calls = tuple(call for call in file.page.calls if call.name != "decision_place")
    return replace(file, page=replace(file.page, calls=calls))


def test_every_place_of_a_page_that_is_dropped_is_noticed(real: Compiled) -> None:
    placed = pages_in_decision(real.knowledge)
    assert placed
    for name in sorted(placed):
        files = tuple(_placeless(file) if file.page.id == name else file for file in real.files)
        (problem,) = pathway_pages.check(replace(real, files=files))
        assert (problem.key, problem.rule) == (name, "decision-place")


def test_every_other_start_is_noticed(real: Compiled) -> None:
    for pathway in real.knowledge.pathways.values():
        for name in pathway.questions.keys() - {pathway.head.start}:
            moved = replace(pathway, head=pathway.head.model_copy(update={"start": name}))
            knowledge = replace(real.knowledge, pathways={pathway.id: moved})
            assert any(NAMES["graph"].check(replace(real, knowledge=knowledge))), name
