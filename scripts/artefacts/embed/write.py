"""The cards as files: `embed/claims/<id>.html` and `.svg`, and the same for red flags."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

from scripts.artefacts.api.publishing import Publishing
from scripts.artefacts.edition import Edition
from scripts.artefacts.policy import digest
from scripts.model.embedded import FOLDER
from scripts.rendering.embed import STYLE, EmbedCard, claim_card, embedded_page, embedded_picture, flag_card

# All that a card may do, wherever it is framed: wear its own style. An icon of no bytes keeps browsers from asking.
POLICY = f"default-src 'none'; style-src '{digest(STYLE)}'; img-src data:; base-uri 'none'; form-action 'none'"
_WARNING = "Clinical education, not a service; no clinician has signed it off."


def write_cards(to: Publishing, edition: Edition, site: Path) -> None:
    """Put every card into the site, as a page and as a picture."""
    for folder, cards in (("claims", _claims(to, edition)), ("red-flags", _red_flags(to, edition))):
        (site / FOLDER / folder).mkdir(parents=True)
        for card in cards:
            path = site / FOLDER / folder / card.id
            path.with_suffix(".html").write_text(embedded_page(card, POLICY), encoding="utf-8")
            path.with_suffix(".svg").write_text(embedded_picture(card), encoding="utf-8")


def _claims(to: Publishing, edition: Edition) -> Iterator[EmbedCard]:
    for claim in to.knowledge.claims.values():
        yield claim_card(to.knowledge, claim, to.home("claim", claim.id), _small(edition))


def _red_flags(to: Publishing, edition: Edition) -> Iterator[EmbedCard]:
    for flag in to.knowledge.red_flags.values():
        yield flag_card(flag, to.home("red flag", flag.id), _small(edition))


def _small(edition: Edition) -> str:
    return f"{_WARNING} Version {edition.version}. {', '.join(edition.authors)}, CC BY 4.0."
