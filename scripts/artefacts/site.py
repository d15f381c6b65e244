"""The site, built beside the last good one and put in its place only when nothing is wrong with it."""

from __future__ import annotations

import os
import shutil
import subprocess
import sys
from pathlib import Path

from scripts.artefacts.api.write import publishing, write_api
from scripts.artefacts.assets import put_together
from scripts.artefacts.book.downloads import write_book
from scripts.artefacts.book.facts import facts_of
from scripts.artefacts.checksums import write_sums
from scripts.artefacts.citing import write_citing, write_codes
from scripts.artefacts.compress import compress
from scripts.artefacts.copies.copies import write_copies, write_offline
from scripts.artefacts.cost import write_cost
from scripts.artefacts.downloads import write_downloads
from scripts.artefacts.edition import edition_of
from scripts.artefacts.embed.write import write_cards
from scripts.artefacts.errors import BuildError
from scripts.artefacts.exports.write import write_citations
from scripts.artefacts.feed import write_feed
from scripts.artefacts.fhir.resource import Fhir
from scripts.artefacts.fhir.write import write_fhir
from scripts.artefacts.flashcards import write_flashcards
from scripts.artefacts.headers import write_headers
from scripts.artefacts.kept import write_kept
from scripts.artefacts.metadata import cited_by_pages, site_address, write_metadata
from scripts.artefacts.moved import write_moved
from scripts.artefacts.naming import copies_of
from scripts.artefacts.pathways import write_pathways
from scripts.artefacts.policy import protect
from scripts.artefacts.private import write_private_links
from scripts.artefacts.redirects import write_redirects
from scripts.artefacts.sbom import write_sbom
from scripts.artefacts.search import write_search
from scripts.artefacts.security import write_security
from scripts.artefacts.settings import extra
from scripts.artefacts.verify import verify
from scripts.artefacts.versions import write_versions
from scripts.artefacts.written import FOLDER, measured
from scripts.compiling.compile import knowledge_of
from scripts.problems import Problems
from scripts.project import Project


def build_site(project: Project, books: bool = True) -> Path:
    """Build, verify and publish to `site/`; raises BuildError and leaves `site/` alone where anything is wrong.

    `books`: also the PDFs, which take most of the time; a measurement may leave them out.
    """
    fresh = project.root / "build" / "site"
    shutil.rmtree(fresh, ignore_errors=True)
    make_site(project, fresh, books)
    problems = Problems(list(verify(fresh)))
    if len(problems):
        raise BuildError(f"{len(problems)} problem(s) in the built site\n{problems}")
    compress(fresh)
    write_cost(knowledge_of(project.root), fresh)
    write_sums(fresh)
    let_read(fresh)
    publish(fresh, project.site)
    return project.site


def make_site(project: Project, target: Path, books: bool = True) -> None:
    """Everything of the site in `target`: the generator's pages, and the files made from the knowledge."""
    run_generator(project, target)
    complete_site(project, target, books)


def complete_site(project: Project, target: Path, books: bool = True) -> None:
    """What is added to the pages of either generator: files made from the knowledge, private links, protection."""
    knowledge, address, edition = knowledge_of(project.root), site_address(target), edition_of(project)
    copies, facts = copies_of(project, knowledge), facts_of(knowledge, project, address or "")
    write_versions(knowledge, project, target, facts)
    write_pathways(knowledge, target)
    write_search(knowledge, target)
    write_private_links(knowledge, target)
    cited = cited_by_pages(knowledge, target)
    write_moved(knowledge, target, address)
    write_metadata(knowledge, copies.subject, target, edition, cited)
    write_citations(knowledge, target, cited)
    write_feed(knowledge, project.root / "CHANGELOG.md", target, address)
    written = write_flashcards(knowledge, copies, target, address)
    if address and books:
        written += write_book(knowledge, project, target, address)
    if address:
        written += write_copies(knowledge, project, copies.name, target, address)
        write_citing(knowledge, edition, facts, target, address)
    write_sbom(target, facts)
    write_security(target, extra(project).get("security_contact", ""), facts.day)
    put_together(target)
    write_redirects(project, target)
    write_kept(knowledge, target, facts)
    policy = protect(target)  # when nothing more is added that a policy concerns
    if address:  # permalinks need one; cards are no pages, and have a policy of their own
        written += write_offline(knowledge, project, copies.name, target, address)
        to = publishing(knowledge, project, address, cited)
        write_api(to, edition, target)
        write_fhir(Fhir(to, edition, facts.day), target)
        write_cards(to, edition, target)
        write_codes(knowledge, target, address)
    write_headers(target, policy)
    write_downloads(knowledge, facts, measured(written, target), target)
    write_sums(target / FOLDER, leave_out={"index.html"})  # the page of downloads is none


def run_generator(project: Project, target: Path) -> None:
    """Let MkDocs build the site into `target`, strictly."""
    command = [sys.executable, "-m", "mkdocs", "build", "--strict", "--site-dir", str(target)]
    # The theme's notice about its own future is for maintainers, who find it among the decisions.
    environment = {**os.environ, "NO_MKDOCS_2_WARNING": "1"}
    done = subprocess.run(command, cwd=project.root, env=environment, capture_output=True, text=True)
    if done.returncode:
        said = (line for line in (done.stdout + done.stderr).splitlines() if not line.startswith("INFO"))
        raise BuildError("\n".join(["mkdocs failed", *said]).rstrip())


def let_read(site: Path) -> None:
    """Let every user read the site, a web server's too, whatever the builder keeps to itself by default."""
    for path in [site, *site.rglob("*")]:
        path.chmod(0o755 if path.is_dir() else 0o644)


def publish(fresh: Path, site: Path) -> None:
    """Put `fresh` in the place of `site` by two renames, so that there is never half a site."""
    old = fresh.with_name("site-before")
    shutil.rmtree(old, ignore_errors=True)
    if site.exists():
        site.rename(old)
    try:
        fresh.rename(site)
    except OSError:
        if old.exists():
            old.rename(site)
        raise
    shutil.rmtree(old, ignore_errors=True)
