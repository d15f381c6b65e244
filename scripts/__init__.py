"""The knowledge base's engine: folders are the stages, in order of the flow of data."""
