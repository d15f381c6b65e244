"""Claims shown in full: on a page, and in the ledger."""

from __future__ import annotations

from markupsafe import Markup

from scripts.rendering.view import View


def claim(view: View, name: str) -> Markup:
    """One claim as a block, with its marker."""
    return view.template("claim.html", claim=view.knowledge.claims[name])


def ledger(view: View, topic: str) -> Markup:
    """Every claim of a topic, with a permanent anchor, what it rests on and where it is used."""
    claims = [view.knowledge.claims[name] for name in view.knowledge.topics[topic]]
    return view.template("ledger.html", claims=claims)


def ledger_index(view: View) -> Markup:
    """The topics of the ledger, with how many claims each holds."""
    rows = []
    for topic, names in view.knowledge.topics.items():
        claims = [view.knowledge.claims[name] for name in names]
        home = view.knowledge.homes["claim", names[0]]
        rows.append((view.knowledge.pages[home.page], claims, sum(c.held for c in claims), topic))
    return view.template("ledger_index.html", rows=rows)


def held_claims(view: View) -> Markup:
    """The claims that are held for clinical review."""
    return view.template("held_claims.html", claims=[c for c in view.knowledge.claims.values() if c.held])
