"""Pages of a website, saved as text → ``Transcript``."""
