"""Which files WeasyPrint may read: the faces of the style and nothing else. No network, no other file."""

from pathlib import Path
from typing import Any
from urllib.parse import unquote, urlsplit

from weasyprint.urls import URLFetcher, URLFetcherResponse

from edition.settings.style import Face
from edition.typeset.weasyprint.faces import made_font


class RefusedURL(ValueError):
    """A file or address was asked for that does not belong to the style."""


class StyleFetcher(URLFetcher):  # type: ignore[misc]  # WeasyPrint ships no types
    """Serves the font files of a face, and those made of its supplement's; refuses all else."""

    def __init__(self, face: Face) -> None:
        super().__init__(allowed_protocols={"file"}, fail_on_errors=True)
        self._face = face
        self._files = {path.resolve() for path in face.files}

    def fetch(self, url: str, headers: Any = None) -> Any:
        """Give the file behind an address of the style; raise ``RefusedURL`` for any other."""
        made = made_font(self._face, url)
        if made is not None:
            return URLFetcherResponse(url, made)
        parts = urlsplit(url)
        if parts.scheme != "file" or Path(unquote(parts.path)).resolve() not in self._files:
            raise RefusedURL(f"the book may not read {url}")
        return super().fetch(url, headers)
