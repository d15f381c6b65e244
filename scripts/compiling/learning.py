"""Which questions belong to a topic, which claims they show, and the claims as they stood at the last release."""

from __future__ import annotations

import datetime
from collections.abc import Iterable, Iterator

from scripts.compiling.record import digest
from scripts.model.knowledge import Knowledge
from scripts.model.learning import Asked, Item, MatchItem, Release
from scripts.project import Project

HEAD = """\
# The claims as they stood at the last release: a digest of each, so that flashcards can say what changed since.
# Written by `make release`, after the changelog names the version; never by hand.
"""


def own_claims(item: Item) -> tuple[str, ...]:
    """The claims that a question is made from, in its own order; none where it is made from a pathway."""
    if isinstance(item, Asked):
        return (item.claim,)
    return tuple(pair.claim for pair in item.pairs) if isinstance(item, MatchItem) else ()


def topic_of(item: Item, knowledge: Knowledge) -> str | None:
    """The topic that a question belongs to: its first claim's, or the one that it names."""
    claims = own_claims(item)
    if not claims:
        return str(getattr(item, "topic", ""))
    return knowledge.topic_of.get(claims[0])


def items_of(topic: str, knowledge: Knowledge) -> list[Item]:
    """The questions of a topic, in the order of the files."""
    return [item for item in knowledge.self_test.values() if topic_of(item, knowledge) == topic]


def read_with(names: Iterable[str], knowledge: Knowledge) -> list[str]:
    """The claims that must be shown wherever one of `names` is, besides these."""
    names = list(names)
    groups = [group for group in knowledge.together if set(group) & set(names)]
    return list(dict.fromkeys(name for group in groups for name in group if name not in names))


def shown_claims(item: Item, knowledge: Knowledge) -> Iterator[str]:
    """The claims that the answer to a question shows."""
    own = own_claims(item)
    yield from (*own, *read_with(own, knowledge))


def changed_since(knowledge: Knowledge) -> set[str]:
    """The claims that differ from the last release, or that are new since; none where nothing was released."""
    released = knowledge.released
    if released is None:
        return set()
    return {name for name, claim in knowledge.claims.items() if released.claims.get(name) != digest(claim)}


def write_release(project: Project, knowledge: Knowledge, version: str, day: datetime.date) -> Release:
    """Note the present claims as those of a release."""
    claims = {name: digest(claim) for name, claim in sorted(knowledge.claims.items())}
    noted = Release(version=version, day=day, claims=claims)
    lines = [f"  {name}: '{value}'" for name, value in claims.items()]
    text = f"{HEAD}\nversion: '{version}'\nday: {noted.day}\nclaims:\n" + "\n".join(lines) + "\n"
    path = project.released
    temporary = path.with_suffix(".part")
    temporary.write_text(text, encoding="utf-8")
    temporary.replace(path)
    return noted
