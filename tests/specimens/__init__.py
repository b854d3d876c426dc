"""Specimens: small hand-built values with plainly fictional people, shared by the tests."""
