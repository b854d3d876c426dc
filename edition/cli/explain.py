"""``edition explain``: what a finding code means and how to mend it."""

import sys

import click

from edition.catalogue import explanation, unknown_code
from edition.cli.desk import STUCK, Desk, speaking


@click.command()
@click.argument("code")
@speaking
def explain(desk: Desk, code: str) -> None:
    """Explain a finding CODE: what was found, why it matters, how to mend it."""
    rule = explanation(code)
    if rule is None:
        click.echo(f"edition: {unknown_code(code)}", err=True)
        sys.exit(STUCK)
    if desk.as_json:
        desk.answer({name: getattr(rule, name) for name in ("code", "severity", "title", "what", "why", "mend")})
        return
    click.echo(f"{rule.code} ({rule.severity}): {rule.title}\n")
    for title, words in (("What", rule.what), ("Why", rule.why), ("How to mend it", rule.mend)):
        click.echo(click.wrap_text(f"{title}: {words}", width=88, subsequent_indent="    "))
