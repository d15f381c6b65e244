"""Sources as Citation and claims as Evidence or ArtifactAssessment: the same facts and figures as the files."""

from __future__ import annotations

from dataclasses import replace

from scripts.artefacts.fhir.citation import printed
from scripts.artefacts.fhir.evidence import evidence
from scripts.artefacts.fhir.write import bundles
from tests.artefacts.fhirs import ADDRESS, Data, fhir_of, resources
from tests.support import ROOT

FHIR = fhir_of(ROOT)
KNOWLEDGE = FHIR.to.knowledge
WHOLE = bundles(FHIR)["bundle"]
CITATIONS = {item["id"]: item for item in resources(WHOLE, "Citation")}
EVIDENCE = {item["id"]: item for item in resources(WHOLE, "Evidence")}
ASSESSMENTS = {item["id"]: item for item in resources(WHOLE, "ArtifactAssessment")}
SYSTEMS = {"doi": "https://doi.org", "pmid": "https://pubmed.ncbi.nlm.nih.gov", "pmcid": "https://pmc.ncbi.nlm.nih.gov"}
MEASURES = [(claim, n, m) for claim in KNOWLEDGE.claims.values() for n, m in enumerate(claim.measures, 1)]


def test_every_citation_says_what_its_source_says() -> None:
    for name, source in KNOWLEDGE.sources.items():
        cited = CITATIONS[name]["citedArtifact"]
        assert cited["title"] == [{"text": source.title}]
        people = cited.get("contributorship", {}).get("entry", [])
        assert [entry["contributor"] for entry in people] == [{"display": printed(who)} for who in source.author]
        assert [entry["rankingOrder"] for entry in people] == list(range(1, len(people) + 1))
        found = {item["system"]: item["value"] for item in cited.get("identifier", []) if "system" in item}
        expected = {SYSTEMS[field]: value for field in SYSTEMS if (value := getattr(source, field))}
        assert found == expected
        form = cited.get("publicationForm", [{}])[0]
        assert form.get("volume") == source.volume
        assert form.get("articleDate", "")[:4] == str(source.year or "")
        assert form.get("publishedIn", {}).get("title") == (source.container_title or source.event_title)


def test_a_citation_says_how_much_was_read_and_gives_the_reference_in_plain_text() -> None:
    for name, item in CITATIONS.items():
        classes = {
            part["type"]["text"]: part["classifier"][0]["text"] for part in item["citedArtifact"]["classification"]
        }
        assert classes["How much was read for this site"] == KNOWLEDGE.sources[name].custom.seen.words
        (summary,) = item["summary"]
        assert "<" not in summary["text"].replace("<0", "")
        assert "&amp;" not in summary["text"]


def test_every_figure_is_the_measures_own() -> None:
    for claim, place, measure in MEASURES:
        (statistic,) = EVIDENCE[f"{claim.id}.{place}"]["statistic"]
        assert statistic["quantity"]["value"] == measure.value
        assert statistic.get("numberAffected") == measure.events
        assert statistic.get("sampleSize", {}).get("knownDataCount") == measure.total
        interval, limit = (estimates(statistic, code) for code in ("C53324", "C44185"))
        bounds = [(item["level"], item["range"]["low"]["value"], item["range"]["high"]["value"]) for item in interval]
        assert bounds == ([(0.95, *measure.ci)] if measure.ci else [])
        printed_as = [item["quantity"].get("comparator", "") for item in limit]
        values = [item["quantity"]["value"] for item in limit]
        assert printed_as == ([measure.p.strip("0123456789.")] if measure.p else [])
        assert values == ([float(measure.p.lstrip("<>"))] if measure.p else [])


def estimates(statistic: Data, code: str) -> list[Data]:
    return [item for item in statistic.get("attributeEstimate", []) if item["type"]["coding"][0]["code"] == code]


