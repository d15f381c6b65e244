"""Files to raw mappings with line numbers; knows no medicine and no model."""
