"""The self-test: right answers are the claims' own, wrong ones wrong by the data; each answer opens its claim."""

from __future__ import annotations

import re
from collections import Counter
from dataclasses import replace
from itertools import combinations
from typing import Any

import pytest

from scripts.compiling.compile import knowledge_of
from scripts.compiling.learning import items_of, own_claims, topic_of
from scripts.model.claim import Claim
from scripts.model.knowledge import Knowledge
from scripts.model.learning import Asked, CaseItem, FigureItem, Item, MatchItem, OrderItem, StatementItem, WordsItem
from scripts.model.vocabulary import Unit
from scripts.rendering.learning.macros import question_of
from scripts.rendering.learning.quantities import Quantity, apart, of_measure, of_phrase
from scripts.rendering.learning.question import Question, QuestionError
from tests.markup import Element
from tests.rendering.support import shown, view_of, with_things, written
from tests.support import ROOT

REAL = knowledge_of(ROOT)
ITEMS = list(REAL.self_test.values())
CLOSED = re.compile(r"\w+")


def kind(*kinds: type[Item]) -> list[Any]:
    return [pytest.param(item, id=item.id) for item in ITEMS if isinstance(item, kinds)]


def asked(item: Item) -> Question:
    return question_of(REAL, item)


def figures_of(claim: Claim) -> dict[str, list[Quantity]]:
    """Every figure of a claim by the words in which it is shown."""
    found: dict[str, list[Quantity]] = {}
    for measure in claim.measures:
        figure = of_measure(measure)
        found.setdefault(figure.text, []).append(figure)
    return found


def words(text: str) -> str:
    return " ".join(CLOSED.findall(text.casefold()))


def right_figure(item: FigureItem | StatementItem) -> Quantity:
    claim = REAL.claims[item.claim]
    if item.phrase:
        assert item.phrase in claim.statement
        found = of_phrase(item.phrase)
        assert found
        return found
    (measure,) = claim.select(item.outcome, item.arm, item.timepoint)
    return of_measure(measure)


def test_there_are_enough_questions_of_every_kind_and_on_every_topic() -> None:
    assert len(ITEMS) >= 80
    assert set(Counter(asked(item).kind for item in ITEMS)) == {
        "statements", "figures", "words", "matches", "orders", "cases",
    }  # fmt: skip
    topics = Counter(topic_of(item, REAL) for item in ITEMS)
    assert set(topics) == set(REAL.topics)
    assert min(topics.values()) >= 8


def test_as_many_sentences_are_true_as_are_not() -> None:
    true = [asked(item).right == (0,) for item in ITEMS if isinstance(item, StatementItem)]
    assert abs(sum(true) - len(true) / 2) <= 3


@pytest.mark.parametrize("item", kind(FigureItem))
def test_the_right_figure_is_the_claims_own_and_no_other_could_be_taken_for_it(item: FigureItem) -> None:
    question, right = asked(item), right_figure(item)
    assert question.options[question.right[0]] == right.text
    known = [figure for claim in REAL.claims.values() if not claim.held for figures in figures_of(claim).values()
             for figure in figures]  # fmt: skip
    for option in {*question.options} - {right.text}:
        candidates = [*(figure for figure in known if figure.text == option), of_phrase(option)]
        assert any(figure and apart(right, figure) for figure in candidates), option
    assert len(set(question.options)) == len(question.options) >= 3


@pytest.mark.parametrize("item", kind(FigureItem))
def test_no_wrong_figure_is_true_of_the_same_claim_arm_and_time(item: FigureItem) -> None:
    question, claim = asked(item), REAL.claims[item.claim]
    asked_of = {figure.text for m in claim.select(item.outcome, item.arm, item.timepoint) for figure in [of_measure(m)]}
    wrong = {option for place, option in enumerate(question.options) if place not in question.right}
    if item.phrase is None:
        assert not wrong & asked_of
    else:
        assert item.phrase not in wrong


@pytest.mark.parametrize("item", kind(StatementItem))
def test_a_sentence_is_untrue_only_by_what_is_known_to_be_another_figure_word_or_design(item: StatementItem) -> None:
    question, claim = asked(item), REAL.claims[item.claim]
    assert question.options == ("True", "Not true")
    assert question.right == ((1,) if item.instead else (0,))
    if "{design}" in item.says:
        assert claim.design.brief in question.said or not item.instead
        assert (claim.design.brief in question.stem) is not bool(item.instead)
    elif item.phrase and of_phrase(item.phrase) is None:
        assert item.phrase in claim.statement
        other = item.instead.phrase if item.instead else None
        assert other is None or words(other) not in words(claim.statement)
    else:
        told = re.search(rf"(?<![\w.]){re.escape(right_figure(item).text)}", question.stem)
        assert bool(told) is not bool(item.instead)


