"""Knowledge and a page to Markdown and HTML; one module per noun, templates beside it; knows no files."""
