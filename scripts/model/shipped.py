"""What others made and the site ships, with whose licence: shown on a page, and listed in the bill of materials.

A test compares it with what really lies in the built site: files, packages inside the theme's styles, fonts in PDFs.
"""

from __future__ import annotations

from dataclasses import dataclass


@dataclass(frozen=True)
class Shipped:
    """A work of others. `part`: what of it a reader gets. `licence`: its SPDX id. `package`: where its version is from.

    `version`: where no package of the build tells it. `files`: where it lies below the site's root, as patterns.
    """

    name: str
    part: str
    licence: str
    holder: str
    address: str
    package: str = ""
    version: str = ""
    files: tuple[str, ...] = ()


_PDFS = ("downloads/*.pdf",)

SHIPPED = (
    Shipped(
        "Material for MkDocs", "the pages' frame and styles", "MIT", "Martin Donath",
        "https://squidfunk.github.io/mkdocs-material/", package="mkdocs-material",
        files=("assets/site.*.css",),
    ),
    Shipped(
        "Material Design Icons", "the signs in the pages' frame", "Apache-2.0", "Pictogrammers and Google",
        "https://pictogrammers.com/", package="mkdocs-material", files=("index.html",),
    ),
    Shipped(
        "material-design-color", "the names of colours in the theme's styles", "MIT", "Denis Malinochkin",
        "https://github.com/mrmlnc/material-color", package="mkdocs-material", files=("assets/site.*.css",),
    ),
    Shipped(
        "MiniSearch", "the search", "MIT", "Luca Ongaro",
        "https://github.com/lucaong/minisearch", version="7.2.0", files=("assets/vendor/minisearch*",),
    ),
    Shipped(
        "Source Sans Pro", "a typeface, embedded in the PDFs", "OFL-1.1", "Adobe",
        "https://github.com/adobe-fonts/source-sans", package="font-source-sans-pro", files=_PDFS,
    ),
    Shipped(
        "Libertinus Serif", "a typeface, embedded in the PDFs", "OFL-1.1", "The Libertinus Project Authors",
        "https://github.com/alerque/libertinus", package="typst", files=_PDFS,
    ),
    Shipped(
        "DejaVu Sans Mono", "a typeface, embedded in the PDFs", "Bitstream-Vera", "Bitstream and Tavmjong Bah",
        "https://dejavu-fonts.github.io/", package="typst", files=_PDFS,
    ),
    Shipped(
        "NLM/Vancouver citation style", "the form of every reference", "CC-BY-SA-3.0",
        "Michael Berkowitz, Andrew Dunning and contributors", "https://citationstyles.org/", version="2nd edition",
    ),
)  # fmt: skip
