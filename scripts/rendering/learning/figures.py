"""Questions on the words and figures of a claim: which figure, which words, true or not."""

from __future__ import annotations

import re
from collections.abc import Iterator

from scripts.model.claim import Claim, Measure
from scripts.model.knowledge import Knowledge
from scripts.model.learning import Asked, FigureItem, Mark, StatementItem, WordsItem
from scripts.model.vocabulary import Statistic, Unit
from scripts.rendering.figures import FigureError, figure_text, only_measure
from scripts.rendering.learning.designs import mistakable
from scripts.rendering.learning.quantities import Quantity, apart, close, complements, of_measure, of_phrase
from scripts.rendering.learning.question import Question, QuestionError, open_claim, scattered

WRONG = 3  # wrong answers to a question
TRUE, UNTRUE = "True", "Not true"
_MEASURED = {Unit.MILLIMETRE, Unit.PRESSURE, Unit.DAYS, Unit.MONTHS, Unit.SESSIONS}  # a mean is read like a median
_PLACE = re.compile(r"\{(\w+)\}")


def figure_question(knowledge: Knowledge, item: FigureItem) -> Question:
    """Which figure: the right one among figures that are known to be others, in order of size."""
    claim = open_claim(knowledge, item.claim)
    right = quantity(knowledge, item.mark, claim)
    if item.others:
        wrong = [quantity(knowledge, mark, claim) for mark in item.others]
    else:
        wrong = wrong_figures(knowledge, claim, _measure(claim, item.mark), item.id)
    for figure in wrong:
        if not apart(right, figure):
            raise QuestionError(f"'{figure.text}' beside '{right.text}'", "figures of one kind and further apart")
    return _choice(item, claim, sorted([right, *wrong], key=lambda figure: figure.value), right)


def words_question(knowledge: Knowledge, item: WordsItem) -> Question:
    """Which words: a phrase of the claim among phrases of others that its statement does not hold."""
    claim = open_claim(knowledge, item.claim)
    right = _words(claim, item.phrase)
    wrong = [_words(open_claim(knowledge, mark.claim), mark.phrase) for mark in item.others]
    for phrase in wrong:
        if _plain(phrase) in _plain(f"{claim.statement} {claim.inference or ''}"):
            raise QuestionError(f"'{phrase}', which the claim says too", "words that the claim does not say")
    options = sorted({right, *wrong}, key=str.casefold)
    if len(options) <= len(wrong):
        raise QuestionError("the same words twice", "answers that differ")
    place = options.index(right)
    return Question(
        item.id, "words", _filled(item, item.stem, claim), tuple(map(_capital, options)), (place,),
        f"{_capital(right)}.", claims=(claim,),
    )  # fmt: skip


def statement_question(knowledge: Knowledge, item: StatementItem) -> Question:
    """True or not: a sentence with the claim's own figure or design, or with another that is known to be wrong."""
    claim = open_claim(knowledge, item.claim)
    if "{design}" in item.says:
        right, shown = _designs(knowledge, item, claim)
    else:
        right, shown = _figures(knowledge, item, claim)
    says = _filled(item, item.says, claim, figure=shown, design=shown)
    said = f"{TRUE}." if right == shown else f"{UNTRUE}: {right}, not {shown}."
    place = 0 if right == shown else 1
    return Question(item.id, "statements", says, (TRUE, UNTRUE), (place,), said, claims=(claim,))


def _designs(knowledge: Knowledge, item: StatementItem, claim: Claim) -> tuple[str, str]:
    other = open_claim(knowledge, item.instead.claim).design if item.instead else claim.design
    if item.instead and mistakable(claim.design, other):
        raise QuestionError(f"'{other}' for '{claim.design}'", "designs that cannot be mistaken")
    return claim.design.brief, other.brief


def _figures(knowledge: Knowledge, item: StatementItem, claim: Claim) -> tuple[str, str]:
    if item.phrase and of_phrase(item.phrase) is None:
        return _phrases(knowledge, item, claim)
    right = quantity(knowledge, item.mark, claim)
    other = quantity(knowledge, item.instead, claim) if item.instead else right
    if item.instead and not apart(right, other):
        raise QuestionError(f"'{other.text}' instead of '{right.text}'", "a figure of the same kind and further apart")
    return right.text, other.text


