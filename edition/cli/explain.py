"""``edition explain``: what a finding code means and how to mend it."""

import click

from edition import catalogue
from edition.cli.desk import Desk, speaking


@click.command()
@click.argument("code", default="")
@click.option("--all", "every", is_flag=True, help="Explain every code, as a document in Markdown.")
@speaking
def explain(desk: Desk, code: str, every: bool) -> None:
    """Explain a finding CODE: what was found, why it matters, how to mend it."""
    rules = catalogue.all_rules()
    if desk.as_json:
        chosen = [rule for rule in rules if every or (catalogue.known(code) and rule.code == code.upper())]
        if chosen:
            desk.answer([{name: getattr(rule, name) for name in _KEYS} for rule in chosen])
            return
    elif every:
        click.echo(catalogue.catalogue(), nl=False)
        return
    words = catalogue.explain(code)
    if not catalogue.known(code):
        desk.stop(words)
    click.echo("\n\n".join(click.wrap_text(part, width=88) for part in words.split("\n\n")))


_KEYS = ("code", "severity", "title", "what", "why", "mend")
