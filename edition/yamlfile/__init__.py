"""YAML text to nodes with positions, and nodes against the published schemas."""