def _phrases(knowledge: Knowledge, item: StatementItem, claim: Claim) -> tuple[str, str]:
    right = _words(claim, item.phrase)
    if item.instead is None:
        return right, right
    other = _words(open_claim(knowledge, item.instead.claim or item.claim), item.instead.phrase)
    if _plain(other) in _plain(f"{claim.statement} {claim.inference or ''}"):
        raise QuestionError(f"'{other}', which the claim says too", "words that the claim does not say")
    return right, other


def quantity(knowledge: Knowledge, mark: Mark, own: Claim) -> Quantity:
    """The figure that a mark selects; raises QuestionError where it selects none or several, or no figure."""
    claim = open_claim(knowledge, mark.claim) if mark.claim else own
    if mark.phrase is None:
        return of_measure(_measure(claim, mark))
    found = of_phrase(_words(claim, mark.phrase))
    if found is None:
        raise QuestionError(f"'{mark.phrase}'", "a figure with its unit")
    return found


def _measure(claim: Claim, mark: Mark) -> Measure:
    try:
        return only_measure(claim, mark.outcome, mark.arm, mark.timepoint)
    except FigureError as error:
        raise QuestionError(error.found, error.choices) from error


def _words(claim: Claim, phrase: str | None) -> str:
    try:
        return figure_text(claim, phrase or "")
    except FigureError as error:
        raise QuestionError(error.found, error.choices) from error


def wrong_figures(knowledge: Knowledge, claim: Claim, right: Measure, name: str) -> list[Quantity]:
    """Figures of other measures of the same unit, each apart from the right one and from the others.

    First those of the same claim, then those of its size, of the same outcome, of the same topic, and with as many
    decimal places. `name` scatters the rest.
    """
    key = of_measure(right)
    chosen: list[Quantity] = []
    for _, figure in sorted(_others(knowledge, claim, right, name), key=lambda entry: entry[0]):
        if len(chosen) < WRONG and all(apart(figure, other) for other in [key, *chosen]):
            chosen.append(figure)
    if len(chosen) < WRONG:
        raise QuestionError(f"{len(chosen)} other figures of its kind", f"at least {WRONG}, or others")
    return chosen


def _others(
    knowledge: Knowledge, claim: Claim, right: Measure, name: str
) -> Iterator[tuple[tuple[list[bool], str], Quantity]]:
    topic = next(names for names in knowledge.topics.values() if claim.id in names)
    key = of_measure(right)
    for other in knowledge.claims.values():
        for place, measure in enumerate(other.measures):
            figure = of_measure(measure)
            if _comparable(measure, right) and not other.held and not complements(figure, key):
                unlike = [other.id != claim.id, not close(figure, key), measure.outcome != right.outcome]
                unlike += [other.id not in topic, _decimals(measure) != _decimals(right)]
                yield (unlike, scattered(name, other.id, place)), figure


def _comparable(measure: Measure, right: Measure) -> bool:
    """Whether a figure could stand in the place of another: of its unit and statistic, and no mere nought or all."""
    same = measure.unit is right.unit and (measure.unit in _MEASURED or measure.statistic is right.statistic)
    return same and measure.statistic is not Statistic.LOWER_BOUND and 0 < measure.value < 100


def _decimals(measure: Measure) -> int:
    return len(f"{measure.value:.15g}".partition(".")[2])


def _choice(item: FigureItem, claim: Claim, options: list[Quantity], right: Quantity) -> Question:
    texts = tuple(figure.text for figure in options)
    said = f"{_capital(right.text)}."
    return Question(
        item.id, "figures", _filled(item, item.stem, claim), texts, (texts.index(right.text),), said, claims=(claim,)
    )


def _filled(item: Asked, text: str, claim: Claim, **shown: str) -> str:
    """A stem with {n} and {timepoint} of what is asked, and in a sentence the figure or design that it shows."""
    measures = claim.select(item.outcome, item.arm, item.timepoint) if item.phrase is None else []
    values = {"n": f"{claim.n:,}" if claim.n else None, "timepoint": measures[0].timepoint if measures else None}
    values |= shown
    if missing := [name for name in _PLACE.findall(text) if not values.get(name)]:
        raise QuestionError(f"{{{missing[0]}}}", "a place that the claim can fill")
    return _capital(_PLACE.sub(lambda found: str(values[found[1]]), text))


def _plain(text: str) -> str:
    return " ".join(re.findall(r"\w+", text.casefold()))


def _capital(text: str) -> str:
    return text[:1].upper() + text[1:]
