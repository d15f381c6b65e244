"""Cards for other sites: one claim or one red flag as a small page without scripts, and as a picture."""