@pytest.mark.parametrize("item", kind(WordsItem))
def test_wrong_words_stand_in_other_claims_and_not_in_the_one_asked_about(item: WordsItem) -> None:
    question, claim = asked(item), REAL.claims[item.claim]
    right = question.options[question.right[0]]
    assert words(right) in words(claim.statement)
    for option in {*question.options} - {right}:
        assert words(option) not in words(f"{claim.statement} {claim.inference}")
        assert any(words(option) in words(other.statement) for other in REAL.claims.values())


@pytest.mark.parametrize("item", kind(MatchItem))
def test_each_claim_is_matched_with_its_own_design_and_no_two_designs_are_kin(item: MatchItem) -> None:
    question = asked(item)
    for row, place, claim in zip(question.rows, question.right, question.claims, strict=True):
        assert question.options[place] == claim.design.brief
        assert not any(other.design.brief in row.casefold() for other in question.claims)
    assert sorted(question.right) == list(range(len(question.rows)))


@pytest.mark.parametrize("item", kind(OrderItem))
def test_an_order_is_that_of_every_path(item: OrderItem) -> None:
    question, pathway = asked(item), REAL.pathways[item.pathway]
    texts = {pathway.questions[name].text: pathway.questions[name] for name in item.steps}
    ordered = [texts[question.rows[question.right.index(place)]] for place in range(len(question.rows))]
    assert {node.id for node in ordered} == set(item.steps)
    for before, after in combinations(ordered, 2):
        assert after.id in follows(before.id, item.pathway)
        assert before.id not in follows(after.id, item.pathway)


def follows(name: str, pathway: str) -> set[str]:
    """What can come after a node, found by walking."""
    node = REAL.pathways[pathway].questions.get(name)
    targets = {option.to for option in node.answers} if node else set()
    return targets.union(*(follows(target, pathway) for target in targets)) if targets else targets


@pytest.mark.parametrize("item", kind(CaseItem))
def test_the_right_card_is_where_the_answer_leads_and_no_other_card_is(item: CaseItem) -> None:
    question, pathway = asked(item), REAL.pathways[item.pathway]
    node = pathway.questions[item.question]
    label = "Yes, at least one" if item.sign else item.answer
    (target,) = {option.to for option in node.answers if option.label == label}
    card = pathway.dispositions[target]
    assert question.node == target
    assert question.options[question.right[0]].startswith(card.title)
    others = [other for other in pathway.dispositions.values() for option in question.options
              if option.startswith(other.title) and other is not card]  # fmt: skip
    assert len(others) >= 3
    siblings = {option.to for option in node.answers if option.label != label}
    for other in others:
        assert other.id in siblings or (other.urgency, other.level) != (card.urgency, card.level)


@pytest.mark.parametrize("topic", list(REAL.topics))
def test_each_answer_opens_its_claim_with_the_caveat_or_its_step(topic: str) -> None:
    view = view_of(REAL, f"self-test-{topic}")
    found = shown(view, "self_test", topic).all(".quiz__question")
    items = items_of(topic, REAL)
    assert [element.attrs["id"] for element in found] == [item.id for item in items]
    for element, item in zip(found, items, strict=True):
        question = asked(item)
        links = {link.attrs["href"] for link in element.one("details").all("a")}
        wanted = {view.home("claim", claim.id) for claim in (*question.claims, *question.beside)}
        assert links == (wanted or {view.home("node", question.node)})
        for claim in (*question.claims, *question.beside):
            assert flat(claim.caveat) in flat(element.one("details").text)


def flat(text: str) -> str:
    return " ".join(text.split())


@pytest.mark.parametrize("item", kind(StatementItem, FigureItem, WordsItem, MatchItem))
def test_claims_that_mislead_alone_stand_with_the_rest_of_their_group(item: Item) -> None:
    question = asked(item)
    there = {claim.id for claim in (*question.claims, *question.beside)}
    assert all(set(group) <= there for group in REAL.together if set(group) & there)


def test_no_question_is_made_from_a_claim_that_is_held() -> None:
    assert not [item.id for item in ITEMS for name in own_claims(item) if REAL.claims[name].held]


