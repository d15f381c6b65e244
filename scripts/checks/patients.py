"""A page for patients shows nothing that is held for clinical review, and no protocol that is marked weak."""

from __future__ import annotations

from collections.abc import Iterator

from scripts.checks.support import calls
from scripts.compiling.compile import Compiled
from scripts.compiling.shows import claims_of
from scripts.model.page import MacroCall, Page
from scripts.model.vocabulary import BasisKind
from scripts.problems import Place, Problem

# Macros that list everything, claims held for review among it.
_LISTINGS = {"held_claims", "ledger", "red_flag_evidence", "trace"}


def check(compiled: Compiled) -> Iterator[Problem]:
    """Problems `held-claim`, `held-basis`, `weak-protocol`, `listing-for-patients` and `audience`."""
    for page_file in compiled.files:
        if page_file.page.path.startswith("patients/") and not page_file.page.for_patients:
            place = page_file.raw.front.place("audience")
            found = f"'{page_file.page.front.audience}' in the folder of patients' pages"
            yield place.problem("audience", "audience", found, "'patients'")
    for file, call, place in calls(compiled):
        if file.page.for_patients:
            yield from _call(compiled, file.page, call, place)
    for flag in compiled.knowledge.red_flags.values():
        claims = [compiled.knowledge.claims.get(name) for name in flag.basis]
        if flag.basis_kind is BasisKind.SOURCED and all(claim and claim.held for claim in claims):
            place = compiled.origins.place("red flag", flag.id, "basis")
            found = "a sourced timing of which every claim is held for clinical review"
            yield place.problem(f"{flag.id}.basis", "held-basis", found, "a claim that is not held, or precaution")


def _call(compiled: Compiled, page: Page, call: MacroCall, place: Place) -> Iterator[Problem]:
    claims = compiled.knowledge.claims
    named = call.args[:1] if call.name == "claim_link" else claims_of(call, page, compiled.knowledge)
    for name in map(str, named):
        if name in claims and claims[name].held:
            key = f"{call.name}.{name}"
            yield place.problem(key, "held-claim", "a claim held for clinical review", "another claim")
    if call.name in _LISTINGS:
        yield place.problem(call.name, "listing-for-patients", "a list with held claims", "a link to its page")
    for row in compiled.knowledge.protocol_rows if call.name == "protocols" else ():
        if row.id in call.args[1:] and not row.open_to_patients(claims):
            found = "a protocol marked weak" if row.weak else "a protocol with a claim held for clinical review"
            yield place.problem(f"protocols.{row.id}", "weak-protocol", found, "another protocol")
