"""What the editor has settled: the edition's description and its style."""
