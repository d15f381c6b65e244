"""The little HTML of formatted references as Typst: links, emphasis, and nothing else."""

from __future__ import annotations

from html.parser import HTMLParser

from scripts.artefacts.book.typst import Markup, call, join, words

_FORMS = {"em": "emph", "i": "emph", "strong": "strong", "b": "strong", "sup": "super", "sub": "sub"}


class _Reader(HTMLParser):
    """Keeps the open elements on a stack, each with its pieces."""

    def __init__(self) -> None:
        super().__init__(convert_charrefs=True)
        self.stack: list[tuple[str, str, list[Markup]]] = [("", "", [])]

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        """Open an element."""
        self.stack.append((tag, dict(attrs).get("href") or "", []))

    def handle_endtag(self, tag: str) -> None:
        """Close it, and write it into what holds it."""
        name, target, pieces = self.stack.pop()
        body = join(pieces)
        if name == "a" and target:
            body = call("link", target, body)
        elif form := _FORMS.get(name):
            body = call(form, body)
        self.stack[-1][2].append(body)

    def handle_data(self, data: str) -> None:
        """Write text."""
        self.stack[-1][2].append(words(data))


def inline_html(text: str) -> Markup:
    """Inline HTML as markup."""
    reader = _Reader()
    reader.feed(text)
    reader.close()
    return join(reader.stack[0][2])
