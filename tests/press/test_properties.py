"""What holds of the frames of every flow, however it is measured."""

import math
from collections import defaultdict
from collections.abc import Iterator
from dataclasses import replace
from itertools import pairwise

from hypothesis import given, settings
from hypothesis import strategies as st

from edition.press.breaks import depth_of, legal_breaks
from edition.press.costs import COSTS
from edition.press.feet import Ends, Feet
from edition.press.figures import frame_figures
from edition.press.maker import best_turns, make_frames
from edition.press.measured import Band, Cell, Flow, Line, Measure, Note, Row
from edition.press.plan import FootPiece, Frame, Piece
from edition.press.queues import make_queues
from edition.press.reckoning import Reckoning
from edition.press.text import Text

EXACT = replace(COSTS, kept_ways=10_000, clear_lead=math.inf)
"""No way is ever given up."""

SLACK = 0.02


@st.composite
def cells(draw: st.DrawFn, counts: st.SearchStrategy[int], names: tuple[str, ...] = ()) -> Cell:
    """Cells of lines of one depth, with paragraphs apart, hyphens, and calls of some of the notes."""
    count = draw(counts)
    top, height = draw(st.sampled_from((0.0, 3.0))), draw(st.sampled_from((10.0, 13.0)))
    some = st.integers(0, max(count - 1, 0))
    ends, hyphens = draw(st.frozensets(some, max_size=3)), draw(st.frozensets(some, max_size=3))
    calls: dict[int, list[str]] = defaultdict(list)
    for name in draw(st.lists(st.sampled_from(names), max_size=3)) if names else ():
        calls[draw(some)].append(name)
    lines, paragraph = [], 0
    for n in range(count):
        lines.append(Line(top, height, paragraph, tuple(calls[n]), (), n in hyphens))
        top += height + (2.0 if n in ends else 0.0)
        paragraph += n in ends
    return Cell(tuple(lines))


