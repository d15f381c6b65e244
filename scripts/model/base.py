"""What all values share: frozen, strict, closed; and the shapes of identifiers."""

from __future__ import annotations

from typing import Annotated

from pydantic import BaseModel, ConfigDict, StringConstraints


class Value(BaseModel):
    """A frozen value; an unknown field or a value of another type is an error.

    The words below a field are its meaning, with its unit where it has one: schemas and the data dictionary show them.
    """

    model_config = ConfigDict(
        frozen=True, extra="forbid", strict=True, populate_by_name=False, use_attribute_docstrings=True
    )


# What each pattern means, for messages: a reader of an error wants an example, not a regular expression.
PATTERNS = {
    r"^[a-z0-9]+(-[a-z0-9]+)*$": "lower-case words joined by hyphens",
    r"^[SA]\d+(\.\d+)?$": "a statement's id such as S1.6, or a question's such as A1",
    r"^10\.\d{4,9}/\S+$": "a DOI such as 10.23922/jarc.2023-019",
    r"^[1-9]\d{0,7}$": "a PubMed number such as 37900697",
    r"^PMC[1-9]\d*$": "a PubMed Central number such as PMC10600265",
    r"^https?://[\w.-]+\.[a-z]{2,}(:\d+)?(/\S*)?$": "an address such as https://example.org/page",
    r"^[<>]?\d+(\.\d+)?$": "a number in quotes such as '0.04', or a limit such as <0.001",
    r"^[a-z0-9-]+(#[a-z0-9-]+)?$": "the id of a page, or page-id#section-id",
}
_SLUG, _STATEMENT, _DOI, _PMID, _PMCID, _URL, _P, _PLACE = PATTERNS

Slug = Annotated[str, StringConstraints(pattern=_SLUG, max_length=60)]
StatementId = Annotated[str, StringConstraints(pattern=_STATEMENT)]
Doi = Annotated[str, StringConstraints(pattern=_DOI)]
Pmid = Annotated[str, StringConstraints(pattern=_PMID)]
Pmcid = Annotated[str, StringConstraints(pattern=_PMCID)]
Url = Annotated[str, StringConstraints(pattern=_URL)]
PagePlace = Annotated[str, StringConstraints(pattern=_PLACE)]
PLimit = Annotated[str, StringConstraints(pattern=_P)]
Text = Annotated[str, StringConstraints(min_length=1, pattern=r"\S")]
PATTERNS[r"\S"] = "words"
