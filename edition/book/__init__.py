"""The neutral book tree and ``compose``, which makes it from an edition. Every output is rendered from this tree."""
