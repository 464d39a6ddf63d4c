"""The verb `activity`: each module of this folder holds actions of it."""

from pathlib import Path

import click

from gtregister.cli import Verbs
from gtregister.cli.session import REGISTER


class _Actions(Verbs):
    """Finds the actions in the modules of this folder."""

    folder = __name__


@click.group("activity", cls=_Actions)
@REGISTER
@click.pass_context
def activity(ctx: click.Context, file: Path) -> None:
    """Plan enrichment, give places, mark who came, say what it did.

    ACTIVITY is a number or a title, as `activity FILE list` gives them.
    """
    ctx.obj = file