@st.composite
def flows(draw: st.DrawFn, most_rows: int = 8, deep: bool = True, most_notes: int = 4) -> Flow:
    """Flows of up to three lanes, with rows and notes of all kinds; ``deep`` ones may be deeper than a frame."""
    lanes = draw(st.integers(1, 3))
    short = st.integers(0, 7)
    counts = st.one_of(short, short, st.integers(8, 30)) if deep else st.integers(0, 5)
    names = tuple(f"n{number}" for number in range(draw(st.integers(0, 4))))
    flags = st.integers(0, 5).map(lambda n: n == 0)
    rows = []
    for number in range(draw(st.integers(1, most_rows))):
        rows.append(
            Row(
                tuple(draw(cells(counts, names)) for _ in range(lanes)),
                unit=number // 3,
                ordinal=number,
                role=draw(st.sampled_from(("paragraph", "closer"))),
                letter=str(number // 3),
                before=draw(st.sampled_from((0.0, 5.0, 20.0))),
                whole=draw(flags),
                keep_with_next=draw(flags),
                opens=draw(flags),
                fresh=draw(flags),
            )
        )
    notes = [
        Note(
            name,
            tuple(draw(cells(counts)) for _ in range(lanes)),
            unit=draw(st.integers(0, 3)),
            band=draw(st.sampled_from(Band)),
        )
        for name in names
    ]
    return Flow(tuple(rows), {note.id: note for note in notes}, lanes)


measures = st.builds(
    Measure,
    height=st.sampled_from((100.0, 150.0, 240.0)),
    leading=st.just(10.0),
    foot_gap=st.sampled_from((0.0, 10.0)),
    band_gap=st.sampled_from((0.0, 6.0)),
    level_feet=st.booleans(),
)


def text_of(frames: tuple[Frame, ...], lane: int) -> Iterator[tuple[int, int]]:
    """Yield row and number of every line of a lane, in the order in which they stand."""
    for frame in frames:
        for piece in frame.pieces:
            if piece.lane == lane:
                yield from ((piece.row, line) for line in range(piece.first, piece.end))


def foot_of(made: Flow, frames: tuple[Frame, ...], lane: int, band: Band) -> Iterator[tuple[str, int]]:
    for frame in frames:
        for piece in frame.foot:
            if piece.lane == lane and made.notes[piece.note].band is band:
                yield from ((piece.note, line) for line in range(piece.first, piece.end))


@settings(deadline=None, max_examples=60)
@given(flows(), measures)
def test_nothing_is_lost_doubled_or_out_of_order(made: Flow, measure: Measure) -> None:
    frames = make_frames(made, measure)
    for lane in range(made.lanes):
        expected = [(place, line) for place, row in enumerate(made.rows) for line in range(len(row.cells[lane].lines))]
        assert list(text_of(frames, lane)) == expected
        for band in Band:
            standing = list(foot_of(made, frames, lane, band))
            each = [note.id for note in made.notes.values() if note.band is band]
            lines = {name: len(made.notes[name].cells[lane].lines) for name in each}
            order = list(dict.fromkeys(name for name, _ in standing))
            assert standing == [(name, line) for name in order for line in range(lines[name])]
            assert set(order) == {name for name, count in lines.items() if count}
            called = [name for row in made.rows for line in row.cells[lane].lines for name in line.calls]
            assert [name for name in order if name in called] == [
                name for name in dict.fromkeys(called) if name in order
            ]
    assert all(frame.pieces or frame.foot for frame in frames)


def bottom(cell: Cell, piece: Piece | FootPiece) -> float:
    return piece.top - cell.lines[piece.first].top + cell.lines[piece.end - 1].bottom


def head(cell: Cell, piece: Piece | FootPiece) -> float:
    return piece.top - (0.0 if piece.first else cell.lines[0].top)


@settings(deadline=None, max_examples=60)
@given(flows(), measures)
def test_text_and_foot_keep_their_heights(made: Flow, measure: Measure) -> None:
    for frame in make_frames(made, measure):
        lanes = range(made.lanes)
        text = [
            max((bottom(made.rows[p.row].cells[lane], p) for p in frame.pieces if p.lane == lane), default=0.0)
            for lane in lanes
        ]
        assert max(text) <= measure.height + SLACK
        feet = [[p for p in frame.foot if p.lane == lane] for lane in lanes]
        heads = {lane: head(made.notes[feet[lane][0].note].cells[lane], feet[lane][0]) for lane in lanes if feet[lane]}
        ends = {lane: bottom(made.notes[feet[lane][-1].note].cells[lane], feet[lane][-1]) for lane in heads}
        for lane in heads:
            assert heads[lane] >= (max(text) if measure.level_feet else text[lane]) + measure.foot_gap - SLACK
            assert measure.level_feet or abs(ends[lane] - measure.height) <= SLACK
        assert not ends or abs(max(ends.values()) - measure.height) <= SLACK
        assert {(rule.lane, rule.band) for rule in frame.rules} == {
            (piece.lane, made.notes[piece.note].band) for piece in frame.foot
        }
        if measure.level_feet:
            assert len({(rule.band, round(rule.top, 3)) for rule in frame.rules}) == len({r.band for r in frame.rules})


@settings(deadline=None, max_examples=60)
@given(flows(), measures)
def test_pieces_of_a_row_begin_level_below_the_row_before(made: Flow, measure: Measure) -> None:
    for frame in make_frames(made, measure):
        tops: dict[int, set[float]] = defaultdict(set)
        ends: dict[int, float] = defaultdict(float)
        for piece in frame.pieces:
            cell = made.rows[piece.row].cells[piece.lane]
            tops[piece.row].add(round(head(cell, piece), 3))
            ends[piece.row] = max(ends[piece.row], bottom(cell, piece))
        assert all(len(heads) == 1 for heads in tops.values())
        rows = sorted(tops)
        assert not rows or tops[rows[0]] == {0.0}
        for above, below in pairwise(rows):
            assert abs(min(tops[below]) - ends[above] - made.rows[below].before) <= SLACK


@settings(deadline=None, max_examples=60)
@given(flows(), measures)
def test_rows_are_broken_in_all_lanes_and_leave_two_lines(made: Flow, measure: Measure) -> None:
    frames = make_frames(made, measure)
    where: dict[tuple[int, int], list[int]] = defaultdict(list)
    for number, frame in enumerate(frames):
        for piece in frame.pieces:
            where[piece.row, piece.lane].append(number)
            row = made.rows[piece.row]
            lines = row.cells[piece.lane].lines
            if depth_of(row) <= measure.height:
                assert not row.whole or piece.end == len(lines)
                assert piece.first in {0, *legal_breaks(lines)}
                assert piece.end in {len(lines), *legal_breaks(lines)}
                assert piece.end - piece.first >= min(2, len(lines))
    for place, row in enumerate(made.rows):
        lanes = [lane for lane, cell in enumerate(row.cells) if cell.lines]
        if not lanes:
            continue
        assert len({where[place, lane][0] for lane in lanes}) == 1
        long = [lane for lane in lanes if len(row.cells[lane].lines) >= 4 or depth_of(row) <= measure.height]
        if len(long) > 1:
            assert len({where[place, lane][-1] for lane in long}) == 1


@settings(deadline=None, max_examples=60)
@given(flows(), measures)
def test_notes_begin_no_earlier_than_their_call_and_go_on_without_a_gap(made: Flow, measure: Measure) -> None:
    frames = make_frames(made, measure)
    called: dict[tuple[str, int], int] = {}
    standing: dict[tuple[str, int], list[int]] = defaultdict(list)
    for number, frame in enumerate(frames):
        for piece in frame.pieces:
            for line in made.rows[piece.row].cells[piece.lane].lines[piece.first : piece.end]:
                for name in line.calls:
                    called.setdefault((name, piece.lane), number)
        for foot in frame.foot:
            standing[foot.note, foot.lane].append(number)
            lines = made.notes[foot.note].cells[foot.lane].lines
            assert foot.first in {0, *legal_breaks(lines)}
            assert foot.end in {len(lines), *legal_breaks(lines)}
    for (name, lane), numbers in standing.items():
        calls = [number for (other, _), number in called.items() if other == name]
        assert numbers[0] >= called.get((name, lane), min(calls, default=0))


@settings(deadline=None, max_examples=60)
@given(flows(deep=False), st.booleans())
def test_notes_of_modest_flows_are_at_home(made: Flow, level_feet: bool) -> None:
    """Rows of at most five lines that call at most four notes of five: a frame of forty lines holds them all."""
    measure = Measure(480.0, 10.0, 10.0, 5.0, level_feet)
    rows = tuple(replace(row, keep_with_next=False) for row in made.rows)
    made = replace(made, rows=rows)
    figures = frame_figures(made, make_frames(made, measure), measure)
    assert figures.at_home == figures.notes
    assert (figures.widows, figures.overfull, figures.carried) == (0, 0, 0)
    assert figures.level == figures.rows


@settings(deadline=None, max_examples=60)
@given(flows(deep=False, most_notes=0))
def test_heads_are_kept_and_fresh_rows_begin_a_frame(made: Flow) -> None:
    frames = [frame for frame in make_frames(made, Measure(240.0, 10.0, 10.0, 5.0)) if frame.pieces]
    possible = max(_chains(made)) <= 240.0
    for frame, following in pairwise(frames):
        row, after = frame.pieces[-1].row, following.pieces[0].row
        broken = row == after
        fresh = any(made.rows[place].fresh for place in range(row + 1, after + 1))
        assert broken or fresh or not possible or not made.rows[row].keep_with_next
    for frame in frames:
        firsts = {piece.row for piece in frame.pieces if made.rows[piece.row].fresh and piece.first == 0}
        assert firsts <= {frame.pieces[0].row}


def _chains(made: Flow) -> Iterator[float]:
    """Yield how deep the rows are that keep together, up to each row."""
    depth = 0.0
    for row in made.rows:
        depth += row.before + depth_of(row)
        yield depth
        if any(cell.lines for cell in row.cells) and not row.keep_with_next:
            depth = 0.0


@settings(deadline=None, max_examples=50)
@given(flows(), measures)
def test_the_same_flow_gives_the_same_frames(made: Flow, measure: Measure) -> None:
    backwards = replace(made, notes=dict(reversed(list(made.notes.items()))))
    assert make_frames(made, measure) == make_frames(backwards, measure) == make_frames(made, measure)


def every_way(reckoning: Reckoning, position: int, placed: Ends) -> Iterator[float]:
    """Yield the cost of every way from a position to the end of the flow."""
    settled = placed == reckoning.due[position]
    if position == reckoning.last and settled:
        yield 0.0
        return
    if not settled:
        cost, after = reckoning.frame_alone(position, placed)
        yield from (cost + rest for rest in every_way(reckoning, position, after))
    if position < reckoning.last:
        for end in reckoning.ends(position):
            cost, after = reckoning.frame(position, end, placed)
            yield from (cost + rest for rest in every_way(reckoning, end, after))


def reckoning_of(made: Flow, measure: Measure) -> Reckoning:
    text = Text(made, measure.height)
    return Reckoning(text, Feet(text, make_queues(made, text), measure), measure, EXACT)


def cost_of(reckoning: Reckoning) -> float:
    cost = 0.0
    for turn in best_turns(reckoning):
        if turn.first == turn.end:
            step, after = reckoning.frame_alone(turn.end, turn.placed)
        else:
            step, after = reckoning.frame(turn.first, turn.end, turn.placed)
        assert after == turn.after
        cost += step
    return cost


@settings(deadline=None, max_examples=60)
@given(flows(most_rows=5, deep=False), st.booleans())
def test_no_way_is_cheaper(made: Flow, level_feet: bool) -> None:
    reckoning = reckoning_of(made, Measure(100.0, 10.0, 10.0, 5.0, level_feet))
    best = min(every_way(reckoning, 0, reckoning.nothing))
    assert math.isclose(cost_of(reckoning), best, rel_tol=1e-9, abs_tol=1e-6)


@settings(deadline=None, max_examples=60)
@given(st.lists(st.integers(1, 9), min_size=1, max_size=9))
def test_white_is_the_least_that_any_parting_leaves(counts: list[int]) -> None:
    """Rows that are not broken, without anything else that costs: reckoned here from nothing but their lines."""

    def least(rows: list[int]) -> float:
        if sum(rows) <= 12:
            return 0.0
        ends = [end for end in range(1, len(rows)) if sum(rows[:end]) <= 12]
        return min((12.0 - sum(rows[:end])) ** 2 + least(rows[end:]) for end in ends)

    rows = tuple(Row((Cell(tuple(Line(10.0 * n, 10.0) for n in range(c))),), letter=str(c), whole=True) for c in counts)
    rows = tuple(replace(row, letter=str(number)) for number, row in enumerate(rows))
    made = Flow(rows, {}, 1)
    measure = Measure(120.0, 10.0, 10.0, 5.0)
    whites = [figures.white / 10 for figures in frame_figures(made, make_frames(made, measure), measure).frames]
    assert math.isclose(sum(white**2 for white in whites[:-1]), least(counts), abs_tol=1e-6)
