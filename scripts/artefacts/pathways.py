"""The decision pathways as JSON, for other programs: `decide/pathways.json` with its JSON Schema beside it."""

from __future__ import annotations

import json
from pathlib import Path
from typing import Literal

from pydantic import Field

from scripts.compiling.shows import node_claims
from scripts.model.base import Value
from scripts.model.care import RedFlag
from scripts.model.knowledge import Knowledge
from scripts.model.pathway import Disposition, Node, Option, Pathway, Question
from scripts.model.vocabulary import BasisKind, Level, Urgency

DATA, SCHEMA = "decide/pathways.json", "decide/pathways.schema.json"
CAUTION = "Clinical education, not a service; no clinician has signed it off. It must not be used to advise one person."


class Sign(Value):
    """A red flag as a question or a card shows it."""

    id: str
    sign: str
    action: str
    urgency: Urgency
    timeframe: str
    timing: BasisKind


class Answer(Value):
    """An answer and the id of the question or card that it leads to."""

    label: str
    to: str
    unsure: bool
    applies_to: str | None
    confirms: str | None


class QuestionData(Value):
    """A question: its number, its page and address below the site's root, and the claims that it rests on."""

    id: str
    number: str
    owner: str
    url: str
    text: str
    help: str | None
    signs: tuple[Sign, ...]
    answers: tuple[Answer, ...] = Field(min_length=2)
    claims: tuple[str, ...] = Field(min_length=1)


class CardData(Value):
    """A card in which a path ends; `pages` are addresses below the site's root."""

    id: str
    letter: str
    owner: str
    url: str
    title: str
    urgency: Urgency
    level: Level
    timeframe: str
    timing: BasisKind
    whom: str
    say: tuple[str, ...]
    note: str | None
    signs: tuple[Sign, ...]
    pages: tuple[str, ...]
    claims: tuple[str, ...] = Field(min_length=1)


class PathwayData(Value):
    """A pathway: its questions and cards in reading order, `start` the first question."""

    id: str
    title: str
    url: str
    audience: str
    start: str
    questions: tuple[QuestionData, ...]
    cards: tuple[CardData, ...]


class PathwaysData(Value):
    """Every decision pathway of the site."""

    version: Literal[1]
    caution: str
    licence: Literal["CC BY 4.0"]
    pathways: tuple[PathwayData, ...]


def write_pathways(knowledge: Knowledge, site: Path) -> None:
    """Put the data and its schema where the site's pages link to them."""
    schema = PathwaysData.model_json_schema()
    schema = {"$schema": "https://json-schema.org/draft/2020-12/schema", **schema}
    (site / DATA).parent.mkdir(parents=True, exist_ok=True)
    (site / DATA).write_text(pathways_data(knowledge).model_dump_json(indent=1) + "\n", encoding="utf-8")
    (site / SCHEMA).write_text(json.dumps(schema, indent=1, ensure_ascii=False) + "\n", encoding="utf-8")


def pathways_data(knowledge: Knowledge) -> PathwaysData:
    """The data of every pathway."""
    found = tuple(_pathway(knowledge, pathway) for pathway in knowledge.pathways.values())
    return PathwaysData(version=1, caution=CAUTION, licence="CC BY 4.0", pathways=found)


def _pathway(knowledge: Knowledge, pathway: Pathway) -> PathwayData:
    page = knowledge.pages[pathway.page]
    return PathwayData(
        id=pathway.id,
        title=pathway.head.title,
        url=page.url,
        audience=page.front.audience,
        start=pathway.head.start,
        questions=tuple(_question(knowledge, pathway, node) for node in pathway.questions.values()),
        cards=tuple(_card(knowledge, pathway, node) for node in pathway.dispositions.values()),
    )


def _question(knowledge: Knowledge, pathway: Pathway, node: Question) -> QuestionData:
    return QuestionData(
        id=node.id,
        number=pathway.marks[node.id],
        owner=pathway.owners[node.id],
        url=f"{knowledge.pages[pathway.page].url}#{node.id}",
        text=node.text,
        help=node.help,
        signs=_signs(knowledge, pathway, node),
        answers=tuple(_answer(option) for option in node.answers),
        claims=tuple(node_claims(node, pathway, knowledge)),
    )


def _card(knowledge: Knowledge, pathway: Pathway, node: Disposition) -> CardData:
    return CardData(
        id=node.id,
        letter=pathway.marks[node.id],
        owner=pathway.owners[node.id],
        url=f"{knowledge.pages[pathway.page].url}#{node.id}",
        title=node.title,
        urgency=node.urgency,
        level=node.level,
        timeframe=node.timeframe,
        timing=node.timing,
        whom=node.whom,
        say=node.say,
        note=node.note,
        signs=_signs(knowledge, pathway, node),
        pages=tuple(_address(knowledge, name) for name in node.pages),
        claims=tuple(node_claims(node, pathway, knowledge)),
    )


def _answer(option: Option) -> Answer:
    return Answer(
        label=option.label, to=option.to, unsure=option.unsure, applies_to=option.applies_to, confirms=option.confirms
    )


def _signs(knowledge: Knowledge, pathway: Pathway, node: Node) -> tuple[Sign, ...]:
    return tuple(_sign(knowledge.red_flags[name]) for name in pathway.signs.get(node.id, ()))


def _sign(flag: RedFlag) -> Sign:
    return Sign(
        id=flag.id,
        sign=flag.sign,
        action=flag.action,
        urgency=flag.urgency,
        timeframe=flag.timeframe,
        timing=flag.basis_kind,
    )


def _address(knowledge: Knowledge, name: str) -> str:
    page, _, section = name.partition("#")
    return f"{knowledge.pages[page].url}{'#' if section else ''}{section}"
