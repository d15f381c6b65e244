"""Files made from the knowledge or the built site; never reads sources of words itself."""
