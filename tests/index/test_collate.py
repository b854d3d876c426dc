"""The order of headings and the letters they stand under."""

from edition.index.collate import heading_letter, sort_key


def _sorted(names: list[str], language: str) -> list[str]:
    return sorted(names, key=lambda name: sort_key(name, language))


def test_russian_order() -> None:
    names = [
        "Йоффин",
        "Иоффин",
        "Яблоков",
        "Ёлкин, Анна",
        "Елкин, Пётр",
        "Ёлкин, Яков",
        "Ежов",
        "Елисеев",
        "Quill, Ada",
    ]
    assert _sorted(names, "ru") == [
        "Ежов", "Елисеев", "Ёлкин, Анна", "Елкин, Пётр", "Ёлкин, Яков", "Иоффин", "Йоффин", "Яблоков", "Quill, Ada",
    ]  # fmt: skip


def test_english_order_is_letter_by_letter_up_to_the_comma() -> None:
    names = [
        "Quillan, A.",
        "Quill, Zoe",
        "Quill, Ada",
        "Quill-Ink, A.",
        "O'Quill",
        "Oquilla",
        "McQuill",
        "Macquill",
        "Łoś",
    ]
    assert _sorted(names, "en-US") == [
        "Łoś", "Macquill", "McQuill", "O'Quill", "Oquilla", "Quill, Ada", "Quill, Zoe", "Quillan, A.", "Quill-Ink, A.",
    ]  # fmt: skip


def test_letters_of_headings() -> None:
    assert [heading_letter(name, "ru") for name in ("Ёлкин", "Йоффин", "Яблоков")] == ["Е", "Й", "Я"]
    assert [heading_letter(name, "en") for name in ("Łoś", "Übel", "d'Ink", "'s Ink")] == ["L", "U", "D", "S"]
    assert heading_letter("Quill, Ada", "ru") == "Q"
    assert heading_letter("", "ru") == ""
