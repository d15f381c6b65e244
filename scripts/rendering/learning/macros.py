"""The self-test on a page: the questions of a topic with their answers folded behind them."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import replace
from typing import Any

from markupsafe import Markup

from scripts.compiling.learning import items_of, read_with
from scripts.model.knowledge import Knowledge
from scripts.model.learning import (
    DECK,
    TABLE,
    CaseItem,
    FigureItem,
    Item,
    MatchItem,
    OrderItem,
    StatementItem,
    WordsItem,
)
from scripts.rendering.learning.cases import case_question, order_question
from scripts.rendering.learning.designs import match_question
from scripts.rendering.learning.figures import figure_question, statement_question, words_question
from scripts.rendering.learning.question import Question
from scripts.rendering.view import View

_MAKERS: dict[type[Item], Callable[[Knowledge, Any], Question]] = {
    StatementItem: statement_question,
    FigureItem: figure_question,
    WordsItem: words_question,
    MatchItem: match_question,
    OrderItem: order_question,
    CaseItem: case_question,
}


def question_of(knowledge: Knowledge, item: Item) -> Question:
    """A question as it is asked; raises QuestionError where it cannot be asked fairly."""
    made = _MAKERS[type(item)](knowledge, item)
    beside = read_with((claim.id for claim in made.claims), knowledge)
    return replace(made, beside=tuple(knowledge.claims[name] for name in beside))


def flashcards(view: View) -> Markup:
    """Links to the deck of flashcards for Anki, and to the same cards as a table."""
    return view.template("flashcards.html", deck=_file(view, DECK), table=_file(view, TABLE))


def _file(view: View, name: str) -> str:
    folder, _, file = name.rpartition("/")
    return f"{view.path(f'{folder}/')}{file}"


def self_test(view: View, topic: str) -> Markup:
    """The questions of a topic of the ledger, each with its answer, the claim behind it and the claim's caveat."""
    questions = [question_of(view.knowledge, item) for item in items_of(topic, view.knowledge)]
    return view.template("self_test.html", questions=questions)
