"""Raw documents to knowledge and problems; no templates, no generator."""
