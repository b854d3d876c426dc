"""What it costs to end a frame somewhere: the declared judgements of the page maker, all of them here.

The unit is that of white: one leading of white at the foot of a frame costs 1, two leadings 4, three 9. So a cost of 16
is worth four lines of white: the page maker breaks a row that costs 16 rather than leave five lines white.
"""

from dataclasses import dataclass


@dataclass(frozen=True, slots=True)
class Costs:
    """The costs of a frame, in leadings of white squared, and how many ways are kept open.

    Costs from 1000 on are of what must not happen; it does only where lines that are to be printed leave no other way.
    ``docs/press.md`` says of each when it falls due.
    """

    white: float = 1.0
    white_before_letter: float = 0.35
    white_before_fresh: float = 0.02
    broken_row: float = 5.0
    broken_short_row: float = 40.0
    hyphen_at_turn: float = 25.0
    callers_parted: float = 150.0
    stranded: float = 16.0
    closer_alone: float = 40.0
    deep_foot: float = 0.05
    broken_note: float = 10.0
    carried_line: float = 0.5
    broken_apparatus: float = 1000.0
    notes_alone: float = 10_000.0
    broken_whole_row: float = 10_000.0
    thin_part: float = 100_000.0
    note_away: float = 100_000.0
    note_interrupted: float = 100_000.0
    head_alone: float = 1_000_000.0
    widow: float = 1_000_000.0
    overfull: float = 1_000_000_000.0
    deep_foot_share: float = 0.35
    stranded_lines: float = 3.0
    kept_ways: int = 4
    clear_lead: float = 10.0


COSTS = Costs()
"""The costs that books are made with."""
