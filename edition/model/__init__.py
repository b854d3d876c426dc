"""The nouns of a scholarly edition of letters. Nothing here knows of files, engines or formats."""
