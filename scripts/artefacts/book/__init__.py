"""The PDFs: the book, the guides, the handouts and the forms, set by Typst from the pages and the knowledge."""
