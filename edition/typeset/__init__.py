"""Run the engines: HTML → PDF by WeasyPrint, LaTeX → PDF by XeLaTeX, HTML → EPUB container."""
