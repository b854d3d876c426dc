"""Typeset scholarly editions of letters: from letter files to printed books and e-books."""
