"""References to take along: what a page cites, and all sources, in the forms that reference managers read."""
