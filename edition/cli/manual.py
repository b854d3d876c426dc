"""``docs/commands.md``, made from the commands themselves, so that it cannot drift from them."""

from inspect import cleandoc

import click

_PREFACE = """\
# Commands

This page is made from the commands themselves (`python -m edition.cli.manual > docs/commands.md`); a test compares the
two.

`edition` and `python -m edition` are the same. `--quiet` and `--json` may stand before or after the name of a command.
Exit status: **0** all is well, **1** faults were found, **2** the program cannot go on.

The answers of `show`, `check` and `index` in JSON keep the schemas `edition/schemas/*.answer.schema.json`: keys may be
added, never removed; lines and columns count from 1, in characters; paths are relative to the edition; `language` is
the key of the letter file (`en`); `page` is the printed label, null before a build.
"""


def manual(program: click.Group) -> str:
    """Write the page about all commands of a program."""
    context = click.Context(program, info_name="edition")
    parts = [_PREFACE, _section("edition", context, program)]
    for name, command in sorted(program.commands.items()):
        parts.append(_section(f"edition {name}", click.Context(command, info_name=name, parent=context), command))
    return "\n".join(parts)


def _section(title: str, context: click.Context, command: click.Command) -> str:
    usage = " ".join(command.collect_usage_pieces(context))
    lines = [f"## {title}\n", f"`{title} {usage}`\n", f"{cleandoc(command.help or '')}\n"]
    records = (option.get_help_record(context) for option in command.get_params(context))
    options = [record for record in records if record and record[1] and not record[0].startswith("-h,")]
    if options:
        lines.append("| option | |\n|---|---|")
        lines += [f"| `{names.replace('|', ' or ')}` | {words} |" for names, words in options]
        lines.append("")
    return "\n".join(lines)


if __name__ == "__main__":
    from edition.cli.program import main

    click.echo(manual(main), nl=False)
