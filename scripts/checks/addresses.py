"""Every address that was ever published still holds what it held, leads on to it, or says why it was withdrawn."""

from __future__ import annotations

from collections.abc import Iterator, Mapping

from scripts.compiling.compile import Compiled
from scripts.compiling.lasting import Thing, all_published, present
from scripts.model.lasting import Forward, Tombstone, address
from scripts.problems import Place, Problem

_MEND = "it there, or an entry in docs/evidence/forwards.yml of where it is, or why it was withdrawn"


def check(compiled: Compiled) -> Iterator[Problem]:
    """Problems `vanished-address`, `moved-address` and `changed-address`; of the file of forwards `forward-twice`,
    `forward-unpublished`, `forward-needless`, `forward-withdrawn` and `forward-target`.
    """
    now = present(compiled.knowledge)
    holders: dict[str, list[Thing]] = {}
    for thing, places in now.items():
        for at in places:
            holders.setdefault(at, []).append(thing)
    forwards = {item.source: item for item in compiled.knowledge.lasting.forwards}
    yield from _published(compiled, now, holders, forwards)
    yield from _forwards(compiled, now, holders, forwards)


def _published(
    compiled: Compiled,
    now: Mapping[Thing, tuple[str, ...]],
    holders: Mapping[str, list[Thing]],
    forwards: Mapping[str, Forward | Tombstone],
) -> Iterator[Problem]:
    pages = {at for at in holders if "#" not in at}
    for publication, thing, at in all_published(compiled.knowledge.lasting):
        url, _, anchor = at.partition("#")
        there = now.get(thing, ())
        if at in there or at in forwards or thing in compiled.origins.faulty:
            continue
        # Of a page that is gone only the page is named, until it is known where it leads.
        if anchor and url not in pages and (url not in forwards or _covered(anchor, thing, forwards[url], holders)):
            continue
        kind, name = thing
        line = publication.pages[url][kind].index(anchor or name)
        place = compiled.origins.place("publication", publication.version, "pages", url, kind, line)
        said, when = f"{kind} '{name}'", f"(published with {publication.version})"
        if at in holders:
            other = " and ".join(f"{kind} '{name}'" for kind, name in holders[at])
            found, expected = f"{other} in the place of {said} {when}", "what was published there"
            yield place.problem(_shown(at), "changed-address", found, expected)
        elif there:
            yield place.problem(_shown(at), "moved-address", f"{said} {when} is now at '{there[0]}'", _MEND)
        else:
            yield place.problem(_shown(at), "vanished-address", f"no {said} any more {when}", _MEND)


def _shown(at: str) -> str:
    return at or "the home page"


def _covered(anchor: str, thing: Thing, page: Forward | Tombstone, holders: Mapping[str, list[Thing]]) -> bool:
    """Whether what became of a page says enough of a place on it: the same anchor, or a section that went with it."""
    if isinstance(page, Tombstone):
        return thing[0] == "section"
    target = page.to.partition("#")[0]
    return target not in holders or address(target, anchor) in holders  # a wrong target is reported by itself


def _forwards(
    compiled: Compiled,
    now: Mapping[Thing, tuple[str, ...]],
    holders: Mapping[str, list[Thing]],
    forwards: Mapping[str, Forward | Tombstone],
) -> Iterator[Problem]:
    published: dict[str, Thing] = {at: thing for _, thing, at in all_published(compiled.knowledge.lasting)}
    seen: set[str] = set()
    for position, item in enumerate(compiled.knowledge.lasting.forwards):
        place, at = compiled.origins.place("forward", str(position)), item.source
        if at in seen:
            yield place.problem(at, "forward-twice", "a second entry", "one")
        seen.add(at)
        if at not in published:
            yield place.problem(
                at, "forward-unpublished", "an address that was never published", "one of addresses.yml"
            )
        elif at in holders:
            yield place.problem(at, "forward-needless", "an address that holds something", "one that is gone")
        elif isinstance(item, Tombstone) and (there := now.get(published[at])):
            kind, name = published[at]
            yield place.problem(at, "forward-withdrawn", f"{kind} '{name}', which exists", f"'to: {there[0]}'")
        yield from _target(place, item, holders, forwards)


def _target(
    place: Place, item: Forward | Tombstone, holders: Mapping[str, list[Thing]], forwards: Mapping[str, object]
) -> Iterator[Problem]:
    if item.to in holders:
        return
    key = f"{item.source}.{'see' if isinstance(item, Tombstone) else 'to'}"
    if item.to == item.source:
        found = "the address itself"
    elif item.to in forwards:
        found = f"'{item.to}', which is gone too and leads on"
    else:
        found = f"'{item.to}', where there is nothing"
    yield place.problem(key, "forward-target", found, "a present address below the site's root")
