"""The ledger, the sources, the disagreements, the glossary and the trace."""

from __future__ import annotations

from collections import Counter

from scripts.artefacts.book.inline import page_link, places
from scripts.artefacts.book.leaf import Leaf
from scripts.artefacts.book.sources import source_link
from scripts.artefacts.book.typst import Level, Markup, call, join, words
from scripts.model.claim import Claim, Measure
from scripts.model.vocabulary import Statistic
from scripts.rendering.figures import number, value_text
from scripts.rendering.trace import Traced, traced
from scripts.rendering.words import evidence_of


def ledger(leaf: Leaf, topic: str) -> Markup:
    """Every claim of a topic, with its number, what it rests on and where it is used."""
    claims = [leaf.knowledge.claims[name] for name in leaf.knowledge.topics[topic]]
    return call("ledger", [_entry(leaf, claim) for claim in claims])


def claim(leaf: Leaf, name: str) -> Markup:
    """One claim as a block, with its marker."""
    found = leaf.knowledge.claims[name]
    return call("quoted", join([words(facts(found)), leaf.marker([found]), words(" "), leaf.entry(found)]))


def facts(found: Claim) -> str:
    """What a claim says and on what kind of evidence, with its caveat."""
    return f"{found.statement} {described(found)} Caveat: {found.caveat}"


def described(found: Claim) -> str:
    """Design, size, population and support, in words."""
    design = f"{found.design.words[0].upper()}{found.design.words[1:]}; "
    people = f"{found.n} {'person' if found.n == 1 else 'people'}; " if found.n else ""
    return f"{design}{people}{found.population.words}. Support: {found.support.words}."


def _entry(leaf: Leaf, found: Claim) -> dict[str, object]:
    sources = [source_link(leaf, name) for name in found.sources]
    return {
        "label": leaf.anchor("claim", found.id),
        "number": leaf.edition.entries[found.id],
        "id": found.id,
        "statement": words(found.statement),
        "inference": words(found.inference) if found.inference else None,
        "facts": words(described(found)),
        "caveat": words(found.caveat),
        "held": found.held,
        "measures": [words(_measure(item)) for item in found.measures],
        "sources": join(sources, "; "),
        "uses": places(leaf, leaf.knowledge.uses.get(found.id, ())) or words("no page yet, only here"),
    }


def _measure(item: Measure) -> str:
    """A figure of a claim with all that is known of it, as one line."""
    kind = f" ({item.statistic.words})" if item.statistic is not Statistic.PROPORTION else ""
    counts = f"{item.events if item.events is not None else ''} of {item.total}".strip() if item.total else ""
    interval = f"95 % interval {number(item.ci[0])} to {number(item.ci[1])}" if item.ci else ""
    arm = f"{item.arm} ({item.population})" if item.population else item.arm
    parts = [counts, interval, f"p {item.p}" if item.p else "", item.timepoint or "", "derived" if item.derived else ""]
    rest = "; ".join(part for part in parts if part)
    return f"{item.outcome}, {arm}: {value_text(item)}{kind}{f'; {rest}' if rest else ''}"


def ledger_index(leaf: Leaf) -> Markup:
    """The topics of the ledger, with how many claims each holds."""
    rows = []
    for names in leaf.knowledge.topics.values():
        claims = [leaf.knowledge.claims[name] for name in names]
        held = sum(item.held for item in claims)
        home = leaf.knowledge.homes["claim", names[0]]
        rows.append([page_link(leaf, home.page), words(len(claims)), words(held or "none")])
    heads = [words(text) for text in ("Topic", "Claims", "Held for clinical review")]
    return call("data-table", heads, rows, [60, 12, 20])


def held_claims(leaf: Leaf) -> Markup:
    """The claims that are held for clinical review."""
    claims = [item for item in leaf.knowledge.claims.values() if item.held]
    return call("small-list", [join([leaf.entry(item), words(f": {item.statement}")]) for item in claims])


def disagreement(leaf: Leaf, name: str) -> Markup:
    """A card on which sources disagree."""
    card = leaf.knowledge.disagreements[name]
    sides = []
    for position in card.positions:
        claims = leaf.shown(position.claims)
        said = join([words(position.says), leaf.marker(claims)])
        sides.append((words(position.who), said, words(f"Evidence: {'; '.join(evidence_of(claims))}.")))
    label = leaf.anchor("disagreement", name)
    return call("disagreement", Level(), label, words(card.question), sides, words(card.reading))


def glossary(leaf: Leaf) -> Markup:
    """Every term in alphabetical order."""
    terms = sorted(leaf.knowledge.terms.values(), key=lambda term: term.term.lower())
    rows = [
        {
            "label": leaf.anchor("term", item.id),
            "index": f"term:{item.id}",
            "term": words(item.term),
            "also": words(f"(also: {', '.join(item.also)})") if item.also else None,
            "body": join([words(item.plain), leaf.marker(leaf.shown(item.claims))]),
        }
        for item in terms
    ]
    return call("glossary", rows)


def trace(leaf: Leaf, *names: str) -> Markup:
    """The source document, or the named statements of it, with our verdicts."""
    document = leaf.knowledge.document
    if document is None:
        raise KeyError("there is no source document")
    chosen = [item for item in document.items if not names or item.id in names]
    verdicts = Counter(item.verdict for item in chosen)
    summed = words("; ".join(f"{verdict.words}: {times}" for verdict, times in verdicts.items()) + ".")
    items = [_traced(leaf, traced(leaf, item)) for item in chosen]
    parts = [*([] if names else [summed]), call("trace", items)]
    return join([*parts, *([] if names else [_document_references(leaf)])], "\n\n")


def _traced(leaf: Leaf, row: Traced) -> dict[str, object]:
    item = row.item
    sources = [
        f"[{cited.number}] {leaf.knowledge.sources[cited.source].short if cited.source else cited.sure.words}"
        for cited in row.references
    ]
    return {
        "label": leaf.anchor("statement", item.id),
        "id": item.id,
        "says": words(item.says),
        "verdict": words(f"{item.verdict.words}."),
        "because": words(item.because),
        "claims": leaf.entries(leaf.knowledge.claims[name] for name in item.claims),
        "cites": words("; ".join(sources)),
        "carriers": places(leaf, row.carriers),
    }


def _document_references(leaf: Leaf) -> Markup:
    document = leaf.knowledge.document
    rows = []
    for item in document.references if document else ():
        source = source_link(leaf, item.source) if item.source else words("none")
        rows.append([words(f"[{item.number}]"), source, words(item.sure.words), words(item.why)])
    heads = [words(text) for text in ("Number", "Probable source", "How sure", "Why")]
    title = words("What probably stands behind the document's numbers")
    return join([call("subheading", 3, title), call("data-table", heads, rows, [10, 26, 14, 60])], "\n\n")
