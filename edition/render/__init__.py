"""Turn the book tree into what an engine reads: an HTML element tree, LaTeX, a plain log."""
