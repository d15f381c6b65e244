"""Frozen, typed values of the knowledge base and their closed vocabularies; knows nobody."""
