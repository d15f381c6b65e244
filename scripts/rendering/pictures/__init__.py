"""Pictures made at build time from the data: each is drawn, said in words and set out as a table."""
