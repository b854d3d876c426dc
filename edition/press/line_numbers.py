"""Number the lines of the original, letter by letter."""

from edition.press.measured import Flow


def number_lines(flow: Flow) -> dict[tuple[int, int], int]:
    """Give the number of each counted line, by its row's place in the flow and its own in the original's cell.

    The lines of the original are counted in rows that are ``numbered``, from 1 in each letter.
    """
    numbers: dict[tuple[int, int], int] = {}
    letter, count = "", 0
    for place, row in enumerate(flow.rows):
        if row.letter != letter:
            letter, count = row.letter, 0
        if row.numbered:
            for line in range(len(row.cells[row.original].lines)):
                count += 1
                numbers[place, line] = count
    return numbers
