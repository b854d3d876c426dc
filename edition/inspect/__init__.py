"""Finished PDF or EPUB → pages or blocks → words, in order; knows nothing of how the file was made."""
