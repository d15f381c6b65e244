"""The machine-readable twin: everything that the site knows, as JSON below `api/v1/`, and read back again."""
