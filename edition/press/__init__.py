"""Make pages from measured lines: pure functions that know rows, lanes and notes, and no engine."""
