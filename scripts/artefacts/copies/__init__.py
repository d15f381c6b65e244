"""Copies to keep, made from the built pages: an EPUB, a text edition in one file, and the whole site in a zip."""
