"""The same knowledge as FHIR R5 resources, in bundles below `api/fhir/r5/`."""
