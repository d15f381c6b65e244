"""A figure of a claim as Evidence: in whom, of what, how much, with what limits it."""

from __future__ import annotations

from collections.abc import Iterator

from scripts.artefacts.fhir.resource import Fhir, Resource, coded, filled, page_link, said
from scripts.model.claim import Claim, Measure
from scripts.model.vocabulary import Statistic, Unit

SUPPORT = "It says how well what was read carries the statement, not how certain the evidence is."
HELD = "Held for clinical review: not to be shown to patients."
# Those of HL7's codes that mean what our words mean; the others travel as words.
_STATISTICS = {
    Statistic.PROPORTION: ("C44256", "Proportion"),
    Statistic.MEAN: ("C53319", "Mean"),
    Statistic.MEDIAN: ("C28007", "Median"),
    Statistic.RATE: ("rate-ratio", "Incidence Rate Ratio"),
    Statistic.ODDS_RATIO: ("C16932", "Odds Ratio"),
    Statistic.RISK_RATIO: ("C93152", "Relative Risk"),
    Statistic.HAZARD_RATIO: ("C93150", "Hazard Ratio"),
}
_UCUM = {
    Unit.PERCENT: "%",
    Unit.MILLIMETRE: "mm",
    Unit.PRESSURE: "mm[Hg]",
    Unit.MICROVOLT: "uV",
    Unit.DAYS: "d",
    Unit.MONTHS: "mo",
    Unit.PER_WEEK: "/wk",
}
_INTERVAL = coded("attribute-estimate-type", "C53324", "Confidence interval")
_P_VALUE = coded("attribute-estimate-type", "C44185", "P-value")


def evidence(fhir: Fhir, claim: Claim, place: int) -> Resource:
    """The measure at a place, counted from 1; its identifier is that place in the claim's permalink."""
    measure, home = claim.measures[place - 1], fhir.to.home("claim", claim.id)
    title = f"{measure.outcome}: {measure.arm}"
    return {
        **fhir.head("Evidence", f"{claim.id}.{place}", title, {"system": home, "value": str(place)}),
        "assertion": claim.statement,
        "note": [{"text": text} for text in notes(claim)],
        "relatedArtifact": [
            page_link("documentation", home, claim.id),
            *map(fhir.derived_from, claim.sources),
            *fhir.read_with(claim.id),
        ],
        "studyDesign": [said(claim.design.words)],
        "variableDefinition": list(_variables(claim, measure)),
        "statistic": [_statistic(measure)],
    }


def notes(claim: Claim) -> Iterator[str]:
    """What a reader of a claim must know besides its statement."""
    yield f"Caveat: {claim.caveat}"
    yield f"Support: {claim.support.words}. {SUPPORT}"
    if claim.inference:
        yield f"Our own conclusion, not the source's: {claim.inference}"
    if claim.held:
        yield HELD


def _variables(claim: Claim, measure: Measure) -> Iterator[Resource]:
    people = f"{claim.population.words}, {claim.n} in the study" if claim.n else claim.population.words
    yield _variable("population", people)
    if measure.population:
        yield _variable("subpopulation", measure.population)
    yield _variable("exposure", measure.arm)
    when = f" ({measure.timepoint})" if measure.timepoint else ""
    yield _variable("measuredVariable", f"{measure.outcome}{when}", display="measured variable")


def _variable(role: str, words: str, display: str = "") -> Resource:
    return {"variableRole": coded("variable-role", role, display or role), "description": words}


def _statistic(measure: Measure) -> Resource:
    more_than = ">" if measure.statistic is Statistic.LOWER_BOUND else None
    return filled(
        note=[{"text": "Worked out by us from printed figures."}] if measure.derived else None,
        statisticType=_type(measure),
        quantity=_quantity(measure.value, measure.unit, more_than),
        numberAffected=measure.events,
        sampleSize=filled(knownDataCount=measure.total),
        attributeEstimate=list(_estimates(measure)),
    )


def _type(measure: Measure) -> Resource | None:
    """What kind of number it is; a "share" that is not in per cent is no share, and its unit says what it is."""
    if measure.statistic is Statistic.PROPORTION and measure.unit is not Unit.PERCENT:
        return None
    if code := _STATISTICS.get(measure.statistic):
        return coded("statistic-type", *code)
    return said(measure.statistic.words) if measure.statistic is Statistic.R_SQUARED else None


def _estimates(measure: Measure) -> Iterator[Resource]:
    if measure.ci:
        low, high = (_quantity(value, measure.unit) for value in measure.ci)
        yield {"type": _INTERVAL, "level": 0.95, "range": {"low": low, "high": high}}
    if measure.p:
        sign, digits = (measure.p[0], measure.p[1:]) if measure.p[0] in "<>" else (None, measure.p)
        yield {"type": _P_VALUE, "quantity": _quantity(float(digits), None, sign)}


def _quantity(value: float, unit: Unit | None, comparator: str | None = None) -> Resource:
    """A quantity; a whole number has no decimals, since FHIR takes those for precision."""
    number = int(value) if value.is_integer() else value
    words = unit.value if unit and unit.words else None
    code = _UCUM.get(unit) if unit else None
    coding = {"system": "http://unitsofmeasure.org", "code": code} if code else {}
    return {"value": number, **filled(comparator=comparator, unit=words), **coding}