def test_every_figure_stands_with_its_statement_its_people_its_sources_and_its_caveat() -> None:
    for claim, place, measure in MEASURES:
        item = EVIDENCE[f"{claim.id}.{place}"]
        assert item["assertion"] == claim.statement
        assert any(claim.caveat in note["text"] for note in item["note"])
        assert item["studyDesign"] == [{"text": claim.design.words}]
        roles = {v["variableRole"]["coding"][0]["code"]: v["description"] for v in item["variableDefinition"]}
        assert roles["population"].startswith(claim.population.words)
        assert roles.get("subpopulation") == measure.population
        assert roles["exposure"] == measure.arm
        assert roles["measuredVariable"].startswith(measure.outcome)
        assert (measure.timepoint or "") in roles["measuredVariable"]
        assert sources(item) == list(claim.sources)


def sources(item: Data) -> list[str]:
    links = [link for link in item.get("relatedArtifact", []) if link["type"] == "derived-from"]
    return [link["resource"].removeprefix(f"{ADDRESS}api/fhir/r5/Citation/") for link in links]


def test_a_share_is_coded_only_where_it_is_a_share_and_more_than_is_a_comparator() -> None:
    for claim, place, measure in MEASURES:
        statistic = EVIDENCE[f"{claim.id}.{place}"]["statistic"][0]
        codes = [code["code"] for code in statistic.get("statisticType", {}).get("coding", [])]
        if "C44256" in codes:
            assert (measure.statistic, statistic["quantity"]["unit"]) == ("proportion", "%")
        assert (statistic["quantity"].get("comparator") == ">") == (measure.statistic == "lower-bound")


def test_whole_numbers_have_no_decimals_that_nobody_printed() -> None:
    values = [item["statistic"][0]["quantity"]["value"] for item in EVIDENCE.values()]
    assert not [value for value in values if isinstance(value, float) and value.is_integer()]


def test_a_claim_without_figures_is_assessed_with_its_caveat_and_what_holds_it_back() -> None:
    held = 0
    for claim in (claim for claim in KNOWLEDGE.claims.values() if not claim.measures):
        item = ASSESSMENTS[claim.id]
        content = {part["type"]["text"]: part for part in item["content"]}
        assert item["artifactUri"] == FHIR.to.home("claim", claim.id)
        assert content["Statement"]["summary"] == claim.statement
        assert sources(content["Statement"]) == list(claim.sources)
        assert content["Caveat"]["summary"] == claim.caveat
        assert content["Support"]["classifier"] == [{"text": claim.support.words}]
        assert "not how certain the evidence is" in content["Support"]["summary"]
        assert ("Review" in content) == claim.held
        assert content.get("Our own conclusion, not the source's", {}).get("summary") == claim.inference
        held += claim.held
    assert held


def test_a_claim_that_misleads_alone_names_those_to_read_with_it() -> None:
    for claim in (claim for claim in KNOWLEDGE.claims.values() if not claim.measures):
        names = {name for group in KNOWLEDGE.together if claim.id in group for name in group if name != claim.id}
        assert read_with(ASSESSMENTS[claim.id]["content"][0]) == names
    assert any(read_with(item["content"][0]) for item in ASSESSMENTS.values())


def test_so_does_a_figure() -> None:
    claim, other = MEASURES[0][0], MEASURES[-1][0]
    knowledge = replace(KNOWLEDGE, together=((claim.id, other.id),))  # no such pair has figures today
    fhir = replace(FHIR, to=replace(FHIR.to, knowledge=knowledge))
    assert read_with(evidence(fhir, claim, 1)) == {other.id}
    assert read_with(EVIDENCE[f"{claim.id}.1"]) == set()


def read_with(item: Data) -> set[str]:
    links = [link for link in item["relatedArtifact"] if link.get("display", "").startswith("Read with it")]
    return {link["document"]["url"].partition("#")[2] for link in links}


def test_what_is_held_for_review_says_so_in_its_evidence() -> None:
    for claim, place, _ in MEASURES:
        notes = " ".join(note["text"] for note in EVIDENCE[f"{claim.id}.{place}"]["note"])
        assert ("Held for clinical review" in notes) == claim.held