def test_questions_are_the_same_at_every_build() -> None:
    first, second = (written(view_of(REAL, "self-test-outcomes"), "self_test", "outcomes") for _ in range(2))
    assert first == second


# How a question is written.


def small_questions(small: Knowledge) -> Element:
    items: dict[str, Item] = {
        "is-it": StatementItem(id="is-it", claim="healing", arm="dilation", says="{figure} healed after dilation."),
        "order": OrderItem(id="order", topic="outcomes", stem="Which first?", pathway="which-care",
                           steps=("planned", "taught", "who")),
    }  # fmt: skip
    return shown(view_of(replace(small, self_test=items), "ledger"), "self_test", "outcomes")


def test_a_question_is_a_group_of_named_controls_with_its_answer_folded(small: Knowledge) -> None:
    question = small_questions(small).all("fieldset")[0]
    assert question.one("legend").text == "1. True or not? 90 % healed after dilation."
    assert [label.text.strip() for label in question.all("label")] == ["True", "Not true"]
    assert {radio.attrs["name"] for radio in question.all("input")} == {"is-it"}
    assert question.attrs["data-right"] == "0"
    assert question.one("summary").text == "Answer to question 1"
    assert "open" not in question.one("details").attrs
    assert "Never alone" in question.one("details").text


def test_an_order_is_chosen_line_by_line_and_told_as_a_list(small: Knowledge) -> None:
    question = small_questions(small).all("fieldset")[1]
    assert [option.text for option in question.all("select")[0].all("option")] == ["choose", "1", "2", "3"]
    assert len(question.all("select")) == len(question.all("label")) == 3
    assert [line.text for line in question.one("ol").all("li")] == [
        "Is this about an adult or a child?",
        "Was dilation prescribed, and were you taught?",
        "Is it going as planned?",
    ]


# What makes a question unfair.


@pytest.mark.parametrize(
    ("one", "other", "expected"),
    [
        ("50 %", "55 %", False), ("50 %", "60 %", True), ("2 %", "3 %", False), ("2 %", "4 %", True),
        ("31-62 %", "40 %", False), ("31-62 %", "90 %", True), ("two weeks", "7 to 14 days", False),
        ("two weeks", "three weeks", True), ("30 seconds", "5 minutes", True), ("30 seconds", "5 mm", False),
        ("1 in 5", "20 %", False), ("10 mm", "12 mm", False), ("10 mm", "13 mm", True),
    ],
)  # fmt: skip
def test_figures_are_apart_where_nobody_could_take_one_for_the_other(one: str, other: str, expected: bool) -> None:
    first, second = of_phrase(one), of_phrase(other)
    assert first
    assert second
    assert apart(first, second) is apart(second, first) is expected


@pytest.mark.parametrize("text", ["about half", "dilation", "", "a day or two"])
def test_words_are_no_figure(text: str) -> None:
    assert of_phrase(text) is None


def test_a_wrong_figure_never_lies_in_the_interval_of_the_right_one(small: Knowledge) -> None:
    measures = small.claims["healing"].measures
    near = tuple(
        measures[0].model_copy(update={"arm": f"arm {value}", "value": value, "events": None, "total": None})
        for value in (80.0, 95.0, 60.0, 40.0, 20.0)  # the first two lie in the interval of 45 of 50
    )
    wider = small.claims["healing"].model_copy(update={"measures": (*measures, *near)})
    item = FigureItem(id="which", claim="healing", arm="dilation", stem="Which?")
    question = question_of(with_things(small, claims=[wider]), item)
    assert [option.split()[0] for option in question.options] == ["20", "40", "60", "90"]


def test_a_figure_with_too_few_others_is_not_asked_for(small: Knowledge) -> None:
    with pytest.raises(QuestionError, match="0 other figures of its kind, expected at least 3, or others"):
        question_of(small, FigureItem(id="which", claim="healing", arm="dilation", stem="Which?"))


def test_shares_of_yes_and_of_no_are_not_set_against_each_other() -> None:
    question = asked(REAL.self_test["ask-not-healed"])
    assert "98.3 %" not in question.options


def test_a_share_is_compared_only_with_shares() -> None:
    for item in ITEMS:
        if isinstance(item, FigureItem) and not item.phrase:
            units = {option.partition("\N{NO-BREAK SPACE}")[2] for option in asked(item).options}
            assert units <= {unit.words for unit in Unit}
            assert len(units) == 1


def test_every_item_of_one_claim_says_what_it_is_asked_for() -> None:
    assert all(item.mark.claim == item.claim for item in ITEMS if isinstance(item, Asked))
