"""Generated pathways: as many nodes as wanted, at most twelve questions deep, with far more paths than nodes."""

from __future__ import annotations

import json
import random
import re
import time
from itertools import pairwise

from scripts.checks import run_checks
from scripts.compiling.compile import Compiled, compile_project
from scripts.compiling.record import write_record
from scripts.model.vocabulary import Urgency
from scripts.project import Project

_LAYERS = 9  # behind a first question and two about signs
# What the ends of the two questions about signs say otherwise.
_SERIOUS: dict[Urgency, dict[str, object]] = {
    Urgency.EMERGENCY: {"urgency": "emergency", "level": "emergency", "timeframe": "now", "pages": ["red-flags"]},
    Urgency.URGENT: {"urgency": "urgent", "level": "same-day", "timeframe": "today"},
}
_HEAD = """---
id: generated
title: A generated pathway
description: A pathway that measures how the cost grows.
audience: clinicians
reviewed: 2026-11-22
review_due: 2027-11-22
decision: {decision}
---
# A generated pathway {{: #generated-top }}

{{{{ pathway("generated-pathway") }}}}

## References {{: #references }}

{{{{ references() }}}}
"""


def add_pathway(project: Project, nodes: int) -> None:
    """Give the project a page with a pathway of about that many nodes, half of them questions in layers."""
    chance = random.Random(nodes)  # noqa: S311 - the same graph every time, and nothing secret
    knowledge = compile_project(project).knowledge
    claim = next(name for name, item in knowledge.claims.items() if not item.held)
    width = max(1, nodes // 2 // _LAYERS)
    layers = [[f"question-{layer}-{place}" for place in range(width)] for layer in range(_LAYERS)]
    layers = [["question-start"], *layers, [f"card-{place}" for place in range(width * _LAYERS)]]
    questions = []
    for here, there in pairwise(layers):
        targets: list[list[str]] = [[] for _ in here]
        for place, target in enumerate(there):
            targets[place % len(here)].append(target)
        for name, own in zip(here, targets, strict=True):
            questions.append(_question(name, [*own, *chance.choices(there, k=2)], claim))
    cards = [_card(name, claim) for name in layers[-1]]
    for urgency, next_one in ((Urgency.URGENT, "question-start"), (Urgency.EMERGENCY, "signs-urgent")):
        signs = [flag.id for flag in knowledge.red_flags.values() if flag.urgency is urgency]
        questions.insert(0, _signs(urgency, signs, next_one))
        cards.append(_card(f"card-{urgency}", claim) | _SERIOUS[urgency])
    head = {"title": "A generated pathway", "start": "signs-emergency", "emergency_page": "red-flags"}
    part = {"pathway": head, "questions": questions, "dispositions": cards}
    page = _HEAD.format(decision=json.dumps({"generated-pathway": part}))
    (project.docs / "generated.md").write_text(re.sub(r'\{"(id|label)"', r"\n \g<0>", page), encoding="utf-8")
    configuration = project.configuration.read_text(encoding="utf-8")
    project.configuration.write_text(configuration.replace("\nnav:\n", "\nnav:\n  - generated.md\n"), encoding="utf-8")
    write_record(project, compile_project(project).knowledge)


def _question(name: str, targets: list[str], claim: str) -> dict[str, object]:
    options = [{"label": f"Answer {place}", "to": target} for place, target in enumerate(targets)]
    options[-1]["unsure"] = True  # type: ignore[assignment]
    return {"id": name, "text": f"What about {name}?", "options": options, "claims": [claim]}


def _signs(urgency: Urgency, signs: list[str], there: str) -> dict[str, object]:
    card = f"card-{urgency}"
    return {
        "id": f"signs-{urgency}", "text": "Is one of these signs there?", "signs": signs,
        "yes_to": card, "no_to": there, "unsure_to": card,
    }  # fmt: skip


def _card(name: str, claim: str) -> dict[str, object]:
    return {
        "id": name, "title": "Ask the team", "urgency": "routine", "level": "clinic", "timeframe": "when it suits",
        "timing": "precaution", "whom": "the team", "say": ["What now?"], "pages": ["escalation"], "claims": [claim],
    }  # fmt: skip


def time_pathway(project: Project) -> tuple[Compiled, float, float]:
    """The compiled project, and the seconds of compiling it and of checking it; a problem stops the measurement."""
    start = time.perf_counter()
    compiled = compile_project(project)
    middle = time.perf_counter()
    problems = run_checks(compiled)
    done = time.perf_counter()
    if len(problems):
        raise ValueError(f"{len(problems)} problem(s) in the generated pathway\n{problems}")
    return compiled, middle - start, done - middle


def paths_in(compiled: Compiled) -> int:
    """How many paths the generated pathway has; counted from the ends, for nobody could walk them."""
    walks = compiled.walks["generated-pathway"]
    counts: dict[str, int] = {}
    for name in reversed(walks.order):
        counts[name] = sum(counts[target] for target in walks.edges[name]) or 1
    return counts[walks.pathway.head.start]
