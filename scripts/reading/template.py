"""A page's macro calls, read from its Markdown without running anything.

A page may hold `{{ macro("literal", ...) }}` and no other template code. That keeps a page data: which claims it
uses is known before it is rendered, and nothing in it can compute.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass

import jinja2
from jinja2 import nodes

from scripts.problems import Problem, Problems

_ENVIRONMENT = jinja2.Environment(autoescape=True)
_TRIM = re.compile(r"(?<=\{[{%#])[-+]|[-+](?=[}%#]\})")  # asks for the space around a macro to be dropped
_MACRO = re.compile(r"\{\{.*?\}\}")
GAP = "\ufffc"  # stands in prose for what a macro will write


@dataclass(frozen=True)
class Call:
    """One macro call: its name, literal arguments and line in the file."""

    name: str
    args: tuple[object, ...]
    options: tuple[tuple[str, object], ...]
    line: int


def read_calls(body: str, path: str, first_line: int, problems: Problems) -> tuple[Call, ...]:
    """The macro calls of `body`, in order; a problem for any other template code."""
    try:
        tree = _ENVIRONMENT.parse(body)
    except (RecursionError, ValueError):  # brackets or a number beyond what anybody would write
        problems.add(Problem(path, first_line, "body", "template", "a macro that cannot be read", "{{ macro(...) }}"))
        return ()
    except jinja2.TemplateSyntaxError as error:
        line = first_line + error.lineno - 1
        problems.add(Problem(path, line, "body", "template", error.message or "broken macro", "{{ macro(...) }}"))
        return ()
    calls = []
    for node in _outputs(tree):
        line = first_line + node.lineno - 1
        call = _call(node, line)
        if call is None:
            found = f"template code that is not a call with literal arguments ({type(node).__name__})"
            problems.add(Problem(path, line, "body", "template", found, '{{ macro("literal", ...) }}'))
        else:
            calls.append(call)
    return tuple(calls)


def _outputs(tree: nodes.Template) -> Iterator[nodes.Node]:
    for statement in tree.body:
        if isinstance(statement, nodes.Output):
            yield from (node for node in statement.nodes if not isinstance(node, nodes.TemplateData))
        else:
            yield statement


def _call(node: nodes.Node, line: int) -> Call | None:
    if not isinstance(node, nodes.Call) or not isinstance(node.node, nodes.Name):
        return None
    literals = [*node.args, *(pair.value for pair in node.kwargs)]
    # Not whatever Jinja could reduce to a constant: that would compute, and 9**9**9 for ever.
    if node.dyn_args or node.dyn_kwargs or not all(isinstance(value, nodes.Const) for value in literals):
        return None
    args = tuple(argument.as_const() for argument in node.args)
    options = tuple((pair.key, pair.value.as_const()) for pair in node.kwargs)
    return Call(node.node.name, args, options, line)


def read_prose(body: str) -> str:
    """`body` with each macro replaced by a gap; every line keeps its number."""
    parts: list[str] = []
    try:
        for _, kind, value in _ENVIRONMENT.lex(_TRIM.sub(" ", body)):
            if kind == "data":
                parts.append(value)
            elif kind == "variable_begin":
                parts.append(GAP)
            else:
                parts.append("\n" * value.count("\n"))
    except jinja2.TemplateSyntaxError:  # read_calls has said so already; the rest of the page is still worth a look
        return _MACRO.sub(GAP, body)
    return "".join(parts)
