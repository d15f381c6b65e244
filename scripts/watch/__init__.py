"""Asks the outside world, once a week, what became of the sources; no part of a build."""
